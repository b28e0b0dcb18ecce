package org.plimsoll.vessel.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.form.Appraisal;
import org.plimsoll.naval.form.FormAppraisal;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.FormShip;
import org.plimsoll.naval.form.FormSurvey;
import org.plimsoll.naval.form.MeanForm;
import org.plimsoll.naval.form.Precision;
import org.plimsoll.naval.form.SurveyCircumstances;
import org.plimsoll.naval.sheet.Sheet;
import org.plimsoll.naval.sheet.ShipFacts;
import org.plimsoll.naval.sheet.SurveyColumn;
import org.plimsoll.naval.sheet.SurveySheet;
import org.plimsoll.vessel.loading.ShipConfig;

/**
 * The draught survey form of this ship.
 *
 * @param name of the ship
 * @param number such as imo9876543
 * @param ship herself, as configured
 */
public record ShipSurvey(String name, String number, ShipConfig ship) {

  private static final double MILLIMETRES = 1000;

  /**
   * A survey that was made.
   *
   * @param standing what its result is good for
   * @param sheet to be shown and printed
   */
  public record Surveyed(Appraisal.Standing standing, Sheet sheet) {}

  /** Fills in the form; empty when the ship has no hydrostatic table. */
  public Optional<Surveyed> survey(SurveyNotes notes) {
    return hydrostatics().map(table -> survey(notes, table));
  }

  private Surveyed survey(SurveyNotes notes, FormHydrostatics table) {
    List<SurveyColumn.Deducted> deducted = deducted(notes);
    Optional<FormSurvey.Masses> masses =
        deducted.stream().allMatch(one -> one.massTonnes().isPresent())
            ? Optional.of(masses(deducted))
            : Optional.empty();
    Appraisal appraisal =
        new FormAppraisal(form(), notes.draughts(), circumstances())
            .appraise(table, notes.waterDensityTonnesPerCubicMetre(), masses, Precision.REPORTED);
    SurveyColumn column =
        new SurveyColumn(
            "survey",
            Optional.of(notes.at().toString()),
            notes.waterDensityTonnesPerCubicMetre(),
            OptionalDouble.of(table.densityTonnesPerCubicMetre()),
            deducted,
            appraisal);
    Sheet sheet =
        new SurveySheet(
                facts(notes), List.of(column), Optional.empty(), List.of(), Precision.REPORTED)
            .sheet();
    return new Surveyed(appraisal.standing(), sheet);
  }

  private Optional<FormHydrostatics> hydrostatics() {
    return ship.table()
        .map(
            evenKeel ->
                ship.trimmed()
                    .<FormHydrostatics>map(byTrim -> new FormHydrostatics.ByTrim(byTrim, evenKeel))
                    .orElseGet(() -> new FormHydrostatics.EvenKeel(evenKeel)));
  }

  private List<SurveyColumn.Deducted> deducted(SurveyNotes notes) {
    List<SurveyColumn.Deducted> deducted = new ArrayList<>();
    deducted.add(
        new SurveyColumn.Deducted(
            "ballast, fuel, water, stores, crew",
            "as noted",
            OptionalDouble.of(notes.deductiblesTonnes())));
    deducted.add(
        notes.passengers().isPresent()
            ? new SurveyColumn.Deducted(
                "passengers",
                String.format(
                    Locale.ROOT,
                    "%d of %.3f t",
                    notes.passengers().getAsInt(),
                    DraughtSurvey.PASSENGER_TONNES),
                OptionalDouble.of(notes.passengers().getAsInt() * DraughtSurvey.PASSENGER_TONNES))
            : new SurveyColumn.Deducted("passengers", "not counted", OptionalDouble.empty()));
    return deducted;
  }

  private FormSurvey.Masses masses(List<SurveyColumn.Deducted> deducted) {
    return new FormSurvey.Masses(
        ship.particulars().lightshipTonnes(),
        deducted.stream()
            .map(one -> new FormSurvey.Deductible(one.name(), one.massTonnes().orElseThrow()))
            .toList(),
        OptionalDouble.of(ship.deductibles().constantTonnes()));
  }

  private FormShip form() {
    ShipParticulars particulars = ship.particulars();
    return new FormShip(
        particulars.lengthBetweenPerpendicularsMetres(),
        particulars.marks(),
        particulars.keelPlateMetres() * MILLIMETRES,
        MeanForm.SEAGOING);
  }

  /** The density is as old as the survey: the officer notes both at once. */
  private SurveyCircumstances circumstances() {
    return new SurveyCircumstances(
        ship.particulars().breadthBetweenMarksMetres(),
        new EnumMap<>(DraughtMark.class),
        OptionalDouble.empty(),
        Optional.of(Duration.ZERO),
        SurveyCircumstances.DENSITY_VALIDITY,
        ship.accuracy());
  }

  private ShipFacts facts(SurveyNotes notes) {
    List<Sheet.Entry> heading = new ArrayList<>();
    heading.add(new Sheet.Entry("number", number));
    heading.add(new Sheet.Entry("place", notes.place()));
    heading.add(new Sheet.Entry("surveyed by", notes.by()));
    return new ShipFacts(
        name,
        heading,
        form(),
        ship.particulars().breadthBetweenMarksMetres(),
        OptionalDouble.of(ship.particulars().lightshipTonnes()),
        OptionalDouble.of(ship.deductibles().constantTonnes()),
        ship.trimmed().isPresent() ? "table by trim" : "table for even keel");
  }
}
