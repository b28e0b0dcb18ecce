package org.plimsoll.vessel.uplink;

import java.time.Duration;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;

/**
 * When commit groups become a block: often while they can be sent at once, seldom while they cannot
 * or shall not, because a larger block takes fewer bytes a reading. Confined to the uplink thread.
 */
final class Sealing {

  /** What blocks are made for now. */
  enum Purpose {
    /** Small blocks, which go ashore at once. */
    TO_SEND_SOON,
    /** Large blocks, which take fewer bytes. */
    TO_SEND_CHEAPLY,
    /** Blocks that wait, joined to larger ones; none may be in flight. */
    TO_KEEP
  }

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
  void step(Purpose purpose, boolean draining, long nowNanos) throws OutboxFailure {
    boolean waitedFor = draining && outbox.counts().unsealedRows() > 0;
    if (!wanted && !waitedFor && nowNanos - dueNanos < 0) {
      return;
    }
    outbox.seal();
    if (purpose == Purpose.TO_KEEP) {
      outbox.repack();
    }
    wanted = false;
    Duration interval =
        purpose == Purpose.TO_SEND_SOON ? config.sealEvery() : config.sealEveryOffline();
    boolean more = outbox.counts().unsealedRows() > 0;
    dueNanos = nowNanos + (more ? 0 : interval.toNanos());
  }

  long nanosToNext(long nowNanos) {
    return wanted ? 0 : Math.max(0, dueNanos - nowNanos);
  }
}
