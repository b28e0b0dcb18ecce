package org.plimsoll.vessel.pipeline;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * How long the naval computation of a second took, in the first minute and in the latest {@link
 * #KEPT} seconds after it. Confined to the pipeline thread.
 */
final class Stopwatch {

  /** Ten minutes, so that one second in a hundred is six of them. */
  static final int KEPT = 600;

  static final int FIRST = 60;

  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanos;
  private final long[] first = new long[FIRST];
  private final long[] after = new long[KEPT];
  private long count;

  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void time(Runnable computation) {
    long begun = nanos.getAsLong();
    computation.run();
    long taken = nanos.getAsLong() - begun;
    if (count < FIRST) {
      first[(int) count] = taken;
    } else {
      after[(int) ((count - FIRST) % KEPT)] = taken;
    }
    count++;
  }

  /** Median and tail; zeros where nothing was timed. */
  NavalTiming timing() {
    return new NavalTiming(
        spread(first, (int) Math.min(FIRST, count)),
        spread(after, (int) Math.max(0, Math.min(KEPT, count - FIRST))));
  }

  private static NavalTiming.Spread spread(long[] taken, int count) {
    if (count == 0) {
      return new NavalTiming.Spread(0, 0, 0, 0);
    }
    long[] sorted = Arrays.copyOf(taken, count);
    Arrays.sort(sorted);
    return new NavalTiming.Spread(
        count,
        sorted[count / 2] / NANOS_PER_SECOND,
        sorted[Math.min(count - 1, (int) (count * 0.99))] / NANOS_PER_SECOND,
        sorted[count - 1] / NANOS_PER_SECOND);
  }
}
