package org.plimsoll.vessel.loading;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.plimsoll.configuration.Section;

/**
 * The density of the water by hand, and for how long a density speaks for the water.
 *
 * @param density t/m3, by a hydrometer
 * @param taken when the sample was taken; empty when nobody said, and then it is never fresh
 * @param valid how long a density speaks for the water
 */
public record WaterConfig(double density, Optional<Instant> taken, Duration valid) {

  /** In an estuary the density goes with the tide. */
  public static final Duration DEFAULT_VALID = Duration.ofHours(2);

  static final double LEAST_DENSITY = 0.98;
  static final double GREATEST_DENSITY = 1.06;

  static WaterConfig read(Section section) {
    return new WaterConfig(
        section.number("water-density", LEAST_DENSITY, GREATEST_DENSITY, 1.025),
        taken(section),
        section.duration(
            "water-density-valid", Duration.ofMinutes(1), Duration.ofDays(30), DEFAULT_VALID));
  }

  private static Optional<Instant> taken(Section section) {
    Optional<String> text = section.optionalText("water-density-taken");
    try {
      return text.map(Instant::parse);
    } catch (DateTimeException e) {
      section.problem(
          "water-density-taken", "'" + text.orElse("") + "' is no time", "2026-11-21T10:00:00Z");
      return Optional.empty();
    }
  }
}
