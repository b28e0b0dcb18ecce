package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * {@code torture broker-wipe}: the broker is killed, everything that it kept is deleted, and it
 * starts again knowing nothing: no sessions, no retained messages, no acknowledged blocks. Confined
 * to its caller's thread.
 */
public final class BrokerWipeTorture {

  private static final int LONGEST_LIFE_MILLIS = 8_000;
  private static final int LONGEST_DEATH_MILLIS = 3_000;
  private static final Duration RECOVER = Duration.ofSeconds(60);

  /**
   * @param wipes how often, 1 to 1,000.
   * @param seed of the times.
   */
  public record Options(int wipes, long seed) {

    public Options {
      if (wipes < 1 || wipes > 1_000) {
        throw new IllegalArgumentException("wipes " + wipes + ", allowed 1 to 1,000");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public BrokerWipeTorture(Options options, Programs programs) {
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
    return new Ordeal("broker-wipe", programs, true, false, options.seed()).run(out, this::strike);
  }

  private String strike(Halves halves, Path directory) throws IOException, InterruptedException {
    RandomGenerator random = new SplittableRandom(options.seed());
    Path kept = directory.resolve("broker");
    ChildProcess broker = halves.startBroker(BrokerProcess.command(kept, halves.brokerPort()));
    halves.startShore(Ordeal.START);
    halves.startVessel(Ordeal.START);
    halves.require("readings are receipted", Ordeal.START, () -> halves.acknowledged() > 0);
    for (int wipe = 0; wipe < options.wipes(); wipe++) {
      patience.pass(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
      broker.kill();
      Ordeal.delete(kept);
      patience.pass(Duration.ofMillis(random.nextInt(LONGEST_DEATH_MILLIS)));
      broker.restart();
    }
    long receipted = halves.acknowledged();
    halves.require("receipts come again", RECOVER, () -> halves.acknowledged() > receipted);
    return "wipes " + options.wipes();
  }
}
