package org.plimsoll.naval.underkeel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.underkeel.Squat.KNOT;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.naval.underkeel.Squat.Formula;
import org.plimsoll.naval.underkeel.UnderKeelResult.Inconclusive;
import org.plimsoll.naval.underkeel.UnderKeelResult.Judged;

class UnderKeelClearanceTest {

  private static final double NONE = Double.NaN;
  private static final Hull FERRY = new Hull(100, 19, 0.633, 0.793, 0.939);

  private final UnderKeelClearance clearance =
      new UnderKeelClearance(FERRY, Formula.BARRASS, UnderKeelPolicy.HARBOUR, 0.10, 0.05);

  /** To the centimetre, from coefficients that are rounded to three places. */
  @ParameterizedTest(name = "{0} at {1} kn")
  @CsvSource({
    "BARRASS, 8, 0.27",
    "BARRASS, 12, 0.62",
    "BARRASS, 16, 1.12",
    "SIMPLE, 8, 0.41",
    "SIMPLE, 12, 0.91",
    "SIMPLE, 16, 1.62"
  })
  void theFerryInEightMetresOfOpenWater(Formula formula, double knots, double metres) {
    assertThat(squat(formula, knots)).isCloseTo(metres, within(0.006));
  }

  @Test
  void theTwoFormsOfBarrassAgreeWithinFivePercent() {
    for (int knots = 2; knots <= 16; knots++) {
      assertThat(squat(Formula.BARRASS_2004, knots) / squat(Formula.BARRASS, knots))
          .isBetween(0.95, 1.05);
    }
  }

  @Test
  void icorelsIsSilentBeyondItsFroudeNumber() {
    // 8 m: Fn 0.7 is 6.2 m/s or 12.05 kn.
    assertThat(squat(Formula.ICORELS, 12)).isBetween(0.3, 1.5);
    assertThat(Formula.ICORELS.squat(FERRY, 5.2, Waterway.open(8), 12.1 * KNOT))
        .isInstanceOfSatisfying(
            Squat.Outside.class,
            outside -> assertThat(outside.reason()).contains("0.70, valid to 0.7"));
  }

  /** 2.4 x volume / L^2 x Fn^2 / sqrt(1 - Fn^2) by hand, Fn = 0.5. */
  @Test
  void icorels() {
    double speed = 0.5 * Math.sqrt(Squat.GRAVITY * 8);
    double volume = 0.633 * 100 * 19 * 5.2;
    Squat squat = Formula.ICORELS.squat(FERRY, 5.2, Waterway.open(8), speed);
    assertThat(((Squat.Sinks) squat).metres())
        .isCloseTo(2.4 * volume / 1e4 * 0.25 / Math.sqrt(0.75), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Formula.class)
  void noFormulaSpeaksOfAShipAgroundOrAPluggedChannel(Formula formula) {
    assertThat(formula.squat(FERRY, 5.2, Waterway.open(5.2), 1)).isInstanceOf(Squat.Outside.class);
    assertThat(formula.squat(FERRY, 5.2, Waterway.channel(5.3, 17), 1))
        .isInstanceOf(Squat.Outside.class);
    assertThat(formula.squat(FERRY, 5.2, Waterway.open(8), 20)).isInstanceOf(Squat.Outside.class);
    assertThat(formula.squat(FERRY, 5.2, Waterway.open(8), NONE)).isInstanceOf(Squat.Outside.class);
  }

  @Test
  void sumOfAllParts() {
    Judged judged = judged(5.2, 7.0, 1.0, NONE, Math.toRadians(1), 8 * KNOT);
    double heel = 5.2 * Math.cos(Math.toRadians(1)) + 9.5 * Math.sin(Math.toRadians(1)) - 5.2;
    assertThat(judged.heelMetres()).isCloseTo(heel, within(1e-9));
    assertThat(judged.squatMetres()).isCloseTo(0.27, within(0.006));
    assertThat(judged.clearanceMetres())
        .isCloseTo(8 - 5.2 - heel - judged.squatMetres() - 0.15, within(1e-9));
    assertThat(judged.requiredMetres()).isCloseTo(0.52, within(1e-9));
    assertThat(judged.isEnough()).isTrue();
    assertThat(judged.text()).contains("greatest at the stern", "by BARRASS", "holds as far");
  }

  @Test
  void heelToPortCountsAsHeelToStarboard() {
    assertThat(judged(5.2, 8, 0, NONE, -0.02, 0).clearanceMetres())
        .isEqualTo(judged(5.2, 8, 0, NONE, 0.02, 0).clearanceMetres());
  }

  /** At the failing speed the clearance is the one required; a little slower there is more. */
  @Test
  void theFailingSpeed() {
    Judged slow = judged(5.2, 7, 0, NONE, 0, 0);
    double failing = slow.failingSpeedMetresPerSecond().orElseThrow();
    assertThat(slow.text()).contains("fails from ");
    assertThat(judged(5.2, 7, 0, NONE, 0, failing * 0.999).isEnough()).isTrue();
    Judged at = judged(5.2, 7, 0, NONE, 0, failing);
    assertThat(at.isEnough()).isFalse();
    assertThat(at.clearanceMetres()).isCloseTo(at.requiredMetres(), within(1e-6));
  }

  @Test
  void aChannelFailsAtLessSpeedThanOpenWater() {
    assertThat(judged(5.2, 7, 0, 60, 0, 0).failingSpeedMetresPerSecond().orElseThrow())
        .isLessThan(judged(5.2, 7, 0, NONE, 0, 0).failingSpeedMetresPerSecond().orElseThrow());
  }

  @Test
  void deepWaterHoldsAtAnySpeed() {
    Judged judged = judged(5.2, 200, 0, NONE, 0, 10);
    assertThat(judged.failingSpeedMetresPerSecond()).isEmpty();
    assertThat(judged.text()).contains("holds as far as BARRASS is valid");
  }

  @Test
  void shoalWaterFailsAtRestAndAtAnySpeed() {
    Judged judged = judged(5.2, 5.5, 0, NONE, 0, 0);
    assertThat(judged.isEnough()).isFalse();
    assertThat(judged.failingSpeedMetresPerSecond()).hasValue(0);
    assertThat(judged.text()).contains("fails at rest");
    assertThat(judged(5.2, 5.5, 0, NONE, 0, 15).isEnough()).isFalse();
    assertThat(judged(5.2, 5.0, 0, NONE, 0, 0).clearanceMetres()).isCloseTo(-0.35, within(1e-9));
  }

  @Test
  void nothingIsAssumed() {
    UnderKeelResult result = clearance.judge(inputs(5.2, NONE, NONE, NONE, 0, 3));
    assertThat(result).isEqualTo(new Inconclusive("no charted depth, no height of tide"));
    assertThat(clearance.judge(inputs(NONE, 8, 0, NONE, NONE, NONE)).text())
        .isEqualTo("no draught, no heel, no speed through the water");
    assertThat(clearance.judge(inputs(5.2, 8, 0, NONE, 0, 9)))
        .isInstanceOf(Inconclusive.class)
        .extracting(UnderKeelResult::text)
        .asString()
        .contains("squat not known");
  }

  @Test
  void mooredPolicyIsOfTheBreadthWithAFloor() {
    assertThat(UnderKeelPolicy.MOORED.requiredMetres(5, 19)).isEqualTo(0.3);
    assertThat(UnderKeelPolicy.MOORED.requiredMetres(5, 40)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void fullHullsSquatByTheBow() {
    assertThat(new Hull(220, 32, 0.78, 0.9, 1).squattingEnd()).isEqualTo(Hull.End.BOW);
    assertThat(FERRY.squattingEnd()).isEqualTo(Hull.End.STERN);
  }

  @Test
  void impossibleConfigurationIsRefused() {
    assertThatThrownBy(() -> new Hull(100, 0, 0.6, 0.8, 1)).hasMessageContaining("hull");
    assertThatThrownBy(() -> new Hull(100, 19, 1.1, 0.8, 1)).hasMessageContaining("block");
    assertThatThrownBy(() -> new Hull(100, 19, 0.6, 0, 1)).hasMessageContaining("waterplane");
    assertThatThrownBy(() -> new UnderKeelPolicy(-0.1, 0, 0)).hasMessageContaining(">= 0");
    assertThatThrownBy(() -> new UnderKeelPolicy(0, 0, 0)).hasMessageContaining("none");
    assertThatThrownBy(
            () -> new UnderKeelClearance(FERRY, Formula.SIMPLE, UnderKeelPolicy.HARBOUR, NONE, 0))
        .hasMessageContaining(">= 0");
  }

  private double squat(Formula formula, double knots) {
    Squat squat = formula.squat(FERRY, 5.2, Waterway.open(8), knots * KNOT);
    assertThat(squat).isInstanceOf(Squat.Sinks.class);
    return ((Squat.Sinks) squat).metres();
  }

  private Judged judged(
      double draught, double depth, double tide, double width, double heel, double speed) {
    UnderKeelResult result = clearance.judge(inputs(draught, depth, tide, width, heel, speed));
    assertThat(result).isInstanceOf(Judged.class);
    return (Judged) result;
  }

  private static UnderKeelInputs inputs(
      double draught, double depth, double tide, double width, double heel, double speed) {
    return new UnderKeelInputs(
        known(draught), known(depth), known(tide), known(width), known(heel), known(speed));
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Just enough is enough; a hair less is not, and then she fails at rest. */
  @Test
  void exactlyTheRequiredClearanceHolds() {
    UnderKeelClearance exact =
        new UnderKeelClearance(FERRY, Formula.BARRASS, new UnderKeelPolicy(0, 0, 0.5), 0, 0);
    Judged enough = (Judged) exact.judge(inputs(5, 5.5, 0, NONE, 0, 0));
    assertThat(enough.clearanceMetres()).isEqualTo(enough.requiredMetres());
    assertThat(enough.isEnough()).isTrue();
    assertThat(enough.failingSpeedMetresPerSecond().orElseThrow()).isPositive();
    // Beyond the formula the answer is open as long as she has enough at rest.
    assertThat(exact.judge(inputs(5, 5.5, 0, NONE, 0, 15))).isInstanceOf(Inconclusive.class);
  }

  @Test
  void touchingTheGroundIsAground() {
    Judged touching = judged(5.2, 5.2, 0, NONE, 0, 5);
    assertThat(touching.clearanceMetres()).isCloseTo(-0.15, within(1e-9));
    assertThat(touching.squatMetres()).isZero();
    assertThat(touching.failingSpeedMetresPerSecond()).hasValue(0);
  }

  @Test
  void theFailingSpeedIsSaidInKnots() {
    Judged judged = judged(5.2, 7, 0, NONE, 0, 0);
    double knots = judged.failingSpeedMetresPerSecond().orElseThrow() / KNOT;
    assertThat(knots).isBetween(5.0, 20.0);
    assertThat(judged.text())
        .endsWith(String.format(java.util.Locale.ROOT, "the policy fails from %.1f kn", knots));
  }

  @Test
  void theRequiredDepthIsDraughtPolicyAndSquat() {
    double squat = squat(Formula.BARRASS, 8);
    assertThat(clearance.requiredDepthMetres(5.2, Waterway.open(8), 8 * KNOT).orElseThrow())
        .isCloseTo(5.2 + 0.52 + squat, within(1e-9));
    assertThat(clearance.requiredDepthMetres(5.2, Waterway.open(5), 8 * KNOT)).isEmpty();
  }

  /** Each formula ends where it says: a full channel, Fn 1, and for ICORELS Fn 0.7 included. */
  @Test
  void theFormulasEndWhereTheySay() {
    double waveSpeed = Math.sqrt(Squat.GRAVITY * 8);
    assertThat(Formula.SIMPLE.squat(FERRY, 5.2, Waterway.open(8), 0.999 * waveSpeed))
        .isInstanceOf(Squat.Sinks.class);
    assertThat(Formula.SIMPLE.squat(FERRY, 5.2, Waterway.open(8), waveSpeed))
        .isInstanceOf(Squat.Outside.class);
    Hull box = new Hull(100, 20, 0.6, 0.8, 1);
    assertThat(Formula.SIMPLE.squat(box, 5, Waterway.channel(10, 10), 1))
        .as("the ship fills the channel")
        .isInstanceOf(Squat.Outside.class);
    assertThat(Formula.SIMPLE.squat(FERRY, 0, Waterway.open(8), 1))
        .isInstanceOf(Squat.Outside.class);
    assertThat(new Hull(100, 19, 0.7, 0.8, 1).squattingEnd()).isEqualTo(Hull.End.BOW);
  }
}
