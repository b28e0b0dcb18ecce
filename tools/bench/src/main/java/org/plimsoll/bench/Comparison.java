package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
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

  /** What makes a row of the store the same row. */
  record Place(String path, String source, int epoch, long timeMillis) {}

  /** A row of the store; without a value where a reading had none. */
  record Stored(Place place, OptionalDouble value) {}

  /** What the store holds of the vessel. */
  interface Ashore {
    /** Rows of these sequence numbers. */
    List<Stored> rows(long first, long last) throws IOException, InterruptedException;
  }

  /**
   * @param rows that the store holds of the vessel, all of them.
   */
  static Comparison of(OutboxFile aboard, Http http, URI store, String vessel, long rows)
      throws IOException, InterruptedException {
    return of(aboard, (first, last) -> rows(http, store, vessel, first, last), rows, STRETCH);
  }

  static Comparison of(OutboxFile aboard, Ashore ashore, long rows, int stretch)
      throws IOException, InterruptedException {
    Merge merge = new Merge(ashore, stretch);
    aboard.readings(merge::take);
    merge.settle();
    long foreign = Math.max(0, rows - merge.equal - merge.altered);
    return new Comparison(merge.equal, merge.missing, foreign, merge.altered, merge.repeated);
  }

  private static List<Stored> rows(Http http, URI store, String vessel, long first, long last)
      throws IOException, InterruptedException {
    JsonNode answer =
        http.sql(
            store,
            "select path, source, epoch, cast(timestamp as long), value from readings"
                + " where vessel = '"
                + vessel
                + "' and seq >= "
                + first
                + " and seq <= "
                + last);
    List<Stored> rows = new ArrayList<>();
    for (JsonNode row : answer.path("dataset")) {
      JsonNode value = row.path(4);
      rows.add(
          new Stored(
              new Place(
                  row.path(0).asText(),
                  row.path(1).asText(),
                  row.path(2).asInt(),
                  row.path(3).asLong() / 1000),
              value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty()));
    }
    return rows;
  }

  /** Confined to one comparison. */
  private static final class Merge {

    private record Held(OptionalLong steps, double resolution) {}

    private final Ashore ashore;
    private final int stretch;
    private Map<Place, Held> held = new HashMap<>();
    private Set<Place> before = Set.of();
    private long first;
    private long last;
    private long equal;
    private long missing;
    private long altered;
    private long repeated;

    Merge(Ashore ashore, int stretch) {
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
      }
      last = sequence;
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
      for (Stored row : ashore.rows(first, last)) {
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
