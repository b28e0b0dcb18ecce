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
}
