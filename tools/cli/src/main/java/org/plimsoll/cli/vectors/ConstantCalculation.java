package org.plimsoll.cli.vectors;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.naval.Displacement;
import org.plimsoll.naval.form.MassMoment;

/** The ship's constant by mass and moment, in cases {@code case1}, {@code case2}. */
final class ConstantCalculation implements Calculation {

  private static final Pattern CASE = Pattern.compile("case\\s*([0-9]+)\\b");

  private final Inputs inputs;

  ConstantCalculation(Inputs inputs) {
    this.inputs = inputs;
  }

  static boolean fits(Inputs inputs) {
    return inputs.below("case1").isPresent() || inputs.below("published_t").isPresent();
  }

  @Override
  public Answer answer(Asked asked) {
    Optional<Inputs> sizes = inputs.below("published_t");
    if (sizes.isPresent() && asked.words().startsWith("implied tpc ")) {
      String size = asked.words().substring("implied tpc ".length());
      return Answer.Figure.of(sizes.get().need(size) / inputs.need("draught_error_cm"), "t/cm");
    }
    Matcher named = CASE.matcher(asked.words());
    Matcher meant = CASE.matcher(asked.formula());
    boolean isError = asked.words().startsWith("error of reading");
    String number =
        named.find()
            ? named.group(1)
            : meant.find() ? meant.group(1) : isError && asked.says("1 mm") ? "2" : "1";
    Optional<Inputs> own = inputs.below("case" + number);
    if (own.isEmpty()) {
      inputs.needMissing("case" + number);
      return Calculation.unknown();
    }
    Inputs first = inputs.below("case1").orElse(own.get());
    Inputs given = number.equals("1") ? own.get() : own.get().after(first);
    if (isError) {
      return Answer.Figure.of(
          constant(given).massTonnes() - inputs.needTonnes("true_constant"), "t");
    }
    return answer(asked.words().replaceFirst("^case\\s*[0-9]+\\s*", ""), given);
  }

  private static Answer answer(String words, Inputs given) {
    return switch (words) {
      case "trim" ->
          Answer.Figure.of(
              Decimal.sum(given.needMetres("t_aft", "t_ap"), -given.needMetres("t_fwd", "t_fp")),
              "m");
      case "corrected displacement" -> Answer.Figure.of(displacement(given), "t");
      case "constant" -> Answer.Figure.of(constant(given).massTonnes(), "t");
      case "longitudinal moment" -> moment(ship(given, "lcg"));
      case "lightship moment" -> moment(lightship(given, "lcg"));
      case "cargo moment" -> moment(cargo(given, "lcg"));
      case "constant moment" -> moment(constant(given));
      case "constant lcg" -> Answer.Figure.of(constant(given).leverMetres(), "m");
      case "vertical moment" -> moment(ship(given, "kg"));
      case "constant kg" ->
          Answer.Figure.of(
              ship(given, "kg").less(lightship(given, "kg")).less(cargo(given, "kg")).leverMetres(),
              "m");
      default -> Calculation.unknown();
    };
  }

  private static Answer moment(MassMoment of) {
    return Answer.Figure.of(of.momentTonneMetres(), "t.m");
  }

  private static MassMoment constant(Inputs given) {
    return ship(given, "lcg").less(lightship(given, "lcg")).less(cargo(given, "lcg"));
  }

  private static MassMoment ship(Inputs given, String lever) {
    return MassMoment.at(displacement(given), given.needMetres(lever));
  }

  private static MassMoment lightship(Inputs given, String lever) {
    return MassMoment.at(given.needTonnes("lightship"), given.needMetres("lightship_" + lever));
  }

  private static MassMoment cargo(Inputs given, String lever) {
    return MassMoment.at(given.needTonnes("cargo"), given.needMetres("cargo_" + lever));
  }

  /** With the corrections that stand beside it, and not with those of an earlier case. */
  private static double displacement(Inputs given) {
    double corrections = 0;
    for (String name : given.names()) {
      if (name.matches("corr[0-9]*")) {
        corrections = Decimal.sum(corrections, given.need(name));
      }
    }
    return new Displacement(given.needTonnes("disp_table"), corrections, 0, 0, 0).tonnes();
  }
}
