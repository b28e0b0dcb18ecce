package org.plimsoll.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.plimsoll.bench.Ashore.Place;
import org.plimsoll.bench.Ashore.Stored;
import org.plimsoll.bench.Ashore.Stretch;
import org.plimsoll.bench.OutboxFile.Identity;

/**
 * The store held against the outbox, reading by reading, a stretch of sequence numbers at a time:
 * what is in memory does not grow with the run.
 *
 * @param equal readings that both have, with the same value.
 * @param missing readings that the outbox holds and the store does not, under that number.
 * @param foreign rows of the store that the outbox does not hold.
 * @param altered readings whose value in the store is another one.
 * @param repeated readings that the outbox accepted under an identity that was taken in the same
 *     stretch or the one before; one that comes later is missing, for the store keeps one of them.
 */
record Comparison(long equal, long missing, long foreign, long altered, long repeated) {

  /** Readings of a stretch; its last row may exceed it. */
  static final int STRETCH = 20_000;

  /** Largest part of a step by which a value may differ for its way through floating point. */
  private static final double ROUNDING = 1e-3;

  /**
   * @param rows that the store holds of the vessel, all of them.
   */
  static Comparison of(OutboxFile aboard, Ashore ashore, long rows)
      throws IOException, InterruptedException {
    return of(aboard, ashore::rows, rows, STRETCH);
  }

  /** What the store holds of a stretch. */
  interface Rows {
    List<Stored> of(Stretch stretch) throws IOException, InterruptedException;
  }

  static Comparison of(OutboxFile aboard, Rows ashore, long rows, int stretch)
      throws IOException, InterruptedException {
    Merge merge = new Merge(ashore, stretch);
    aboard.readings(merge::take);
    merge.settle();
    long foreign = Math.max(0, rows - merge.equal - merge.altered);
    return new Comparison(merge.equal, merge.missing, foreign, merge.altered, merge.repeated);
  }

  /** Confined to one comparison. */
  private static final class Merge {

    private record Held(OptionalLong steps, double resolution) {}

    private final Rows ashore;
    private final int stretch;
    private Map<Place, Held> held = new HashMap<>();
    private Set<Place> before = Set.of();
    private long first;
    private long last;
    private long fromMillis;
    private long toMillis;
    private long equal;
    private long missing;
    private long altered;
    private long repeated;

    Merge(Rows ashore, int stretch) {
      this.ashore = ashore;
      this.stretch = stretch;
    }

    void take(long sequence, Identity identity, OptionalLong value)
        throws IOException, InterruptedException {
      if (held.size() >= stretch && sequence != last) {
        settle();
      }
      if (held.isEmpty()) {
        first = sequence;
        fromMillis = identity.timeMillis();
        toMillis = identity.timeMillis();
      }
      last = sequence;
      fromMillis = Math.min(fromMillis, identity.timeMillis());
      toMillis = Math.max(toMillis, identity.timeMillis());
      Place place =
          new Place(
              identity.channel().path(),
              identity.channel().source(),
              identity.epoch(),
              identity.timeMillis());
      Held reading = new Held(value, identity.channel().resolution());
      if (held.put(place, reading) != null || before.contains(place)) {
        repeated++;
      }
    }

    /** Holds the stretch against the store and begins the next. */
    void settle() throws IOException, InterruptedException {
      if (held.isEmpty()) {
        return;
      }
      Map<Place, OptionalDouble> stored = new HashMap<>();
      for (Stored row : ashore.of(new Stretch(first, last, fromMillis, toMillis))) {
        stored.put(row.place(), row.value());
      }
      for (Map.Entry<Place, Held> reading : held.entrySet()) {
        OptionalDouble value = stored.get(reading.getKey());
        if (value == null) {
          missing++;
        } else if (isSame(reading.getValue().steps(), reading.getValue().resolution(), value)) {
          equal++;
        } else {
          altered++;
        }
      }
      before = held.keySet();
      held = new HashMap<>();
    }
  }

  static boolean isSame(OptionalLong steps, double resolution, OptionalDouble value) {
    if (steps.isEmpty() || value.isEmpty()) {
      return steps.isEmpty() && value.isEmpty();
    }
    return Math.abs(value.getAsDouble() / resolution - steps.getAsLong()) <= ROUNDING;
  }

  boolean isComplete() {
    return equal > 0 && missing == 0 && foreign == 0 && altered == 0 && repeated == 0;
  }

  @Override
  public String toString() {
    return "repeated "
        + repeated
        + ", equal "
        + equal
        + ", missing "
        + missing
        + ", foreign "
        + foreign
        + ", altered "
        + altered;
  }
}
