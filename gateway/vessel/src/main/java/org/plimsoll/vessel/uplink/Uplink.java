package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.vessel.outbox.Outbox;

/** The uplink thread and its mailbox. Every method may be called from any thread. */
public final class Uplink implements AutoCloseable {

  public Uplink(
      UplinkConfig config,
      ShipFacts ship,
      Outbox outbox,
      SessionFactory sessions,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {
    throw new UnsupportedOperationException("uplink");
  }

  /** Starts the uplink thread; it keeps trying until {@link #close}. */
  public void start() {}

  /** Something urgent was accepted: seal and send it now. */
  public void wake() {}

  /** Sends an alert transition ahead of everything else. */
  public void publishAlert(AlertMessage alert) {}

  /** The link now. No I/O. */
  public LinkStatus status() {
    throw new UnsupportedOperationException("uplink");
  }

  /**
   * Seals what is left and waits until the shore has receipted everything.
   *
   * @return whether it did within the time
   */
  public boolean awaitDrained(Duration atMost) {
    return false;
  }

  /** Says good-bye to the broker and ends the thread. What is not receipted stays in the outbox. */
  @Override
  public void close() {}
}
