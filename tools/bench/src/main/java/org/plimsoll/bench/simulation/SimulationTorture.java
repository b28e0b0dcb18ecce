package org.plimsoll.bench.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sails many voyages, and says which of them broke a promise, with its last events. */
public final class SimulationTorture {

  private static final int MAX_SEEDS = 10_000_000;
  private static final int MAX_SHOWN = 3;

  /** Voyages from one word on the progress to the next. */
  private static final int SAY_EVERY = 500;

  private static final Logger LOG = LoggerFactory.getLogger(SimulationTorture.class);

  /**
   * What to run.
   *
   * @param first seed of the first voyage; the others follow
   * @param seeds how many voyages, from 1
   * @param days how long each is, from 1 to 366
   * @param threads how many at once
   */
  public record Options(long first, int seeds, int days, int threads) {
    public Options {
      if (seeds < 1
          || seeds > MAX_SEEDS
          || days < 1
          || days > 366
          || threads < 1
          || threads > 256) {
        throw new IllegalArgumentException(
            seeds + " seeds of " + days + " days on " + threads + " threads");
      }
    }
  }

  private final Options options;
  private final Path scratch;
  private long broken;
  private long faults;
  private long offered;
  private long accepted;
  private long ashore;
  private long gapRecorded;
  private long toldLost;
  private Duration slowest = Duration.ZERO;

  /**
   * A run.
   *
   * @param scratch a directory for what the shore refuses; nothing is written there
   */
  public SimulationTorture(Options options, Path scratch) {
    this.options = options;
    this.scratch = scratch;
  }

  /**
   * Sails.
   *
   * @return 0 when every promise was kept
   */
  public int run(PrintStream out) throws InterruptedException {
    long start = System.nanoTime();
    ExecutorService crew = Executors.newFixedThreadPool(options.threads());
    try {
      List<Future<Voyage.Outcome>> voyages = new ArrayList<>();
      for (int i = 0; i < options.seeds(); i++) {
        long seed = options.first() + i;
        voyages.add(crew.submit(() -> Voyage.sail(seed, Duration.ofDays(options.days()), scratch)));
      }
      for (int i = 0; i < voyages.size(); i++) {
        take(voyages.get(i).get(), out);
        voyages.set(i, null);
        if ((i + 1) % SAY_EVERY == 0) {
          LOG.info("{} of {} voyages are over, {} broken", i + 1, voyages.size(), broken);
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a voyage failed by itself", e.getCause());
    } finally {
      crew.shutdownNow();
    }
    out.printf(
        "torture simulation: seeds %d from %d, days %d, commit %s, faults %d, offered %d, accepted"
            + " %d, ashore %d, gap-recorded %d, told lost though ashore %d, drained within %d s of"
            + " the last fault, took %.1f s, broken %d: %s%n",
        options.seeds(),
        options.first(),
        options.days(),
        Revision.of(Path.of("")),
        faults,
        offered,
        accepted,
        ashore,
        gapRecorded,
        toldLost,
        slowest.toSeconds(),
        (System.nanoTime() - start) / 1e9,
        broken,
        broken == 0 ? "every promise kept" : "BROKEN");
    return broken == 0 ? 0 : 1;
  }

  private void take(Voyage.Outcome outcome, PrintStream out) {
    faults += outcome.faults();
    offered += outcome.sums().offered();
    accepted += outcome.sums().accepted();
    ashore += outcome.sums().ashore();
    gapRecorded += outcome.sums().gapRecorded();
    toldLost += outcome.sums().toldLostThoughAshore();
    if (outcome.drainedAfter().compareTo(slowest) > 0) {
      slowest = outcome.drainedAfter();
    }
    if (outcome.broken().isEmpty()) {
      if (options.seeds() == 1) {
        out.printf("seed %d: digest %016x%n", outcome.seed(), outcome.digest());
      }
      return;
    }
    broken++;
    if (broken <= MAX_SHOWN) {
      out.printf(
          "seed %d is broken: %s%n  digest %016x, %d events, the last of them:%n",
          outcome.seed(), outcome.broken().get(), outcome.digest(), outcome.events());
      outcome.last().forEach(line -> out.println("    " + line));
    } else {
      out.printf("seed %d is broken: %s%n", outcome.seed(), outcome.broken().get());
    }
  }
}
