package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * {@code torture clock}: the clock of the vessel's machine is set wrong and right again, and the
 * vessel is killed and started under some of these times, with satellite receivers that say the
 * right time and without. No point may be lost or overwritten. Confined to its caller's thread.
 */
public final class ClockTorture {

  private static final int LONGEST_MILLIS = 3_000;
  private static final int KILL_ONE_IN = 4;

  /** By how much the clock is wrong, but for the time since 1970, which depends on the day. */
  private static final List<Duration> WRONG_BY =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(-1),
          Duration.ofHours(1),
          Duration.ofHours(-1),
          Duration.ofDays(-1),
          Duration.ofDays(-7 * 1024),
          Duration.ofDays(365 * 20));

  /**
   * @param jumps how often the clock is set, 1 to 10,000.
   * @param seed of the order and the times.
   */
  public record Options(int jumps, long seed) {

    public Options {
      if (jumps < 1 || jumps > 10_000) {
        throw new IllegalArgumentException("jumps " + jumps + ", allowed 1 to 10,000");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);
  private Path wrongBy = Path.of("clock");

  public ClockTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line of counts; 0 if all accepted readings are stored once and the vessel
   * stayed within her memory, else 1.
   *
   * @throws IOException if a process needs help.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-clock-file-");
    wrongBy = directory.resolve("clock");
    ClockedVessel.set(wrongBy, Duration.ZERO);
    Programs clocked = programs.withVessel(ClockedVessel.command(wrongBy));
    return new Ordeal("clock", clocked, false, false, options.seed()).run(out, this::strike);
  }

  private String strike(Halves halves, Path directory) throws IOException, InterruptedException {
    halves.startShore(Ordeal.START);
    ChildProcess vessel = halves.startVessel(Ordeal.START);
    halves.require("readings are receipted", Ordeal.START, () -> halves.acknowledged() > 0);
    RandomGenerator random = new SplittableRandom(options.seed());
    List<Duration> choice = new ArrayList<>(WRONG_BY);
    choice.add(
        Duration.between(
            InstantSource.system().instant(), Instant.EPOCH.plus(Duration.ofHours(1))));
    int kills = 0;
    int blind = 0;
    for (int jump = 0; jump < options.jumps(); jump++) {
      boolean right = jump % 2 == 1;
      if (!right) {
        boolean silent = random.nextBoolean();
        halves.instruments().silenceReceivers(silent);
        blind += silent ? 1 : 0;
      }
      ClockedVessel.set(wrongBy, right ? Duration.ZERO : choice.get(random.nextInt(choice.size())));
      if (random.nextInt(KILL_ONE_IN) == 0) {
        vessel.kill();
        vessel.restart();
        kills++;
      }
      patience.pass(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
    }
    ClockedVessel.set(wrongBy, Duration.ZERO);
    halves.instruments().silenceReceivers(false);
    halves.require("both answer again", Ordeal.START, halves::areUp);
    long before = halves.acknowledged();
    halves.require("receipts come", Ordeal.START, () -> halves.acknowledged() > before);
    return "jumps %d, %d of them and back without receivers, kills meanwhile %d"
        .formatted(options.jumps(), blind, kills);
  }
}
