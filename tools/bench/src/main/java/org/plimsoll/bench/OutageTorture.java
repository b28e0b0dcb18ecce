package org.plimsoll.bench;

import java.io.PrintStream;
import java.time.Duration;

/**
 * {@code torture outage}: the broker is killed, stays away, and comes back empty or not; nothing
 * accepted may be lost.
 *
 * <p>Confined to its caller's thread.
 */
public final class OutageTorture {

  /**
   * @param brokerDown how long the broker is away.
   * @param broker who it is.
   */
  public record Options(Duration brokerDown, Broker broker) {

    public static Options defaults() {
      return new Options(Duration.ofSeconds(60), Broker.EMBEDDED);
    }
  }

  /** The broker under torture, a process of its own. */
  public enum Broker {
    /** The one that Plimsoll embeds. */
    EMBEDDED,
    /** Debian's, with its unsafe default persistence. */
    MOSQUITTO
  }

  private final Options options;
  private final Programs programs;

  public OutageTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /** Runs and prints one line of counts; 0 if all accepted readings are stored once, else 1. */
  public int run(PrintStream out) throws InterruptedException {
    throw new UnsupportedOperationException("torture outage " + options + " " + programs);
  }
}
