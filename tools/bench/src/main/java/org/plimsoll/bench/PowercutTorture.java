package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code torture powercut}: the disk of the outbox loses its power at random, and nothing that was
 * accepted before may be lost.
 *
 * <p>Some cuts hit the disk of a whole vessel, which dies with it and starts again while the shore
 * goes on; the others hit the outbox alone, which is faster, and every row is checked after each.
 * What a cut takes is what the file system had not flushed; the disk below it is taken to keep its
 * word. Confined to its caller's thread.
 */
public final class PowercutTorture {

  private static final Logger LOG = LoggerFactory.getLogger(PowercutTorture.class);

  /** As of the launcher: the machine lacks something. */
  private static final int LACKING = 2;

  private static final int READINGS_PER_SECOND = 150;
  private static final int DISK_MEBIBYTES = 64;
  private static final Duration DRAIN = Duration.ofSeconds(120);
  private static final int LONGEST_LIFE_MILLIS = 6_000;

  /**
   * @param cuts how often the power is cut, 1 to 100,000.
   * @param vesselCuts how many of these hit a whole vessel.
   * @param seed of the times and of what the outbox does meanwhile.
   */
  public record Options(int cuts, int vesselCuts, long seed) {

    private static final int MOST_CUTS = 100_000;

    public Options {
      if (cuts < 1 || cuts > MOST_CUTS || vesselCuts < 0 || vesselCuts > cuts) {
        throw new IllegalArgumentException(
            "cuts "
                + cuts
                + ", of these "
                + vesselCuts
                + " of a vessel; allowed 1 to "
                + MOST_CUTS);
      }
    }

    public static Options defaults() {
      return new Options(100, 5, 1);
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);
  private long claimed;
  private long forgotten;
  private Resident resident = new Resident(OptionalLong.empty());

  public PowercutTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /** Why this machine cannot run it; empty when it can. */
  public static Optional<String> whyNot() throws IOException, InterruptedException {
    return LoopDisk.whyNot();
  }

  /**
   * Runs and prints one line of counts; 0 if nothing was lost, 1 if something was, 2 if this
   * machine cannot do it.
   *
   * @throws IOException if something needs help: the vessel does not start again.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Optional<String> whyNot = whyNot();
    if (whyNot.isPresent()) {
      out.println("torture powercut: not run: " + whyNot.get());
      return LACKING;
    }
    Path directory = Files.createTempDirectory("plimsoll-powercut-");
    LOG.info("Everything of this run is in {}", directory);
    OutboxUnderCut.Counts alone = cutOutbox(directory);
    boolean well = alone.isWell();
    String vessel = "";
    if (options.vesselCuts() > 0) {
      Reckoning reckoning = cutVessel(directory);
      well = well && forgotten == 0 && reckoning.isComplete();
      vessel = ", vessel: forgotten " + forgotten + ", " + reckoning + resident;
    }
    out.printf(
        Locale.ROOT,
        "torture powercut: cuts %d (outbox %d, vessel %d), seed %d, commit %s, outbox alone:"
            + " accepted %d, lost %d, altered %d, not opened %d%s: %s%n",
        alone.cuts + options.vesselCuts(),
        alone.cuts,
        options.vesselCuts(),
        options.seed(),
        Revision.of(programs.examples()),
        alone.readings,
        alone.lost,
        alone.altered,
        alone.unopenable,
        vessel,
        well ? "nothing lost" : "LOST OR DOUBLED");
    return well && resident.isWithinLimit() ? 0 : 1;
  }

  private OutboxUnderCut.Counts cutOutbox(Path directory) throws IOException, InterruptedException {
    try (LoopDisk disk =
        new LoopDisk(directory.resolve("alone.img"), directory.resolve("alone"), DISK_MEBIBYTES)) {
      return new OutboxUnderCut(disk, patience, options.seed())
          .run(options.cuts() - options.vesselCuts());
    }
  }

  private Reckoning cutVessel(Path directory) throws IOException, InterruptedException {
    try (LoopDisk disk =
            new LoopDisk(
                directory.resolve("outbox.img"), directory.resolve("outbox"), DISK_MEBIBYTES);
        Halves halves = new Halves(directory, programs, patience, false, READINGS_PER_SECOND)) {
      halves.instruments().plugIn(InstantSource.system());
      halves.startShore(Ordeal.START);
      ChildProcess vessel = halves.startVessel(Ordeal.START);
      halves.require("readings are accepted", Ordeal.START, () -> halves.accepted() > 0);
      RandomGenerator random = new SplittableRandom(options.seed());
      for (int cut = 1; cut <= options.vesselCuts(); cut++) {
        patience.pass(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
        noteWhatSheClaims(halves);
        disk.cut();
        vessel.kill();
        disk.unmount();
        disk.mount();
        vessel.restart();
        LOG.info("Cut {} of {}", cut, options.vesselCuts());
      }
      halves.require("both answer again", Ordeal.START, halves::areUp);
      noteWhatSheClaims(halves);
      Reckoning reckoning = halves.reckon(DRAIN);
      resident = halves.vesselResident();
      return reckoning;
    }
  }

  /** What a vessel has said to be accepted must be there after the cut. */
  private void noteWhatSheClaims(Halves halves) throws InterruptedException {
    long before = claimed;
    try {
      claimed = halves.accepted();
      forgotten += Math.max(0, before - claimed);
    } catch (IOException starting) {
      LOG.debug("She does not answer yet: {}", starting.getMessage());
    }
  }
}
