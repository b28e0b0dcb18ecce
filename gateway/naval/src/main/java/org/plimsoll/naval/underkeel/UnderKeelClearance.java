package org.plimsoll.naval.underkeel;

import static org.plimsoll.naval.underkeel.Squat.KNOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;

/**
 * Under-keel clearance: charted depth + tide - deepest static draught - heel - squat - allowances.
 * The squat is taken off wherever the deepest point is, though it is greatest at one end only: she
 * may be trimmed by the other.
 *
 * @param hull of the ship
 * @param formula of the squat
 * @param policy of the leg
 * @param waveMetres allowance for the motion in waves
 * @param surveyMetres tolerance of the depths and of the tide
 */
public record UnderKeelClearance(
    Hull hull,
    Squat.Formula formula,
    UnderKeelPolicy policy,
    double waveMetres,
    double surveyMetres) {

  public UnderKeelClearance {
    if (!(waveMetres >= 0 && surveyMetres >= 0)) {
      throw new IllegalArgumentException(
          "allowances of %s m for waves, %s m for survey: must be >= 0"
              .formatted(waveMetres, surveyMetres));
    }
  }

  /** Judges one place and moment; never throws on what sensors or people may say. */
  public UnderKeelResult judge(UnderKeelInputs inputs) {
    List<String> missing = new ArrayList<>();
    double draught = need(inputs.draughtMetres(), "draught", missing);
    double charted = need(inputs.chartedDepthMetres(), "charted depth", missing);
    double tide = need(inputs.tideMetres(), "height of tide", missing);
    double heel = need(inputs.heelRadians(), "heel", missing);
    double speed = need(inputs.speedMetresPerSecond(), "speed through the water", missing);
    if (!missing.isEmpty()) {
      return new UnderKeelResult.Inconclusive("no " + String.join(", no ", missing));
    }
    Waterway water = new Waterway(charted + tide, inputs.channelWidthMetres());
    double heelMetres = Math.max(0, hull.heeledDraughtMetres(draught, heel) - draught);
    double atRest = water.depthMetres() - draught - heelMetres - waveMetres - surveyMetres;
    double required = policy.requiredMetres(draught, hull.breadthMetres());
    // A formula has no say on a ship aground, but the answer is not in doubt.
    boolean aground = water.depthMetres() <= draught;
    Squat squat = aground ? new Squat.Sinks(0) : formula.squat(hull, draught, water, speed);
    if (squat instanceof Squat.Outside outside) {
      return atRest < required
          ? judged(atRest, required, 0, heelMetres, OptionalDouble.of(0))
          : new UnderKeelResult.Inconclusive("squat not known: " + outside.reason());
    }
    double sinks = ((Squat.Sinks) squat).metres();
    OptionalDouble failing =
        atRest < required
            ? OptionalDouble.of(0)
            : formula.speedThatSinks(hull, draught, water, atRest - required);
    return judged(atRest - sinks, required, sinks, heelMetres, failing);
  }

  /**
   * Depth of water that the policy demands at a speed, upright and without allowances.
   *
   * @return empty where the formula has no say
   */
  public OptionalDouble requiredDepthMetres(
      double draughtMetres, Waterway squatWater, double metresPerSecond) {
    Squat squat = formula.squat(hull, draughtMetres, squatWater, metresPerSecond);
    return squat instanceof Squat.Sinks sinks
        ? OptionalDouble.of(
            draughtMetres
                + policy.requiredMetres(draughtMetres, hull.breadthMetres())
                + sinks.metres())
        : OptionalDouble.empty();
  }

  private UnderKeelResult judged(
      double clearance, double required, double squat, double heel, OptionalDouble failing) {
    String fails =
        failing.isEmpty()
            ? "holds as far as " + formula + " is valid"
            : failing.getAsDouble() == 0
                ? "fails at rest"
                : Phrase.of("fails from %.1f kn", failing.getAsDouble() / KNOT);
    String text =
        Phrase.of(
            "%.2f m under the keel, %.2f m required; squat %.2f m by %s, greatest at the %s;"
                + " heel %.2f m; the policy %s",
            clearance,
            required,
            squat,
            formula,
            hull.squattingEnd().name().toLowerCase(Locale.ROOT),
            heel,
            fails);
    return new UnderKeelResult.Judged(clearance, required, squat, heel, failing, text);
  }

  private static double need(OptionalDouble value, String name, List<String> missing) {
    if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
      missing.add(name);
      return Double.NaN;
    }
    return value.getAsDouble();
  }
}
