package org.plimsoll.shore.store;

import com.influxdb.LogLevel;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Writes line protocol to {@code /api/v2/write} with influxdb-client-java's blocking API. Its
 * batching API is not used: it drops points by itself when the store is away.
 *
 * <p>Its writes are those of version 2; {@link WriteAddress} makes those of 1 and 3 of them. What
 * the answers mean: 204 is written; 400 and 422 name a line that cannot be stored; 401, 403 and 404
 * are a configuration that somebody must mend; 413 is a batch too large; 429, 5xx and no answer
 * pass.
 */
final class InfluxWriter implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(30);

  /** Longest piece of an answer that is quoted, in characters. */
  private static final int MAX_QUOTED = 300;

  /** The embedded store has neither; an InfluxDB elsewhere needs them. */
  private static final String NOBODY = "plimsoll";

  private final InfluxDBClient client;
  private final WriteApiBlocking writer;

  /** To a store that asks for neither token nor bucket. */
  InfluxWriter(URI url) {
    this(url, NOBODY, NOBODY, NOBODY, http());
  }

  /** To where readings are kept for a while. */
  static InfluxWriter ofReadings(InfluxServer server) {
    return of(server, server.database(), Optional.empty());
  }

  /** To where ledger and channels are kept for ever. */
  static InfluxWriter ofBooks(InfluxServer server) {
    return of(server, server.booksDatabase(), Optional.of(InfluxSetup.LONG));
  }

  /** To a store that asks for a user, or for nobody, and for no bucket. */
  static InfluxWriter of(VictoriaServer server) {
    OkHttpClient.Builder http = http();
    server
        .authorisation()
        .ifPresent(
            value ->
                http.addNetworkInterceptor(
                    chain ->
                        chain.proceed(
                            chain.request().newBuilder().header("Authorization", value).build())));
    return new InfluxWriter(server.url(), NOBODY, NOBODY, NOBODY, http);
  }

  /** The client sets its own authorisation last, so another one is set behind it. */
  private static InfluxWriter of(
      InfluxServer server, String bucket, Optional<String> retentionPolicy) {
    return new InfluxWriter(
        server.url(),
        server.secret().isEmpty() ? NOBODY : server.secret(),
        server.organisation().isEmpty() ? NOBODY : server.organisation(),
        bucket,
        server.version() == InfluxServer.Version.V2
            ? http()
            : http().addNetworkInterceptor(new WriteAddress(server, bucket, retentionPolicy)));
  }

  private InfluxWriter(
      URI url, String token, String organisation, String bucket, OkHttpClient.Builder http) {
    client =
        InfluxDBClientFactory.create(
            InfluxDBClientOptions.builder()
                .url(url.toString())
                .authenticateToken(token.toCharArray())
                .org(organisation)
                .bucket(bucket)
                .logLevel(LogLevel.NONE)
                .okHttpClient(http)
                .build());
    client.enableGzip();
    writer = client.getWriteApiBlocking();
  }

  private static OkHttpClient.Builder http() {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT_TIMEOUT)
        .readTimeout(WRITE_TIMEOUT)
        .writeTimeout(WRITE_TIMEOUT)
        .callTimeout(WRITE_TIMEOUT);
  }

  WriteOutcome write(String lines) {
    try {
      writer.writeRecord(WritePrecision.MS, lines);
      return new WriteOutcome.Written();
    } catch (InfluxException e) {
      return outcome(e.status(), quoted(e.getMessage()));
    }
  }

  static WriteOutcome outcome(int status, String reason) {
    return switch (status) {
      case 400, 422 -> new WriteOutcome.Refused("HTTP " + status + ": " + reason);
      case 401, 403, 404 -> new WriteOutcome.Misconfigured("HTTP " + status + ": " + reason);
      case 413 -> new WriteOutcome.TooLarge("HTTP 413: " + reason);
      default ->
          status >= 500
              ? new WriteOutcome.Unavailable("HTTP " + status + ": " + reason, true)
              : new WriteOutcome.Unavailable(
                  status == 0 ? reason : "HTTP " + status + ": " + reason, false);
    };
  }

  private static String quoted(String message) {
    String clean = String.valueOf(message).replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= MAX_QUOTED ? clean : clean.substring(0, MAX_QUOTED) + "...";
  }

  @Override
  public void close() {
    client.close();
  }
}
