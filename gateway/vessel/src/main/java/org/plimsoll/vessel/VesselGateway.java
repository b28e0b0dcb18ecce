package org.plimsoll.vessel;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.plimsoll.telemetry.mqtt.PahoSession;
import org.plimsoll.vessel.bridge.Bridge;
import org.plimsoll.vessel.bridge.ShipLabel;
import org.plimsoll.vessel.clock.GatewayClock;
import org.plimsoll.vessel.clock.LastKnown;
import org.plimsoll.vessel.history.StoredHistory;
import org.plimsoll.vessel.line.Lines;
import org.plimsoll.vessel.nmea.NmeaOutput;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.plimsoll.vessel.outbox.StoredBlocks;
import org.plimsoll.vessel.pipeline.Pipeline;
import org.plimsoll.vessel.pipeline.PipelineQueue;
import org.plimsoll.vessel.pipeline.PipelineThread;
import org.plimsoll.vessel.pipeline.Rehearsal;
import org.plimsoll.vessel.pipeline.ShipRules;
import org.plimsoll.vessel.pipeline.Snapshot;
import org.plimsoll.vessel.pipeline.Surroundings;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.vessel.survey.ShipSurvey;
import org.plimsoll.vessel.uplink.ShipFacts;
import org.plimsoll.vessel.uplink.Uplink;

/**
 * Everything aboard, wired in the order in which the data flows. Confined to the thread that made
 * it, but for {@link #counts()} and {@link #bridge()}.
 */
public final class VesselGateway implements AutoCloseable {

  private final Lines lines;
  private final PipelineThread pipeline;
  private final Outbox outbox;
  private final Uplink uplink;
  private final NmeaOutput nmea;
  private final Bridge bridge;
  private boolean closed;

  /**
   * Opens the outbox; nothing is heard, sent or served yet.
   *
   * @throws OutboxFailure when the outbox is in use by another process, or cannot be opened
   */
  public VesselGateway(VesselConfig config) throws OutboxFailure {
    this(config, InstantSource.system());
  }

  /**
   * The same with another clock than the operating system's, so that one can be set wrong.
   *
   * @throws OutboxFailure when the outbox is in use by another process, or cannot be opened
   */
  public VesselGateway(VesselConfig config, InstantSource os) throws OutboxFailure {
    LongSupplier nanos = System::nanoTime;
    SecureRandom random = new SecureRandom();
    String software = Software.version();
    PipelineQueue queue = new PipelineQueue();
    VesselConfig.Delivery delivery = config.delivery();

    lines = new Lines(config.lines(), queue, nanos, random);
    outbox =
        SqliteOutbox.open(delivery.directory(), delivery.outbox(), config.origin(), os, random);
    uplink =
        new Uplink(
            delivery.uplink(),
            new ShipFacts(
                config.vessel(),
                config.name(),
                UUID.randomUUID().toString(),
                software,
                config.origin()),
            outbox,
            PahoSession::new,
            os,
            nanos,
            random);
    RecordBook records = RecordBook.open(delivery.records().directory());
    nmea = new NmeaOutput(config.nmeaOutput(), config.origin(), random);
    bridge =
        new Bridge(
            config.bridge(),
            new ShipLabel(
                config.vessel().text(),
                config.name(),
                software,
                config.origin(),
                config.certificate()),
            config.lines(),
            queue,
            records,
            delivery.records().key(),
            new StoredHistory(new StoredBlocks(delivery.directory()), outbox::channels),
            nmea,
            new ShipSurvey(config.name(), config.vessel().text(), config.ship()),
            random);
    ShipRules rules =
        new ShipRules(
            config.vessel().text(),
            config.origin(),
            config.certificate(),
            config.ship(),
            config.limits(),
            config.alerts(),
            config.lines());
    Rehearsal.play(rules, os.instant(), nanos);
    pipeline =
        new PipelineThread(
            queue,
            new Pipeline(
                rules,
                queue,
                outbox,
                new Surroundings(
                    lines::statuses,
                    uplink::status,
                    uplink::publishAlert,
                    lines::say,
                    this::show,
                    records),
                new GatewayClock(os, nanos, LastKnown.from(outbox.memory())),
                nanos),
            nanos);
  }

  private void show(Snapshot snapshot) {
    bridge.show(snapshot);
    nmea.say(snapshot.state());
  }

  /**
   * Starts to serve, to send and to listen; returns at once. A port that is taken, a device or a
   * broker that is absent is said in the log and tried again for ever; the rest goes on.
   */
  public void start() {
    bridge.start();
    nmea.start();
    pipeline.start();
    uplink.start();
    lines.start();
  }

  /** Where a browser on this machine finds the bridge panel; after {@link #start}. */
  public URI bridge() {
    return bridge.address();
  }

  /** Where sentences can be had; empty while they cannot. */
  public Optional<InetSocketAddress> nmea() {
    return nmea.address();
  }

  /** What went through so far; any thread. */
  public VesselCounts counts() {
    OutboxCounts counts = outbox.counts();
    Snapshot snapshot = bridge.latest();
    return new VesselCounts(
        counts.accepted(),
        counts.acknowledged(),
        counts.pending(),
        counts.gapRecorded(),
        snapshot == null ? 0 : snapshot.counts().dropped(),
        snapshot == null ? 0 : snapshot.counts().alertsRaised(),
        uplink.status().outages());
  }

  /** Listens no more; what was heard is accepted when this returns. */
  public void stopIntake() {
    lines.close();
    pipeline.close();
  }

  /**
   * Waits until the shore has receipted everything; after {@link #stopIntake}.
   *
   * @return whether it did within the time
   */
  public boolean drain(Duration atMost) {
    return uplink.awaitDrained(atMost);
  }

  /**
   * The orderly end: listens no more, sends what is left, stops everything. What the shore has not
   * receipted within the time stays in the outbox.
   *
   * @return whether everything is ashore
   */
  public boolean stop(Duration drainAtMost) {
    stopIntake();
    boolean drained = drain(drainAtMost);
    close();
    return drained;
  }

  /**
   * Stops everything at once; what the shore has not receipted stays in the outbox. Closing twice
   * does nothing.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    stopIntake();
    uplink.close();
    outbox.close();
    nmea.close();
    bridge.close();
  }
}
