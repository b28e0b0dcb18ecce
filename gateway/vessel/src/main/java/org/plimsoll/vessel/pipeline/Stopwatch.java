package org.plimsoll.vessel.pipeline;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * How long the naval computation of a second took, of the last {@link #KEPT} seconds. Confined to
 * the pipeline thread.
 */
final class Stopwatch {

  /** Less than two minutes: what the machine had to warm up for is soon forgotten. */
  static final int KEPT = 100;

  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanos;
  private final long[] taken = new long[KEPT];
  private int next;
  private int count;

  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void time(Runnable computation) {
    long begun = nanos.getAsLong();
    computation.run();
    taken[next] = nanos.getAsLong() - begun;
    next = (next + 1) % KEPT;
    count = Math.min(KEPT, count + 1);
  }

  /** Median and tail of the last minutes, seconds; zeros before the first. */
  NavalTiming timing() {
    if (count == 0) {
      return new NavalTiming(0, 0, 0, 0);
    }
    long[] sorted = Arrays.copyOf(taken, count);
    Arrays.sort(sorted);
    return new NavalTiming(
        count,
        sorted[count / 2] / NANOS_PER_SECOND,
        sorted[Math.min(count - 1, (int) (count * 0.99))] / NANOS_PER_SECOND,
        sorted[count - 1] / NANOS_PER_SECOND);
  }
}
