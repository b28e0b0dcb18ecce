package org.plimsoll.cli.vectors;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.form.FormReadings;
import org.plimsoll.naval.form.FormShip;

/**
 * The displacement of a survey with the band that it claims with good instruments, the narrowest
 * that is ever claimed.
 */
record TruthWithinBand(SurveyInputs survey, Inputs inputs) {

  Answer answer() {
    Optional<TableLibrary.Table> table = survey.table();
    if (table.isEmpty()) {
      inputs.needMissing("a hydrostatic table");
      return Calculation.unknown();
    }
    OptionalDouble stated = inputs.metres("breadth", "b", "beam");
    OptionalDouble breadth = stated.isPresent() ? stated : table.get().breadthMetres();
    FormShip form = survey.ship(true);
    FormReadings readings = survey.readings();
    double density = survey.waterDensity();
    if (breadth.isEmpty() || Double.isNaN(density)) {
      return Calculation.unknown();
    }
    ShipParticulars ship =
        new ShipParticulars(
            form.lengthBetweenPerpendicularsMetres(),
            breadth.getAsDouble(),
            form.marks(),
            1,
            (readings.midshipPortMetres() + readings.midshipStarboardMetres()) / 2,
            form.keelPlateMillimetres() / 1000);
    SurveyResult result =
        new DraughtSurvey(ship, table.get().table(), SurveyAccuracy.GOOD)
            .survey(
                new ObservedDraughts(
                    Map.of(
                        DraughtMark.FORWARD_PORT, readings.forwardPortMetres(),
                        DraughtMark.FORWARD_STARBOARD, readings.forwardStarboardMetres(),
                        DraughtMark.MIDSHIP_PORT, readings.midshipPortMetres(),
                        DraughtMark.MIDSHIP_STARBOARD, readings.midshipStarboardMetres(),
                        DraughtMark.AFT_PORT, readings.aftPortMetres(),
                        DraughtMark.AFT_STARBOARD, readings.aftStarboardMetres())),
                new SurveyConditions(density, 0, OptionalInt.empty(), 0));
    return result instanceof SurveyResult.Surveyed surveyed
        ? new Answer.Banded(
            surveyed.displacement().tonnes(), surveyed.displacementUncertainty().u95Tonnes(), "t")
        : new Answer.Refused(((SurveyResult.Unsurveyable) result).reason());
  }
}
