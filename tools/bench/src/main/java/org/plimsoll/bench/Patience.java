package org.plimsoll.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Waiting for another process, with an end. */
final class Patience {

  private static final long LOOK_EVERY_MILLIS = 50;

  /** Something that another process may not be able to answer yet. */
  interface Look {
    /** Whether it has come; an {@code IOException} means not yet. */
    boolean done() throws IOException, InterruptedException;
  }

  private final LongSupplier nanos;

  Patience(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Looks until {@code look} is done; false if it is not within {@code atMost}. */
  boolean await(Duration atMost, Look look) throws InterruptedException {
    long end = nanos.getAsLong() + atMost.toNanos();
    do {
      if (done(look)) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    } while (nanos.getAsLong() - end < 0);
    return false;
  }

  private static boolean done(Look look) throws InterruptedException {
    try {
      return look.done();
    } catch (IOException notYet) {
      return false; // the other process is not up, or just going down: what is waited for
    }
  }

  /** Lets {@code time} pass. */
  void pass(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
