package org.plimsoll.bench.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.bench.simulation.SimulatedStore.ReadingKey;
import org.plimsoll.shore.fleet.StreamLedger;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.Tables;

/**
 * Saw every reading that was offered, became durable aboard, or was stored ashore, and knows what
 * must not be. Sees disk and store from outside the product.
 */
final class Witness {

  /** What a voyage came to. */
  record Sums(
      long offered, long accepted, long ashore, long gapRecorded, long toldLostThoughAshore) {}

  private final BlockCodec codec = new BlockCodec();
  private final Map<ReadingKey, Long> offered = new HashMap<>();
  private final Map<ReadingKey, Double> accepted = new HashMap<>();
  private final TreeMap<Long, Set<ReadingKey>> rows = new TreeMap<>();
  private final TreeMap<Long, Gap> losses = new TreeMap<>();
  private List<Channel> channels = List.of();
  private long offeredCount;
  private long lastSequence;
  private long acceptedReadings;
  private long lostReadings;

  /** The instruments said something. */
  void offered(ReadingKey key, long value) {
    offered.put(key, value);
    offeredCount++;
  }

  /** The channels that the disk holds now. */
  void channels(List<Channel> table) {
    channels = table;
  }

  /** A row is durable aboard. */
  void accepted(Tables.StoredRow stored) {
    if (stored.sequence() != lastSequence + 1) {
      throw new Broken(
          "sequence " + stored.sequence() + " was given after " + lastSequence + " was durable");
    }
    lastSequence = stored.sequence();
    if (!(codec.decode(stored.body()) instanceof BlockResult.Good good)) {
      throw new Broken("row " + stored.sequence() + " was written unreadable");
    }
    Block block = good.block();
    for (Entry entry : block.entries()) {
      if (entry instanceof Gap gap) {
        losses.put(gap.first(), gap);
        lostReadings += gap.readings();
      } else {
        accept((Row) entry);
      }
    }
  }

  private void accept(Row row) {
    Set<ReadingKey> keys = new HashSet<>();
    for (Sample sample : row.samples()) {
      Channel channel = channels.get(sample.channel());
      ReadingKey key =
          new ReadingKey(channel.path(), channel.source(), row.clockEpoch(), sample.timeMillis());
      long value = sample.value().orElseThrow();
      Long said = offered.get(key);
      if (said == null || said != value) {
        throw new Broken("accepted " + key + " = " + value + ", the instrument said " + said);
      }
      if (accepted.put(key, channel.toUnit(value)) != null) {
        throw new Broken("two readings were accepted as " + key);
      }
      keys.add(key);
      acceptedReadings++;
    }
    rows.put(row.sequence(), keys);
  }

  /** The store took a reading. */
  void stored(ReadingKey key, Point.Reading reading, Point.@Nullable Reading before) {
    Double value = accepted.get(key);
    if (value == null) {
      throw new Broken("stored " + reading + ", which was never accepted");
    }
    if (reading.value().isEmpty() || reading.value().getAsDouble() != value) {
      throw new Broken("stored " + reading + ", accepted as " + value);
    }
    if (before != null && before.sequence() != reading.sequence()) {
      throw new Broken("stored " + reading + " over " + before);
    }
  }

  /** What was stored is not any more. */
  void storeRestored() {
    // nothing is believed of the store until the end
  }

  long lastSequence() {
    return lastSequence;
  }

  /** Readings that are durable aboard, and those that are durably known to be lost. */
  long acceptedOrLost() {
    return acceptedReadings + lostReadings;
  }

  boolean isAshore(long sequence, SimulatedStore store) {
    Set<ReadingKey> keys = rows.get(sequence);
    return keys == null || store.readings.keySet().containsAll(keys);
  }

  /** Everything is drained: each row is ashore, or told lost exactly once. */
  Sums settle(SimulatedStore store, StreamLedger ledger) {
    Set<ReadingKey> expected = new HashSet<>();
    long toldLost = 0;
    long both = 0;
    Map<Long, Integer> gaps = new HashMap<>();
    for (StreamLedger.Gap gap : ledger.gaps()) {
      for (long at = gap.range().first(); at <= gap.range().last(); at++) {
        gaps.merge(at, 1, Integer::sum);
      }
    }
    for (long sequence = 1; sequence <= lastSequence; sequence++) {
      int told = gaps.getOrDefault(sequence, 0);
      Set<ReadingKey> keys = rows.get(sequence);
      boolean ashore = keys != null && store.readings.keySet().containsAll(keys);
      if (told > 1) {
        Range row = new Range(sequence, sequence);
        throw new Broken(
            "row "
                + sequence
                + " is covered by "
                + ledger.gaps().stream().filter(gap -> gap.range().overlaps(row)).toList());
      }
      if (!ashore && told == 0) {
        throw new Broken("row " + sequence + " is neither ashore nor covered by a gap record");
      }
      if (keys != null) {
        keys.stream().filter(store.readings::containsKey).forEach(expected::add);
        toldLost += ashore ? 0 : keys.size();
        both += ashore && told > 0 ? keys.size() : 0;
      } else {
        toldLost += losses.get(sequence).readings();
      }
    }
    if (expected.size() != store.readings.size()) {
      throw new Broken(
          store.readings.size() + " readings are stored, of accepted rows " + expected.size());
    }
    long vouched = vouched(store, ledger);
    if (vouched != ledger.readings()) {
      throw new Broken(
          "the ledger vouches for " + ledger.readings() + " readings in rows of " + vouched);
    }
    return new Sums(offeredCount, acceptedReadings, expected.size(), toldLost, both);
  }

  /** How many readings the rows have that the ledger says are stored; all must be there. */
  private long vouched(SimulatedStore store, StreamLedger ledger) {
    long readings = 0;
    for (Range range : ledger.rows()) {
      for (long at = range.first(); at <= range.last(); at++) {
        Set<ReadingKey> keys = rows.getOrDefault(at, Set.of());
        if (!store.readings.keySet().containsAll(keys)) {
          throw new Broken("the ledger vouches for row " + at + ", which is not stored");
        }
        readings += keys.size();
      }
    }
    return readings;
  }
}
