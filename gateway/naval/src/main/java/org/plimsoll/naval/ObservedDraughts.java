package org.plimsoll.naval;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The draughts as read at the marks, from the underside of the keel. A mark without a usable
 * reading is not in the map.
 *
 * @param metres finite draught by mark
 */
public record ObservedDraughts(Map<DraughtMark, Double> metres) {

  public ObservedDraughts {
    metres.forEach(
        (mark, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(mark + " is " + value);
          }
        });
    metres = Map.copyOf(metres);
  }

  /** The reading at a mark, if there is one. */
  public OptionalDouble at(DraughtMark mark) {
    Double value = metres.get(mark);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The same readings with one of them deeper by {@code metresDeeper}. */
  ObservedDraughts deeperAt(DraughtMark mark, double metresDeeper) {
    Map<DraughtMark, Double> changed = new EnumMap<>(metres);
    changed.computeIfPresent(mark, (key, value) -> value + metresDeeper);
    return new ObservedDraughts(changed);
  }

  /** The same readings, every one deeper by {@code metresDeeper}. */
  ObservedDraughts deeper(double metresDeeper) {
    Map<DraughtMark, Double> changed = new EnumMap<>(metres);
    changed.replaceAll((mark, value) -> value + metresDeeper);
    return new ObservedDraughts(changed);
  }
}
