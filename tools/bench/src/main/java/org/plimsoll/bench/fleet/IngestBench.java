package org.plimsoll.bench.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.plimsoll.bench.revision.Revision;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.ingest.IngestConfig;
import org.plimsoll.shore.ingest.IngestCore;
import org.plimsoll.shore.ingest.IngestCounts;
import org.plimsoll.shore.ingest.IngestLinks;
import org.plimsoll.shore.ingest.Link;
import org.plimsoll.shore.ingest.LinkWork;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/**
 * {@code bench ingest}: what a block costs the shore up to the store's client: decode, check,
 * render as line protocol, keep the ledger, write the receipt. One thread, its processor time.
 * Confined to its caller's thread.
 */
public final class IngestBench {

  private static final double LIMIT_PER_SECOND = 300_000;
  private static final int CHANNELS = 50;
  private static final int ROWS_A_BLOCK = 60;
  private static final int SHIPS = 20;
  private static final int BLOCKS_A_PASS = 200;
  private static final long FROM_MILLIS = 1_780_000_000_000L;
  private static final long SECOND_MILLIS = 1_000;

  /**
   * @param passes that are measured, 1 to 100; as many go before them unmeasured, at most ten
   * @param seed of what the readings say
   * @param check whether a figure below the limit is a failure
   */
  public record Options(int passes, long seed, boolean check) {

    public Options {
      if (passes < 1 || passes > 100) {
        throw new IllegalArgumentException("passes " + passes + ", allowed 1 to 100");
      }
    }
  }

  private final Options options;
  private final Path sources;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final BlockCodec codec = new BlockCodec();
  private final RenderedStore store = new RenderedStore();
  private final List<SyntheticShip> ships = new ArrayList<>();
  private long nextRow = 1;
  private long receipts;

  /**
   * @param sources whose revision is printed
   */
  public IngestBench(Options options, Path sources) {
    this.options = options;
    this.sources = sources;
    for (int i = 0; i < SHIPS; i++) {
      ships.add(new SyntheticShip(i, CHANNELS, options.seed()));
    }
  }

  /** Runs and prints; 1 if the figure is below its limit and was to be checked, else 0. */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("plimsoll-ingest-");
    IngestCore core = core(scratch);
    core.news().connected(new Quiet());
    core.live().connected(new Quiet());
    for (SyntheticShip ship : ships) {
      hear(core.news(), topics.channels(ship.id()), Messages.toDeflatedJson(ship.table()));
    }
    for (int i = 0; i < Math.min(options.passes(), 10); i++) {
      pass(core);
    }
    double[] perSecond = new double[options.passes()];
    for (int i = 0; i < perSecond.length; i++) {
      perSecond[i] = pass(core);
    }
    Files.delete(scratch);
    Arrays.sort(perSecond);
    double median = perSecond[perSecond.length / 2];
    boolean enough = median >= LIMIT_PER_SECOND;
    out.printf(
        Locale.ROOT,
        "bench ingest: %d readings, %d receipts, %.0f characters of line protocol a reading, seed"
            + " %d, commit %s%n",
        store.readings(),
        receipts,
        store.characters() / (double) store.readings(),
        options.seed(),
        Revision.of(sources));
    out.printf(
        Locale.ROOT,
        "readings a second of one core up to the store's client, %d passes: least %.0f, median"
            + " %.0f, most %.0f, limit %.0f: %s%n",
        perSecond.length,
        perSecond[0],
        median,
        perSecond[perSecond.length - 1],
        LIMIT_PER_SECOND,
        enough ? "ok" : "TOO FEW");
    return options.check() && !enough ? 1 : 0;
  }

  private IngestCore core(Path scratch) {
    IngestConfig config = new IngestConfig(Set.of(DataOrigin.SIMULATED), scratch, 0, 0);
    return new IngestCore(
        config,
        topics,
        new IngestLinks.Works(
            store,
            new Fleet(),
            new IngestCounts(),
            InstantSource.system(),
            System::nanoTime,
            new SplittableRandom(options.seed())));
  }

  /** Readings for each second of processor time. */
  private double pass(IngestCore core) {
    List<InboundMessage> blocks = new ArrayList<>();
    for (int i = 0; i < BLOCKS_A_PASS; i++) {
      SyntheticShip ship = ships.get(i % SHIPS);
      long first = nextRow + (long) (i / SHIPS) * ROWS_A_BLOCK;
      byte[] block =
          codec.encode(
              ship.rows(first, ROWS_A_BLOCK, FROM_MILLIS + first * SECOND_MILLIS, SECOND_MILLIS));
      blocks.add(new InboundMessage(topics.blocks(ship.id()), block, false, i + 1, 1));
    }
    nextRow += (long) (BLOCKS_A_PASS / SHIPS) * ROWS_A_BLOCK;
    long before = store.readings();
    long begun = threads.getCurrentThreadCpuTime();
    for (InboundMessage block : blocks) {
      core.live().arrived(block);
      core.live().work();
    }
    long took = threads.getCurrentThreadCpuTime() - begun;
    long stored = store.readings() - before;
    if (stored != (long) BLOCKS_A_PASS * ROWS_A_BLOCK * CHANNELS) {
      throw new IllegalStateException(stored + " readings were stored of a pass");
    }
    return stored / (took / 1e9);
  }

  private static void hear(LinkWork work, String topic, byte[] payload) {
    work.arrived(new InboundMessage(topic, payload, true, 1, 1));
    work.work();
  }

  /** A broker that takes every receipt. */
  private final class Quiet implements Link {

    @Override
    public boolean publish(List<Publication> all) {
      receipts += all.size();
      return true;
    }

    @Override
    public void acknowledge(InboundMessage message) {
      // the block is in this process alone
    }
  }
}
