package org.plimsoll.naval.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.form.ExampleForms.completed;
import static org.plimsoll.naval.form.ExampleForms.value;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;

class SurveyFormTest {

  private static final MarkPositions MARKS = new MarkPositions(96.40, 50.00, 5.50);

  private final HydrostaticTable table = ExampleForms.ferry();

  @Test
  void theKeelPlateComesOffEveryDraught() {
    CompletedForm bare = completed(form(0).complete(level(5.015, 5.015, Optional.empty())));
    CompletedForm plated = completed(form(15).complete(level(5.015, 5.015, Optional.empty())));
    assertThat(value(plated, FormLine.MEAN_DRAUGHT)).isEqualTo(5.000);
    assertThat(value(bare, FormLine.TABLE_DISPLACEMENT))
        .isCloseTo(value(plated, FormLine.TABLE_DISPLACEMENT) + 1.5 * 15.34, within(0.1));
    assertThat(value(plated, FormLine.MEAN_AFT)).as("as read").isEqualTo(5.015);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0, 1.025, mean draught 2.000 m",
    "7.0, 1.025, mean draught 7.000 m",
    "5.0, 1025, water density 1025.0"
  })
  void whatCannotBeFilledInIsRefusedWithTheReason(double draught, double density, String reason) {
    FormSurvey survey = level(draught, draught, Optional.empty());
    FormResult result =
        form(0)
            .complete(
                new FormSurvey(survey.readings(), survey.hydrostatics(), density, survey.masses()));
    assertThat(result).isInstanceOf(FormResult.Refused.class);
    assertThat(((FormResult.Refused) result).reason()).startsWith(reason);
  }

  @Test
  void nearTheEndOfTheTableTheLineIsLeftOutAndSaid() {
    CompletedForm form = completed(form(0).complete(level(6.2, 6.2, Optional.empty())));
    assertThat(form.value(FormLine.SECOND_TRIM)).isEmpty();
    assertThat(form.remarks()).singleElement().asString().startsWith("no second trim correction");
  }

  @Test
  void aTableByTrimTakesNoTrimCorrection() {
    FormSurvey survey =
        new FormSurvey(
            new FormReadings(4.3824, 4.3824, 4.79, 4.81, 5.2005, 5.2005),
            Optional.of(new FormHydrostatics.ByTrim(ExampleForms.ferryByTrim(), table)),
            1.018,
            Optional.empty());
    CompletedForm form = completed(form(0).complete(survey));
    assertThat(form.value(FormLine.FIRST_TRIM)).isEmpty();
    assertThat(form.value(FormLine.SECOND_TRIM)).isEmpty();
    assertThat(form.value(FormLine.LIST_CORRECTION)).isPresent();
    assertThat(value(form, FormLine.DISPLACEMENT)).isCloseTo(5825.43, within(0.5));
    assertThat(form.remarks()).containsExactly("table by trim: no trim corrections");
    FormSurvey steep =
        new FormSurvey(
            new FormReadings(3.8, 3.8, 5, 5, 6.2, 6.2),
            survey.hydrostatics(),
            1.018,
            Optional.empty());
    FormResult refused = form(0).complete(steep);
    assertThat(refused).isInstanceOf(FormResult.Refused.class);
    assertThat(((FormResult.Refused) refused).reason())
        .contains("trim 2.640 m outside the table's draughts 3.000 to 6.000 m");
  }

  /** Two rows copied by hand do not serve a draught outside them, nor an unknown list. */
  @Test
  void rowsCopiedByHandServeTheDraughtBetweenThem() {
    FormHydrostatics rows =
        new FormHydrostatics.Entered(
            new FormHydrostatics.EnteredRow(5.0, 6107, 15.3, 4.5),
            new FormHydrostatics.EnteredRow(5.1, 6261, 15.4, 4.5),
            91,
            98,
            Optional.empty(),
            Optional.empty(),
            1.025);
    FormReadings listed = new FormReadings(5, 5.1, 5, 5.1, 5, 5.1);
    CompletedForm form =
        completed(
            form(0).complete(new FormSurvey(listed, Optional.of(rows), 1.025, Optional.empty())));
    assertThat(value(form, FormLine.DISPLACEMENT)).isCloseTo(6184, within(0.01));
    assertThat(form.value(FormLine.LIST_CORRECTION)).isEmpty();
    assertThat(form.remarks()).singleElement().asString().startsWith("no list correction");
    FormReadings deep = new FormReadings(5.2, 5.2, 5.2, 5.2, 5.2, 5.2);
    assertThat(form(0).complete(new FormSurvey(deep, Optional.of(rows), 1.025, Optional.empty())))
        .isEqualTo(
            new FormResult.Refused("mean draught 5.200 m outside the table's 5.000 to 5.100"));
  }

  @Test
  void aLightSurveyGivesTheConstantAndALoadedOneTheCargo() {
    CompletedForm light =
        completed(form(0).complete(level(4.4, 4.4, masses(600, OptionalDouble.empty()))));
    double constant = value(light, FormLine.CONSTANT);
    assertThat(constant).isCloseTo(5197.4 - 4515 - 600, within(2.0));
    assertThat(light.value(FormLine.CARGO)).isEmpty();
    CompletedForm loaded =
        completed(form(0).complete(level(5.0, 5.0, masses(600, OptionalDouble.of(constant)))));
    double cargo = value(loaded, FormLine.CARGO);
    assertThat(cargo).isCloseTo(value(loaded, FormLine.DEADWEIGHT) - 600 - constant, within(1e-9));
    assertThat(loaded.value(FormLine.CONSTANT)).isEmpty();
    assertThat(TwoSurveys.of(light, loaded).cargoTonnes().doubleValue())
        .as("by difference, without lightship or constant")
        .isCloseTo(cargo, within(1e-9));
  }

  @Test
  void aNegativeConstantIsSaid() {
    CompletedForm form =
        completed(form(0).complete(level(4.4, 4.4, masses(900, OptionalDouble.empty()))));
    assertThat(form.remarks()).singleElement().asString().startsWith("the constant is negative");
  }

  @Test
  void surveysWithoutNetOrOfDifferentPrecisionHaveNoDifference() {
    CompletedForm bare = completed(form(0).complete(level(5, 5, Optional.empty())));
    assertThatThrownBy(() -> TwoSurveys.of(bare, bare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no net displacement");
  }

  @Test
  void theFormPrintsEveryLineWithItsNumberAndUnit() {
    CompletedForm form =
        completed(form(0).complete(level(5, 5.1, masses(600, OptionalDouble.empty()))));
    String text = form.print();
    assertThat(text.lines()).hasSizeGreaterThanOrEqualTo(form.values().size());
    assertThat(text)
        .containsPattern("154 +corrected mean draught +5\\.050 m")
        .containsPattern("164 +density correction +0\\.000 t")
        .contains("6 (Mp - Ms) (TPCp - TPCs)");
  }

  private static SurveyForm form(double keelPlateMillimetres) {
    FormShip ship = new FormShip(100, MARKS, keelPlateMillimetres, MeanForm.SEAGOING);
    return new SurveyForm(ship, Precision.REPORTED);
  }

  private FormSurvey level(double port, double starboard, Optional<FormSurvey.Masses> masses) {
    return new FormSurvey(
        new FormReadings(port, starboard, port, starboard, port, starboard),
        Optional.of(new FormHydrostatics.EvenKeel(table)),
        1.025,
        masses);
  }

  private static Optional<FormSurvey.Masses> masses(double ballast, OptionalDouble constant) {
    return Optional.of(
        new FormSurvey.Masses(
            4515, List.of(new FormSurvey.Deductible("ballast", ballast)), constant));
  }

  @Test
  void remarksArePrintedBelowTheLines() {
    CompletedForm form = completed(form(0).complete(level(6.2, 6.2, Optional.empty())));
    assertThat(form.print()).endsWith("     " + form.remarks().get(0) + System.lineSeparator());
  }

  @ParameterizedTest
  @CsvSource({"0.98, true", "1.06, true", "0.9799, false", "1.0601, false"})
  void densitiesOfWater(double density, boolean filledIn) {
    FormSurvey survey = level(5, 5, Optional.empty());
    FormResult result =
        form(0)
            .complete(
                new FormSurvey(survey.readings(), survey.hydrostatics(), density, survey.masses()));
    assertThat(result instanceof FormResult.Completed).isEqualTo(filledIn);
  }

  @Test
  void aConstantOfNothingIsNotNegative() {
    CompletedForm light =
        completed(form(0).complete(level(4.4, 4.4, masses(600, OptionalDouble.empty()))));
    double all = 600 + value(light, FormLine.CONSTANT);
    CompletedForm none =
        completed(form(0).complete(level(4.4, 4.4, masses(all, OptionalDouble.empty()))));
    assertThat(value(none, FormLine.CONSTANT)).isZero();
    assertThat(none.remarks()).isEmpty();
  }

  /** The draughts of the rows copied by hand serve themselves. */
  @ParameterizedTest
  @CsvSource({"5.0, 6107", "5.1, 6261"})
  void theRowsThemselvesServe(double draught, double displacement) {
    FormHydrostatics rows =
        new FormHydrostatics.Entered(
            new FormHydrostatics.EnteredRow(5.0, 6107, 15.3, 4.5),
            new FormHydrostatics.EnteredRow(5.1, 6261, 15.4, 4.5),
            91,
            98,
            Optional.empty(),
            Optional.empty(),
            1.025);
    FormReadings level = new FormReadings(draught, draught, draught, draught, draught, draught);
    CompletedForm form =
        completed(
            form(0).complete(new FormSurvey(level, Optional.of(rows), 1.025, Optional.empty())));
    assertThat(value(form, FormLine.DISPLACEMENT)).isEqualTo(displacement);
  }

  @ParameterizedTest
  @CsvSource({"SEAGOING, 4.8875", "RIVER, 4.85", "BARGE, 4.865"})
  void theFormsOfTheMeanInDecimalToo(MeanForm form, double mean) {
    assertThat(form.mean(4.4, 5.0, 4.7)).isCloseTo(mean, within(1e-9));
    assertThat(
            form.mean(
                    java.math.BigDecimal.valueOf(4.4),
                    java.math.BigDecimal.valueOf(5.0),
                    java.math.BigDecimal.valueOf(4.7))
                .doubleValue())
        .isCloseTo(mean, within(1e-9));
  }
}
