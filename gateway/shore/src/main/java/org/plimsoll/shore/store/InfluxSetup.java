package org.plimsoll.shore.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an InfluxDB has to be told once: where readings live, how long, and how they are thinned for
 * later. Version 1 is told by the shore itself when it may; for the others it prints what an
 * administrator types, because the shore's token should not be able to. Stateless.
 */
final class InfluxSetup {

  /** Retention policy of what is thinned. */
  static final String LONG = "plimsoll_long";

  /** Width of a bucket of what is thinned. */
  static final String STEP = "10m";

  /** Of these qualities a mean can be made. */
  static final String USABLE = "(quality = 'GOOD' OR quality = 'DEGRADED' OR quality = 'MANUAL')";

  /** How late readings may come and still be thinned: a long outage of a link. */
  private static final String LATEST = "8d";

  private InfluxSetup() {}

  /** The database itself: without it nothing can be written. */
  static String create(InfluxServer server) {
    return "CREATE DATABASE " + name(server.database());
  }

  /** Retention and thinning, in this order; each may be said again. */
  static List<String> keep(InfluxServer server) {
    String database = name(server.database());
    List<String> statements = new ArrayList<>();
    server
        .retention()
        .ifPresent(
            retention ->
                statements.add(
                    "ALTER RETENTION POLICY \"autogen\" ON "
                        + database
                        + " DURATION "
                        + hours(retention)));
    statements.add(
        "CREATE RETENTION POLICY "
            + name(LONG)
            + " ON "
            + database
            + " DURATION INF REPLICATION 1");
    statements.add(
        "CREATE CONTINUOUS QUERY \"plimsoll_thin\" ON "
            + database
            + " RESAMPLE EVERY 1h FOR "
            + LATEST
            + " BEGIN "
            + thin(server, USABLE)
            + " END");
    return statements;
  }

  /** Thins the readings of which this holds. */
  static String thin(InfluxServer server, String condition) {
    String database = name(server.database());
    return "SELECT mean(value) AS mean, min(value) AS min, max(value) AS max,"
        + " count(value) AS count INTO "
        + database
        + "."
        + name(LONG)
        + ".:MEASUREMENT FROM "
        + database
        + ".\"autogen\"./.*/ WHERE "
        + condition
        + " GROUP BY time("
        + STEP
        + "), vessel, source, epoch";
  }

  /** What somebody with the right types, a line each. */
  static String script(InfluxServer server) {
    return switch (server.version()) {
      case V1 -> scriptOfOne(server);
      case V2 -> scriptOfTwo(server);
      case V3 -> scriptOfThree(server);
    };
  }

  private static String scriptOfOne(InfluxServer server) {
    List<String> statements = new ArrayList<>();
    statements.add(create(server));
    statements.addAll(keep(server));
    StringBuilder script = new StringBuilder();
    for (String statement : statements) {
      String quoted = statement.replace("'", "'\\''");
      script.append("influx -execute '").append(quoted).append("'\n");
    }
    return script.toString();
  }

  private static String scriptOfTwo(InfluxServer server) {
    return """
        influx bucket create --name %1$s --org %2$s --retention %3$s
        influx bucket create --name %1$s_long --org %2$s --retention 0
        influx task create --org %2$s 'option task = {name: "plimsoll_thin", every: 1h} \
        from(bucket: "%1$s") |> range(start: -%4$s) |> filter(fn: (r) => r._field == "value") \
        |> aggregateWindow(every: %5$s, fn: mean, createEmpty: false) \
        |> set(key: "_field", value: "mean") |> to(bucket: "%1$s_long")'
        """
        .formatted(
            server.database(),
            server.organisation(),
            server.retention().map(InfluxSetup::hours).orElse("0"),
            LATEST,
            STEP);
  }

  /**
   * Its plugin thins one table, so the last line is for once there are tables, and for new ones.
   */
  private static String scriptOfThree(InfluxServer server) {
    String retention =
        server.retention().map(kept -> " --retention-period " + hours(kept)).orElse("");
    return """
        influxdb3 create database%2$s %1$s
        influxdb3 create database %1$s_long
        influxdb3 query --database %1$s --format csv "SELECT table_name FROM \
        information_schema.tables WHERE table_schema = 'iox'" | tail -n +2 | while read -r path; \
        do influxdb3 create trigger --database %1$s --path gh:influxdata/downsampler/downsampler.py \
        --trigger-spec every:1h --trigger-arguments "source_measurement=$path,\
        target_measurement=$path,target_database=%1$s_long,window=%3$s,interval=%4$sin,\
        specific_fields=value" "thin_$path"; done
        """
        .formatted(server.database(), retention, LATEST, STEP);
  }

  private static String hours(Duration retention) {
    return retention.toHours() + "h";
  }

  private static String name(String text) {
    return '"' + Names.requireValid("name", text) + '"';
  }
}
