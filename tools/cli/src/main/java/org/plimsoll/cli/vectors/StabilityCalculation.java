package org.plimsoll.cli.vectors;

import java.util.OptionalDouble;
import org.plimsoll.naval.underkeel.Hull;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.naval.underkeel.Squat;
import org.plimsoll.naval.underkeel.UnderKeelClearance;
import org.plimsoll.naval.underkeel.UnderKeelPolicy;
import org.plimsoll.naval.underkeel.Waterway;

/** Clearance by a rule of thumb, and metacentric height by the period of roll. */
final class StabilityCalculation implements Calculation {

  /** Factor of the formula that is published for feet. */
  private static final double FEET_FACTOR = 0.44;

  /** Enough rolls and a short ship: neither changes the figure. */
  private static final int ROLLS = 5;

  private static final double SHORT_METRES = 50;

  private final Inputs inputs;

  StabilityCalculation(Inputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public Answer answer(Asked asked) {
    return switch (asked.words()) {
      case "gm" -> metacentricHeight(asked);
      case "ukc", "required depth" -> clearance(asked.words().equals("ukc"));
      default -> Calculation.unknown();
    };
  }

  private Answer clearance(boolean isClearance) {
    double draught = inputs.needMetres("t", "draught", "draft");
    UnderKeelPolicy policy = new UnderKeelPolicy(inputs.need("fraction", "ukc_fraction"), 0, 0);
    if (isClearance) {
      return Answer.Figure.of(policy.requiredMetres(draught, 1), "m");
    }
    // At rest there is no squat, whatever the hull.
    return Answer.Figure.of(
        new UnderKeelClearance(new Hull(1, 1, 1, 1, 1), Squat.Formula.SIMPLE, policy, 0, 0)
            .requiredDepthMetres(draught, Waterway.open(10 * draught), 0)
            .orElseThrow(() -> new IllegalArgumentException("a draught of " + draught + " m")),
        "m");
  }

  private Answer metacentricHeight(Asked asked) {
    double breadth = inputs.needMetres("b", "breadth", "beam");
    double period = inputs.need("t", "period", "roll_period", "period_s", "t_roll");
    OptionalDouble factor = inputs.number("f", "factor", "roll_factor");
    boolean isFeet = asked.says("0.44") || factor.isEmpty() && inputs.has("b_ft");
    if (factor.isEmpty() && !isFeet) {
      inputs.needMissing("f");
      return Calculation.unknown();
    }
    RollPeriodStability roll =
        isFeet
            ? RollPeriodStability.ofFeet(FEET_FACTOR, 0)
            : new RollPeriodStability(factor.getAsDouble(), 0);
    return roll.estimate(breadth, SHORT_METRES, period, ROLLS)
            instanceof RollPeriodStability.Indicative indicative
        ? Answer.Figure.of(indicative.gmMetres(), "m")
        : new Answer.Refused("no period of roll");
  }
}
