package org.plimsoll.vessel.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** A survey as quantities. Stateless. */
final class SurveyReadings {

  private static final double KILOGRAMS = 1000;

  static final List<Quantity> DERIVED =
      List.of(
          Quantities.DRAUGHT_MEAN,
          Quantities.TRIM,
          Quantities.LIST,
          Quantities.DEFLECTION,
          Quantities.DISPLACEMENT,
          Quantities.DEDUCTIBLES,
          Quantities.LOAD_LINE_MARGIN,
          Quantities.CARGO_MEASURED,
          Quantities.CARGO_MEASURED_U95);

  private SurveyReadings() {}

  static List<Reading> of(SurveyResult.Surveyed surveyed, Quality quality) {
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
