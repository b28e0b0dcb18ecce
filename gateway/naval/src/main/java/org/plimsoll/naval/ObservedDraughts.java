package org.plimsoll.naval;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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

  /**
   * All six: a side without a reading from the other and the list of the complete pairs.
   *
   * @return empty when a station has no reading at all, or no station both
   */
  public Optional<ObservedDraughts> completed() {
    return Sides.of(this)
        .map(
            sides -> {
              Map<DraughtMark, Double> all = new EnumMap<>(DraughtMark.class);
              double half = sides.halfDifferenceMetres();
              all.put(DraughtMark.FORWARD_PORT, sides.forwardMetres() - half);
              all.put(DraughtMark.FORWARD_STARBOARD, sides.forwardMetres() + half);
              all.put(DraughtMark.MIDSHIP_PORT, sides.midshipMetres() - half);
              all.put(DraughtMark.MIDSHIP_STARBOARD, sides.midshipMetres() + half);
              all.put(DraughtMark.AFT_PORT, sides.aftMetres() - half);
              all.put(DraughtMark.AFT_STARBOARD, sides.aftMetres() + half);
              all.putAll(metres);
              return new ObservedDraughts(all);
            });
  }

  /**
   * By how many metres the difference of the sides differs between stations: 0 for a straight hull
   * with true readings, and where fewer than two stations have both sides.
   */
  public double twistMetres() {
    return Sides.disagreementMetres(this);
  }

  /** The same readings with one of them deeper by {@code metresDeeper}. */
  public ObservedDraughts deeperAt(DraughtMark mark, double metresDeeper) {
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
