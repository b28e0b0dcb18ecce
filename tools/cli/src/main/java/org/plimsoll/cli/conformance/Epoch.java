package org.plimsoll.cli.conformance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vocabulary.Quantity;

/** What a receiver said within one epoch: all values of a quantity, as several sentences say it. */
final class Epoch {

  private final Map<Quantity, Set<Double>> values = new HashMap<>();
  private @Nullable String date;

  void add(Quantity quantity, double value) {
    values.computeIfAbsent(quantity, key -> new HashSet<>()).add(value);
  }

  void date(String said) {
    date = said;
  }

  @Nullable String date() {
    return date;
  }

  /** The value that is nearest to this one, or null if there is none. */
  @Nullable Double nearest(Quantity quantity, double wanted) {
    return values.getOrDefault(quantity, Set.of()).stream()
        .min((a, b) -> Double.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
        .orElse(null);
  }
}
