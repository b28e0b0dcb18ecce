package org.plimsoll.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.plimsoll.bench.LinkShape;
import org.plimsoll.bench.Outage;
import org.plimsoll.bench.SatelliteLink;
import org.plimsoll.cli.ashore.ShoreSide;
import org.plimsoll.cli.terminal.StopSignal;
import org.plimsoll.simulator.Simulator;
import org.plimsoll.vessel.VesselConfig;
import org.plimsoll.vessel.VesselCounts;
import org.plimsoll.vessel.VesselGateway;
import org.plimsoll.vessel.outbox.OutboxFailure;

/**
 * Simulator, ship, link and shore, started in the order of the data and stopped in the same.
 *
 * <p>Confined to the thread that makes it.
 */
final class Demo implements AutoCloseable {

  /** A satellite link of the cheaper kind: 64 kbit/s, 300 ms each way. */
  private static final LinkShape SATELLITE = new LinkShape(64_000, Duration.ofMillis(300));

  /** Longest wait until all that was accepted is ashore. */
  static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);

  /** The store shows a write a moment after it has promised to keep it. */
  private static final Duration LONGEST_VISIBILITY = Duration.ofSeconds(15);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final SatelliteLink link;
  private final Simulator simulator;
  private final VesselGateway vessel;
  private final ShoreSide shore;
  private final StoreQuery store;
  private Optional<Outage> outage = Optional.empty();

  /**
   * Starts everything; the ship first, so that her bridge answers at once.
   *
   * @param talk is told each address when something answers there
   * @throws IOException naming the part that cannot start; nothing is left running then
   */
  Demo(DemoPlan plan, PrintWriter talk) throws IOException {
    DemoPorts ports = DemoPorts.of(plan.ports());
    Unwinding started = new Unwinding();
    try {
      link =
          started.with(
              new SatelliteLink(
                  0, new InetSocketAddress(DemoConfig.LOOPBACK, ports.broker()), SATELLITE));
      DemoConfig config = DemoConfig.read(plan.examples(), plan.data(), ports, link.tcpPort());
      simulator = started.with(new Simulator(plan.simulation()));
      // No lorry comes before everything is there: a busy machine would not weigh it.
      simulator.hold();
      simulator.start();
      vessel = started.with(gateway(config.vessel()));
      vessel.start();
      talk.println("  bridge panel  " + vessel.bridge());
      talk.println("  NMEA 0183     tcp://" + DemoConfig.LOOPBACK + ":" + ports.nmea());
      shore = started.with(new ShoreSide(config.shore()));
      talk.println("  broker        " + shore.broker());
      talk.println("  store         " + shore.store().url());
      talk.println("  shore page    " + shore.pages());
      store = new StoreQuery(shore.store().url(), config.vessel().vessel().text());
      simulator.release();
    } catch (IOException | RuntimeException failure) {
      started.unwind(failure);
      throw failure;
    }
  }

  private static VesselGateway gateway(VesselConfig config) throws IOException {
    try {
      return new VesselGateway(config);
    } catch (OutboxFailure unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  /** Lets the link follow the schedule. */
  void follow(Duration elapsed) {
    Optional<Outage> wanted = OutageSchedule.at(elapsed, simulator.linkDown());
    if (!wanted.equals(outage)) {
      wanted.ifPresentOrElse(link::down, link::up);
      outage = wanted;
    }
  }

  /** One line for a person. */
  String status(Duration elapsed) {
    VesselCounts counts = vessel.counts();
    return String.format(
        "%02d:%02d  %-32s accepted %6d  stored %6d  pending %5d  satellite %-4s  alerts %d",
        elapsed.toMinutes(),
        elapsed.toSecondsPart(),
        simulator.truth().phase().words(),
        counts.accepted(),
        counts.acknowledged(),
        counts.pending(),
        outage.isEmpty() ? "up" : "down",
        counts.alertsRaised());
  }

  /**
   * Stops the intake, brings the link up, lets everything drain and asks the store.
   *
   * @param atMost longest drain
   */
  Reckoning finish(Duration atMost, StopSignal stop) throws IOException, InterruptedException {
    link.up();
    outage = Optional.empty();
    vessel.stopIntake();
    simulator.close();
    vessel.drain(atMost);
    Reckoning reckoning = reckon();
    Duration waited = Duration.ZERO;
    while (!reckoning.isComplete() && waited.compareTo(LONGEST_VISIBILITY) < 0) {
      stop.await(LOOK_AGAIN);
      waited = waited.plus(LOOK_AGAIN);
      reckoning = reckon();
    }
    return reckoning;
  }

  private Reckoning reckon() throws IOException, InterruptedException {
    VesselCounts counts = vessel.counts();
    return new Reckoning(
        counts.accepted(),
        store.rows(),
        store.points(),
        counts.gapRecorded(),
        counts.alertsRaised(),
        counts.linkOutages());
  }

  /** Closes in the order of the data. */
  @Override
  public void close() throws IOException {
    simulator.close();
    vessel.close();
    link.close();
    shore.close();
  }
}
