package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code torture outage}: the broker is killed and stays away for a while; nothing accepted may be
 * lost. Confined to its caller's thread.
 */
public final class OutageTorture {

  private static final Logger LOG = LoggerFactory.getLogger(OutageTorture.class);

  private static final int READINGS_PER_SECOND = 150;
  private static final Duration BEFORE = Duration.ofSeconds(5);
  private static final Duration RECOVER = Duration.ofSeconds(60);
  private static final Duration DRAIN = Duration.ofSeconds(120);

  /**
   * @param brokerDown how long the broker is away, 0 s to 24 h.
   * @param broker who it is.
   */
  public record Options(Duration brokerDown, Broker broker) {

    public Options {
      if (brokerDown.isNegative() || brokerDown.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException("brokerDown " + brokerDown + ", allowed 0 s to 24 h");
      }
    }

    public static Options defaults() {
      return new Options(Duration.ofSeconds(60), Broker.EMBEDDED);
    }
  }

  /** The broker under torture, a process of its own. */
  public enum Broker {
    /** The one that Plimsoll embeds. */
    EMBEDDED,
    /** Debian's, without persistence: what it had acknowledged is gone when it returns. */
    MOSQUITTO;

    List<String> command(Path directory, int tcpPort) {
      return this == MOSQUITTO
          ? List.of("mosquitto", "-p", Integer.toString(tcpPort))
          : BrokerProcess.command(directory, tcpPort);
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public OutageTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line of counts; 0 if all accepted readings are stored once and the vessel
   * stayed within her memory, else 1.
   *
   * @throws IOException if a process does not start or does not recover by itself.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-outage-");
    LOG.info("Everything of this run is in {}", directory);
    try (Halves halves = new Halves(directory, programs, patience, true, READINGS_PER_SECOND)) {
      ChildProcess broker =
          halves.startBroker(
              options.broker().command(directory.resolve("broker"), halves.brokerPort()));
      halves.instruments().plugIn(InstantSource.system());
      halves.startShore(Ordeal.START);
      halves.startVessel(Ordeal.START);
      halves.require("readings are receipted", Ordeal.START, () -> halves.acknowledged() > 0);
      patience.pass(BEFORE);
      long before = halves.accepted();
      broker.kill();
      patience.pass(options.brokerDown());
      long during = halves.accepted() - before;
      long backlog = halves.outboxNow().path("pending").asLong();
      broker.restart();
      long receipted = halves.acknowledged();
      halves.require(
          "receipts come again", RECOVER, () -> halves.acknowledged() > receipted + backlog / 2);
      Reckoning reckoning = halves.reckon(DRAIN);
      Resident resident = halves.vesselResident();
      boolean well = reckoning.isComplete() && halves.deadLetterFiles() == 0;
      out.printf(
          Locale.ROOT,
          "torture outage: %s down %d s, accepted meanwhile %d, backlog %d, commit %s, %s%s: %s%n",
          options.broker().name().toLowerCase(Locale.ROOT),
          options.brokerDown().toSeconds(),
          during,
          backlog,
          Revision.of(programs.examples()),
          reckoning,
          resident,
          well ? "nothing lost" : "LOST OR DOUBLED");
      return well && resident.isWithinLimit() ? 0 : 1;
    }
  }
}
