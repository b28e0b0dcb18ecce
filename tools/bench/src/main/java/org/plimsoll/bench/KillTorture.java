package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code torture kill}: the halves are killed at random, and nothing accepted may be lost.
 *
 * <p>The shore's process carries the broker and the store, so its death is theirs. A half dies at
 * any time, while it starts, too. Confined to its caller's thread.
 */
public final class KillTorture {

  private static final Logger LOG = LoggerFactory.getLogger(KillTorture.class);

  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration DRAIN = Duration.ofSeconds(120);
  private static final int LONGEST_DEATH_MILLIS = 1_000;

  /**
   * @param kills how often one half is killed, 1 to 10,000.
   * @param readingsPerSecond that the instruments give, 1 to 2,000.
   * @param longestLife before the next kill, 0.1 s to 1 h.
   * @param seed of the times and the victims.
   */
  public record Options(int kills, int readingsPerSecond, Duration longestLife, long seed) {

    private static final int MOST_KILLS = 10_000;

    public Options {
      if (kills < 1 || kills > MOST_KILLS) {
        throw new IllegalArgumentException("kills " + kills + ", allowed 1 to " + MOST_KILLS);
      }
      if (readingsPerSecond < 1 || readingsPerSecond > 2_000) {
        throw new IllegalArgumentException(
            "readings a second " + readingsPerSecond + ", allowed 1 to 2,000");
      }
      if (longestLife.toMillis() < 100 || longestLife.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("life " + longestLife + ", allowed 0.1 s to 1 h");
      }
    }

    /** 150 readings a second, at most 6 s from kill to kill. */
    public static Options of(int kills, long seed) {
      return new Options(kills, 150, Duration.ofSeconds(6), seed);
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public KillTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line of counts; 0 if all accepted readings are stored once, else 1.
   *
   * @throws IOException if a half needs help: it does not start, or not again.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-kill-");
    LOG.info("Everything of this run is in {}", directory);
    try (Halves halves =
        new Halves(directory, programs, patience, false, options.readingsPerSecond())) {
      halves.instruments().plugIn(InstantSource.system());
      ChildProcess shore = halves.startShore(START);
      ChildProcess vessel = halves.startVessel(START);
      halves.require("readings are accepted", START, () -> halves.accepted() > 0);
      int vesselKills = killAtRandom(vessel, shore);
      halves.require("both answer again", START, halves::areUp);
      Reckoning reckoning = halves.reckon(DRAIN);
      out.printf(
          Locale.ROOT,
          "torture kill: kills %d (vessel %d, shore %d), wanted %d readings a second, seed %d, commit"
              + " %s, %s, dead letters %d: %s%n",
          options.kills(),
          vesselKills,
          options.kills() - vesselKills,
          options.readingsPerSecond(),
          options.seed(),
          Revision.of(programs.examples()),
          reckoning,
          halves.deadLetterFiles(),
          reckoning.isComplete() ? "nothing lost" : "LOST OR DOUBLED");
      return reckoning.isComplete() && halves.deadLetterFiles() == 0 ? 0 : 1;
    }
  }

  /** Returns how many of the kills were the vessel's. */
  private int killAtRandom(ChildProcess vessel, ChildProcess shore)
      throws IOException, InterruptedException {
    RandomGenerator random = new SplittableRandom(options.seed());
    int vesselKills = 0;
    for (int kill = 1; kill <= options.kills(); kill++) {
      patience.pass(Duration.ofMillis(random.nextLong(options.longestLife().toMillis())));
      boolean isVessel = random.nextBoolean();
      ChildProcess victim = isVessel ? vessel : shore;
      if (!vessel.isAlive() || !shore.isAlive()) {
        throw new IOException("a half ended by itself before kill " + kill);
      }
      victim.kill();
      patience.pass(Duration.ofMillis(random.nextInt(LONGEST_DEATH_MILLIS)));
      victim.restart();
      vesselKills += isVessel ? 1 : 0;
      LOG.info("Kill {} of {}: {}", kill, options.kills(), isVessel ? "vessel" : "shore");
    }
    return vesselKills;
  }
}
