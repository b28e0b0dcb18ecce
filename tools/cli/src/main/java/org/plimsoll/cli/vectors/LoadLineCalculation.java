package org.plimsoll.cli.vectors;

import static org.plimsoll.naval.loadline.DockWater.SEA_WATER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.naval.loadline.BoxShape;
import org.plimsoll.naval.loadline.DockWater;
import org.plimsoll.naval.loadline.FreshWaterAllowance;
import org.plimsoll.naval.loadline.LoadLineMarks;
import org.plimsoll.naval.loadline.Mark;
import org.plimsoll.naval.loadline.MarkDistance;

/** Marks, allowances for dock water, and what may still be loaded. */
final class LoadLineCalculation implements Calculation {

  private static final double FRESH_WATER = 1;

  /** Decimals of a TPC in a form that is filled in by hand. */
  private static final int FORM_PLACES = 2;

  private static final Pattern MARK_AT = Pattern.compile("(tf|f|t|s|wna|w)(?: at rho .*)?");

  private final Inputs inputs;
  private final Example example;

  LoadLineCalculation(Inputs inputs, Example example) {
    this.inputs = inputs;
    this.example = example;
  }

  @Override
  public Answer answer(Asked asked) {
    String words = asked.words();
    Matcher mark = MARK_AT.matcher(words);
    if (mark.matches() && inputs.has("summer_draught")) {
      return markDraught(mark.group(1), words);
    }
    if (words.startsWith("fwa")) {
      return Answer.Figure.of(allowance().metres(), "m");
    }
    if (words.startsWith("dwa") || asked.says("published")) {
      return Answer.Figure.of(dockWater(), "m");
    }
    if (words.startsWith("tpc in dock") || words.startsWith("tpc dock")) {
      return Answer.Figure.of(dockTpc(), "t/cm");
    }
    return switch (words) {
      case "w to s", "s to t" ->
          Answer.Figure.of(
              LoadLineMarks.seasonStepMetres(inputs.needMetres("summer_draught")), "m");
      case "winter draught" -> markDraught("w", words);
      case "mean sinkage to mark", "mean distance winter mark above wl" ->
          Answer.Figure.of(toMark(), "m");
      case "total sinkage" -> Answer.Figure.of(sinkage(), "m");
      case "fw draught by proportion" -> freshWaterDraught(true);
      case "fw draught by fwa" -> freshWaterDraught(false);
      case "fw draught" -> freshWaterDraught(ShapeCalculation.fits(inputs));
      default -> tonnes(asked, words);
    };
  }

  private Answer tonnes(Asked asked, String words) {
    if (words.startsWith("cargo to load")) {
      Inputs own = inputs.below("q1").orElse(inputs);
      double sinkage = Decimal.sum(own.needMetres("t1"), -own.needMetres("t0"));
      return Answer.Figure.of(DockWater.tonnesToSink(sinkage, own.need("tpc")), "t");
    }
    if (words.startsWith("tpc of a")) {
      return Answer.Figure.of(box("q2").tonnesPerCentimetre(SEA_WATER), "t/cm");
    }
    return switch (words) {
      case "displacement" -> Answer.Figure.of(inOtherWater(), "t");
      case "light displacement" -> boxTonnes("light");
      case "load displacement" -> boxTonnes("load");
      case "deadweight" ->
          Answer.Figure.of(
              box("").displacementTonnes(inputs.needMetres("load"), density())
                  - box("").displacementTonnes(inputs.needMetres("light"), density()),
              "t");
      case "cargo", "cargo full precision" -> cargo(words.equals("cargo"));
      default -> new LoadingQuestion(inputs).answer(asked);
    };
  }

  private Answer markDraught(String letters, String words) {
    double summer = inputs.needMetres("summer_draught");
    OptionalDouble length = inputs.metres("length", "load_line_length");
    if (letters.equals("wna") && length.isEmpty()) {
      inputs.needMissing("length_m");
    }
    boolean needsAllowance = letters.contains("f") || words.contains("at rho");
    LoadLineMarks marks =
        LoadLineMarks.derived(
            summer,
            needsAllowance ? allowance() : new FreshWaterAllowance(1),
            length.orElse(Double.MAX_VALUE));
    Mark mark = null;
    for (Mark one : Mark.values()) {
      if (one.letters().equalsIgnoreCase(letters)) {
        mark = one;
      }
    }
    if (mark == null) {
      return Calculation.unknown();
    }
    Matcher water = Pattern.compile("at rho ([0-9.]+)").matcher(words);
    if (water.find()) {
      double stated = Double.parseDouble(water.group(1));
      return Answer.Figure.of(
          marks.draughtMetres(mark, stated > 100 ? stated / 1000 : stated), "m");
    }
    return Answer.Figure.of(marks.draughtMetres(mark), "m");
  }

  private FreshWaterAllowance allowance() {
    return allowance(inputs);
  }

  /** As stated, or of the displacement at the summer line. */
  static FreshWaterAllowance allowance(Inputs inputs) {
    OptionalDouble stated = inputs.metres("fwa");
    if (stated.isPresent()) {
      return new FreshWaterAllowance(stated.getAsDouble());
    }
    if (ShapeCalculation.fits(inputs)) {
      BoxShape box =
          new BoxShape(inputs.needMetres("L", "length"), inputs.needMetres("B", "breadth"));
      return FreshWaterAllowance.ofSummer(
          box.displacementTonnes(inputs.needMetres("t"), SEA_WATER),
          box.tonnesPerCentimetre(SEA_WATER));
    }
    return FreshWaterAllowance.ofSummer(
        inputs.needTonnes("summer_disp", "disp", "displacement", "summer_displacement"),
        inputs.need("tpc", "tpc_sw"));
  }

  private double dockWater() {
    return allowance().dockWaterMetres(inputs.needDensity("rho", "density"));
  }

  private double dockTpc() {
    return DockWater.tonnesPerCentimetre(
        inputs.need("tpc_sw", "tpc"), inputs.needDensity("rho", "density"));
  }

  /** From the water up to the mark, mean of the sides. */
  private double toMark() {
    double[] sides = new double[2];
    String[] names = {"port", "stbd"};
    for (int i = 0; i < names.length; i++) {
      String side = names[i];
      Optional<String> above = inputs.names().stream().filter(is(side, "above")).findFirst();
      Optional<String> below = inputs.names().stream().filter(is(side, "below")).findFirst();
      sides[i] =
          above.isPresent()
              ? inputs.needMetres(bare(above.get()))
              : below.isPresent()
                  ? -inputs.needMetres(bare(below.get()))
                  : inputs.needMissing(side + "_mark_above_wl_mm");
    }
    return new MarkDistance(sides[0], sides[1]).meanMetres();
  }

  private static java.util.function.Predicate<String> is(String side, String where) {
    return name -> name.startsWith(side) && name.contains("mark_" + where + "_wl");
  }

  private static String bare(String name) {
    return name.replaceFirst("_(mm|cm|m|in|ft)$", "");
  }

  /** To the mark, and on by the seasons that the example asks for and by the dock water. */
  private double sinkage() {
    double sinkage = toMark();
    double season = LoadLineMarks.seasonStepMetres(inputs.metres("summer_draught").orElse(0));
    for (String step : new String[] {"w to s", "s to t"}) {
      sinkage += example.hasStep(step) ? season : 0;
    }
    return example.hasStep("dwa") ? sinkage + dockWater() : sinkage;
  }

  private Answer cargo(boolean asOnForm) {
    double density = inputs.density("rho", "density").orElse(SEA_WATER);
    double tpc = DockWater.tonnesPerCentimetre(inputs.need("tpc_sw", "tpc"), density);
    boolean isRounded = asOnForm && example.hasStep("cargo full precision");
    double used =
        isRounded && Double.isFinite(tpc)
            ? BigDecimal.valueOf(tpc).setScale(FORM_PLACES, RoundingMode.HALF_UP).doubleValue()
            : tpc;
    return Answer.Figure.of(DockWater.tonnesToSink(sinkage(), used), "t");
  }

  private Answer freshWaterDraught(boolean byProportion) {
    double draught = inputs.needMetres("t_sw", "t");
    return Answer.Figure.of(
        byProportion
            ? DockWater.wallSidedDraught(draught, SEA_WATER, FRESH_WATER)
            : draught + allowance().dockWaterMetres(FRESH_WATER),
        "m");
  }

  private double inOtherWater() {
    boolean isFresh = inputs.has("disp_fw");
    return DockWater.displacementAtSameDraught(
        isFresh ? inputs.needTonnes("disp_fw") : inputs.needTonnes("disp_table", "disp"),
        isFresh ? inputs.density("rho_fw").orElse(FRESH_WATER) : inputs.needDensity("rho_table"),
        inputs.needDensity("rho"));
  }

  private Answer boxTonnes(String draught) {
    return Answer.Figure.of(box("").displacementTonnes(inputs.needMetres(draught), density()), "t");
  }

  private BoxShape box(String question) {
    Inputs own = inputs.below(question).orElse(inputs);
    return new BoxShape(own.needMetres("l", "length"), own.needMetres("b", "breadth"));
  }

  private double density() {
    return inputs.density("rho").orElse(SEA_WATER);
  }
}
