package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.plimsoll.telemetry.VesselId;

/**
 * {@code torture flood}: a stranger on the broker floods every topic of the vessel, and those of
 * another one, while both halves work: random bytes, blocks cut short, altered, sent again, out of
 * order, of another vessel and of a version that does not exist, messages that are too long,
 * receipts and requests for what never was, and requests for everything. None may be believed, none
 * may stop the rest. Confined to its caller's thread.
 *
 * <p>Not among them is a stranger who makes whole blocks or receipts of this stream: without
 * credentials at the broker nothing tells him from the ship and the shore.
 */
public final class FloodTorture {

  private static final Duration RECOVER = Duration.ofSeconds(120);

  /**
   * @param messages how many, 100 to 10,000,000.
   * @param seed of what they say.
   */
  public record Options(int messages, long seed) {

    public Options {
      if (messages < 100 || messages > 10_000_000) {
        throw new IllegalArgumentException("messages " + messages + ", allowed 100 to 10,000,000");
      }
    }
  }

  private final Options options;
  private final Programs programs;

  public FloodTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line of counts; 0 if all accepted readings are stored once, nothing else
   * is, and the vessel stayed within her memory, else 1.
   *
   * @throws IOException if a process needs help.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    return new Ordeal("flood", programs, false, true, options.seed()).run(out, this::strike);
  }

  private String strike(Halves halves, Path directory) throws IOException, InterruptedException {
    VesselId vessel = VesselId.parse(Halves.VESSEL).orElseThrow();
    halves.startShore(Ordeal.START);
    halves.startVessel(Ordeal.START);
    halves.require("readings are receipted", Ordeal.START, () -> halves.acknowledged() > 0);
    String sent;
    try (Stranger stranger = new Stranger(halves.brokerPort(), vessel, options.seed())) {
      halves.require("he has heard blocks", Ordeal.START, stranger::hasHeard);
      long before = halves.acknowledged();
      stranger.flood(options.messages());
      halves.require("receipts came meanwhile", RECOVER, () -> halves.acknowledged() > before);
      sent = stranger.toString();
    }
    long foreign = halves.ashore().foreign();
    if (foreign != 0) {
      throw new IOException(foreign + " readings of a vessel that does not exist are stored");
    }
    return sent
        + ", shore: refused blocks "
        + halves.counter(halves.shorePages(), "plimsoll_shore_dead_letters_total")
        + " and messages "
        + halves.counter(halves.shorePages(), "plimsoll_shore_messages_refused_total")
        + ", repeated readings "
        + halves.counter(halves.shorePages(), "plimsoll_shore_readings_repeated_total");
  }
}
