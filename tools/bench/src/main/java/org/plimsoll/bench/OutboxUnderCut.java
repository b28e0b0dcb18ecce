package org.plimsoll.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.PendingBlock;
import org.plimsoll.vessel.outbox.PendingOrder;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An outbox that works on a disk whose power is cut while it does. What a sequence number holds
 * follows from the number, so that every reading can be checked after the cut.
 *
 * <p>The work is done on a thread of its own between two cuts; everything else is confined to the
 * run's thread, which joins the worker first.
 */
final class OutboxUnderCut {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxUnderCut.class);

  private static final String LAST = "last";
  private static final int LONGEST_WORK_MILLIS = 250;
  private static final int MOST_SAMPLES = 40;
  private static final int MOST_PENDING = 50;
  private static final long JOIN_MILLIS = 30_000;

  /** What the cuts did. */
  static final class Counts {
    long cuts;
    long readings;
    long lost;
    long altered;
    long unopenable;

    boolean isWell() {
      return lost == 0 && altered == 0 && unopenable == 0;
    }
  }

  private final LoopDisk disk;
  private final Patience patience;
  private final RandomGenerator random;
  private final long seed;
  private final Counts counts = new Counts();

  /** Receipts that the outbox took before a cut. */
  private final IntervalSet receipted = new IntervalSet();

  /** Receipts since the last cut, in order; the last ones may not have been taken. */
  private final List<Range> receipts = new ArrayList<>();

  private volatile int receiptsTaken;
  private int receiptsBefore;

  /** The last row that the outbox has said to be durable. */
  private volatile long promised;

  /** The same when the power was cut: what returns later has not returned in time. */
  private long promisedBefore;

  private long checkedTo;

  OutboxUnderCut(LoopDisk disk, Patience patience, long seed) {
    this.patience = patience;
    this.disk = disk;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** Lets the outbox work, cuts, puts the power back and checks; as often as said. */
  Counts run(int cuts) throws IOException, InterruptedException {
    for (int cut = 0; cut < cuts && counts.isWell(); cut++) {
      workUntilTheCut();
      disk.unmount();
      disk.mount();
      check();
      counts.cuts++;
    }
    return counts;
  }

  private void workUntilTheCut() throws IOException, InterruptedException {
    Thread worker = new Thread(this::work, "outbox-under-cut");
    worker.start();
    patience.pass(Duration.ofMillis(random.nextInt(LONGEST_WORK_MILLIS)));
    promisedBefore = promised;
    receiptsBefore = receiptsTaken;
    disk.cut();
    worker.join(JOIN_MILLIS);
    if (worker.isAlive()) {
      throw new IOException("the outbox did not notice that its disk is gone");
    }
  }

  /** Ends when the disk does. */
  private void work() {
    RandomGenerator choice = new SplittableRandom(seed + counts.cuts);
    try (Outbox outbox = open()) {
      outbox.channelId(new ChannelKey("hull.trim", "cut"), Quantities.TRIM);
      while (true) {
        switch (choice.nextInt(10)) {
          case 0 -> outbox.seal();
          case 1 -> receiptSome(outbox, choice);
          case 2 -> outbox.repack();
          default -> append(outbox);
        }
      }
    } catch (OutboxFailure powerCut) {
      LOG.debug("Cut: {}", powerCut.getMessage());
    }
  }

  private void append(Outbox outbox) throws OutboxFailure {
    long sequence = promised + 1;
    List<Sample> samples = samples(sequence);
    long given = outbox.append(new CommitGroup(1, samples, Map.of(LAST, Long.toString(sequence))));
    if (given != sequence) {
      throw new IllegalStateException("row " + given + " where " + sequence + " was due");
    }
    promised = given;
    counts.readings += samples.size();
  }

  /** Keeps the backlog short, so that a check is short, too. */
  private void receiptSome(Outbox outbox, RandomGenerator choice) throws OutboxFailure {
    List<Range> pending = outbox.pending(PendingOrder.OLDEST_FIRST, MOST_PENDING);
    if (pending.isEmpty()) {
      return;
    }
    int count = pending.size() == MOST_PENDING ? MOST_PENDING / 2 : 1 + choice.nextInt(3);
    Range some =
        new Range(pending.get(0).first(), pending.get(Math.min(count, pending.size()) - 1).last());
    receipts.add(some);
    outbox.acknowledge(List.of(some));
    receiptsTaken = receipts.size();
  }

  private void check() throws IOException {
    try (Outbox outbox = open()) {
      long last = outbox.counts().lastSequence();
      if (last < promisedBefore) {
        LOG.warn("Cut {}: {} rows promised, {} there", counts.cuts, promisedBefore, last);
        counts.lost += promisedBefore - last;
      }
      if (last > promised + 1) {
        counts.altered++; // a row that nobody gave
      }
      checkMemory(outbox, last);
      checkPending(outbox, last);
      promised = last;
      checkedTo = last;
    } catch (OutboxFailure failed) {
      counts.unopenable++;
      throw new IOException("the outbox does not open after cut " + counts.cuts, failed);
    }
  }

  /** The memory is committed with the row, or not at all. */
  private void checkMemory(Outbox outbox, long last) {
    String expected = last == 0 ? null : Long.toString(last);
    if (expected != null && !expected.equals(outbox.memory().get(LAST))) {
      counts.altered++;
    }
  }

  /** Everything is there that was not receipted, with the values that it was given. */
  private void checkPending(Outbox outbox, long last) throws OutboxFailure {
    while (outbox.counts().unsealedRows() > 0) {
      outbox.seal();
    }
    receipts.subList(0, receiptsBefore).forEach(receipted::add);
    List<Range> uncertain = receipts.subList(receiptsBefore, receipts.size());
    IntervalSet held = new IntervalSet();
    for (Range range : outbox.pending(PendingOrder.OLDEST_FIRST, Integer.MAX_VALUE)) {
      held.add(range);
      if (receipted.overlaps(range)) {
        LOG.warn("Cut {}: the receipt of {} is undone", counts.cuts, range);
        counts.altered++;
      }
      if (range.last() > checkedTo || random.nextInt(8) == 0) {
        checkBlock(outbox.load(range.first()));
      }
    }
    uncertain.stream().filter(range -> !held.overlaps(range)).forEach(receipted::add);
    receipts.clear();
    receiptsTaken = 0;
    for (Range hole : last == 0 ? List.<Range>of() : held.holes(new Range(1, last))) {
      if (!receipted.contains(hole)) {
        LOG.warn("Cut {}: rows {} to {} are gone", counts.cuts, hole.first(), hole.last());
        counts.lost += hole.last() - hole.first() + 1;
      }
    }
  }

  private void checkBlock(Optional<PendingBlock> loaded) {
    BlockResult result = new BlockCodec().decode(loaded.orElseThrow().body());
    if (!(result instanceof BlockResult.Good good)) {
      counts.altered++;
      return;
    }
    Block block = good.block();
    for (Entry entry : block.entries()) {
      boolean same = entry instanceof Row row && row.samples().equals(samples(row.sequence()));
      if (!same) {
        LOG.warn("Cut {}: {} is not what was given", counts.cuts, entry);
        counts.altered++;
      }
    }
  }

  /** What a row holds: between 1 and 40 samples, from its number and the seed. */
  private List<Sample> samples(long sequence) {
    SplittableRandom values = new SplittableRandom(seed * 1_000_003 + sequence);
    List<Sample> samples = new ArrayList<>();
    int size = 1 + values.nextInt(MOST_SAMPLES);
    for (int i = 0; i < size; i++) {
      long timeMillis = 1_000_000_000_000L + (sequence * MOST_SAMPLES + i) * 100;
      OptionalLong value = OptionalLong.of(values.nextInt(1_000_000));
      samples.add(new Sample(0, timeMillis, Quality.GOOD, value));
    }
    return samples;
  }

  private Outbox open() throws OutboxFailure {
    return SqliteOutbox.open(
        disk.directory().resolve("outbox"),
        new OutboxConfig(OutboxConfig.defaults().maxBytes(), Duration.ZERO),
        DataOrigin.SIMULATED,
        InstantSource.system(),
        new SplittableRandom(seed));
  }
}
