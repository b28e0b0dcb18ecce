package org.plimsoll.vessel.loading;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.TrimmedTable;

/**
 * The ship herself: what a draught survey needs to know.
 *
 * @param particulars from the stability booklet and the load line certificate
 * @param table hydrostatic table, even keel; empty only while the file has problems
 * @param trimmed the table by trim, if she has one
 * @param water density by hand
 * @param deductibles what is aboard and neither lightship, passengers nor cargo
 * @param accuracy of the survey
 * @param filter window over which draughts are fitted
 * @param sensors which quantity speaks for each draught
 * @param hasInclinometer whether {@code navigation.attitude.roll} is a levelled inclinometer
 * @param crew aboard besides the passengers; empty if nobody said
 * @param declaredTonnes cargo as declared; empty if nobody entered it
 */
public record ShipConfig(
    ShipParticulars particulars,
    Optional<HydrostaticTable> table,
    Optional<TrimmedTable> trimmed,
    WaterConfig water,
    Deductibles deductibles,
    SurveyAccuracy accuracy,
    Duration filter,
    DraughtSensors sensors,
    boolean hasInclinometer,
    OptionalInt crew,
    OptionalDouble declaredTonnes) {

  /** Averages out a swell of 6 to 12 s; domain practice for draughts is a minute or more. */
  public static final Duration DEFAULT_FILTER = Duration.ofSeconds(60);

  /** How well the instruments of the ship are known. */
  enum Accuracy {
    GOOD,
    TYPICAL
  }

  /**
   * Reads the section {@code ship}.
   *
   * @param summerDraughtMetres the certificate's deepest draught
   */
  public static ShipConfig read(Section section, double summerDraughtMetres) {
    double length = section.number("length-between-perpendiculars-metres", 5, 500);
    double breadth = section.number("breadth-between-marks-metres", 1, 100);
    MarkPositions marks = marks(section.section("marks"), length);
    double lightship = section.number("lightship-tonnes", 1, 1_000_000);
    OptionalDouble declared =
        section.has("declared-tonnes")
            ? OptionalDouble.of(section.number("declared-tonnes", 0, 1_000_000))
            : OptionalDouble.empty();
    HydrostaticFiles tables = HydrostaticFiles.read(section, length, summerDraughtMetres);
    DraughtSensors sensors = DraughtSensors.read(section);
    return new ShipConfig(
        new ShipParticulars(
            length, breadth, marks, lightship, summerDraughtMetres, tables.keelPlateMetres()),
        tables.evenKeel(),
        tables.trimmed(),
        WaterConfig.read(section),
        Deductibles.read(section),
        accuracy(section, sensors),
        section.duration("filter", Duration.ofSeconds(1), Duration.ofMinutes(10), DEFAULT_FILTER),
        sensors,
        section.flag("inclinometer", false),
        section.has("crew")
            ? OptionalInt.of(section.integer("crew", 0, 10_000))
            : OptionalInt.empty(),
        declared);
  }

  /** One of two usual cases; section {@code uncertainty} (k = 1) replaces what it names. */
  private static SurveyAccuracy accuracy(Section section, DraughtSensors sensors) {
    SurveyAccuracy usual =
        section.choice("accuracy", Accuracy.class, Accuracy.TYPICAL) == Accuracy.GOOD
            ? SurveyAccuracy.GOOD
            : SurveyAccuracy.TYPICAL;
    Optional<Section> own = section.optionalSection("uncertainty");
    if (own.isEmpty()) {
      return new SurveyAccuracy(
          usual.sensorSigmaMetres(),
          usual.commonBiasMetres(),
          usual.densitySigmaTonnesPerCubicMetre(),
          usual.deductiblesSigmaTonnes(),
          usual.constantSigmaTonnes(),
          sensors.principle());
    }
    return new SurveyAccuracy(
        own.get().number("sensor-metres", 0, 1, usual.sensorSigmaMetres()),
        own.get().number("common-bias-metres", 0, 1, usual.commonBiasMetres()),
        own.get().number("water-density", 0, 0.05, usual.densitySigmaTonnesPerCubicMetre()),
        own.get().number("deductibles-tonnes", 0, 100_000, usual.deductiblesSigmaTonnes()),
        own.get().number("constant-tonnes", 0, 100_000, usual.constantSigmaTonnes()),
        sensors.principle());
  }

  private static MarkPositions marks(Section section, double length) {
    double forward = section.number("forward-metres", -50, 550);
    double midship = section.number("midship-metres", -50, 550);
    double aft = section.number("aft-metres", -50, 550);
    if (aft < midship && midship < forward) {
      return new MarkPositions(forward, midship, aft);
    }
    if (section.has("forward-metres")
        && section.has("midship-metres")
        && section.has("aft-metres")) {
      section.problem(
          "forward-metres",
          "marks at " + aft + ", " + midship + " and " + forward + " m do not ascend",
          "metres from the after perpendicular, + forward: aft < midship < forward");
    }
    return new MarkPositions(length, length / 2, 0);
  }
}
