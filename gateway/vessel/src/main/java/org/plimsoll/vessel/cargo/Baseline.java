package org.plimsoll.vessel.cargo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.naval.UncertaintyBudget;

/**
 * A survey at the beginning of a stay, from which the cargo that came aboard since is measured as a
 * difference.
 *
 * @param at when
 * @param netTonnes displacement less deductibles and passengers then
 * @param weighedTonnes that was aboard by the weighbridge then
 * @param trim then; empty of a baseline that an older gateway took
 * @param budget of the displacement then
 */
record Baseline(
    Instant at,
    double netTonnes,
    double weighedTonnes,
    Optional<TrimSeen> trim,
    UncertaintyBudget budget) {

  /** Afterwards the density and the tanks of then say nothing of now. */
  static final Duration LONGEST = Duration.ofHours(24);

  private static final String SEPARATOR = ";";

  boolean isValid(Instant time) {
    Duration age = Duration.between(at, time);
    return !age.isNegative() && age.compareTo(LONGEST) <= 0;
  }

  String memory() {
    StringBuilder text = new StringBuilder();
    text.append(at)
        .append(SEPARATOR)
        .append(String.format(Locale.ROOT, "%.3f;%.3f", netTonnes, weighedTonnes));
    trim.ifPresent(seen -> text.append(SEPARATOR).append(seen.memory()));
    budget
        .standardTonnes()
        .forEach(
            (cause, tonnes) -> text.append(String.format(Locale.ROOT, ";%s=%.4f", cause, tonnes)));
    return text.toString();
  }

  static Optional<Baseline> of(String memory) {
    String[] fields = memory.split(SEPARATOR, -1);
    try {
      Map<UncertaintyBudget.Cause, Double> tonnes = new EnumMap<>(UncertaintyBudget.Cause.class);
      Optional<TrimSeen> trim = fields.length > 3 ? TrimSeen.of(fields[3]) : Optional.empty();
      for (int i = trim.isPresent() ? 4 : 3; i < fields.length; i++) {
        String[] parts = fields[i].split("=", -1);
        tonnes.put(UncertaintyBudget.Cause.valueOf(parts[0]), Double.parseDouble(parts[1]));
      }
      return Optional.of(
          new Baseline(
              Instant.parse(fields[0]),
              Double.parseDouble(fields[1]),
              Double.parseDouble(fields[2]),
              trim,
              new UncertaintyBudget(tonnes)));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
