package org.plimsoll.vessel.pipeline;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;

/** The latest of one channel, and how often it is heard. Confined to the pipeline thread. */
public final class Held {

  /** One step of the time of a sample, in ms. */
  static final int TICK_MILLIS = Channel.DEFAULT_TIME_RESOLUTION_MILLIS;

  /**
   * How far the stamps of a channel may run ahead of the clock: a burst is spread over free ticks,
   * a source that is faster than the tick for good is thinned.
   */
  static final long MAX_AHEAD_MILLIS = 1000;

  /** No channel is stale earlier than this. */
  static final long LEAST_STALE_NANOS = 3_000_000_000L;

  /** Longest interval that is learned; a channel is stale after three intervals. */
  static final long MAX_INTERVAL_NANOS = 60_000_000_000L;

  /** Derived values that change slowly are recorded this often. */
  static final long FRUGAL_NANOS = 9_500_000_000L;

  static final int UNNUMBERED = -1;

  private static final int STALE_INTERVALS = 3;
  private static final int LEARNING = 8;

  final ChannelKey key;
  final Quantity quantity;
  final String line;
  int id = UNNUMBERED;
  private OptionalDouble value = OptionalDouble.empty();
  private Quality quality = Quality.ABSENT;
  private OptionalLong timeMillis = OptionalLong.empty();
  private boolean heard;
  private long heardNanos;
  private long intervalNanos;
  private boolean wasRecorded;
  private long recordedNanos;
  private long lastTickMillis = Long.MIN_VALUE;
  private int lastEpoch;

  /** A channel that was not heard yet. */
  public Held(ChannelKey key, Quantity quantity, String line) {
    this.key = key;
    this.quantity = quantity;
    this.line = line;
  }

  Quality quality() {
    return quality;
  }

  OptionalDouble value() {
    return value;
  }

  OptionalDouble usable() {
    return quality.isUsable() ? value : OptionalDouble.empty();
  }

  /** Takes a value that was just measured. */
  void hear(OptionalDouble measured, Quality judged, Stamp stamp, long nowNanos) {
    if (heard && quality != Quality.STALE) {
      long since = Math.min(nowNanos - heardNanos, MAX_INTERVAL_NANOS);
      intervalNanos += (since - intervalNanos) / LEARNING;
    }
    heard = true;
    heardNanos = nowNanos;
    quality = judged;
    timeMillis = OptionalLong.of(stamp.epochMillis());
    if (measured.isPresent() || judged == Quality.INVALID) {
      value = measured;
    }
  }

  /** Whether it was last recorded long enough ago. */
  boolean isDue(long nowNanos) {
    return !wasRecorded || nowNanos - recordedNanos >= FRUGAL_NANOS;
  }

  void recorded(long nowNanos) {
    wasRecorded = true;
    recordedNanos = nowNanos;
  }

  /** Whether it has just become stale. */
  boolean stales(long nowNanos) {
    long limit = Math.max(LEAST_STALE_NANOS, STALE_INTERVALS * intervalNanos);
    if (!heard || quality == Quality.STALE || nowNanos - heardNanos <= limit) {
      return false;
    }
    quality = Quality.STALE;
    return true;
  }

  /**
   * The time of the next sample, unique within the channel and the clock epoch.
   *
   * @return empty if the channel is too far ahead of the clock: the reading is thinned
   */
  public OptionalLong nextTick(Stamp stamp) {
    long now = Math.floorDiv(stamp.epochMillis(), TICK_MILLIS) * (long) TICK_MILLIS;
    if (stamp.clockEpoch() != lastEpoch) {
      lastEpoch = stamp.clockEpoch();
      lastTickMillis = Long.MIN_VALUE;
    }
    long tick = lastTickMillis >= now ? lastTickMillis + TICK_MILLIS : now;
    if (tick - now > MAX_AHEAD_MILLIS) {
      return OptionalLong.empty();
    }
    lastTickMillis = tick;
    return OptionalLong.of(tick);
  }

  ChannelState state(long nowNanos, boolean preferred) {
    return new ChannelState(
        quantity,
        key.source(),
        line,
        value,
        quality,
        timeMillis,
        heard ? OptionalLong.of(nowNanos - heardNanos) : OptionalLong.empty(),
        preferred);
  }
}
