package org.plimsoll.bench;

import java.io.PrintStream;

/**
 * {@code torture kill}: the halves are killed at random, and nothing accepted may be lost.
 *
 * <p>Confined to its caller's thread.
 */
public final class KillTorture {

  /**
   * @param kills how often one half is killed, 1 to 10,000.
   * @param seed of the times and the victims.
   */
  public record Options(int kills, long seed) {

    public static Options defaults() {
      return new Options(20, 1);
    }
  }

  private final Options options;
  private final Programs programs;

  public KillTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /** Runs and prints one line of counts; 0 if all accepted readings are stored once, else 1. */
  public int run(PrintStream out) throws InterruptedException {
    throw new UnsupportedOperationException("torture kill " + options + " " + programs);
  }
}
