package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocks that were sent on this connection and not receipted. A block whose receipt does not come
 * is due again after a time that doubles, and not before twice the time that receipts take now on
 * its lane: when the links of a whole fleet come back, the shore has much to do, and what is sent
 * again because it is slow makes it slower. One that the broker refuses for good, or that the shore
 * leaves aside while it receipts what was sent after it, is due again only after a long time and
 * takes no place in the window. Confined to the uplink thread.
 */
final class Flights {

  private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

  /** A refused block is tried again after this time: the broker may have been reconfigured. */
  static final Duration REFUSED_RETRY = Duration.ofMinutes(10);

  /** A block that was sent so often, with others receipted since, is one that the shore refuses. */
  static final int SENDINGS = 3;

  private static final int MAX_DOUBLINGS = 3;

  /** Longest time that a receipt is believed to take. */
  static final Duration SLOWEST = Duration.ofMinutes(5);

  /** With each receipt that came sooner, so much of the time that they take is forgotten. */
  private static final int FORGETTING = 8;

  /** The first receipt of backlog may take so many times longer: all others send theirs as well. */
  static final int BACKLOG_PATIENCE = 4;

  private final TreeMap<Long, Flight> byFirst = new TreeMap<>();
  private final Map<Topics.Kind, Lane> lanes;
  private final LongSupplier nanos;
  private final Pace pace = new Pace();

  /** A receipt has come on this connection. */
  private boolean answered;

  /**
   * @param receiptTimeout after which a live block is due for the first time
   */
  Flights(Duration receiptTimeout, LongSupplier nanos) {
    long longest = receiptTimeout.toNanos() << MAX_DOUBLINGS;
    this.lanes =
        Map.of(
            Topics.Kind.BLOCKS, new Lane(receiptTimeout.toNanos(), longest),
            Topics.Kind.BACKLOG, new Lane(BACKLOG_PATIENCE * receiptTimeout.toNanos(), longest));
    this.nanos = nanos;
  }

  /**
   * A block was sent.
   *
   * @param lane on which; it keeps that of its first sending
   */
  void sent(Range range, int bytes, Topics.Kind lane) {
    long now = nanos.getAsLong();
    Flight before = byFirst.get(range.first());
    Topics.Kind first = firstLane(before, lane);
    int sendings = before == null ? 0 : before.sendings;
    boolean leftAside = before != null && !before.refused && isLeftAside(before);
    if (leftAside) {
      LOG.warn(
          "Block {} to {} gets no receipt while later ones do: the shore leaves it aside",
          range.first(),
          range.last());
    }
    boolean refused = leftAside || before != null && before.refused;
    long wait = refused ? REFUSED_RETRY.toNanos() : lane(first).waitNanos(sendings);
    long begun = before == null ? now : before.begunNanos;
    byFirst.put(
        range.first(),
        new Flight(range, first, sendings + 1, bytes, begun, now, now + wait, refused));
  }

  private static Topics.Kind firstLane(@Nullable Flight before, Topics.Kind lane) {
    return before == null ? lane : before.lane;
  }

  private boolean isLeftAside(Flight flight) {
    return flight.sendings >= SENDINGS && lane(flight.lane).hasOvertaken(flight.sentNanos);
  }

  /** Returns how many blocks are refused now. */
  int refused(Range range) {
    long now = nanos.getAsLong();
    byFirst.put(
        range.first(),
        new Flight(
            range, lane(range.first()), 1, 0, now, now, now + REFUSED_RETRY.toNanos(), true));
    return size() - inWindow();
  }

  void receipted(List<Range> ranges) {
    answered = true;
    IntervalSet held = IntervalSet.of(ranges);
    long now = nanos.getAsLong();
    for (Iterator<Flight> it = byFirst.values().iterator(); it.hasNext(); ) {
      Flight flight = it.next();
      if (held.contains(flight.range)) {
        it.remove();
        Lane lane = lane(flight.lane);
        if (!flight.refused) {
          lane.noteTaken(now - flight.begunNanos);
        }
        if (flight.sendings == 1) {
          pace.receipted(flight.sentNanos, now);
        }
        lane.noteReceipted(flight.sentNanos);
      }
    }
  }

  private Lane lane(Topics.Kind kind) {
    return Objects.requireNonNull(lanes.get(kind), () -> kind + " is no lane of blocks");
  }

  /** The lane of the first sending of a block; that of the backlog if it was not sent. */
  Topics.Kind lane(long first) {
    return firstLane(byFirst.get(first), Topics.Kind.BACKLOG);
  }

  /**
   * Whether one more block of the backlog may go: the shore has answered on this connection, and
   * the newest is not held up. A broker may be there before the shore is; what it takes meanwhile
   * is for nobody. Where even the first block is left without an answer, the others are tried.
   */
  boolean haveRoom() {
    long underWay =
        byFirst.values().stream()
            .filter(flight -> !flight.refused)
            .mapToLong(flight -> flight.bytes)
            .sum();
    return pace.hasRoom(underWay) && isShoreThere();
  }

  private boolean isShoreThere() {
    long patience = lane(Topics.Kind.BACKLOG).firstNanos;
    long now = nanos.getAsLong();
    return answered
        || byFirst.isEmpty()
        || byFirst.values().stream().anyMatch(flight -> now - flight.begunNanos >= patience);
  }

  void forget(long first) {
    byFirst.remove(first);
  }

  void clear() {
    byFirst.clear();
    pace.startOver();
    answered = false;
    lanes.values().forEach(Lane::startOver);
  }

  boolean holds(long first) {
    return byFirst.containsKey(first);
  }

  /** Blocks that wait for a receipt. */
  int inWindow() {
    return (int) byFirst.values().stream().filter(flight -> !flight.refused).count();
  }

  /** Everything that must not be taken from the backlog now. */
  int size() {
    return byFirst.size();
  }

  /** Blocks to send again, oldest first. */
  List<Range> due() {
    long nowNanos = nanos.getAsLong();
    return byFirst.values().stream()
        .filter(flight -> flight.dueNanos - nowNanos <= 0)
        .map(flight -> flight.range)
        .toList();
  }

  /** Time until the next is due, or {@code atMost}. */
  long nanosToNext(long atMost) {
    long nowNanos = nanos.getAsLong();
    long least = atMost;
    for (Flight flight : byFirst.values()) {
      least = Math.min(least, Math.max(0, flight.dueNanos - nowNanos));
    }
    return least;
  }

  /**
   * @param lane on which it was sent first
   * @param begunNanos when it was sent first
   * @param sentNanos when it was sent last
   */
  private record Flight(
      Range range,
      Topics.Kind lane,
      int sendings,
      int bytes,
      long begunNanos,
      long sentNanos,
      long dueNanos,
      boolean refused) {}

  /** What receipts on one lane have shown. */
  private static final class Lane {
    private final long firstNanos;
    private final long longestNanos;

    /** How long a receipt takes, from the first sending of its block. */
    private long usualNanos;

    /** When the last sent of the receipted blocks was sent. */
    private OptionalLong receiptedSentNanos = OptionalLong.empty();

    /**
     * @param firstNanos after which a block is due for the first time
     * @param longestNanos the longest that this becomes by doubling
     */
    Lane(long firstNanos, long longestNanos) {
      this.firstNanos = firstNanos;
      this.longestNanos = longestNanos;
    }

    long waitNanos(int sendings) {
      long doubled = firstNanos << Math.min(sendings, MAX_DOUBLINGS);
      return Math.max(Math.min(doubled, longestNanos), 2 * usualNanos);
    }

    /** The slowest counts, and is forgotten by and by. */
    void noteTaken(long tookNanos) {
      long faded = usualNanos - usualNanos / FORGETTING;
      usualNanos = Math.min(SLOWEST.toNanos(), Math.max(tookNanos, faded));
    }

    void noteReceipted(long sentNanos) {
      if (!hasOvertaken(sentNanos)) {
        receiptedSentNanos = OptionalLong.of(sentNanos);
      }
    }

    /** Whether a block that was sent later is receipted. */
    boolean hasOvertaken(long sentNanos) {
      return receiptedSentNanos.isPresent() && receiptedSentNanos.getAsLong() - sentNanos > 0;
    }

    void startOver() {
      usualNanos = 0;
      receiptedSentNanos = OptionalLong.empty();
    }
  }
}
