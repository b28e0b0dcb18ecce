package org.plimsoll.naval.underkeel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.underkeel.Squat.KNOT;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.naval.underkeel.Squat.Formula;

/** Worked examples that others published, and exact ones; every step by its name. */
class UnderKeelVectorsTest {

  private final Map<String, Double> steps = new HashMap<>();

  @BeforeEach
  void compute() {
    pilotsForm();
    simpleRule();
    riverShip();
    others();
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvFileSource(resources = "/underkeel-vectors.csv", delimiter = '|', numLinesToSkip = 1)
  void step(
      String vector,
      String kind,
      String step,
      Double published,
      double expected,
      double tolerance,
      String unit) {
    assertThat(steps).containsKey(vector + " " + step);
    assertThat(steps.get(vector + " " + step)).isCloseTo(expected, within(tolerance + 1e-12));
  }

  /** Cb V^2.08 / 30 without S2^(2/3) circulates; it gives three times the squat and more. */
  @ParameterizedTest
  @ValueSource(ints = {5, 10, 15})
  void theMisprintedFormulaIsNotOurs(int knots) {
    double misprinted = 0.78 * Math.pow(knots, 2.08) / 30;
    assertThat(misprinted / steps.get("SQ-01 squat confined " + knots + " kn")).isGreaterThan(3);
  }

  private void pilotsForm() {
    Hull hull = new Hull(220, 32.26, 0.78, 0.9057, 1);
    Waterway confined = Waterway.channel(14, 200);
    Waterway open = Waterway.open(14);
    double inChannel = confined.blockage(hull, 11.9);
    double inOpen = open.blockage(hull, 11.9);
    put("SQ-01 As (published input; B*T = 383.894)", hull.midshipSectionSquareMetres(11.9));
    put("SQ-01 S confined", inChannel);
    put("SQ-01 S2 confined", inChannel / (1 - inChannel));
    put("SQ-01 width of influence", hull.influenceMetres() / 32.26);
    put("SQ-01 W open", hull.influenceMetres());
    put("SQ-01 S open", inOpen);
    put("SQ-01 S2 open", inOpen / (1 - inOpen));
    for (int knots = 1; knots <= 15; knots++) {
      put("SQ-01 squat confined " + knots + " kn", barrass(hull, confined, knots));
      put("SQ-01 squat open " + knots + " kn", barrass(hull, open, knots));
    }
    put("SQ-01 min depth coasting", depth(hull, UnderKeelPolicy.OPEN_WATER, 11.9, confined, 9));
    put("SQ-01 min depth approaches", depth(hull, UnderKeelPolicy.HARBOUR, 11.9, confined, 9));
  }

  private void simpleRule() {
    Hull hull = new Hull(200, 30, 0.9, 0.95, 1);
    for (int knots = 4; knots <= 20; knots += 4) {
      put(
          "SQ-02 " + knots + " kn",
          metres(Formula.SIMPLE.squat(hull, 12, Waterway.open(40), knots * KNOT)));
    }
  }

  private void riverShip() {
    Hull hull = new Hull(138, 16.5, 0.85, 0.9, 1);
    put("SQ-03 static UKC", clearanceAtRest(hull, 3.53, 4.6));
    put("SQ-03 Fn_h", Waterway.open(4.6).depthFroude(10 * KNOT));
    put(
        "SQ-03 Barrass K=1",
        metres(Formula.SIMPLE.squat(hull, 3.53, Waterway.open(4.6), 10 * KNOT)));
    put(
        "SQ-03 Barrass K=2",
        metres(Formula.SIMPLE.squat(hull, 3.53, Waterway.channel(4.6, 60), 10 * KNOT)));
  }

  private void others() {
    put("UK-01 UKC", UnderKeelPolicy.HARBOUR.requiredMetres(5.5, 18));
    Hull hull = new Hull(100, 18, 0.6, 0.8, 1);
    put("UK-01 required depth", depth(hull, UnderKeelPolicy.HARBOUR, 5.5, Waterway.open(10), 0));

    RollPeriodStability.Result gm =
        RollPeriodStability.ofFeet(0.44, 0).estimate(21 * 0.3048, 128 * 0.3048, 6, 5);
    put("GM-02 GM", ((RollPeriodStability.Indicative) gm).gmMetres() / 0.3048);

    Hull box = new Hull(100, 20, 1, 1, 1);
    double heel = Math.toRadians(2);
    put("AN-05 deepest draught (box): T cos + B/2 sin", box.heeledDraughtMetres(4, heel));
  }

  private static double barrass(Hull hull, Waterway water, int knots) {
    return metres(Formula.BARRASS.squat(hull, 11.9, water, knots * KNOT));
  }

  private static double depth(
      Hull hull, UnderKeelPolicy policy, double draught, Waterway water, int knots) {
    return new UnderKeelClearance(hull, Formula.BARRASS, policy, 0, 0)
        .requiredDepthMetres(draught, water, knots * KNOT)
        .orElseThrow();
  }

  private static double clearanceAtRest(Hull hull, double draught, double depth) {
    UnderKeelResult result =
        new UnderKeelClearance(hull, Formula.BARRASS, UnderKeelPolicy.HARBOUR, 0, 0)
            .judge(
                new UnderKeelInputs(
                    OptionalDouble.of(draught),
                    OptionalDouble.of(depth),
                    OptionalDouble.of(0),
                    OptionalDouble.empty(),
                    OptionalDouble.of(0),
                    OptionalDouble.of(0)));
    return ((UnderKeelResult.Judged) result).clearanceMetres();
  }

  private static double metres(Squat squat) {
    assertThat(squat).isInstanceOf(Squat.Sinks.class);
    return ((Squat.Sinks) squat).metres();
  }

  private void put(String step, double value) {
    steps.put(step, value);
  }
}
