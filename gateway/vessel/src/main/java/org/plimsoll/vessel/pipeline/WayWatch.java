package org.plimsoll.vessel.pipeline;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.plimsoll.vessel.state.Way;

/**
 * Tells whether she makes way, by her speed over ground. Between the two speeds she stays what she
 * was. Confined to the pipeline thread.
 */
final class WayWatch {

  private static final double METRES_PER_SECOND_OF_KNOT = 1852.0 / 3600;

  /** At or below this for {@link #STILL_NANOS} she lies still. */
  static final double STILL = 0.3 * METRES_PER_SECOND_OF_KNOT;

  /** Above this for {@link #MOVES_NANOS} she makes way. */
  static final double MOVES = 1.0 * METRES_PER_SECOND_OF_KNOT;

  static final long STILL_NANOS = TimeUnit.MINUTES.toNanos(3);
  static final long MOVES_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Without a speed for so long it is not known. */
  static final long UNKNOWN_NANOS = TimeUnit.MINUTES.toNanos(1);

  private Way state = Way.UNKNOWN;
  private Way tending = Way.UNKNOWN;
  private long tendingSince;

  /**
   * Called once a second with the speed over ground in m/s; empty if no decision may rest on it.
   */
  Way look(OptionalDouble speed, long nowNanos) {
    Way now = tendency(speed);
    if (now != tending) {
      tending = now;
      tendingSince = nowNanos;
    }
    if (now != state && nowNanos - tendingSince >= needed(now)) {
      state = now;
    }
    return state;
  }

  private Way tendency(OptionalDouble speed) {
    if (speed.isEmpty()) {
      return Way.UNKNOWN;
    }
    if (speed.getAsDouble() <= STILL) {
      return Way.ALONGSIDE;
    }
    return speed.getAsDouble() > MOVES ? Way.UNDER_WAY : state;
  }

  private static long needed(Way way) {
    return switch (way) {
      case ALONGSIDE -> STILL_NANOS;
      case UNDER_WAY -> MOVES_NANOS;
      case UNKNOWN -> UNKNOWN_NANOS;
    };
  }

  Way state() {
    return state;
  }
}
