package org.plimsoll.bench.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the fleet did. The event loop counts, any thread reads. */
public final class FleetCounts {

  private final AtomicLong readings = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final List<Double> live = new ArrayList<>();

  void sent(long more) {
    readings.addAndGet(more);
  }

  void repeated(int blocks) {
    repeated.addAndGet(blocks);
  }

  void connected() {
    connections.incrementAndGet();
  }

  void lostConnection() {
    lost.incrementAndGet();
  }

  synchronized void live(double seconds) {
    live.add(seconds);
  }

  /** Readings that were given numbers and sent at least once. */
  public long readings() {
    return readings.get();
  }

  /** Blocks that were sent again because no receipt came. */
  public long repeated() {
    return repeated.get();
  }

  /** Connections that the broker took. */
  public long connections() {
    return connections.get();
  }

  /** Connections that were lost. */
  public long lostConnections() {
    return lost.get();
  }

  /** For each live block, seconds from its measurement to its receipt aboard. */
  public synchronized List<Double> live() {
    return List.copyOf(live);
  }
}
