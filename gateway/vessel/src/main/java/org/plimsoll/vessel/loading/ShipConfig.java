package org.plimsoll.vessel.loading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.TableEntry;
import org.plimsoll.naval.TableImport;

/**
 * The ship herself: what a draught survey needs to know.
 *
 * @param particulars from the stability booklet and the load line certificate
 * @param table hydrostatic table, even keel; empty only while the file has problems
 * @param waterDensity t/m3 of the water she floats in, entered by hand
 * @param deductiblesTonnes ballast, fuel, water, crew, stores and constant together
 * @param accuracy of the survey
 * @param filter window over which draughts are averaged
 * @param declaredTonnes cargo as declared; empty if nobody entered it
 */
public record ShipConfig(
    ShipParticulars particulars,
    Optional<HydrostaticTable> table,
    double waterDensity,
    double deductiblesTonnes,
    SurveyAccuracy accuracy,
    Duration filter,
    OptionalDouble declaredTonnes) {

  /** Averages out a swell of 6 to 12 s; domain practice for draughts is a minute or more. */
  public static final Duration DEFAULT_FILTER = Duration.ofSeconds(60);

  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;

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
    return new ShipConfig(
        new ShipParticulars(length, breadth, marks, lightship, summerDraughtMetres),
        table(section, summerDraughtMetres),
        section.number("water-density", LEAST_DENSITY, GREATEST_DENSITY, 1.025),
        section.number("deductibles-tonnes", 0, 1_000_000),
        section.choice("accuracy", Accuracy.class, Accuracy.TYPICAL) == Accuracy.GOOD
            ? SurveyAccuracy.GOOD
            : SurveyAccuracy.TYPICAL,
        section.duration("filter", Duration.ofSeconds(1), Duration.ofMinutes(10), DEFAULT_FILTER),
        declared);
  }

  private static Optional<HydrostaticTable> table(Section section, double summerDraughtMetres) {
    Path file = section.path("hydrostatics");
    double density = section.number("table-density", LEAST_DENSITY, GREATEST_DENSITY, 1.025);
    if (!section.has("hydrostatics")) {
      return Optional.empty();
    }
    TableImport parsed;
    try {
      parsed = HydrostaticTable.parse(Files.readString(file, StandardCharsets.UTF_8), density);
    } catch (IOException e) {
      section.problem("hydrostatics", "cannot read '" + file + "'", "a CSV file in UTF-8");
      return Optional.empty();
    }
    if (parsed instanceof TableImport.Rejected rejected) {
      section.problem(
          "hydrostatics",
          "no table that a survey may rest on: " + String.join("; ", rejected.problems()),
          "one row for each draught, ascending");
      return Optional.empty();
    }
    HydrostaticTable table = ((TableImport.Imported) parsed).table();
    if (table.atDraught(summerDraughtMetres) instanceof TableEntry.OutOfRange outside) {
      section.problem(
          "hydrostatics",
          "the table does not reach the certificate's draught: " + outside.reason(),
          "it must cover the deepest draught");
      return Optional.empty();
    }
    return Optional.of(table);
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
