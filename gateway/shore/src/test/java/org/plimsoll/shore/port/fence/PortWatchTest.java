package org.plimsoll.shore.port.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.Entry;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.book.Query;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/** Positions of a fleet, the example's map, and a book on a real file, on virtual time. */
class PortWatchTest {

  private static final VesselId SHE = new VesselId("imo9876543");
  private static final StreamId STREAM = new StreamId("0123456789abcdef0123456789abcdef");
  private static final FenceRules RULES = new FenceRules(Duration.ofSeconds(60), 50);

  /** Degrees of latitude from the berth at Rajin: alongside, in the port, at sea. */
  private static final double ALONGSIDE = 0;

  private static final double IN_PORT = 0.001;
  private static final double AT_SEA = -0.01;

  @TempDir Path directory;
  private final Fleet fleet = new Fleet();
  private Instant now = Instant.parse("2026-01-15T12:00:00Z");
  private long sequence;
  private PortBook book;
  private PortWatch watch;

  @BeforeEach
  void start() throws Exception {
    PortMap map = PortMap.read(Path.of("../../tools/examples/port.geojson"));
    book = new PortBook(directory, () -> now);
    watch = new PortWatch(map, RULES, fleet, () -> now);
  }

  @AfterEach
  void stop() {
    book.close();
  }

  @Test
  void arrivalAndDepartureOfPortAndBerthAreSeen() throws Exception {
    sail(AT_SEA, 9, 12);
    sail(IN_PORT, 4, 12);
    sail(ALONGSIDE, 0.05, 12);
    assertThat(seen())
        .containsExactly("ARRIVAL PORT Rajin 12:02:00Z", "ARRIVAL BERTH Pier 1 12:04:00Z");
    sail(IN_PORT, 3, 12);
    sail(AT_SEA, 9, 12);
    assertThat(seen())
        .endsWith("DEPARTURE BERTH Pier 1 12:06:00Z", "DEPARTURE PORT Rajin 12:08:00Z");
    assertThat(watch.crossings()).isEqualTo(4);
    assertThat(watch.withoutCall()).isEqualTo(4);
  }

  @Test
  void aRestartRepeatsNothingAndMissesNothing() throws Exception {
    sail(AT_SEA, 9, 12);
    sail(ALONGSIDE, 0.05, 12);
    assertThat(seen()).hasSize(2);
    stop();
    start();
    sail(ALONGSIDE, 0.05, 12);
    assertThat(seen()).hasSize(2);
    stop();
    start();
    sail(AT_SEA, 9, 12);
    assertThat(seen()).hasSize(4).last().isEqualTo("DEPARTURE BERTH Pier 1 12:06:00Z");
  }

  @Test
  void whatIsStaleAheadOrBadIsNoPosition() throws Exception {
    sail(AT_SEA, 9, 12);
    now = now.plus(Duration.ofMinutes(30));
    for (int i = 0; i < 12; i++) {
      now = now.plusSeconds(10);
      say(ALONGSIDE, 0.05, now.minus(Duration.ofMinutes(11)), Quality.GOOD);
      look();
    }
    for (int i = 0; i < 12; i++) {
      now = now.plusSeconds(10);
      say(ALONGSIDE, 0.05, now, Quality.INVALID);
      look();
    }
    for (int i = 0; i < 12; i++) {
      now = now.plusSeconds(10);
      say(ALONGSIDE, 0.05, now.plus(Duration.ofDays(365)), Quality.GOOD);
      look();
    }
    assertThat(seen()).isEmpty();
    assertThat(watch.ignored()).isEqualTo(24);
  }

  @Test
  void aBerthIsNotReachedWhileTheSpeedIsUnknown() throws Exception {
    sail(AT_SEA, 9, 12);
    sail(ALONGSIDE, Double.NaN, 12);
    assertThat(seen()).containsExactly("ARRIVAL PORT Rajin 12:02:00Z");
  }

  @Test
  void aLookThatTheBookDidNotKeepIsDoneAgain() throws Exception {
    sail(AT_SEA, 9, 12);
    for (int i = 0; i < 6; i++) {
      now = now.plusSeconds(10);
      say(ALONGSIDE, 0.05, now, Quality.GOOD);
      look();
    }
    now = now.plusSeconds(10);
    say(ALONGSIDE, 0.05, now, Quality.GOOD);
    book.ask(
            ledger -> {
              watch.look(ledger);
              throw new SQLException("the disk has gone");
            })
        .exceptionally(gone -> null)
        .get(2, TimeUnit.MINUTES);
    assertThat(seen()).isEmpty();
    look();
    look();
    assertThat(seen()).hasSize(2);
    assertThat(watch.crossings()).isEqualTo(2);
  }

  @Test
  void theCrossingSaysWhereItsPositionsCameFrom() throws Exception {
    sail(AT_SEA, 9, 12);
    sail(ALONGSIDE, 0.05, 12);
    assertThat(crossings().get(0).content())
        .contains("\"origin\":\"SIMULATED\"", "\"earliest\":\"2026-01-15T12:01:50Z\"");
  }

  private void sail(double north, double speed, int fixes) throws Exception {
    for (int i = 0; i < fixes; i++) {
      say(north, speed, now, Quality.GOOD);
      look();
      look();
      now = now.plusSeconds(10);
    }
  }

  private void look() throws Exception {
    book.ask(
            ledger -> {
              watch.look(ledger);
              return true;
            })
        .get(2, TimeUnit.MINUTES);
  }

  private List<Entry> crossings() throws Exception {
    Query all =
        new Query(
            RecordKind.CROSSING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            0,
            100);
    return book.ask(ledger -> ledger.list(all, Author.LOCAL)).get(2, TimeUnit.MINUTES);
  }

  private List<String> seen() throws Exception {
    return crossings().stream().map(PortWatchTest::words).toList();
  }

  private static String words(Entry entry) {
    String json = entry.content();
    return field(json, "event")
        + " "
        + field(json, "location")
        + " "
        + field(json, "name")
        + " "
        + field(json, "time").substring(11);
  }

  private static String field(String json, String name) {
    String from = json.substring(json.indexOf("\"" + name + "\":\"") + name.length() + 4);
    return from.substring(0, from.indexOf('"'));
  }

  private void say(double north, double speed, Instant at, Quality quality) {
    sequence++;
    fleet.heard(
        SHE,
        TestShip.block(sequence, sequence, DataOrigin.SIMULATED),
        List.of(
            latest(0, "navigation.position.latitude", 42.24 + north, at, quality),
            latest(1, "navigation.position.longitude", 130.30, at, quality),
            latest(2, "navigation.speedOverGround", speed, at, quality)),
        now.toEpochMilli());
  }

  private Latest latest(int id, String path, double value, Instant at, Quality quality) {
    return new Latest(
        new Channel(id, path, "gps", "x", 1e-7, 100, path),
        STREAM,
        sequence,
        at.toEpochMilli(),
        Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
        quality);
  }
}
