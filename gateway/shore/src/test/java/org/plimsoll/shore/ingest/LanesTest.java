package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.StreamLedger;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.StreamId;

/** Live blocks and backlog, each on its own connection; one station and several. */
class LanesTest {

  private static final WriteOutcome ERROR_500 = new WriteOutcome.Unavailable("HTTP 500", true);

  @TempDir Path directory;
  private TestIngest shore;

  @BeforeEach
  void start() {
    shore = new TestIngest(directory);
  }

  @Test
  void bothEndInOneLedger() {
    shore.arriveLate(TestShip.block(1, 5));
    shore.arrive(TestShip.block(6, 6));
    shore.live.work();
    assertThat(ledger(shore).rows()).containsExactly(new Range(6, 6));
    shore.backlog.work();
    assertThat(ledger(shore).rows()).containsExactly(new Range(1, 6));
    assertThat(shore.link.receipted.ranges()).containsExactly(new Range(1, 6));
    assertThat(shore.link.acknowledged).hasSize(2);
  }

  @Test
  void aLiveBlockGoesOnWhileTheBacklogOfAShipWaitsForHerTable() {
    StreamId other = new StreamId("ffffffffffffffffffffffffffffffff");
    for (int i = 1; i <= IngestCore.BACKLOG_WINDOW; i++) {
      shore.arriveLate(
          new Block(other, 1, DataOrigin.LIVE, List.of(new Gap(i, i, 1, GapReason.THINNED))));
    }
    shore.arrive(TestShip.block(1, 1));
    shore.backlog.work();
    shore.live.work();
    assertThat(shore.store.readings()).hasSize(3);
    assertThat(shore.counts.blocksPutBack.sum())
        .as("half of the window is free again")
        .isEqualTo(IngestCore.BACKLOG_WINDOW / 2);
  }

  @Test
  void aPoisonousBacklogIsFoundThoughLiveBlocksAreWritten() {
    shore.store.poison(
        point -> point instanceof Point.Reading reading && reading.sequence() == 3, ERROR_500);
    shore.arriveLate(TestShip.block(1, 5));
    for (int i = 0; i <= PatientWriter.FAILURES_BEFORE_BLAME; i++) {
      shore.backlog.work();
      shore.aMinutePasses();
      shore.arrive(TestShip.block(10 + i, 10 + i));
      shore.live.work();
    }
    assertThat(shore.counts.pointsRefused.sum()).isEqualTo(3);
    assertThat(ledger(shore).holes()).containsExactly(new Range(6, 9));
    assertThat(ledger(shore).refused()).isEqualTo(3);
  }

  @Test
  void whatOneLaneFindsAwayTheOtherLeavesAlone() {
    shore.live.work();
    shore.store.goAway(ERROR_500);
    shore.arriveLate(TestShip.block(1, 5));
    shore.arrive(TestShip.block(6, 6));
    shore.backlog.work();
    shore.live.work();
    assertThat(shore.counts.storeFailures.sum()).isEqualTo(1);
    assertThat(shore.keeper.state()).isEqualTo(StoreState.DOWN);
    shore.store.comeBack();
    shore.aMinutePasses();
    shore.live.work();
    shore.backlog.work();
    assertThat(ledger(shore).rows()).containsExactly(new Range(1, 6));
  }

  @Test
  void aStationAddsWhatAnotherOneHasStored() {
    TestIngest other = new TestIngest(directory, shore.store);
    shore.arrive(TestShip.block(1, 1));
    shore.live.work();
    other.arriveLate(TestShip.block(2, 5));
    other.backlog.work();
    shore.overheard.arrived(
        RecordingLink.message(
            TestShip.TOPICS.receipts(TestShip.ID),
            Messages.toJson(new ReceiptMessage(TestShip.STREAM, List.of(new Range(2, 5))))));
    long row = 6;
    for (long at = 0; at < StoreKeeper.RECHECK_NANOS; at += 60_000_000_000L) {
      assertThat(ledger(shore).readings()).as("its own").isEqualTo(3 * (row - 5));
      shore.aMinutePasses();
      shore.arrive(TestShip.block(row, row));
      shore.live.work();
      shore.backlog.work();
      row++;
    }
    assertThat(ledger(shore).rows()).containsExactly(new Range(1, row - 1));
    assertThat(ledger(shore).readings()).isEqualTo(3 * (row - 1));
  }

  @Test
  void aTableThatWasMissedIsReadFromTheStoreThatAnotherStationWroteItTo() {
    StreamId stream = new StreamId("ffffffffffffffffffffffffffffffff");
    ChannelTable table = new ChannelTable(stream, TestShip.channels().channels());
    TestIngest other = new TestIngest(directory, shore.store);
    other.tables.put(TestShip.ID, table);
    Block mine = new Block(stream, 3, DataOrigin.LIVE, List.of(TestShip.row(1)));
    Block theirs = new Block(stream, 3, DataOrigin.LIVE, List.of(TestShip.row(2)));
    shore.arrive(mine);
    shore.live.work();
    shore.backlog.work();
    assertThat(shore.link.acknowledged).as("nobody knows the table yet").isEmpty();

    other.arrive(theirs);
    other.live.work();
    shore.nanos += StoreKeeper.TABLES_NANOS;
    shore.live.work();
    shore.backlog.work();
    shore.live.work();
    assertThat(shore.link.acknowledged).hasSize(1);
    assertThat(shore.tables.of(stream).orElseThrow().table()).isEqualTo(table);
  }

  private static StreamLedger ledger(TestIngest station) {
    return station.fleet.ledger(TestShip.ID, TestShip.STREAM);
  }
}
