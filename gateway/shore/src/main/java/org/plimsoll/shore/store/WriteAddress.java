package org.plimsoll.shore.store;

import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Turns the client's write, which is that of version 2, into that of another version. */
final class WriteAddress implements Interceptor {

  private static final String VERSION_2 = "/api/v2/write";

  private final InfluxServer server;
  private final String database;
  private final Optional<String> retentionPolicy;

  /** Writes to this database and, where the version has them, to this retention policy. */
  WriteAddress(InfluxServer server, String database, Optional<String> retentionPolicy) {
    this.server = server;
    this.database = database;
    this.retentionPolicy = retentionPolicy;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    HttpUrl url = request.url();
    if (!url.encodedPath().endsWith(VERSION_2)) {
      return chain.proceed(request);
    }
    String root = url.encodedPath().substring(0, url.encodedPath().length() - VERSION_2.length());
    HttpUrl.Builder write = url.newBuilder().query(null).addQueryParameter("db", database);
    if (server.version() == InfluxServer.Version.V1) {
      write.encodedPath(root + "/write").addQueryParameter("precision", "ms");
      retentionPolicy.ifPresent(policy -> write.addQueryParameter("rp", policy));
    } else {
      // By itself it would store the good lines of a bad batch and call that 400.
      write
          .encodedPath(root + "/api/v3/write_lp")
          .addQueryParameter("precision", "millisecond")
          .addQueryParameter("accept_partial", "false")
          .addQueryParameter("no_sync", "false");
    }
    Request.Builder next = request.newBuilder().url(write.build()).removeHeader("Authorization");
    server.authorisation().ifPresent(value -> next.header("Authorization", value));
    return chain.proceed(next.build());
  }
}
