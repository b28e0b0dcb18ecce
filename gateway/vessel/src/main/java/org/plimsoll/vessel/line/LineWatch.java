package org.plimsoll.vessel.line;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Decides when a line is opened, when it is given up, and which colour it shows. Knows no device
 * and no clock: the line tells it what happened and when, and asks what to do.
 *
 * <p>A device that cannot be opened, or that was lost, is tried again after 0.5 s, then after twice
 * as long each time up to {@link #BACKOFF_CAP}, each delay shortened by up to {@value #JITTER} at
 * random; so a device that comes back is open within 3 s and green with its next frame. A device
 * that is open and silent is opened afresh after the silence, then after twice as long each time up
 * to {@link #SILENT_CAP}; it need not be closed to be heard again. Confined to the line's event
 * loop.
 */
final class LineWatch {

  static final Duration BACKOFF = Duration.ofMillis(500);
  static final Duration BACKOFF_CAP = Duration.ofSeconds(3);
  static final Duration SILENT_CAP = Duration.ofMinutes(1);
  static final double JITTER = 0.25;

  /** What the line must do now. */
  enum Act {
    NOTHING,
    OPEN,
    CLOSE
  }

  private enum Phase {
    CLOSED,
    OPENING,
    OPEN,
    CLOSING
  }

  private final long silenceNanos;
  private final boolean maySilent;
  private final RandomGenerator random;
  private Phase phase = Phase.CLOSED;
  private LineState state = LineState.CONNECTING;
  private String detail = "not opened yet";
  private long nextOpenNanos;
  private long openedNanos;
  private long silentLimitNanos;
  private long backoffNanos = BACKOFF.toNanos();
  private boolean heardAnything;
  private boolean heardBytes;
  private long bytesNanos;
  private long goodNanos;

  /**
   * @param maySilent whether an open device is well although it says nothing
   */
  LineWatch(Duration silence, boolean maySilent, long nowNanos, RandomGenerator random) {
    this.maySilent = maySilent;
    this.silenceNanos = silence.toNanos();
    this.silentLimitNanos = silenceNanos;
    this.nextOpenNanos = nowNanos;
    this.random = random;
  }

  LineState state() {
    return state;
  }

  /** Why, in words that change only when the reason does. */
  String detail() {
    return detail;
  }

  /** When the last good frame came; empty if none ever. */
  OptionalLong goodNanos() {
    return heardAnything ? OptionalLong.of(goodNanos) : OptionalLong.empty();
  }

  void opened(long nowNanos) {
    phase = Phase.OPEN;
    openedNanos = nowNanos;
    heardBytes = false;
    if (maySilent) {
      backoffNanos = BACKOFF.toNanos();
      state = LineState.GREEN;
      detail = "";
    } else if (state == LineState.CONNECTING) {
      detail = "open, nothing heard yet";
    }
  }

  /** The device could not be opened. */
  void refused(long nowNanos, String reason) {
    phase = Phase.CLOSED;
    red(reason);
    retryLater(nowNanos);
  }

  /** The open device was lost, or closed at our own wish after a silence. */
  void closed(long nowNanos, String reason) {
    boolean ours = phase == Phase.CLOSING;
    phase = Phase.CLOSED;
    if (ours) {
      nextOpenNanos = nowNanos;
    } else {
      red(reason);
      retryLater(nowNanos);
    }
  }

  void bytes(long nowNanos) {
    heardBytes = true;
    bytesNanos = nowNanos;
  }

  void goodFrame(long nowNanos) {
    heardAnything = true;
    goodNanos = nowNanos;
    backoffNanos = BACKOFF.toNanos();
    silentLimitNanos = silenceNanos;
    if (state != LineState.GREEN) {
      state = LineState.GREEN;
      detail = "";
    }
  }

  /** Whether the device is open and has had nothing good to say for as long as is allowed. */
  boolean isQuiet() {
    return phase == Phase.OPEN && state != LineState.GREEN;
  }

  /** What an officer should know of a green line, for instance a unit that does not answer. */
  void remark(String text) {
    if (state == LineState.GREEN) {
      detail = text;
    }
  }

  /** Called a few times a second. */
  Act tick(long nowNanos, boolean moved) {
    switch (phase) {
      case CLOSED:
        if (nowNanos - nextOpenNanos >= 0) {
          phase = Phase.OPENING;
          return Act.OPEN;
        }
        return Act.NOTHING;
      case OPEN:
        return listen(nowNanos, moved);
      default:
        return Act.NOTHING;
    }
  }

  private Act listen(long nowNanos, boolean moved) {
    if (maySilent) {
      return Act.NOTHING;
    }
    long quietSince = heardAnything && goodNanos - openedNanos > 0 ? goodNanos : openedNanos;
    long quiet = nowNanos - quietSince;
    if (quiet < silenceNanos) {
      return Act.NOTHING;
    }
    boolean garbage = heardBytes && nowNanos - bytesNanos < silenceNanos;
    red(
        garbage
            ? "bytes but no good frame: speed, format or protocol may be wrong"
            : "silent: the device is open and says nothing");
    if (moved || (quiet >= silentLimitNanos && !garbage)) {
      silentLimitNanos = Math.min(silentLimitNanos * 2, SILENT_CAP.toNanos());
      phase = Phase.CLOSING;
      return Act.CLOSE;
    }
    return Act.NOTHING;
  }

  private void red(String reason) {
    state = LineState.RED;
    detail = reason;
  }

  private void retryLater(long nowNanos) {
    nextOpenNanos = nowNanos + (long) (backoffNanos * (1 - JITTER * random.nextDouble()));
    backoffNanos = Math.min(backoffNanos * 2, BACKOFF_CAP.toNanos());
  }
}
