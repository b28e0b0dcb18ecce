package org.plimsoll.cli.vectors;

import java.util.OptionalDouble;
import org.plimsoll.naval.HullFormulas;

/** Relations between the columns of a hydrostatic report. */
final class ReportCalculation implements Calculation {

  private static final double SEA_WATER = 1.025;

  private final Inputs inputs;

  ReportCalculation(Inputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public Answer answer(Asked asked) {
    double density = inputs.density("rho", "rho_table").orElse(SEA_WATER);
    String words = asked.words();
    if (words.startsWith("cb")) {
      double draught =
          words.contains("lcf")
              ? inputs.needMetres("t_lcf", "draught_at_lcf")
              : inputs.needMetres("draft_amidships", "draught_amidships", "t");
      return Answer.Figure.of(
          HullFormulas.blockCoefficient(displacement() / density, length(), breadth(), draught),
          "");
    }
    return switch (words) {
      case "draught amidships", "draft amidships" -> Answer.Figure.of((forward() + aft()) / 2, "m");
      case "trim" -> Answer.Figure.of(Decimal.sum(aft(), -forward()), "m");
      case "tpc" ->
          Answer.Figure.of(
              HullFormulas.tonnesPerCentimetre(inputs.need("wpa", "awp", "aw"), density), "t/cm");
      case "cwp", "cw" ->
          Answer.Figure.of(
              HullFormulas.waterplaneCoefficient(
                  inputs.need("wpa", "awp", "aw"), length(), breadth()),
              "");
      case "kmt" ->
          Answer.Figure.of(
              HullFormulas.metacentreMetres(inputs.needMetres("kb"), inputs.needMetres("bmt")),
              "m");
      case "kml" ->
          Answer.Figure.of(
              HullFormulas.metacentreMetres(inputs.needMetres("kb"), inputs.needMetres("bml")),
              "m");
      case "rm at 1 deg", "rm1deg" ->
          Answer.Figure.of(
              HullFormulas.rightingMomentTonneMetres(
                  inputs.needMetres("gmt", "gm"), displacement(), Math.toRadians(1)),
              "t.m");
      case "trim angle" ->
          Answer.Figure.of(
              Math.toDegrees(
                  HullFormulas.trimAngleRadians(Decimal.sum(aft(), -forward()), perpendiculars())),
              "deg");
      case "draught at lcf", "draft at lcf" ->
          Answer.Figure.of(
              HullFormulas.draughtAt(
                  (forward() + aft()) / 2,
                  aft() - forward(),
                  perpendiculars(),
                  inputs.needMetres("lcf", "lcf_from_ap")),
              "m");
      default -> Calculation.unknown();
    };
  }

  /** The length of the waterline is another one, however near. */
  private double perpendiculars() {
    return inputs.needMetres("lbp", "lpp");
  }

  private double length() {
    OptionalDouble waterline = inputs.metres("wl_length", "lwl");
    return waterline.isPresent() ? waterline.getAsDouble() : inputs.needMetres("lbp", "lpp");
  }

  private double breadth() {
    return inputs.needMetres("beam_wl", "b", "beam", "breadth");
  }

  private double displacement() {
    return inputs.needTonnes("displacement", "disp");
  }

  private double forward() {
    return inputs.needMetres("t_fp", "draft_fp");
  }

  private double aft() {
    return inputs.needMetres("t_ap", "draft_ap");
  }
}
