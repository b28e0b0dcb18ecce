package org.plimsoll.naval.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.form.ExampleForms.form;
import static org.plimsoll.naval.form.ExampleForms.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole surveys, published and analytic, step by step. */
class FormVectorsTest {

  private static final Map<String, FormLine> ANALYTIC_STEPS =
      Map.of(
          "T_fp", FormLine.FORWARD,
          "T_mid", FormLine.MIDSHIP,
          "T_ap", FormLine.AFT,
          "FTC", FormLine.FIRST_TRIM,
          "STC", FormLine.SECOND_TRIM,
          "displacement", FormLine.DISPLACEMENT,
          "trim", FormLine.APPARENT_TRIM);

  private static final Map<String, FormLine> FERRY_STEPS =
      Map.ofEntries(
          Map.entry("t_fp", FormLine.FORWARD),
          Map.entry("t_mid", FormLine.MIDSHIP),
          Map.entry("t_ap", FormLine.AFT),
          Map.entry("trim", FormLine.TRUE_TRIM),
          Map.entry("deflection_cm", FormLine.DEFLECTION),
          Map.entry("qmean", FormLine.MEAN_DRAUGHT),
          Map.entry("disp_table", FormLine.TABLE_DISPLACEMENT),
          Map.entry("tpc", FormLine.IMMERSION),
          Map.entry("lcf_arm_aft", FormLine.FLOTATION_ARM),
          Map.entry("ftc", FormLine.FIRST_TRIM),
          Map.entry("dmctc", FormLine.TRIM_MOMENT_DIFFERENCE),
          Map.entry("stc", FormLine.SECOND_TRIM),
          Map.entry("list_corr", FormLine.LIST_CORRECTION),
          Map.entry("disp_1025", FormLine.DISPLACEMENT_TABLE_WATER),
          Map.entry("disp", FormLine.DISPLACEMENT));

  @ParameterizedTest
  @ValueSource(strings = {"DS-01", "DS-02"})
  void publishedSurveysAsReported(String id) {
    WorkedExample example = WorkedExample.of(id);
    CompletedForm form = form(example, Precision.REPORTED);
    example.steps().keySet().forEach(step -> example.check(step, value(form, byKey(step))));
    assertThat(form.values().values()).allSatisfy(v -> assertThat(v.scale()).isEqualTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DS-01", "DS-02"})
  void publishedSurveysInFullPrecision(String id) {
    WorkedExample example = WorkedExample.of(id);
    CompletedForm form = form(example, Precision.FULL);
    assertThat(example.full()).hasSize(example.steps().size());
    example
        .full()
        .forEach(
            (step, wanted) ->
                assertThat(value(form, byKey(step))).as(step).isCloseTo(wanted, within(6e-7)));
  }

  /** The tie that binary arithmetic loses: 37.148 / 8 is 4.6435, and she is 4.5 t heavier. */
  @Test
  void aTieIsRoundedUpInDecimal() {
    CompletedForm form = form(WorkedExample.of("DS-02"), Precision.REPORTED);
    assertThat(form.value(FormLine.MEAN_DRAUGHT)).contains(new BigDecimal("4.644"));
    double binary = (3.255 + 6 * 4.632 + 6.101) / 8;
    assertThat(Math.round(binary * 1000)).isEqualTo(4643);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AN-01", "AN-02"})
  void analyticSurveysAreExact(String id) {
    WorkedExample example = WorkedExample.of(id);
    CompletedForm form = form(example, Precision.FULL);
    example.steps().keySet().stream()
        .filter(ANALYTIC_STEPS::containsKey)
        .forEach(
            step -> {
              double wanted = example.steps().get(step).expected();
              assertThat(value(form, ANALYTIC_STEPS.get(step)))
                  .as(id + " " + step)
                  .isCloseTo(wanted, within(1e-9 * Math.max(1, Math.abs(wanted))));
            });
    if (id.equals("AN-02")) {
      double fromAp = example.input("lbp") / 2 - value(form, FormLine.FLOTATION_ARM);
      example.check("LCF from AP", fromAp);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SF-01", "SF-02", "SF-03"})
  void theFerryStepByStep(String id) {
    WorkedExample example = WorkedExample.of(id);
    CompletedForm form = form(example, Precision.FULL);
    int compared = 0;
    for (String step : example.steps().keySet()) {
      if (FERRY_STEPS.containsKey(step)) {
        example.check(step, value(form, FERRY_STEPS.get(step)));
        compared++;
      }
    }
    example.check("lcf_from_ap", 50 - value(form, FormLine.FLOTATION_ARM));
    assertThat(compared).isEqualTo(FERRY_STEPS.size());
  }

  /** Only the first lines of this survey can be read in its public copy. */
  @Test
  void partOfASurvey() {
    WorkedExample example = WorkedExample.of("DS-05");
    CompletedForm form = form(example, Precision.REPORTED);
    example.steps().keySet().forEach(step -> example.check(step, value(form, byKey(step))));
    assertThat(example.error()).contains("10.19");
    assertThat(form.value(FormLine.DISPLACEMENT)).isEmpty();
  }

  /** The source works trim as F - A and calls it by the stern: ours is positive by the stern. */
  @Test
  void meansOfSixDraughts() {
    WorkedExample example = WorkedExample.of("DS-08");
    CompletedForm form = form(example, Precision.REPORTED);
    example.check("mean_fwd", value(form, FormLine.MEAN_FORWARD));
    example.check("mean_mid", value(form, FormLine.MEAN_MIDSHIP));
    example.check("mean_aft", value(form, FormLine.MEAN_AFT));
    example.check("trim", -value(form, FormLine.APPARENT_TRIM));
    assertThat(value(form, FormLine.APPARENT_TRIM)).isEqualTo(2.030);
    assertThat(example.error()).contains("positive by the stern");
  }

  /** The river method's lever is wrong: the straight line through the marks stands. */
  @Test
  void halfLengthCorrectionsAreNotAdopted() {
    WorkedExample example = WorkedExample.of("DS-01b");
    CompletedForm form = form(example, Precision.REPORTED);
    double half = example.input("lbp") / 2;
    double forward = example.input("d_fwd");
    double midship = example.input("d_mid");
    double wrongLever = half - midship - forward;
    double rise = value(form, FormLine.MEAN_MIDSHIP) - value(form, FormLine.MEAN_FORWARD);
    example.check("corr_fwd", Math.round(1000 * forward * rise / wrongLever) / 1000.0);
    assertThat(half + forward - midship).isCloseTo(90.0, within(1e-9));
    assertThat(wrongLever).isCloseTo(92.8, within(1e-9));
    WorkedExample whole = WorkedExample.of("DS-01");
    whole.check("corr_fwd", value(form, FormLine.CORRECTION_FORWARD));
    whole.check("corr_mid", value(form, FormLine.CORRECTION_MIDSHIP));
    whole.check("corr_aft", value(form, FormLine.CORRECTION_AFT));
    assertThat(example.error()).contains("LBP/2 + dF - dM");
  }

  private static FormLine byKey(String key) {
    return Arrays.stream(FormLine.values())
        .filter(line -> line.key().equals(key))
        .findAny()
        .orElseThrow(() -> new AssertionError("no line " + key));
  }
}
