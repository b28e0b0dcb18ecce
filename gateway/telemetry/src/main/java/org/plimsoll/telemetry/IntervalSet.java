package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of sequence numbers, kept as disjoint, non-adjacent ranges. Adding is a union: order and
 * repetition make no difference, so receipts may be lost, doubled and reordered.
 *
 * <p>Mutable; confined to its owner's thread. Its size is the number of separate ranges, whatever
 * they hold.
 */
public final class IntervalSet {

  private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();

  /** The union of ranges. */
  public static IntervalSet of(Iterable<Range> ranges) {
    IntervalSet set = new IntervalSet();
    for (Range range : ranges) {
      set.add(range);
    }
    return set;
  }

  /** Adds every number of a range. */
  public void add(Range range) {
    long first = range.first();
    long last = range.last();
    Map.Entry<Long, Long> before = lastByFirst.floorEntry(first);
    if (before != null && before.getValue() >= first - 1) {
      first = before.getKey();
      last = Math.max(last, before.getValue());
    }
    Map.Entry<Long, Long> next = lastByFirst.ceilingEntry(first);
    while (next != null && next.getKey() <= last + 1) {
      last = Math.max(last, next.getValue());
      lastByFirst.remove(next.getKey());
      next = lastByFirst.ceilingEntry(first);
    }
    lastByFirst.put(first, last);
  }

  /** Whether every number of the range is held. */
  public boolean contains(Range range) {
    Map.Entry<Long, Long> at = lastByFirst.floorEntry(range.first());
    return at != null && at.getValue() >= range.last();
  }

  /** Whether any number of the range is held. */
  public boolean overlaps(Range range) {
    Map.Entry<Long, Long> at = lastByFirst.floorEntry(range.last());
    return at != null && at.getValue() >= range.first();
  }

  /** The numbers of {@code within} that are not held, ascending. */
  public List<Range> holes(Range within) {
    List<Range> holes = new ArrayList<>();
    long next = within.first();
    Map.Entry<Long, Long> at = lastByFirst.floorEntry(next);
    if (at == null || at.getValue() < next) {
      at = lastByFirst.higherEntry(next);
    }
    while (at != null && at.getKey() <= within.last()) {
      if (at.getKey() > next) {
        holes.add(new Range(next, at.getKey() - 1));
      }
      next = at.getValue() + 1;
      at = lastByFirst.higherEntry(at.getKey());
    }
    if (next <= within.last()) {
      holes.add(new Range(next, within.last()));
    }
    return holes;
  }

  /** The disjoint ranges, ascending. */
  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(lastByFirst.size());
    lastByFirst.forEach((first, last) -> ranges.add(new Range(first, last)));
    return ranges;
  }

  /** How many separate ranges there are. */
  public int size() {
    return lastByFirst.size();
  }

  /** How many numbers are held. */
  public long count() {
    long count = 0;
    for (Map.Entry<Long, Long> range : lastByFirst.entrySet()) {
      count += range.getValue() - range.getKey() + 1;
    }
    return count;
  }

  /** Whether no number is held. */
  public boolean isEmpty() {
    return lastByFirst.isEmpty();
  }

  @Override
  public String toString() {
    return ranges().toString();
  }
}
