package org.plimsoll.vessel.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.DraughtWindow;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * Filters the draughts and surveys the ship with them once a second. Confined to the pipeline
 * thread.
 */
public final class LoadingSurvey {

  private static final double KILOGRAMS = 1000;

  private static final Map<String, DraughtMark> MARKS =
      Map.of(
          Quantities.DRAUGHT_FORWARD_PORT.path(), DraughtMark.FORWARD_PORT,
          Quantities.DRAUGHT_FORWARD_STARBOARD.path(), DraughtMark.FORWARD_STARBOARD,
          Quantities.DRAUGHT_MIDSHIP_PORT.path(), DraughtMark.MIDSHIP_PORT,
          Quantities.DRAUGHT_MIDSHIP_STARBOARD.path(), DraughtMark.MIDSHIP_STARBOARD,
          Quantities.DRAUGHT_AFT_PORT.path(), DraughtMark.AFT_PORT,
          Quantities.DRAUGHT_AFT_STARBOARD.path(), DraughtMark.AFT_STARBOARD);

  private static final List<Quantity> DERIVED =
      List.of(
          Quantities.DRAUGHT_MEAN,
          Quantities.TRIM,
          Quantities.LIST,
          Quantities.DEFLECTION,
          Quantities.DISPLACEMENT,
          Quantities.LOAD_LINE_MARGIN,
          Quantities.CARGO_MEASURED,
          Quantities.CARGO_MEASURED_U95);

  private final ShipConfig ship;
  private final DraughtSurvey survey;
  private final DraughtWindow window;

  /** A survey of a ship by her hydrostatic table, which must be there. */
  public LoadingSurvey(ShipConfig ship) {
    this.ship = ship;
    this.survey =
        new DraughtSurvey(ship.particulars(), ship.table().orElseThrow(), ship.accuracy());
    this.window = new DraughtWindow((int) ship.filter().toSeconds());
  }

  /**
   * The outcome of one second.
   *
   * @param draughts filtered, in metres, of each mark with a usable sensor
   * @param readings every derived quantity, invalid where it cannot be given
   * @param remarks why the survey is less than good, or missing
   */
  public record Outcome(
      Map<DraughtMark, Double> draughts, List<Reading> readings, List<String> remarks) {}

  /** Takes a draught, in metres; any other quantity is ignored. */
  public void draught(Quantity quantity, double metres, long nowNanos) {
    DraughtMark mark = MARKS.get(quantity.path());
    if (mark != null) {
      window.add(mark, nowNanos, metres);
    }
  }

  /**
   * Surveys the ship.
   *
   * @param isUsable whether the latest draught at this path may be used; a filter of a sensor that
   *     fell silent is emptied, so that old values never speak for it
   * @param passengers on board; empty when unknown
   */
  public Outcome survey(long nowNanos, Predicate<String> isUsable, OptionalDouble passengers) {
    MARKS.forEach(
        (path, mark) -> {
          if (!isUsable.test(path)) {
            window.clear(mark);
          }
        });
    Optional<DraughtWindow.Estimate> filtered = window.estimate(nowNanos);
    if (filtered.isEmpty()) {
      return failed(Map.of(), "no usable draught");
    }
    Map<DraughtMark, Double> draughts = filtered.get().draughts().metres();
    SurveyResult result =
        survey.survey(
            filtered.get().draughts(),
            new SurveyConditions(
                ship.waterDensity(),
                ship.deductiblesTonnes(),
                passengers.isPresent()
                    ? OptionalInt.of((int) Math.round(passengers.getAsDouble()))
                    : OptionalInt.empty(),
                filtered.get().scatter(),
                OptionalDouble.empty()));
    if (result instanceof SurveyResult.Surveyed surveyed) {
      return new Outcome(draughts, readings(surveyed), surveyed.remarks());
    }
    return failed(draughts, ((SurveyResult.Unsurveyable) result).reason());
  }

  private static Outcome failed(Map<DraughtMark, Double> draughts, String reason) {
    return new Outcome(draughts, DERIVED.stream().map(Reading::invalid).toList(), List.of(reason));
  }

  private static List<Reading> readings(SurveyResult.Surveyed surveyed) {
    Quality quality = surveyed.quality();
    List<Reading> readings = new ArrayList<>();
    readings.add(
        reading(Quantities.DRAUGHT_MEAN, surveyed.floating().quarterMeanMetres(), quality));
    readings.add(reading(Quantities.TRIM, surveyed.floating().trimMetres(), quality));
    readings.add(reading(Quantities.LIST, surveyed.floating().listRadians(), quality));
    readings.add(reading(Quantities.DEFLECTION, surveyed.floating().deflectionMetres(), quality));
    readings.add(
        reading(Quantities.DISPLACEMENT, surveyed.displacement().tonnes() * KILOGRAMS, quality));
    readings.add(
        reading(Quantities.LOAD_LINE_MARGIN, surveyed.loadLine().governingMetres(), quality));
    if (surveyed.cargo().isPresent()) {
      double cargo = surveyed.cargo().get().massTonnes() * KILOGRAMS;
      double u95 = surveyed.cargo().get().u95Tonnes() * KILOGRAMS;
      readings.add(reading(Quantities.CARGO_MEASURED, cargo, quality));
      readings.add(reading(Quantities.CARGO_MEASURED_U95, u95, quality));
    } else {
      readings.add(Reading.invalid(Quantities.CARGO_MEASURED));
      readings.add(Reading.invalid(Quantities.CARGO_MEASURED_U95));
    }
    return readings;
  }

  private static Reading reading(Quantity quantity, double value, Quality quality) {
    return new Reading(quantity, OptionalDouble.of(value), quality);
  }
}
