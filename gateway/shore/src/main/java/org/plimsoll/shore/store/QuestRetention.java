package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a QuestDB thin readings and then forget them: a materialized view keeps mean, extremes and
 * count of every ten minutes, and a time to live drops whole days of the table. The view comes
 * first, and nothing expires before it has seen what there is.
 *
 * <p>Neither is a condition of writing: what cannot be told now is told a minute later. Any thread.
 */
final class QuestRetention {

  private static final Logger log = LoggerFactory.getLogger(QuestRetention.class);

  /** Name of what is thinned. */
  static final String THINNED = "readings_long";

  static final Duration PAUSE = Duration.ofMinutes(1);

  private static final String CREATE =
      """
      create materialized view if not exists %s with base readings refresh every 1h as (
        select timestamp, path, vessel, source, epoch,
          avg(value) mean, min(value) min, max(value) max, count(value) count
        from readings where %s sample by 10m
      ) partition by month
      """
          .formatted(THINNED, QuestStore.USABLE);

  private static final String SEEN =
      "select view_status, last_refresh_finish_timestamp from materialized_views()"
          + " where view_name = '"
          + THINNED
          + "'";

  private static final String TIME_TO_LIVE =
      "select ttlValue, ttlUnit from tables() where table_name = 'readings'";

  private final SqlClient sql;

  /** A day that has begun is a whole one: a partition goes when its end is so old. */
  private final long days;

  private final InstantSource clock;
  private long nextMillis = Long.MIN_VALUE;
  private boolean done;

  QuestRetention(SqlClient sql, Duration kept, InstantSource clock) {
    this.sql = sql;
    this.days = kept.plusDays(1).minusMillis(1).toDays();
    this.clock = clock;
  }

  /** It may be another server than before, which was told nothing. */
  synchronized void begin() {
    done = false;
    nextMillis = Long.MIN_VALUE;
    keep();
  }

  /** Tells the server what is left to tell, when it is time to. */
  synchronized void keep() {
    if (done || clock.millis() < nextMillis) {
      return;
    }
    nextMillis = clock.millis() + PAUSE.toMillis();
    try {
      done = told();
    } catch (StoreUnavailable e) {
      log.warn("readings do not expire yet: \"{}\"", e.getMessage());
    }
  }

  private boolean told() throws StoreUnavailable {
    sql.query(CREATE);
    List<JsonNode> view = sql.query(SEEN);
    if (view.isEmpty() || !view.get(0).get(0).asText().equals("valid")) {
      throw new StoreUnavailable(THINNED + " is not valid: " + view);
    }
    if (view.get(0).get(1).isNull()) {
      return false;
    }
    if (!expiresInTime()) {
      sql.query("alter table readings set ttl " + days + " days");
      log.info("readings expire after {} days; {} keeps every ten minutes", days, THINNED);
    }
    return true;
  }

  /** Whether the server was told so before: it names whole weeks as such. */
  private boolean expiresInTime() throws StoreUnavailable {
    return sql.query(TIME_TO_LIVE).stream()
        .map(ttl -> ttl.get(0).asText() + " " + ttl.get(1).asText())
        .anyMatch(said -> said.equals(days % 7 == 0 ? days / 7 + " WEEK" : days + " DAY"));
  }
}
