package org.plimsoll.cli.vectors;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.loadline.DepartureLimit;
import org.plimsoll.naval.loadline.DockWater;
import org.plimsoll.naval.loadline.FreshWaterAllowance;
import org.plimsoll.naval.loadline.LoadLineMarks;
import org.plimsoll.naval.loadline.LookAhead;
import org.plimsoll.naval.loadline.Mark;
import org.plimsoll.naval.loadline.MarkDistance;
import org.plimsoll.naval.loadline.Route;
import org.plimsoll.naval.loadline.RouteLeg;
import org.plimsoll.naval.loadline.RouteZone;

/** Examination questions: how much may she load here for what comes on the passage. */
record LoadingQuestion(Inputs inputs) {

  /** Both zones are permanent: the day does not matter. */
  private static final LocalDateTime ANY_DAY = LocalDateTime.of(2024, 6, 1, 12, 0);

  /** Longer than any ship with a WNA mark. */
  private static final double LONG_METRES = 150;

  Answer answer(Asked asked) {
    if (inputs.has("days") && inputs.has("present_draught")) {
      return passage(asked);
    }
    OptionalDouble below = inputs.metres("waterline_below_summer_line_lower_edge");
    return below.isPresent() && (asked.says("sinkage") || asked.says("cargo"))
        ? toTropical(asked, below.getAsDouble())
        : Calculation.unknown();
  }

  private Answer toTropical(Asked asked, double below) {
    FreshWaterAllowance allowance = LoadLineCalculation.allowance(inputs);
    double density = inputs.needDensity("rho");
    double beyond =
        LoadLineMarks.seasonStepMetres(inputs.needMetres("summer_draught"))
            + allowance.dockWaterMetres(density);
    boolean isLower = asked.words().contains("lower edge") || asked.words().contains("lower-edge");
    MarkDistance distance =
        isLower ? MarkDistance.toLowerEdge(below, below) : new MarkDistance(below, below);
    double sinkage = distance.meanMetres() + beyond;
    if (asked.says("sinkage")) {
      return Answer.Figure.of(sinkage, "m");
    }
    double tpc = DockWater.tonnesPerCentimetre(inputs.need("tpc", "tpc_sw"), density);
    return Answer.Figure.of(
        DockWater.tonnesToSink(sinkage, tpc) - inputs.tonnes("bunkers").orElse(0), "t");
  }

  private Answer passage(Asked asked) {
    double tpc = inputs.need("tpc", "tpc_sw");
    double daily =
        inputs.tonnes("fuel_per_day").orElse(0) + inputs.tonnes("water_per_day").orElse(0);
    double days = inputs.need("days");
    if (asked.words().startsWith("rise on passage")) {
      return Answer.Figure.of(DockWater.sinkageMetres(days * daily, tpc), "m");
    }
    FreshWaterAllowance allowance = LoadLineCalculation.allowance(inputs);
    LoadLineMarks marks =
        LoadLineMarks.derived(inputs.needMetres("summer_draught"), allowance, LONG_METRES);
    Route route =
        new Route(
            "to a winter zone",
            List.of(
                new RouteLeg(RouteZone.permanent("summer zone", Mark.SUMMER), days, daily),
                new RouteLeg(RouteZone.permanent("winter zone", Mark.WINTER), 0, daily)),
            Optional.empty());
    Optional<DepartureLimit> limit =
        new LookAhead(marks, Optional.empty(), tpc).limit(route, ANY_DAY);
    if (limit.isEmpty()) {
      return new Answer.Refused("no mark binds on the passage");
    }
    double density = inputs.needDensity("rho");
    double inDock = limit.get().inWaterMetres(density);
    if (asked.says("SW departure")) {
      return Answer.Figure.of(limit.get().seaWaterMetres(), "m");
    }
    if (asked.says("dock draught")) {
      return Answer.Figure.of(inDock, "m");
    }
    if (!asked.says("cargo")) {
      return Calculation.unknown();
    }
    double used = asked.says("unadjusted") ? tpc : DockWater.tonnesPerCentimetre(tpc, density);
    return Answer.Figure.of(
        DockWater.tonnesToSink(inDock - inputs.needMetres("present_draught"), used), "t");
  }
}
