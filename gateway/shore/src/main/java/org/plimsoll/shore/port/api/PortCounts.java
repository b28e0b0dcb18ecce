package org.plimsoll.shore.port.api;

import java.util.concurrent.atomic.LongAdder;

/** What the port's API has done. Any thread; every count only grows. */
public final class PortCounts {

  /** Records kept. */
  public final LongAdder kept = new LongAdder();

  /** Records that were kept before. */
  public final LongAdder repeated = new LongAdder();

  /** Records refused because something else is there. */
  public final LongAdder conflicts = new LongAdder();

  /** Records refused for what they say. */
  public final LongAdder refused = new LongAdder();

  /** Requests without a right. */
  public final LongAdder denied = new LongAdder();
}
