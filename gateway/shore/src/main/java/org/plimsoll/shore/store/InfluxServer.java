package org.plimsoll.shore.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * An InfluxDB that runs elsewhere.
 *
 * @param url root of its HTTP interface
 * @param version how it is spoken to
 * @param database database of versions 1 and 3, bucket of version 2
 * @param organisation of version 2; empty for the others
 * @param user of version 1; empty without one
 * @param secret token of versions 2 and 3, password of version 1; empty without one
 * @param retention how long readings are kept as they came; empty for ever
 */
public record InfluxServer(
    URI url,
    Version version,
    String database,
    String organisation,
    String user,
    String secret,
    Optional<Duration> retention) {

  /** How a server is spoken to. */
  public enum Version {
    /** 1.x: {@code /write}, databases, retention policies. */
    V1,
    /** 2.x: {@code /api/v2/write}, buckets, tokens. */
    V2,
    /** 3.x: {@code /api/v3/write_lp}, databases, tokens. */
    V3
  }

  public InfluxServer {
    Names.requireValid("database", database);
  }

  /** What the header {@code Authorization} says; empty where nobody is asked for. */
  Optional<String> authorisation() {
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (version) {
          case V1 -> {
            byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
            yield "Basic " + Base64.getEncoder().encodeToString(pair);
          }
          case V2 -> "Token " + secret;
          case V3 -> "Bearer " + secret;
        });
  }

  /** Where ledger and channels are, whose times are numbers: it keeps everything. */
  String booksDatabase() {
    return version == Version.V1 ? database : database + "_long";
  }

  /** Not with its secret. */
  @Override
  public String toString() {
    return "InfluxDB " + version + " at " + url + ", " + database;
  }
}
