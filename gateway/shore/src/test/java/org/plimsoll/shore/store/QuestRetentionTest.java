package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.plimsoll.shore.store.StoreContract.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.embedded.EmbeddedStore;
import org.plimsoll.telemetry.VesselId;

/** A real QuestDB thins and forgets. */
class QuestRetentionTest {

  /** A day that has begun is kept whole. */
  private static final Duration KEPT = Duration.ofDays(60).minusHours(1);

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final long TODAY =
      InstantSource.system().millis() / TEN_MINUTES.toMillis() * TEN_MINUTES.toMillis();
  private static final long LONG_AGO = TODAY - Duration.ofDays(100).toMillis();
  private static final VesselId SHIP = new VesselId("imo9876543");

  /** Stands still until a test moves it: the server has the real one. */
  private Instant now = Instant.ofEpochMilli(TODAY);

  @TempDir Path directory;
  private EmbeddedStore server;
  private SqlClient sql;
  private QuestStore store;

  @BeforeEach
  void start() throws Exception {
    server = new EmbeddedStore(directory, "127.0.0.1", 0);
    server.start();
    sql = new SqlClient(server.url());
    store = new QuestStore(server.url(), Optional.of(KEPT), () -> now);
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  @Test
  void whatIsThereIsThinnedBeforeItExpires() throws Exception {
    try (QuestStore before =
        new QuestStore(server.url(), Optional.empty(), InstantSource.system())) {
      assertThat(before.prepare()).isEqualTo(new WriteOutcome.Written());
      write(before, reading(SHIP, "hull.trim", LONG_AGO, 1, 1));
      write(before, reading(SHIP, "hull.trim", LONG_AGO + 1, 4, 2));
      await().until(() -> before.count() == 2);
    }
    letReadingsExpire("60 DAY");
    assertThat(sql.query("readings_long")).as("the thinned copy came first").isNotEmpty();
    write(store, reading(SHIP, "hull.trim", TODAY + 1, 8, 4));
    await().until(() -> store.count() == 2);

    sql.query("refresh materialized view readings_long incremental");
    await().until(() -> sql.query("readings_long").size() == 2);
    assertThat(sql.query("select path, vessel, mean, min, max, count from readings_long"))
        .extracting(JsonNode::toString)
        .containsExactly(
            "[\"hull.trim\",\"imo9876543\",2.5,1.0,4.0,2]",
            "[\"hull.trim\",\"imo9876543\",7.5,7.0,8.0,2]");
    assertThat(sql.query("select view_status from materialized_views()").get(0).get(0).asText())
        .isEqualTo("valid");
  }

  @Test
  void aServerThatIsAnotherOneIsToldAgain() throws Exception {
    letReadingsExpire("60 DAY");
    sql.query("drop materialized view readings_long");
    sql.query("drop table readings");
    assertThat(timesToLive()).isEmpty();
    letReadingsExpire("60 DAY");
  }

  @Test
  void whatItWasToldIsNotSaidAgain() throws Exception {
    store.close();
    store = new QuestStore(server.url(), Optional.of(Duration.ofDays(70)), () -> now);
    letReadingsExpire("10 WEEK");
    JsonNode before = writes();
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    assertThat(writes()).isEqualTo(before);
  }

  private JsonNode writes() throws StoreUnavailable {
    return sql.query("select sequencerTxn from wal_tables() where name = 'readings'").get(0);
  }

  private void letReadingsExpire(String after) {
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    await()
        .until(
            () -> {
              goOnAMinute();
              write(store, reading(SHIP, "hull.trim", TODAY, 7, 3));
              return timesToLive().equals(List.of(after));
            });
  }

  private void goOnAMinute() {
    now = now.plus(QuestRetention.PAUSE);
  }

  private List<String> timesToLive() throws StoreUnavailable {
    return sql
        .query("select ttlValue, ttlUnit from tables() where table_name = 'readings'")
        .stream()
        .map(ttl -> ttl.get(0).asText() + " " + ttl.get(1).asText())
        .toList();
  }

  private static void write(Store to, Point point) {
    assertThat(to.write(List.of(point))).isEqualTo(new WriteOutcome.Written());
  }
}
