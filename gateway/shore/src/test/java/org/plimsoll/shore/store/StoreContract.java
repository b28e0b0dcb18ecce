package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/**
 * What the shore relies on, asked of a real store: what was accepted is read back, point for point,
 * whatever the order, however often it was written, and after the server was started again.
 */
abstract class StoreContract {

  static final long T0 = 1_767_225_600_000L;
  static final StreamId STREAM = new StreamId("0123456789abcdef0123456789abcdef");
  private static final StreamId OTHER = new StreamId("ffffffffffffffffffffffffffffffff");

  /** A prepared store; the same for all tests. */
  abstract Store store();

  /** Ends the server without warning and starts it again at the same address, if it can be. */
  abstract void restart() throws Exception;

  @Test
  void keepsAPointOnceAndAsItWas() throws Exception {
    VesselId vessel = new VesselId("imo9876543");
    Point.Reading reading = reading(vessel, "hull.trim", T0, 4.913, 7);
    Point.Reading none =
        new Point.Reading(
            vessel,
            "hull.list",
            "draught",
            2,
            T0 + 100,
            OptionalDouble.empty(),
            Quality.INVALID,
            7,
            STREAM);
    written(List.of(reading, none));
    written(List.of(none, reading));
    written(List.of(reading));

    await().until(() -> store().latest(vessel).size() == 2);
    assertThat(store().latest(vessel)).containsExactlyInAnyOrder(reading, none);
    HistoryQuery query =
        new HistoryQuery(vessel, "hull.trim", Optional.empty(), T0 - 1000, T0 + 1000, 10);
    assertThat(store().history(query).points()).hasSize(1);
  }

  @Test
  void twoEpochsOfOneTimeAreTwoPoints() throws Exception {
    VesselId vessel = new VesselId("mmsi123456789");
    long before = store().count();
    for (int epoch = 0; epoch < 2; epoch++) {
      written(
          List.of(
              new Point.Reading(
                  vessel,
                  "hull.trim",
                  "draught",
                  epoch,
                  T0,
                  OptionalDouble.of(epoch),
                  Quality.GOOD,
                  epoch + 1L,
                  STREAM)));
    }
    await().until(() -> store().count() == before + 2);
  }

  @Test
  void joinsTheRowsOfTheLedger() throws Exception {
    VesselId vessel = new VesselId("mmsi234567890");
    List<Point.Ledger> entries = new ArrayList<>();
    for (long row : new long[] {1, 2, 3, 7, 8}) {
      entries.add(row(vessel, STREAM, row, 10));
    }
    entries.add(row(vessel, OTHER, 4, 1));
    Point.Ledger gap = new Point.Ledger(vessel, STREAM, Point.Kind.GAP, 4, 5, 20, "THINNED", 0);
    entries.add(gap);
    written(entries);
    written(List.of(row(vessel, STREAM, 3, 10), row(vessel, STREAM, 2, 10)));

    List<Point.Ledger> ledger =
        store().ledger().stream().filter(entry -> entry.vessel().equals(vessel)).toList();
    assertThat(ledger)
        .containsExactlyInAnyOrder(
            new Point.Ledger(vessel, STREAM, Point.Kind.ROW, 1, 3, 30, "", 0),
            new Point.Ledger(vessel, STREAM, Point.Kind.ROW, 7, 8, 20, "", 0),
            new Point.Ledger(vessel, OTHER, Point.Kind.ROW, 4, 4, 1, "", 0),
            gap);
  }

  @Test
  void aLongLedgerIsJoinedWhateverItsHoles() throws Exception {
    VesselId vessel = new VesselId("mmsi600000001");
    StreamId stream = new StreamId("00000000000000000000000000000abc");
    List<Point.Ledger> wanted =
        List.of(
            joined(vessel, stream, 1, 15_000),
            joined(vessel, stream, 15_002, 19_999),
            joined(vessel, stream, 20_001, 30_000),
            joined(vessel, stream, 70_010, 70_200));
    List<Point.Ledger> batch = new ArrayList<>();
    for (Point.Ledger range : wanted) {
      for (long row = range.first(); row <= range.last(); row++) {
        batch.add(
            new Point.Ledger(vessel, stream, Point.Kind.ROW, row, row, 1 + row % 3, "", T0 + row));
        if (batch.size() == Store.MAX_BATCH || row == range.last()) {
          written(batch);
          batch.clear();
        }
      }
    }
    await()
        .untilAsserted(
            () ->
                assertThat(store().ledger().stream().filter(entry -> entry.vessel().equals(vessel)))
                    .containsExactlyElementsOf(wanted));
  }

  private static Point.Ledger joined(VesselId vessel, StreamId stream, long first, long last) {
    long readings = 0;
    for (long row = first; row <= last; row++) {
      readings += 1 + row % 3;
    }
    return new Point.Ledger(vessel, stream, Point.Kind.ROW, first, last, readings, "", 0);
  }

  @Test
  void keepsChannelsWithWhateverTitle() throws Exception {
    VesselId vessel = new VesselId("mmsi345678901");
    String title = "Draught \"aft\", \\ port = größe, 吃水";
    Channel channel = new Channel(0, "hull.draught.aft.port", "draught", "m", 0.001, 100, title);
    written(List.of(new Point.ChannelEntry(vessel, STREAM, channel)));
    written(List.of(new Point.ChannelEntry(vessel, STREAM, channel)));

    await()
        .until(() -> store().channels().stream().anyMatch(entry -> entry.vessel().equals(vessel)));
    assertThat(store().channels().stream().filter(entry -> entry.vessel().equals(vessel)))
        .containsExactly(new Point.ChannelEntry(vessel, STREAM, channel));
  }

  @Test
  void thinsAHistoryWithoutLosingItsPeaks() throws Exception {
    VesselId vessel = new VesselId("mmsi456789012");
    List<Point.Reading> readings = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double value = i == 777 ? 99 : i == 1234 ? -99 : 0.5;
      readings.add(reading(vessel, "hull.trim", T0 + i * 1000L, value, i + 1));
    }
    written(readings);
    HistoryQuery query =
        new HistoryQuery(vessel, "hull.trim", Optional.empty(), T0, T0 + 2_000_000, 100);
    await().until(() -> store().history(query).stepMillis() > 0);

    History history = store().history(query);
    assertThat(history.source()).contains("draught");
    assertThat(history.points()).hasSizeLessThanOrEqualTo(100);
    assertThat(history.points())
        .isSortedAccordingTo((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
    assertThat(history.points()).extracting(at -> at.value().orElseThrow()).contains(99.0, -99.0);
  }

  @Test
  void aHistoryOfNothingIsEmpty() throws Exception {
    HistoryQuery query =
        new HistoryQuery(
            new VesselId("mmsi999999999"), "hull.trim", Optional.empty(), T0, T0 + 1, 10);
    assertThat(store().history(query).points()).isEmpty();
  }

  @Test
  void whateverTheOrderAndHoweverOftenEachPointIsThereOnce() throws Exception {
    VesselId vessel = new VesselId("mmsi567890123");
    List<Point.Reading> readings = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 1500; i++) {
      double value = Math.rint(random.nextGaussian() * 1e6) / 1000;
      readings.add(reading(vessel, "hull.trim", T0 + i * 100L, value, i + 1));
    }
    List<Point.Reading> sent = new ArrayList<>(readings);
    sent.addAll(readings.subList(0, 700));
    Collections.shuffle(sent, random);
    for (int i = 0; i < sent.size(); i += 400) {
      written(sent.subList(i, Math.min(sent.size(), i + 400)));
    }
    restart();
    HistoryQuery query =
        new HistoryQuery(vessel, "hull.trim", Optional.empty(), T0, T0 + 150_000, 2000);
    await().until(() -> store().history(query).points().size() == 1500);
    assertThat(store().history(query).points())
        .containsExactlyElementsOf(
            readings.stream().map(one -> new History.At(one.timeMillis(), one.value())).toList());
  }

  @Test
  void whatHasNoUsableValueIsThereWithoutOne() throws Exception {
    VesselId vessel = new VesselId("mmsi678901234");
    for (Quality quality : Quality.values()) {
      written(
          List.of(
              new Point.Reading(
                  vessel,
                  "hull.list",
                  "draught",
                  0,
                  T0 + quality.ordinal(),
                  OptionalDouble.of(0),
                  quality,
                  1,
                  STREAM)));
    }
    HistoryQuery query =
        new HistoryQuery(vessel, "hull.list", Optional.of("draught"), T0, T0 + 100, 10);
    await().until(() -> store().history(query).points().size() == 6);
    for (History.At at : store().history(query).points()) {
      boolean usable = Quality.values()[(int) (at.timeMillis() - T0)].isUsable();
      assertThat(at.value().isPresent()).isEqualTo(usable);
    }
  }

  final void written(List<? extends Point> points) {
    assertThat(store().write(points)).isEqualTo(new WriteOutcome.Written());
  }

  static Point.Reading reading(
      VesselId vessel, String path, long time, double value, long sequence) {
    return new Point.Reading(
        vessel, path, "draught", 0, time, OptionalDouble.of(value), Quality.GOOD, sequence, STREAM);
  }

  private static Point.Ledger row(VesselId vessel, StreamId stream, long sequence, long readings) {
    return new Point.Ledger(
        vessel, stream, Point.Kind.ROW, sequence, sequence, readings, "", T0 + sequence * 1000);
  }
}
