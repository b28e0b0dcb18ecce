package org.plimsoll.vessel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** What every outbox promises. */
abstract class OutboxContract {

  static final OutboxConfig ROOMY = new OutboxConfig(1L << 30, Duration.ofDays(30));
  private static final long UNPREDICTABLE = 1L << 40;

  static final OutboxConfig TIGHT = new OutboxConfig(1L << 20, Duration.ofDays(30));

  final ManualTime time = new ManualTime();
  Outbox outbox;

  abstract Outbox open(OutboxConfig config) throws OutboxFailure;

  @BeforeEach
  void open() throws OutboxFailure {
    outbox = open(ROOMY);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void sequenceNumbersAreDenseFromOne() throws OutboxFailure {
    assertThat(outbox.counts().lastSequence()).isZero();
    for (long sequence = 1; sequence <= 5; sequence++) {
      assertThat(append(3)).isEqualTo(sequence);
    }
    assertThat(outbox.append(new CommitGroup(1, List.of(), Map.of("k", "v")))).isEqualTo(5);
    assertThat(append(1)).isEqualTo(6);
    assertThat(outbox.counts().accepted()).isEqualTo(16);
  }

  @Test
  void aChannelKeepsItsNumberUntilItsMeaningChanges() throws OutboxFailure {
    ChannelKey trim = new ChannelKey("hull.trim", "draught");
    assertThat(outbox.channelId(trim, Quantities.TRIM)).isZero();
    assertThat(outbox.channelId(new ChannelKey("hull.trim", "other"), Quantities.TRIM)).isOne();
    assertThat(outbox.channelId(trim, Quantities.TRIM)).isZero();
    assertThat(outbox.channelId(trim, Quantities.TRIM, 20)).isEqualTo(2);
    assertThat(outbox.channelId(trim, Quantities.LIST)).isEqualTo(3);
    assertThat(outbox.channels().channels()).hasSize(4);
    assertThat(outbox.channels().channel(3).orElseThrow().unit()).isEqualTo("rad");
  }

  @Test
  void aSampleOfAChannelWithoutANumberIsADefect() {
    assertThatThrownBy(() -> outbox.append(CommitGroup.of(1, List.of(sample(7, 1, 1)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void memoryIsKeptChangedAndForgotten() throws OutboxFailure {
    outbox.append(new CommitGroup(1, List.of(), Map.of("tally", "1", "alert", "x")));
    outbox.append(new CommitGroup(1, List.of(), Map.of("tally", "2", "alert", "")));
    assertThat(outbox.memory()).isEqualTo(Map.of("tally", "2"));
  }

  @Test
  void sealedBlocksHoldWhatWasAppended() throws OutboxFailure {
    append(2);
    append(3);
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 10)).isEmpty();
    assertThat(outbox.seal()).isTrue();
    assertThat(outbox.seal()).as("nothing left to seal").isFalse();
    append(1);
    outbox.seal();
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 10))
        .containsExactly(new Range(1, 2), new Range(3, 3));
    assertThat(outbox.pending(PendingOrder.NEWEST_FIRST, 1)).containsExactly(new Range(3, 3));
    Block block = decode(1);
    assertThat(block.stream()).isEqualTo(outbox.stream());
    assertThat(block.entries())
        .containsExactly(new Row(1, 1, samples(1, 2)), new Row(2, 1, samples(2, 3)));
    assertThat(outbox.load(2)).isEmpty();
  }

  @Test
  void statisticsAreBlocksByThemselves() throws OutboxFailure {
    append(2);
    append(3);
    ChannelKey mean = new ChannelKey("hull.trim.minuteMean", "draught");
    int channel = outbox.channelId(mean, MinuteChannels.mean(Quantities.TRIM));
    outbox.append(CommitGroup.of(1, List.of(sample(channel, 1, 1))));
    append(1);
    outbox.seal();
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 10))
        .containsExactly(new Range(1, 2), new Range(3, 3), new Range(4, 4));
  }

  @Test
  void onlyAReceiptForTheWholeBlockCounts() throws OutboxFailure {
    append(1);
    append(1);
    append(1);
    outbox.seal();
    assertThat(outbox.acknowledge(List.of(new Range(1, 2)))).isZero();
    assertThat(outbox.counts().pending()).isEqualTo(3);
    assertThat(outbox.acknowledge(List.of(new Range(3, 3), new Range(1, 2)))).isOne();
    assertThat(outbox.acknowledge(List.of(new Range(1, 3)))).as("again").isZero();
    assertThat(outbox.counts().acknowledged()).isEqualTo(3);
    assertThat(outbox.counts().isDrained()).isTrue();
    assertThat(outbox.counts().ignoredReceipts()).isZero();
  }

  @Test
  void receiptsForWhatWasNeverSealedAreCountedAndIgnored() throws OutboxFailure {
    append(1);
    outbox.seal();
    append(1);
    assertThat(outbox.acknowledge(List.of(new Range(1, 1_000_000)))).isZero();
    assertThat(outbox.acknowledge(List.of(new Range(2, 2)))).isZero();
    assertThat(outbox.counts().ignoredReceipts()).isEqualTo(2);
    assertThat(outbox.counts().pending()).isEqualTo(2);
    outbox.seal();
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 9)).hasSize(2);
  }

  @Test
  void whatTheShoreAsksForBecomesPendingAgain() throws OutboxFailure {
    for (int i = 0; i < 4; i++) {
      append(2);
      append(2);
      outbox.seal();
    }
    outbox.acknowledge(List.of(new Range(1, 8)));
    assertThat(outbox.requeue(List.of(new Range(4, 5), new Range(100, 200)))).isEqualTo(2);
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 9))
        .containsExactly(new Range(3, 4), new Range(5, 6));
    assertConserved();
    assertThat(outbox.counts().acknowledged()).isEqualTo(8);
    assertThat(outbox.acknowledge(List.of(new Range(3, 6)))).isEqualTo(2);
  }

  @Test
  void acknowledgedBlocksGoAfterTheRetention() throws OutboxFailure {
    append(2);
    outbox.seal();
    outbox.acknowledge(List.of(new Range(1, 1)));
    time.pass(Duration.ofDays(29));
    outbox.seal();
    assertThat(outbox.requeue(List.of(new Range(1, 1)))).isOne();
    outbox.acknowledge(List.of(new Range(1, 1)));
    time.pass(Duration.ofDays(31));
    outbox.seal();
    assertThat(outbox.requeue(List.of(new Range(1, 7)))).as("says that it is gone").isOne();
    assertThat(decode(1).entries()).containsExactly(new Gap(1, 1, 0, GapReason.RELEASED));
    assertThat(outbox.counts().pending()).isZero();
    assertThat(append(1)).as("numbers go on").isEqualTo(2);
    assertConserved();
    outbox.acknowledge(List.of(new Range(1, 1)));
    assertThat(outbox.requeue(List.of(new Range(1, 1)))).as("the gap record itself").isOne();
    assertConserved();
  }

  @Test
  void whatDoesNotFitLeavesAGapThatTravels() throws OutboxFailure {
    outbox.close();
    outbox = open(TIGHT);
    while (outbox.counts().gapRecorded() == 0) {
      append(2_000);
      outbox.seal();
      assertConserved();
      assertThat(outbox.counts().lastSequence()).as("it must come to that").isLessThan(1_000);
    }
    assertThat(outbox.counts().pendingBytes()).isLessThanOrEqualTo(TIGHT.maxBytes());
    Block oldest = decode(1);
    assertThat(oldest.entries()).hasSize(1);
    Gap gap = (Gap) oldest.entries().get(0);
    assertThat(gap.reason()).isEqualTo(GapReason.THINNED);
    assertThat(gap.readings()).isEqualTo(outbox.counts().gapRecorded());
    assertThat(gap.readings()).isEqualTo((gap.last() - gap.first() + 1) * 2_000);
    long acknowledged = outbox.counts().acknowledged();
    assertThat(outbox.acknowledge(List.of(oldest.range()))).isOne();
    assertThat(outbox.counts().acknowledged()).as("a gap is no reading").isEqualTo(acknowledged);
    assertConserved();
  }

  @Test
  void acknowledgedBlocksGoBeforeAnythingIsLost() throws OutboxFailure {
    outbox.close();
    outbox = open(TIGHT);
    for (int i = 0; i < 200; i++) {
      append(2_000);
      outbox.seal();
      outbox.acknowledge(outbox.pending(PendingOrder.OLDEST_FIRST, 9));
    }
    assertThat(outbox.counts().gapRecorded()).isZero();
    assertThat(outbox.counts().acknowledged()).isEqualTo(400_000);
  }

  @Test
  void readingsLostBeforeTheyWereWrittenAreAGap() throws OutboxFailure {
    append(2);
    assertThat(outbox.recordLoss(7, GapReason.UNWRITTEN)).isEqualTo(2);
    assertThat(append(3)).isEqualTo(3);
    assertThat(outbox.counts().accepted()).isEqualTo(12);
    assertThat(outbox.counts().gapRecorded()).isEqualTo(7);
    assertConserved();
    outbox.seal();
    assertThat(decode(1).entries())
        .containsExactly(
            new Row(1, 1, samples(1, 2)),
            new Gap(2, 2, 7, GapReason.UNWRITTEN),
            new Row(3, 1, samples(3, 3)));
    assertThat(outbox.acknowledge(List.of(new Range(1, 3)))).isOne();
    assertThat(outbox.counts().acknowledged()).isEqualTo(5);
    assertConserved();
  }

  @Test
  void smallBlocksAreJoinedToLargeOnes() throws OutboxFailure {
    sealEach(45, 1_000);
    OutboxCounts before = outbox.counts();
    List<Entry> entries = allEntries();
    repackAll();
    assertThat(allEntries()).isEqualTo(entries);
    assertThat(outbox.counts().pending()).isEqualTo(before.pending());
    assertThat(outbox.counts().accepted()).isEqualTo(before.accepted());
    assertThat(outbox.counts().oldestPending()).isEqualTo(before.oldestPending());
    assertThat(outbox.counts().pendingBlocks()).isLessThan(20);
    assertThat(outbox.counts().pendingBytes()).isLessThan(before.pendingBytes());
    assertPendingIsDisjoint();
    assertThat(outbox.acknowledge(List.of(new Range(1, 45)))).isPositive();
    assertThat(outbox.counts().isDrained()).isTrue();
  }

  @Test
  void onlyNeighboursAreJoined() throws OutboxFailure {
    sealEach(20, 10);
    outbox.acknowledge(List.of(new Range(10, 10)));
    repackAll();
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 9))
        .contains(new Range(1, 9))
        .last()
        .satisfies(range -> assertThat(range.last()).isEqualTo(20));
    assertPendingIsDisjoint();
    assertThat(outbox.acknowledge(List.of(new Range(1, 9)))).isOne();
    assertConserved();
  }

  @Test
  void whatWaitsTooLongBecomesAGap() throws OutboxFailure {
    outbox.close();
    outbox = open(new OutboxConfig(1L << 30, Duration.ofDays(30), Duration.ofDays(2), 1L << 20));
    sealEach(3, 5);
    passHours(24);
    sealEach(2, 5);
    passHours(30);
    append(5);
    outbox.seal();
    assertThat(decode(1).entries()).containsExactly(new Gap(1, 3, 15, GapReason.EXPIRED));
    assertThat(outbox.counts().gapRecorded()).isEqualTo(15);
    assertThat(decode(4).readings()).isEqualTo(5);
    passHours(24);
    outbox.seal();
    assertThat(decode(1).entries()).containsExactly(new Gap(1, 5, 25, GapReason.EXPIRED));
    assertThat(decode(6).readings()).as("the newest stays").isEqualTo(5);
    assertConserved();
  }

  private void passHours(int hours) throws OutboxFailure {
    for (int hour = 0; hour < hours; hour++) {
      time.pass(Duration.ofHours(1));
      outbox.seal();
    }
  }

  private void sealEach(int groups, int size) throws OutboxFailure {
    for (int i = 0; i < groups; i++) {
      append(size);
      outbox.seal();
      time.pass(Duration.ofSeconds(1));
    }
  }

  void repackAll() throws OutboxFailure {
    for (int step = 0; outbox.repack(); step++) {
      assertThat(step).as("it comes to an end").isLessThan(1_000);
      assertConserved();
    }
  }

  private List<Entry> allEntries() throws OutboxFailure {
    List<Entry> entries = new ArrayList<>();
    for (Range range : outbox.pending(PendingOrder.OLDEST_FIRST, 10_000)) {
      entries.addAll(decode(range.first()).entries());
    }
    return entries;
  }

  @Test
  void nothingIsLostWhateverHappens() throws OutboxFailure {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      outbox.close();
      outbox = open(TIGHT);
      for (int step = 0; step < 60; step++) {
        switch (random.nextInt(7)) {
          case 0, 1 -> append(1 + random.nextInt(4_000));
          case 2 -> outbox.seal();
          case 3 -> outbox.acknowledge(List.of(someRange(random)));
          case 4 -> outbox.repack();
          case 5 -> outbox.recordLoss(1 + random.nextInt(100), GapReason.OVERRUN);
          default -> outbox.requeue(List.of(someRange(random)));
        }
        time.pass(Duration.ofSeconds(random.nextInt(100)));
        assertConserved();
      }
      outbox.seal();
      assertPendingIsDisjoint();
    }
  }

  private Range someRange(SplittableRandom random) {
    long first = 1 + random.nextLong(outbox.counts().lastSequence() + 1);
    return new Range(first, first + random.nextInt(10));
  }

  private void assertConserved() {
    OutboxCounts counts = outbox.counts();
    assertThat(counts.acknowledged() + counts.gapRecorded() + counts.pending())
        .as("%s", counts)
        .isEqualTo(counts.accepted());
  }

  private void assertPendingIsDisjoint() throws OutboxFailure {
    IntervalSet seen = new IntervalSet();
    long readings = 0;
    for (Range range : outbox.pending(PendingOrder.OLDEST_FIRST, 10_000)) {
      assertThat(seen.overlaps(range)).isFalse();
      seen.add(range);
      readings += decode(range.first()).readings();
    }
    assertThat(readings).isEqualTo(outbox.counts().pending());
  }

  Block decode(long first) throws OutboxFailure {
    PendingBlock pending = outbox.load(first).orElseThrow();
    Block block = ((BlockResult.Good) new BlockCodec().decode(pending.body())).block();
    assertThat(block.range()).isEqualTo(pending.range());
    assertThat(block.entries()).isNotEmpty().doesNotContainNull();
    assertThat(
            block.entries().stream().filter(Row.class::isInstance).mapToLong(Entry::readings).sum())
        .isEqualTo(pending.readings());
    return block;
  }

  /** A commit group whose samples follow from its sequence number. */
  long append(int size) throws OutboxFailure {
    outbox.channelId(new ChannelKey("hull.trim", "draught"), Quantities.TRIM);
    return outbox.append(CommitGroup.of(1, samples(outbox.counts().lastSequence() + 1, size)));
  }

  static List<Sample> samples(long sequence, int size) {
    List<Sample> samples = new ArrayList<>();
    // nothing that a block could be made shorter by
    SplittableRandom random = new SplittableRandom(sequence);
    for (int i = 0; i < size; i++) {
      samples.add(
          sample(
              0,
              1_000_000_000_000L + (sequence * 10_000 + i) * 100,
              random.nextLong(UNPREDICTABLE)));
    }
    return samples;
  }

  static Sample sample(int channel, long timeMillis, long value) {
    return new Sample(channel, timeMillis, Quality.GOOD, OptionalLong.of(value));
  }
}
