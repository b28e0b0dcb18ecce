package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.StreamLedger;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;

class IngestTest {

  private static final WriteOutcome NO_CONNECTION = new WriteOutcome.Unavailable("refused", false);
  private static final WriteOutcome ERROR_500 = new WriteOutcome.Unavailable("HTTP 500", true);

  @TempDir Path directory;
  private TestIngest shore;
  private MemoryStore store;
  private Fleet fleet;
  private ChannelTables tables;
  private IngestCounts counts;
  private RecordingLink link;
  private Ingest ingest;

  @BeforeEach
  void start() {
    shore = new TestIngest(directory);
    store = shore.store;
    fleet = shore.fleet;
    tables = shore.tables;
    counts = shore.counts;
    link = shore.link;
    ingest = shore.live;
  }

  @Test
  void storesThenReceiptsThenAcknowledges() {
    InboundMessage message = arrive(TestShip.block(1, 3));
    assertThat(ingest.work()).isTrue();

    assertThat(store.readings()).hasSize(9);
    assertThat(store.readings().get(0).value()).hasValue(4.01);
    assertThat(link.receipted.ranges()).containsExactly(new Range(1, 3));
    assertThat(link.acknowledged).containsExactly(message);
    assertThat(ledger().readings()).isEqualTo(9);
  }

  @Test
  void acknowledgesNothingWithoutAReceipt() {
    link.broken = true;
    arrive(TestShip.block(1, 3));
    assertThat(ingest.work()).as("the connection is of no use").isFalse();
    assertThat(link.acknowledged).isEmpty();

    ingest.lost();
    link.broken = false;
    ingest.connected(link);
    arrive(TestShip.block(1, 3));
    ingest.work();
    assertThat(link.acknowledged).hasSize(1);
    assertThat(store.readings()).hasSize(9);
    assertThat(counts.duplicateReadings.sum()).isEqualTo(9);
    assertThat(ledger().readings()).as("counted once").isEqualTo(9);
  }

  @Test
  void aBlockPackedAnotherWayChangesNothing() {
    arrive(TestShip.block(1, 4));
    ingest.work();
    arrive(TestShip.block(3, 6));
    ingest.work();
    arrive(TestShip.block(1, 6));
    ingest.work();
    assertThat(store.readings()).hasSize(18);
    assertThat(ledger().readings()).isEqualTo(18);
    assertThat(ledger().rows()).containsExactly(new Range(1, 6));
  }

  @Test
  void waitsForAStoreThatIsAwayAndCatchesUp() {
    store.goAway(NO_CONNECTION);
    for (int i = 0; i < 20; i++) {
      arrive(TestShip.block(i * 10 + 1, i * 10 + 10));
      ingest.work();
      shore.nanos += 1_000_000_000L;
    }
    assertThat(link.acknowledged).isEmpty();
    assertThat(shore.keeper.state()).isEqualTo(StoreState.DOWN);
    assertThat(counts.storeFailures.sum()).as("attempts are spaced").isBetween(3L, 12L);

    store.comeBack();
    shore.aMinutePasses();
    ingest.work();
    assertThat(link.acknowledged).hasSize(20);
    assertThat(link.receipted.ranges()).containsExactly(new Range(1, 200));
    assertThat(store.readings()).hasSize(600);
    assertThat(shore.keeper.state()).isEqualTo(StoreState.UP);
  }

  @Test
  void dropsNothingWhenItIsNotAllowedToWrite() {
    store.goAway(new WriteOutcome.Misconfigured("HTTP 401"));
    arrive(TestShip.block(1, 1));
    for (int i = 0; i < 100; i++) {
      ingest.work();
      shore.aMinutePasses();
    }
    assertThat(shore.keeper.state()).isEqualTo(StoreState.MISCONFIGURED);
    assertThat(link.acknowledged).isEmpty();
    store.comeBack();
    ingest.work();
    assertThat(link.acknowledged).hasSize(1);
  }

  @Test
  void failsBetweenDataAndLedgerWithoutALoss() {
    ingest.work();
    store.once(new WriteOutcome.Written()); // channels: said to be written, kept by nobody
    arrive(TestShip.block(1, 2));
    store.poison(Point.Ledger.class::isInstance, NO_CONNECTION);
    ingest.work();
    assertThat(store.readings()).hasSize(6);
    assertThat(link.receipted.isEmpty()).isTrue();

    store.poison(point -> false, NO_CONNECTION);
    shore.aMinutePasses();
    ingest.work();
    assertThat(link.receipted.ranges()).containsExactly(new Range(1, 2));
    assertThat(ledger().readings()).isEqualTo(6);
    assertThat(store.points.values().stream().filter(Point.ChannelEntry.class::isInstance))
        .as("tables are written again after a failure")
        .hasSize(TestShip.CHANNELS);
  }

  @Test
  void setsAsideTheOneReadingThatTheStoreRefuses() throws Exception {
    store.poison(IngestTest::isFifth, new WriteOutcome.Refused("HTTP 400: line 14"));
    arrive(TestShip.block(1, 10));
    ingest.work();

    assertThat(store.readings()).hasSize(29);
    assertThat(counts.pointsRefused.sum()).isEqualTo(1);
    assertThat(ledger().readings()).isEqualTo(29);
    assertThat(ledger().refused()).isEqualTo(1);
    assertThat(link.receipted.ranges()).containsExactly(new Range(1, 10));
    assertThat(letters()).hasSize(2).anyMatch(name -> name.endsWith(".point"));

    arrive(TestShip.block(1, 10));
    ingest.work();
    assertThat(ledger().refused()).as("not counted twice").isEqualTo(1);
    assertThat(letters()).hasSize(2);
  }

  @Test
  void findsThePoisonBehindAnErrorOfTheStore() {
    store.poison(IngestTest::isFifth, ERROR_500);
    arrive(TestShip.block(1, 10));
    for (int i = 0; i < PatientWriter.FAILURES_BEFORE_BLAME; i++) {
      ingest.work();
      assertThat(link.acknowledged).isEmpty();
      shore.aMinutePasses();
    }
    ingest.work();
    assertThat(store.readings()).hasSize(29);
    assertThat(link.acknowledged).hasSize(1);
  }

  @Test
  void doesNotTakeAnIllStoreForPoison() {
    store.goAway(ERROR_500);
    arrive(TestShip.block(1, 100));
    for (int i = 0; i < 50; i++) {
      ingest.work();
      shore.aMinutePasses();
    }
    assertThat(counts.pointsRefused.sum()).isZero();
    store.comeBack();
    ingest.work();
    assertThat(store.readings()).hasSize(300);
  }

  @Test
  void aStoreThatLostItsTablesIsPreparedAgain() {
    arrive(TestShip.block(1, 10));
    ingest.work();
    store.dropTables();
    arrive(TestShip.block(11, 20));
    ingest.work();
    assertThat(counts.pointsRefused.sum()).isZero();
    assertThat(link.acknowledged).hasSize(1);

    shore.aMinutePasses();
    ingest.work();
    assertThat(store.readings()).hasSize(30);
    assertThat(link.acknowledged).hasSize(2);
    assertThat(ledger().holes()).as("what was in the tables").containsExactly(new Range(1, 10));
  }

  @Test
  void looksAgainAtAStoreThatWasLeftAlone() {
    arrive(TestShip.block(1, 3));
    ingest.work();
    store.points.clear();
    shore.nanos += StoreKeeper.RECHECK_NANOS;
    ingest.work();
    assertThat(ledger().readings()).isZero();
  }

  @Test
  void setsAsideALonelyReadingThatIsRefusedAgainAndAgain() {
    store.poison(Point.Reading.class::isInstance, new WriteOutcome.Refused("HTTP 400"));
    arrive(TestShip.block(1, 1));
    for (int i = 0; i <= PatientWriter.FAILURES_BEFORE_BLAME; i++) {
      assertThat(link.acknowledged).isEmpty();
      ingest.work();
      shore.aMinutePasses();
    }
    assertThat(counts.pointsRefused.sum()).isEqualTo(3);
    assertThat(link.acknowledged).hasSize(1);
  }

  @Test
  void halvesWhatIsTooLarge() {
    store.takeAtMost(10);
    arrive(TestShip.block(1, 30));
    ingest.work();
    assertThat(store.readings()).hasSize(90);
    assertThat(counts.pointsRefused.sum()).isZero();
  }

  @Test
  void setsAsideWhatItCannotRead() throws Exception {
    byte[] poison = new BlockCodec().encode(TestShip.block(1, 1));
    poison[poison.length / 2] ^= 1;
    for (int i = 0; i < 3; i++) {
      InboundMessage message = RecordingLink.message("plimsoll/v1/imo9876543/blocks", poison);
      ingest.arrived(message);
      assertThat(link.acknowledged).endsWith(message);
    }
    assertThat(counts.deadLetters.sum()).isEqualTo(3);
    assertThat(letters()).as("the same letter is kept once").hasSize(2);
    assertThat(Files.readString(reason())).startsWith("CHECKSUM");
    assertThat(link.receipted.isEmpty()).as("the ship keeps it").isTrue();
  }

  @Test
  void refusesWhatWasNotMeasuredHereAndNow() throws Exception {
    ingest.arrived(RecordingLink.arrival(TestShip.block(1, 1, DataOrigin.SIMULATED)));
    ingest.work();
    assertThat(store.points).isEmpty();
    assertThat(counts.deadLetters.sum()).isEqualTo(1);
    assertThat(Files.readString(reason())).contains("SIMULATED");
  }

  @Test
  void refusesAStreamOfAnotherVessel() {
    arrive(TestShip.block(1, 1));
    ingest.work();
    byte[] bytes = new BlockCodec().encode(TestShip.block(2, 2));
    ingest.arrived(RecordingLink.message("plimsoll/v1/mmsi123456789/blocks", bytes));
    ingest.work();
    assertThat(counts.deadLetters.sum()).isEqualTo(1);
    assertThat(fleet.vessel(new VesselId("mmsi123456789"))).isEmpty();
  }

  @Test
  void countsDeadLettersThatFindNoRoom() throws Exception {
    for (int i = 0; i < 15; i++) {
      ingest.arrived(RecordingLink.message("plimsoll/v1/imo9876543/blocks", new byte[] {(byte) i}));
    }
    assertThat(letters()).hasSize(20);
    assertThat(counts.deadLettersNotKept.sum()).isEqualTo(5);
    assertThat(link.acknowledged).hasSize(15);
  }

  @Test
  void waitsForTheChannelTable() {
    StreamId other = new StreamId("ffffffffffffffffffffffffffffffff");
    Block block =
        new Block(other, 1, DataOrigin.LIVE, List.of(new Gap(1, 1, 1, GapReason.THINNED)));
    arrive(block);
    arrive(TestShip.block(1, 1));
    ingest.work();
    assertThat(link.acknowledged).as("the other gets past").hasSize(1);

    tables.put(TestShip.ID, new ChannelTable(other, TestShip.channels().channels().subList(0, 1)));
    ingest.work();
    assertThat(link.acknowledged).hasSize(2);
    assertThat(fleet.ledger(TestShip.ID, other).gapReadings()).isEqualTo(1);
  }

  @Test
  void letsGoWithoutAReceiptWhenTooManyWait() {
    StreamId other = new StreamId("ffffffffffffffffffffffffffffffff");
    for (int i = 1; i <= IngestCore.LIVE_WINDOW / 2 + 3; i++) {
      arrive(new Block(other, 1, DataOrigin.LIVE, List.of(new Gap(i, i, 1, GapReason.THINNED))));
    }
    ingest.work();
    assertThat(link.acknowledged).hasSize(3);
    assertThat(counts.blocksPutBack.sum()).isEqualTo(3);
    assertThat(link.receipted.isEmpty()).isTrue();
  }

  @Test
  void knowsAfterARestartWhatIsStored() {
    arrive(TestShip.block(1, 3));
    arrive(TestShip.block(6, 6));
    ingest.work();

    TestIngest restarted = new TestIngest(directory, store);
    restarted.live.work();
    Fleet next = restarted.fleet;

    StreamLedger ledger = next.ledger(TestShip.ID, TestShip.STREAM);
    assertThat(ledger.holes()).containsExactly(new Range(4, 5));
    assertThat(next.vessel(TestShip.ID).orElseThrow().latest()).hasSize(3);
    restarted.arrive(TestShip.block(4, 5));
    restarted.live.work();
    assertThat(next.ledger(TestShip.ID, TestShip.STREAM).holes())
        .as("the channel table came from the store")
        .isEmpty();
  }

  @Test
  void seesThatTheStoreWasRestoredFromYesterday() {
    arrive(TestShip.block(1, 3));
    ingest.work();
    store.goAway(NO_CONNECTION);
    arrive(TestShip.block(4, 4));
    ingest.work();
    store.points.clear();
    store.comeBack();
    shore.aMinutePasses();
    ingest.work();
    assertThat(ledger().holes()).containsExactly(new Range(1, 3));
  }

  private static boolean isFifth(Point point) {
    return point instanceof Point.Reading reading
        && reading.sequence() == 5
        && reading.path().equals("test.value1");
  }

  private InboundMessage arrive(Block block) {
    return shore.arrive(block);
  }

  private StreamLedger ledger() {
    return fleet.ledger(TestShip.ID, TestShip.STREAM);
  }

  private List<String> letters() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Path reason() throws Exception {
    return directory.resolve(
        letters().stream().filter(name -> name.endsWith(".reason")).findFirst().orElseThrow());
  }
}
