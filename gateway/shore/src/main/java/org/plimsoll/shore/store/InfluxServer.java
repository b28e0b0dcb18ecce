package org.plimsoll.shore.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An InfluxDB that runs elsewhere.
 *
 * @param url root of its HTTP interface
 * @param version how it is spoken to
 * @param database database of version 1, bucket of version 2
 * @param organisation of version 2; empty for version 1
 * @param user of version 1; empty without one
 * @param secret token of version 2, password of version 1; empty without one
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
    /** 2.x, and 3 with its compatible interface: {@code /api/v2/write}, buckets, tokens. */
    V2
  }

  /** Shortest retention: ships keep what is not receipted for weeks, and it must find room. */
  public static final Duration MIN_RETENTION = Duration.ofDays(60);

  public InfluxServer {
    Names.requireValid("database", database);
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
