package org.plimsoll.cli.vectors;

import static org.plimsoll.naval.underkeel.Squat.KNOT;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.naval.underkeel.Hull;
import org.plimsoll.naval.underkeel.Squat;
import org.plimsoll.naval.underkeel.Squat.Formula;
import org.plimsoll.naval.underkeel.UnderKeelClearance;
import org.plimsoll.naval.underkeel.UnderKeelPolicy;
import org.plimsoll.naval.underkeel.Waterway;

/** Squat and the depth that a policy demands with it. The step's words choose formula and water. */
final class SquatCalculation implements Calculation {

  private static final Pattern SPEED = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(?:kn|kt|knots)");
  private static final Pattern POLICY = Pattern.compile("1\\.([0-9]+)\\s*\\*?\\s*T");

  /** Deep enough that a rule without a depth sees none. */
  private static final double DEEP_METRES = 1000;

  private static final double WIDE_METRES = 1000;

  private final Inputs inputs;

  SquatCalculation(Inputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public Answer answer(Asked asked) {
    String words = asked.words();
    if (words.startsWith("as ") || words.equals("as")) {
      return Answer.Figure.of(hull(true).breadthMetres() * midship() * draught(), "");
    }
    if (words.startsWith("width of influence")) {
      Hull hull = hull(true);
      boolean inBreadths = asked.unit().contains("B");
      return Answer.Figure.of(
          inBreadths ? hull.influenceMetres() / hull.breadthMetres() : hull.influenceMetres(),
          inBreadths ? "" : "m");
    }
    if (words.startsWith("w open")) {
      return Answer.Figure.of(hull(true).influenceMetres(), "m");
    }
    if (words.matches("s2? (open|confined|channel).*")) {
      double blockage = water(asked).blockage(hull(true), draught());
      return Answer.Figure.of(words.startsWith("s2") ? blockage / (1 - blockage) : blockage, "");
    }
    if (words.startsWith("static ukc") || words.equals("static clearance")) {
      return Answer.Figure.of(depth() - draught(), "m");
    }
    if (words.startsWith("fn") || asked.says("froude")) {
      return Answer.Figure.of(Waterway.open(depth()).depthFroude(knots(asked) * KNOT), "");
    }
    if (asked.says("depth")) {
      return requiredDepth(asked);
    }
    return isSquat(asked) ? squat(asked) : Calculation.unknown();
  }

  private static boolean isSquat(Asked asked) {
    return asked.says("squat")
        || asked.says("barrass")
        || asked.says("icorels")
        || asked.says("V^2")
        || SPEED.matcher(asked.name()).matches();
  }

  private Answer squat(Asked asked) {
    Formula formula = formula(asked);
    boolean needsShape = formula != Formula.SIMPLE;
    double draught = needsShape ? draught() : inputs.metres("t", "draught", "draft").orElse(10);
    Waterway water = needsShape ? water(asked) : simpleWater(asked);
    if (formula == Formula.ICORELS) {
      inputs.needMetres("lbp", "lpp", "l", "length");
    }
    double speed = knots(asked);
    if (Double.isNaN(draught + water.depthMetres() + speed)) {
      return Calculation.unknown();
    }
    Squat squat = formula.squat(hull(needsShape), draught, water, speed * KNOT);
    return squat instanceof Squat.Sinks sinks
        ? Answer.Figure.of(sinks.metres(), "m")
        : new Answer.Refused(((Squat.Outside) squat).reason());
  }

  private Answer requiredDepth(Asked asked) {
    double speed = knots(asked);
    OptionalDouble depth =
        new UnderKeelClearance(hull(true), formula(asked), policy(asked), 0, 0)
            .requiredDepthMetres(draught(), water(asked), speed * KNOT);
    return depth.isPresent()
        ? Answer.Figure.of(depth.getAsDouble(), "m")
        : new Answer.Refused("the formula has no say at " + speed + " kn");
  }

  private static UnderKeelPolicy policy(Asked asked) {
    Matcher part = POLICY.matcher(asked.formula());
    if (part.find()) {
      return new UnderKeelPolicy(Double.parseDouble("0." + part.group(1)), 0, 0);
    }
    if (asked.says("coasting") || asked.says("open")) {
      return UnderKeelPolicy.OPEN_WATER;
    }
    return asked.says("fairway") ? UnderKeelPolicy.FAIRWAY : UnderKeelPolicy.HARBOUR;
  }

  private static Formula formula(Asked asked) {
    if (asked.says("icorels")) {
      return Formula.ICORELS;
    }
    if (asked.says("2004") || asked.says("0.81")) {
      return Formula.BARRASS_2004;
    }
    boolean isSimple =
        asked.says("simple")
            || asked.says("k=1")
            || asked.says("k=2")
            || asked.formula().matches(".*V\\^2(?![.0-9]).*/ ?(100|50).*");
    return isSimple ? Formula.SIMPLE : Formula.BARRASS;
  }

  private Waterway simpleWater(Asked asked) {
    double depth = inputs.metres("h", "depth", "water_depth").orElse(DEEP_METRES);
    boolean isConfined =
        asked.says("k=2") || asked.says("/50") || asked.says("/ 50") || asked.says("confined");
    return isConfined
        ? Waterway.channel(depth, inputs.metres("w_channel", "channel_width").orElse(WIDE_METRES))
        : Waterway.open(depth);
  }

  private Waterway water(Asked asked) {
    OptionalDouble width = inputs.metres("w_channel", "channel_width", "width", "w", "bc");
    boolean isOpen = asked.says("open");
    boolean isConfined = asked.says("confined") || asked.says("channel");
    if (isOpen || !isConfined && width.isEmpty()) {
      return Waterway.open(depth());
    }
    return Waterway.channel(
        depth(), width.isPresent() ? width.getAsDouble() : inputs.needMissing("w_channel"));
  }

  /** A rule by the block coefficient alone takes any length and breadth. */
  private Hull hull(boolean needsShape) {
    OptionalDouble breadth = inputs.metres("b", "breadth", "beam");
    OptionalDouble waterplane = inputs.number("cw", "cwp");
    if (needsShape && breadth.isEmpty()) {
      inputs.needMissing("b");
    }
    double block = inputs.need("cb", "cb_implied", "block_coefficient");
    return new Hull(
        inputs.metres("lbp", "lpp", "l", "length").orElse(100),
        breadth.orElse(20),
        Double.isNaN(block) ? 1 : block,
        waterplane.orElseGet(() -> needsShape ? waterplaneNeeded() : 1),
        midship());
  }

  /** The coefficient says how wide open water is; a channel does not need it. */
  private double waterplaneNeeded() {
    return inputs.has("w_channel", "channel_width", "width", "w") ? 1 : inputs.needMissing("cw");
  }

  /** A box section where no other is stated, as the formulas' authors print it. */
  private double midship() {
    return inputs.number("cm", "midship_coefficient").orElse(1);
  }

  private double draught() {
    return inputs.needMetres("t", "draught", "draft");
  }

  private double depth() {
    return inputs.needMetres("h", "depth", "water_depth");
  }

  private double knots(Asked asked) {
    Matcher named = SPEED.matcher(asked.name() + " " + asked.formula());
    if (named.find()) {
      return Double.parseDouble(named.group(1));
    }
    OptionalDouble metres = inputs.number("v_ms", "v_m_s", "speed_ms");
    return metres.isPresent()
        ? metres.getAsDouble() / KNOT
        : inputs.need("v_kn", "speed_kn", "v", "speed", "knots");
  }
}
