package org.plimsoll.bench.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the fleet did. The event loop counts, any thread reads. */
public final class FleetCounts {

  private final AtomicLong readings = new AtomicLong();
  private final AtomicLong readingsBefore = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final List<LiveRow> live = new ArrayList<>();

  /**
   * A live row that the shore has receipted.
   *
   * @param measuredNanos when it was measured, by {@link System#nanoTime}
   * @param receiptedNanos when its receipt came aboard
   */
  public record LiveRow(long measuredNanos, long receiptedNanos) {

    /** From measurement to receipt, in seconds. */
    public double seconds() {
      return (receiptedNanos - measuredNanos) / 1e9;
    }
  }

  /** What was counted until now does not count any more, but for the readings. */
  synchronized void startOver() {
    readingsBefore.set(readings.get());
    repeated.set(0);
    refused.set(0);
    connections.set(0);
    lost.set(0);
    live.clear();
  }

  void sent(long more) {
    readings.addAndGet(more);
  }

  void repeated(int blocks) {
    repeated.addAndGet(blocks);
  }

  void messageRefused() {
    refused.incrementAndGet();
  }

  void connected() {
    connections.incrementAndGet();
  }

  void lostConnection() {
    lost.incrementAndGet();
  }

  synchronized void live(LiveRow row) {
    live.add(row);
  }

  /** Readings that were given numbers and sent at least once. */
  public long readings() {
    return readings.get();
  }

  /** Those of the storm. */
  public long readingsOfStorm() {
    return readings.get() - readingsBefore.get();
  }

  /** Blocks that were sent again because no receipt came. */
  public long repeated() {
    return repeated.get();
  }

  /** Messages that the broker did not take. */
  public long messagesRefused() {
    return refused.get();
  }

  /** Connections that the broker took. */
  public long connections() {
    return connections.get();
  }

  /** Connections that were lost. */
  public long lostConnections() {
    return lost.get();
  }

  /** The live rows that were receipted, in the order of their receipts. */
  public synchronized List<LiveRow> live() {
    return List.copyOf(live);
  }
}
