package org.plimsoll.vessel.uplink;

import java.time.Duration;

/**
 * How many bytes may be under way to the shore: as many as it receipts within some seconds, so that
 * the newest block, which travels behind them, does not wait longer than that on a narrow link, and
 * a wide one is used. It grows by a step while receipts come soon and the backlog wants more, and
 * halves when they come late, each at most once for what was sent after the last change. Confined
 * to the uplink thread.
 */
final class Pace {

  /** Below this there is always room: one block of a joined backlog. */
  static final long LEAST_BYTES = 16 * 1024;

  static final long MOST_BYTES = 1024 * 1024;

  private static final long STEP_BYTES = 8 * 1024;

  /** A receipt that takes longer than this came late. */
  static final Duration LATE = Duration.ofMillis(4_500);

  /** A receipt that takes less than this came soon: two round trips of a satellite fit in. */
  static final Duration SOON = Duration.ofSeconds(3);

  private long allowedBytes = LEAST_BYTES;
  private boolean wanted;
  private long changedNanos = Long.MIN_VALUE;

  /**
   * Whether one more block of the backlog may go.
   *
   * @param underWayBytes sent and not receipted
   */
  boolean hasRoom(long underWayBytes) {
    boolean room = underWayBytes < allowedBytes;
    wanted |= !room;
    return room;
  }

  /** A block was receipted that was sent once. */
  void receipted(long sentNanos, long nowNanos) {
    if (changedNanos != Long.MIN_VALUE && sentNanos - changedNanos < 0) {
      return;
    }
    long took = nowNanos - sentNanos;
    if (took > LATE.toNanos() && allowedBytes > LEAST_BYTES) {
      change(allowedBytes / 2, nowNanos);
    } else if (took < SOON.toNanos() && wanted && allowedBytes < MOST_BYTES) {
      change(allowedBytes + STEP_BYTES, nowNanos);
    }
  }

  private void change(long toBytes, long nowNanos) {
    allowedBytes = toBytes;
    changedNanos = nowNanos;
    wanted = false;
  }

  /** Another connection may be another link. */
  void startOver() {
    change(LEAST_BYTES, Long.MIN_VALUE);
  }

  long allowedBytes() {
    return allowedBytes;
  }
}
