package org.plimsoll.bench.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;

/**
 * What a ship of the fleet sends and still holds, without a connection: a backlog, one block at a
 * time, and live blocks beside it, each until its receipt, and again after the product's time-outs.
 * Confined to the fleet's event loop.
 */
final class FleetShip {

  /** Between two live rows: more than the times within one differ. */
  private static final long LEAST_MILLIS = 500;

  private static final Duration LIVE_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration BACKLOG_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(120);
  private static final int MAX_DOUBLINGS = 3;
  private static final int FORGETTING = 8;

  /** Rows of a joined block of the backlog. */
  private static final int ROWS_A_BLOCK = 240;

  /** A block to be published. */
  record Outgoing(String topic, byte[] payload, boolean retained) {}

  /** A block without a receipt. */
  private record Flight(byte[] payload, long last, boolean live, long madeNanos, Due due) {}

  private record Due(long nanos, int sendings) {}

  private final SyntheticShip ship;
  private final Topics topics;
  private final FleetCounts counts;
  private final BlockCodec codec = new BlockCodec();
  private final long backlogRows;
  private final long rowMillis;
  private final long backlogFromMillis;
  private final TreeMap<Long, Flight> flights = new TreeMap<>();
  private long nextBacklogRow = 1;
  private long nextLiveRow;

  /** How long receipts take, from the first sending; the slowest, forgotten by and by. */
  private long usualLiveNanos;

  private long usualBacklogNanos;

  /** A receipt has come on this connection. */
  private boolean answered;

  /** She has been away, and has a backlog. */
  private boolean cameBack;

  private boolean stopped;

  /** When she last measured. */
  private long liveMillis;

  /**
   * @param backlogRows how many rows wait
   * @param rowMillis between two of them; the last is of now
   */
  FleetShip(
      SyntheticShip ship,
      Topics topics,
      FleetCounts counts,
      long backlogRows,
      long rowMillis,
      long nowMillis) {
    this.ship = ship;
    this.topics = topics;
    this.counts = counts;
    this.backlogRows = backlogRows;
    this.rowMillis = rowMillis;
    this.backlogFromMillis = nowMillis - backlogRows * rowMillis;
    this.nextLiveRow = backlogRows + 1;
  }

  VesselId id() {
    return ship.id();
  }

  String receipts() {
    return topics.receipts(ship.id());
  }

  /** What a connection begins with: who she is, what is under way, and something that is new. */
  List<Outgoing> connected(java.time.Instant now, long nowNanos) {
    List<Outgoing> first = new ArrayList<>();
    first.add(
        new Outgoing(
            topics.status(ship.id()),
            Messages.toJson(
                new StatusMessage(
                    ship.id(),
                    "synthetic " + ship.id(),
                    true,
                    now,
                    "fleet",
                    "bench",
                    ship.table().stream(),
                    DataOrigin.SIMULATED)),
            true));
    first.add(
        new Outgoing(topics.channels(ship.id()), Messages.toDeflatedJson(ship.table()), true));
    List<Long> again = List.copyOf(flights.keySet());
    again.forEach(row -> first.add(resend(row, nowNanos)));
    answered = false;
    if (!stopped && flights.values().stream().noneMatch(Flight::live)) {
      first.add(live(now.toEpochMilli(), nowNanos));
    }
    return first;
  }

  /** The next block of the backlog, if it may go: one at a time, once the shore has answered. */
  List<Outgoing> backlog(long nowNanos) {
    boolean busy = flights.values().stream().anyMatch(flight -> !flight.live());
    if (!cameBack || !answered || busy || nextBacklogRow > backlogRows) {
      return List.of();
    }
    int rows = (int) Math.min(ROWS_A_BLOCK, backlogRows - nextBacklogRow + 1);
    Block block =
        ship.rows(
            nextBacklogRow, rows, backlogFromMillis + (nextBacklogRow - 1) * rowMillis, rowMillis);
    nextBacklogRow += rows;
    return List.of(send(block, false, nowNanos));
  }

  /**
   * What she measures now. A row that a connection begins with and one that was due at the same
   * time are apart: two values of one channel and time would be one reading.
   */
  Outgoing live(long nowMillis, long nowNanos) {
    liveMillis = Math.max(nowMillis, liveMillis + LEAST_MILLIS);
    return send(ship.rows(nextLiveRow++, 1, liveMillis, rowMillis), true, nowNanos);
  }

  private Outgoing send(Block block, boolean live, long nowNanos) {
    byte[] payload = codec.encode(block);
    Due due = new Due(nowNanos + wait(live, 0), 1);
    flights.put(block.first(), new Flight(payload, block.last(), live, nowNanos, due));
    counts.sent(block.readings());
    return new Outgoing(topic(live), payload, false);
  }

  private long wait(boolean live, int doublings) {
    long first = (live ? LIVE_TIMEOUT : BACKLOG_TIMEOUT).toNanos();
    long doubled = Math.min(first << doublings, LONGEST_TIMEOUT.toNanos());
    return Math.max(doubled, 2 * (live ? usualLiveNanos : usualBacklogNanos));
  }

  /** Blocks whose receipt is overdue. */
  List<Outgoing> overdue(long nowNanos) {
    List<Long> due =
        flights.entrySet().stream()
            .filter(entry -> entry.getValue().due().nanos() - nowNanos <= 0)
            .map(java.util.Map.Entry::getKey)
            .toList();
    counts.repeated(due.size());
    return due.stream().map(row -> resend(row, nowNanos)).toList();
  }

  private Outgoing resend(long first, long nowNanos) {
    Flight flight = flights.get(first);
    if (flight == null) {
      throw new IllegalStateException("nothing under way at " + first);
    }
    int doublings = Math.min(flight.due().sendings(), MAX_DOUBLINGS);
    Due due = new Due(nowNanos + wait(flight.live(), doublings), flight.due().sendings() + 1);
    flights.put(
        first, new Flight(flight.payload(), flight.last(), flight.live(), flight.madeNanos(), due));
    return new Outgoing(topic(flight.live()), flight.payload(), false);
  }

  private String topic(boolean live) {
    return live ? topics.blocks(id()) : topics.backlog(id());
  }

  /** The shore holds these. */
  void receipted(ReceiptMessage receipt, long nowNanos) {
    if (!receipt.stream().equals(ship.table().stream())) {
      return;
    }
    answered = true;
    IntervalSet held = IntervalSet.of(receipt.ranges());
    for (Iterator<java.util.Map.Entry<Long, Flight>> it = flights.entrySet().iterator();
        it.hasNext(); ) {
      var entry = it.next();
      Flight flight = entry.getValue();
      if (held.contains(new org.plimsoll.telemetry.Range(entry.getKey(), flight.last()))) {
        it.remove();
        long took = nowNanos - flight.madeNanos();
        if (flight.live()) {
          usualLiveNanos = Math.max(took, usualLiveNanos - usualLiveNanos / FORGETTING);
          counts.live(new FleetCounts.LiveRow(flight.madeNanos(), nowNanos));
        } else {
          usualBacklogNanos = Math.max(took, usualBacklogNanos - usualBacklogNanos / FORGETTING);
        }
      }
    }
  }

  /** Whether the shore knows her and nothing is under way. */
  boolean isAnnounced() {
    return answered && flights.isEmpty();
  }

  /** From now on she has a backlog. */
  void comesBack() {
    cameBack = true;
  }

  /** From now on she has nothing new to say, not even on a new connection. */
  void stopsMeasuring() {
    stopped = true;
  }

  /** Whether nothing is left to send or under way. */
  boolean isDrained() {
    return nextBacklogRow > backlogRows && flights.isEmpty();
  }

  /** Whether the backlog is ashore. */
  boolean isCaughtUp() {
    return nextBacklogRow > backlogRows && flights.values().stream().allMatch(Flight::live);
  }
}
