package org.plimsoll.shore.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an InfluxDB has to be told once: where readings live, how long, and how they are thinned for
 * later. Version 1 is told by the shore itself when it may; for version 2 it prints what an
 * administrator types, because the shore's token should not be able to. Stateless.
 */
final class InfluxSetup {

  /** Retention policy of what is thinned. */
  static final String LONG = "plimsoll_long";

  /** Width of a bucket of what is thinned. */
  static final String STEP = "10m";

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
            + " BEGIN SELECT mean(value) AS mean, min(value) AS min, max(value) AS max,"
            + " count(value) AS count INTO "
            + database
            + "."
            + name(LONG)
            + ".:MEASUREMENT FROM "
            + database
            + ".\"autogen\"./.*/ GROUP BY time("
            + STEP
            + "), vessel, source, epoch END");
    return statements;
  }

  /** What somebody with the right types, a line each. */
  static String script(InfluxServer server) {
    if (server.version() == InfluxServer.Version.V1) {
      List<String> statements = new ArrayList<>();
      statements.add(create(server));
      statements.addAll(keep(server));
      StringBuilder script = new StringBuilder();
      statements.forEach(
          statement -> script.append("influx -execute '").append(statement).append("'\n"));
      return script.toString();
    }
    String retention = server.retention().map(InfluxSetup::hours).orElse("0");
    String org = " --org " + server.organisation();
    return "influx bucket create --name "
        + server.database()
        + org
        + " --retention "
        + retention
        + "\ninflux bucket create --name "
        + server.database()
        + "_long"
        + org
        + " --retention 0\n"
        + "influx task create"
        + org
        + " 'option task = {name: \"plimsoll_thin\", every: 1h} from(bucket: \""
        + server.database()
        + "\") |> range(start: -"
        + LATEST
        + ") |> filter(fn: (r) => r._field == \"value\")"
        + " |> aggregateWindow(every: "
        + STEP
        + ", fn: mean, createEmpty: false) |> set(key: \"_field\", value: \"mean\")"
        + " |> to(bucket: \""
        + server.database()
        + "_long\")'\n";
  }

  private static String hours(Duration retention) {
    return retention.toHours() + "h";
  }

  private static String name(String text) {
    return '"' + Names.requireValid("name", text) + '"';
  }
}
