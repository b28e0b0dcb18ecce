package org.plimsoll.cli.conformance;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** What a receiver said within one epoch: all values of a quantity, as several sentences say it. */
final class Epoch {

  /** A place in degrees. */
  record Place(double latitude, double longitude) {}

  private final @Nullable Epoch before;
  private final boolean byTimeOfWeek;
  private final Map<Quantity, Set<Double>> values = new HashMap<>();
  private final Set<Place> places = new LinkedHashSet<>();
  private @Nullable Double latitude;
  private @Nullable LocalTime time;
  private @Nullable String date;

  /**
   * @param before the epoch that was heard before
   * @param byTimeOfWeek whether it is known by the time of the week, before any leap seconds
   */
  Epoch(@Nullable Epoch before, boolean byTimeOfWeek) {
    this.before = before;
    this.byTimeOfWeek = byTimeOfWeek;
  }

  boolean isByTimeOfWeek() {
    return byTimeOfWeek;
  }

  void add(Quantity quantity, double value) {
    values.computeIfAbsent(quantity, key -> new LinkedHashSet<>()).add(value);
    if (quantity == Quantities.LATITUDE) {
      latitude = value;
    } else if (quantity == Quantities.LONGITUDE && latitude != null) {
      places.add(new Place(latitude, value));
    }
  }

  /** What was said of this epoch before its time was known. */
  void take(Epoch other) {
    other.values.forEach(
        (quantity, said) ->
            values.computeIfAbsent(quantity, key -> new LinkedHashSet<>()).addAll(said));
    places.addAll(other.places);
  }

  void time(LocalTime said) {
    time = said;
  }

  @Nullable LocalTime time() {
    return time;
  }

  void date(String said) {
    date = said;
  }

  @Nullable String date() {
    return date;
  }

  /** Every value that was said of a quantity. */
  Set<Double> all(Quantity quantity) {
    return values.getOrDefault(quantity, Set.of());
  }

  /** Every position that was said. */
  List<Place> places() {
    return new ArrayList<>(places);
  }

  /** The last epoch before this one that has a position. */
  @Nullable Epoch lastWithPlace() {
    Epoch last = before;
    while (last != null && last.places.isEmpty()) {
      last = last.before;
    }
    return last;
  }

  /** The value that is nearest to this one, or null if there is none. */
  @Nullable Double nearest(Quantity quantity, double wanted) {
    return all(quantity).stream()
        .min((a, b) -> Double.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
        .orElse(null);
  }
}
