package org.plimsoll.shore.store;

import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Turns a write of version 2 into one of version 1: another path, a database for a bucket. */
final class VersionOne implements Interceptor {

  private static final String WRITE_V2 = "/api/v2/write";
  private static final String WRITE_V1 = "/write";

  private final InfluxServer server;
  private final Optional<String> retentionPolicy;

  VersionOne(InfluxServer server, Optional<String> retentionPolicy) {
    this.server = server;
    this.retentionPolicy = retentionPolicy;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!request.url().encodedPath().endsWith(WRITE_V2)) {
      return chain.proceed(request);
    }
    HttpUrl url = request.url();
    String path = url.encodedPath();
    HttpUrl.Builder write =
        url.newBuilder()
            .encodedPath(path.substring(0, path.length() - WRITE_V2.length()) + WRITE_V1)
            .query(null)
            .addQueryParameter("db", server.database())
            .addQueryParameter("precision", String.valueOf(url.queryParameter("precision")));
    retentionPolicy.ifPresent(policy -> write.addQueryParameter("rp", policy));
    Request.Builder next = request.newBuilder().url(write.build()).removeHeader("Authorization");
    InfluxQl.authorisation(server).ifPresent(value -> next.header("Authorization", value));
    return chain.proceed(next.build());
  }
}
