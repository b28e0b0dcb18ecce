package org.plimsoll.vessel.uplink;

import java.time.Duration;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;

/**
 * When commit groups become a block: often while they can be sent at once, seldom while they
 * cannot, because a larger block takes fewer bytes a reading. Confined to the uplink thread.
 */
final class Sealing {

  private final UplinkConfig config;
  private final Outbox outbox;
  private long dueNanos;
  private boolean wanted;

  Sealing(UplinkConfig config, Outbox outbox, long nowNanos) {
    this.config = config;
    this.outbox = outbox;
    this.dueNanos = nowNanos;
  }

  /** Seal at the next step, whatever the time. */
  void want() {
    wanted = true;
  }

  /**
   * Seals when it is time to.
   *
   * @param draining whether somebody waits until nothing is left
   */
  void step(boolean linkIsUp, boolean draining, long nowNanos) throws OutboxFailure {
    boolean waitedFor = draining && outbox.counts().unsealedRows() > 0;
    if (!wanted && !waitedFor && nowNanos - dueNanos < 0) {
      return;
    }
    outbox.seal();
    if (!linkIsUp) {
      outbox.repack();
    }
    wanted = false;
    Duration interval = linkIsUp ? config.sealEvery() : config.sealEveryOffline();
    boolean more = outbox.counts().unsealedRows() > 0;
    dueNanos = nowNanos + (more ? 0 : interval.toNanos());
  }

  long nanosToNext(long nowNanos) {
    return wanted ? 0 : Math.max(0, dueNanos - nowNanos);
  }
}
