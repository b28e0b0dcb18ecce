package org.plimsoll.cli.survey;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.SurveyCircumstances;

/**
 * One survey as the file has it.
 *
 * @param name such as "initial"
 * @param taken when and where
 * @param observed four to six draughts
 * @param scatterMetres by the range of the swell
 * @param inclinometerDegrees + to starboard
 * @param density t/m3, and how old the sample was
 * @param isDensityShared whether it is that of the other survey
 * @param rows typed by hand from the booklet
 * @param deductibles empty where the file does not say
 * @param areDeductiblesShared whether they are those of the other survey
 */
record SurveyEntry(
    String name,
    Optional<String> taken,
    ObservedDraughts observed,
    Map<DraughtMark, Double> scatterMetres,
    OptionalDouble inclinometerDegrees,
    Density density,
    boolean isDensityShared,
    Optional<FormHydrostatics> rows,
    Optional<List<DeductibleEntry>> deductibles,
    boolean areDeductiblesShared) {

  private static final double DEEPEST_METRES = 40;
  private static final double WIDEST_SWELL_METRES = 3;

  /** The water. */
  record Density(double tonnesPerCubicMetre, Optional<OffsetDateTime> sampled, Duration validity) {}

  /**
   * Reads a survey.
   *
   * @param earlier the initial survey, whose density and deductibles hold where this one states
   *     none
   */
  static SurveyEntry read(
      String name, Section section, ShipEntry ship, Optional<SurveyEntry> earlier) {
    Optional<OffsetDateTime> time = time(section, "time");
    boolean sharesDensity = earlier.isPresent() && !section.has("density");
    Density density = sharesDensity ? earlier.get().density() : density(section);
    boolean sharesDeductibles = earlier.isPresent() && !section.has("deductibles");
    return new SurveyEntry(
        name,
        taken(section, time),
        observed(section),
        swell(section),
        ShipEntry.optional(section, "inclinometer-degrees", -30, 30),
        density,
        sharesDensity,
        HandRows.read(section, ship),
        sharesDeductibles
            ? earlier.get().deductibles()
            : DeductibleEntry.read(section, ship.tanks()),
        sharesDeductibles);
  }

  /** Age of the density sample at the time of this survey; empty if a time is not stated. */
  Optional<Duration> densityAge(Optional<OffsetDateTime> surveyed) {
    return surveyed.flatMap(at -> density.sampled().map(from -> Duration.between(from, at)));
  }

  private static Optional<String> taken(Section section, Optional<OffsetDateTime> time) {
    Optional<String> place = section.optionalText("place");
    String text =
        time.map(OffsetDateTime::toString).orElse("")
            + (time.isPresent() && place.isPresent() ? ", " : "")
            + place.orElse("");
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Density density(Section section) {
    return new Density(
        section.number("density", 0.98, 1.06),
        time(section, "density-time"),
        section.duration(
            "density-valid",
            Duration.ofMinutes(1),
            Duration.ofDays(30),
            SurveyCircumstances.DENSITY_VALIDITY));
  }

  static Optional<OffsetDateTime> time(Section section, String key) {
    Optional<String> text = section.optionalText(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()));
    } catch (DateTimeException notATime) {
      section.problem(
          key, "'" + text.get() + "' is no time", "such as 2026-05-04T08:10Z or with +03:00");
      return Optional.empty();
    }
  }

  private static ObservedDraughts observed(Section section) {
    Section draughts = section.section("draughts");
    Map<DraughtMark, Double> metres = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      String key = key(mark);
      if (draughts.has(key)) {
        metres.put(mark, draughts.number(key, 0.1, DEEPEST_METRES));
      }
    }
    ObservedDraughts observed = new ObservedDraughts(metres);
    if (section.has("draughts") && observed.completed().isEmpty()) {
      section.problem(
          "draughts",
          metres.size() + " draughts are not enough",
          "forward, midship and aft need one side each, and one of them both");
    }
    return observed;
  }

  private static Map<DraughtMark, Double> swell(Section section) {
    Map<DraughtMark, Double> scatter = new EnumMap<>(DraughtMark.class);
    OptionalDouble all = ShipEntry.optional(section, "swell-range-metres", 0, WIDEST_SWELL_METRES);
    Optional<Section> single = section.optionalSection("swell-ranges");
    for (DraughtMark mark : DraughtMark.values()) {
      OptionalDouble range =
          single.isPresent()
              ? ShipEntry.optional(single.get(), key(mark), 0, WIDEST_SWELL_METRES)
              : OptionalDouble.empty();
      double metres = range.isPresent() ? range.getAsDouble() : all.orElse(0);
      if (metres > 0) {
        scatter.put(mark, SurveyCircumstances.scatterOfRange(metres));
      }
    }
    return scatter;
  }

  private static String key(DraughtMark mark) {
    return mark.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-metres";
  }
}
