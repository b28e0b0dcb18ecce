package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.RequestMessage;

class HoleWatchTest {

  private static final long SECOND = 1_000_000_000L;

  private final Fleet fleet = new Fleet();
  private long nanos;
  private final Receipted receipted = new Receipted(fleet);
  private final HoleWatch watch = new HoleWatch(fleet, receipted, () -> nanos);

  @Test
  void asksForAHoleThatStays() {
    fleet.heard(TestShip.status(true), TestShip.T0);
    stored(1, 3, 6);
    assertThat(after(59)).isEmpty();
    assertThat(after(2))
        .containsExactly(
            new HoleWatch.Wanted(
                TestShip.ID,
                new RequestMessage(TestShip.STREAM, List.of(new Range(2, 2), new Range(4, 5)))));
    assertThat(after(30)).as("not again at once").isEmpty();
    assertThat(after(91)).hasSize(1);
  }

  @Test
  void asksEverMoreSeldomForWhatTheShipKeeps() {
    fleet.heard(TestShip.status(true), TestShip.T0);
    stored(1, 3);
    List<Integer> askedAfterMinutes = new ArrayList<>();
    for (int minute = 0; minute < 260; minute++) {
      if (!after(60).isEmpty()) {
        askedAfterMinutes.add(minute);
      }
    }
    assertThat(askedAfterMinutes).containsExactly(1, 3, 7, 15, 31, 63, 127, 191, 255);
    stored(5);
    assertThat(after(59)).as("another hole: a minute again").isEmpty();
    assertThat(after(2)).hasSize(1);
  }

  @Test
  void leavesBacklogThatComesInAlone() {
    fleet.heard(TestShip.status(true), TestShip.T0);
    stored(100);
    for (long row = 1; row < 90; row++) {
      assertThat(after(30)).isEmpty();
      stored(row);
    }
  }

  @Test
  void asksNobodyWhoIsNotThere() {
    stored(2);
    assertThat(after(300)).as("never heard").isEmpty();
    fleet.heard(TestShip.status(false), TestShip.T0);
    assertThat(after(300)).as("offline").isEmpty();
    fleet.heard(TestShip.status(true), TestShip.T0);
    assertThat(after(59)).isEmpty();
  }

  @Test
  void asksWhomReadingsComeFromThoughAnOldStatusSaysThatSheIsAway() {
    fleet.heard(TestShip.status(false), TestShip.T0);
    stored(2);
    assertThat(after(300)).as("away").isEmpty();
    fleet.heard(TestShip.ID, TestShip.block(4, 4), List.of(), TestShip.T0 + 1);
    stored(4);
    assertThat(after(62)).hasSize(1);
    assertThat(after(120)).hasSize(1);
    assertThat(after(3_600)).as("silent for ten minutes: she may be away").hasSize(1);
  }

  @Test
  void asksWhoNeverSaidThatSheIsThereForTheStreamOfHerNewestBlock() {
    assertThat(after(1)).isEmpty();
    stored(2);
    assertThat(after(1)).isEmpty();
    fleet.heard(TestShip.ID, TestShip.block(2, 2), List.of(), TestShip.T0);
    assertThat(after(62))
        .containsExactly(
            new HoleWatch.Wanted(
                TestShip.ID, new RequestMessage(TestShip.STREAM, List.of(new Range(1, 1)))));
  }

  @Test
  void asksForNothingThatAnotherStationHasReceipted() {
    fleet.heard(TestShip.status(true), TestShip.T0);
    stored(1, 9);
    assertThat(receipt(2, 5)).as("of another station").isTrue();
    assertThat(receipt(9, 9)).as("of this one").isFalse();
    assertThat(asked(62)).containsExactly(new Range(6, 8));
  }

  @Test
  void asksWhenTheStoreWasReadTwiceAndHasNotWhatWasReceipted() {
    fleet.heard(TestShip.status(true), TestShip.T0);
    stored(1, 3);
    receipt(2, 2);
    reload(1, 3);
    assertThat(asked(300)).as("receipted while it was read, perhaps").isEmpty();
    reload(1, 3);
    assertThat(asked(62)).containsExactly(new Range(2, 2));
  }

  private boolean receipt(long first, long last) {
    return receipted.heard(
        TestShip.ID, new ReceiptMessage(TestShip.STREAM, List.of(new Range(first, last))));
  }

  private List<Range> asked(int seconds) {
    return after(seconds).stream().flatMap(wanted -> wanted.request().ranges().stream()).toList();
  }

  private void reload(long... rows) {
    fleet.reload(Arrays.stream(rows).mapToObj(HoleWatchTest::row).toList());
  }

  private static Point.Ledger row(long number) {
    return new Point.Ledger(
        TestShip.ID, TestShip.STREAM, Point.Kind.ROW, number, number, 3, "", TestShip.T0);
  }

  /** Whatever is wanted in so many seconds, looked at every second. */
  private List<HoleWatch.Wanted> after(int seconds) {
    List<HoleWatch.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      nanos += SECOND;
      wanted.addAll(watch.wanted());
    }
    return wanted;
  }

  private void stored(long... rows) {
    for (long row : rows) {
      fleet.stored(TestShip.ID, List.of(row(row)));
    }
  }
}
