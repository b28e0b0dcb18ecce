package org.plimsoll.shore.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.Range;

class StreamLedgerTest {

  @Test
  void nothingHasNoHoles() {
    StreamLedger empty = StreamLedger.empty(TestShip.STREAM);
    assertThat(empty.holes()).isEmpty();
    assertThat(empty.first()).isZero();
    assertThat(empty.last()).isZero();
  }

  @Test
  void rowsGapsAndHolesAreTheWholeStream() {
    StreamLedger ledger =
        StreamLedger.empty(TestShip.STREAM).with(List.of(row(2), row(3), gap(5, 7, 30), row(10)));
    assertThat(ledger.holes()).containsExactly(new Range(1, 1), new Range(4, 4), new Range(8, 9));
    assertThat(ledger.readings()).isEqualTo(30);
    assertThat(ledger.gapReadings()).isEqualTo(30);
    assertThat(ledger.first()).isEqualTo(2);
    assertThat(ledger.last()).isEqualTo(10);
  }

  @Test
  void aGapThatGrowsSwallowsTheOld() {
    StreamLedger ledger =
        StreamLedger.empty(TestShip.STREAM)
            .with(List.of(gap(5, 7, 30), gap(4, 9, 60), gap(6, 6, 10)));
    assertThat(ledger.gaps()).hasSize(1);
    assertThat(ledger.gapReadings()).isEqualTo(60);
  }

  /** A block that a stranger made the ship let go of was damaged as well, later: seed 32098. */
  @Test
  void aGapThatNobodyCountedCoversOnlyWhatNoOtherCounts() {
    List<Point.Ledger> entries =
        new ArrayList<>(List.of(gap(1, 5, 0), gap(2, 3, 94), gap(9, 12, 40), gap(8, 10, 0)));
    for (int turn = 0; turn < 4; turn++) {
      StreamLedger ledger = StreamLedger.empty(TestShip.STREAM).with(entries);
      assertThat(ledger.gaps())
          .containsExactly(
              lost(1, 1, 0), lost(2, 3, 94), lost(4, 5, 0), lost(8, 8, 0), lost(9, 12, 40));
      assertThat(ledger.with(entries)).isEqualTo(ledger);
      Collections.rotate(entries, 1);
    }
  }

  /** Whatever the order and however often, the sum is the same. */
  @RepeatedTest(50)
  void orderAndRepetitionChangeNothing(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Point.Ledger> entries = new ArrayList<>();
    for (int sequence = 1; sequence <= 60; sequence++) {
      if (random.nextInt(4) != 0) {
        entries.add(row(sequence));
      }
    }
    StreamLedger once = StreamLedger.empty(TestShip.STREAM).with(entries);
    List<Point.Ledger> shuffled = new ArrayList<>(entries);
    shuffled.addAll(entries);
    Collections.shuffle(shuffled, random);
    StreamLedger ledger = StreamLedger.empty(TestShip.STREAM);
    for (int i = 0; i < shuffled.size(); i += 7) {
      ledger = ledger.with(shuffled.subList(i, Math.min(shuffled.size(), i + 7)));
    }
    assertThat(ledger).isEqualTo(once);
    long missing = ledger.holes().stream().mapToLong(Range::length).sum();
    assertThat(ledger.readings() / 10 + missing).isEqualTo(ledger.last());
  }

  private static StreamLedger.Gap lost(long first, long last, long readings) {
    return new StreamLedger.Gap(new Range(first, last), readings, "THINNED");
  }

  private static Point.Ledger row(long sequence) {
    return new Point.Ledger(
        TestShip.ID, TestShip.STREAM, Point.Kind.ROW, sequence, sequence, 10, "", TestShip.T0);
  }

  private static Point.Ledger gap(long first, long last, long readings) {
    return new Point.Ledger(
        TestShip.ID, TestShip.STREAM, Point.Kind.GAP, first, last, readings, "THINNED", 0);
  }
}
