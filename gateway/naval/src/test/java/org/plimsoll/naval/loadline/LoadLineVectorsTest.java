package org.plimsoll.naval.loadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.loadline.DockWater.SEA_WATER;
import static org.plimsoll.naval.loadline.DockWater.tonnesToSink;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plimsoll.naval.loadline.LoadLineMarks.Source;

/** Worked examples that others published, and exact ones; every step by its name. */
class LoadLineVectorsTest {

  private final Map<String, Double> steps = new HashMap<>();

  @BeforeEach
  void compute() {
    questions();
    listedShips();
    otherWater();
    boxes();
    mateExam();
    engineerExam();
    ferry();
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvFileSource(resources = "/loadline-vectors.csv", delimiter = '|', numLinesToSkip = 1)
  void step(
      String vector,
      String kind,
      String step,
      Double published,
      double expected,
      double tolerance,
      String unit,
      String sourceError) {
    assertThat(steps).containsKey(vector + " " + step);
    double computed = steps.get(vector + " " + step);
    assertThat(computed).isCloseTo(expected, within(tolerance + 1e-12));
    if (sourceError != null) {
      assertThat(Math.abs(computed - published)).as(sourceError).isGreaterThan(tolerance);
    }
  }

  /** The wrong answers of two sources follow from the errors that are named for them. */
  @Test
  void namedErrorsExplainTheWrongAnswers() {
    assertThat(DockWater.displacementAtSameDraught(4500, SEA_WATER, 1.020))
        .isCloseTo(4478.04, within(0.01));
    assertThat(inches(new FreshWaterAllowance(8 * 0.0254).dockWaterMetres(1.000)))
        .isCloseTo(8.0, within(1e-9));
  }

  private void questions() {
    put("LL-01 DWA", 1000 * new FreshWaterAllowance(0.185).dockWaterMetres(1.004));
    FreshWaterAllowance allowance = FreshWaterAllowance.ofSummer(18_000, 25);
    put("LL-02 FWA", 100 * allowance.metres());
    put("LL-02 DWA", 100 * allowance.dockWaterMetres(1.018));
    put("LL-12 cargo to load 8.60->9.39, TPC 30", tonnesToSink(9.39 - 8.60, 30));
    double inches = inches(new FreshWaterAllowance(8 * 0.0254).dockWaterMetres(1.010));
    put("LL-15 DWA", inches);
    put("LL-15 answer D of the published key", inches);
  }

  private void listedShips() {
    double toMark = new MarkDistance(0.050, 0).meanMetres();
    double dockWater = new FreshWaterAllowance(0.180).dockWaterMetres(1.005);
    double dockTpc = DockWater.tonnesPerCentimetre(24, 1.005);
    put("LL-03 mean sinkage to mark", 1000 * toMark);
    put("LL-03 DWA", 1000 * dockWater);
    put("LL-03 total sinkage", 1000 * (toMark + dockWater));
    put("LL-03 TPC in dock", dockTpc);
    // The form carries the TPC with two decimals.
    double formTpc = BigDecimal.valueOf(dockTpc).setScale(2, RoundingMode.HALF_UP).doubleValue();
    put("LL-03 cargo", tonnesToSink(toMark + dockWater, formTpc));
    put("LL-03 cargo full precision", tonnesToSink(toMark + dockWater, dockTpc));

    LoadLineMarks marks = LoadLineMarks.derived(7.2, new FreshWaterAllowance(0.150), 140);
    double toWinter = new MarkDistance(-0.020, 0.060).meanMetres();
    double sinkage = toWinter + marks.tropicalMetres() - marks.winterMetres();
    put("LL-04 mean distance winter mark above wl", 100 * toWinter);
    put("LL-04 W to S", 100 * (marks.summerMetres() - marks.winterMetres()));
    put("LL-04 S to T", 100 * (marks.tropicalMetres() - marks.summerMetres()));
    put("LL-04 total sinkage", 100 * sinkage);
    put("LL-04 cargo", tonnesToSink(sinkage, 20));
  }

  private void otherWater() {
    FreshWaterAllowance allowance = FreshWaterAllowance.ofSummer(16_000, 20);
    put("LL-06 FW draught by proportion", DockWater.wallSidedDraught(8, SEA_WATER, 1));
    put("LL-06 FWA check", 1000 * allowance.metres());
    put("LL-06 FW draught by FWA", 8 + allowance.dockWaterMetres(1));
    put("LL-07 displacement", DockWater.displacementAtSameDraught(3000, SEA_WATER, 1.018));
    put("LL-08 displacement", DockWater.displacementAtSameDraught(4500, 1.000, 1.020));
  }

  private void boxes() {
    BoxShape box = new BoxShape(120, 15);
    put("LL-09 light displacement", box.displacementTonnes(4, SEA_WATER));
    put("LL-09 load displacement", box.displacementTonnes(9.8, SEA_WATER));
    put(
        "LL-09 deadweight",
        box.displacementTonnes(9.8, SEA_WATER) - box.displacementTonnes(4, SEA_WATER));
    put("LL-12 TPC of a 120 x 15 box", box.tonnesPerCentimetre(SEA_WATER));
    BoxShape barge = new BoxShape(100, 20);
    FreshWaterAllowance allowance =
        FreshWaterAllowance.ofSummer(
            barge.displacementTonnes(5, SEA_WATER), barge.tonnesPerCentimetre(SEA_WATER));
    put("AN-07 FWA", 1000 * allowance.metres());
    put("AN-07 FW draught", DockWater.wallSidedDraught(5, SEA_WATER, 1));
  }

  private void mateExam() {
    FreshWaterAllowance allowance = FreshWaterAllowance.ofSummer(22_932, 24);
    LoadLineMarks marks = LoadLineMarks.derived(11.52, allowance, 150);
    double season = marks.tropicalMetres() - marks.summerMetres();
    double beyond = season + allowance.dockWaterMetres(1.015);
    double upper = new MarkDistance(0.125, 0.125).meanMetres() + beyond;
    double lower = MarkDistance.toLowerEdge(0.125, 0.125).meanMetres() + beyond;
    double dockTpc = DockWater.tonnesPerCentimetre(24, 1.015);
    put("LL-13 FWA", 1000 * allowance.metres());
    put("LL-13 DWA at 1.015", 1000 * allowance.dockWaterMetres(1.015));
    put("LL-13 S to T", 1000 * season);
    put("LL-13 (i) sinkage in port, mark edge taken as upper edge", 1000 * upper);
    put(
        "LL-13 (i) sinkage if 125 mm is measured below the LOWER edge of a 25 mm line",
        1000 * lower);
    put("LL-13 TPC dock", dockTpc);
    put(
        "LL-13 (ii) cargo, upper-edge reading, less 45 t bunkers",
        tonnesToSink(upper, dockTpc) - 45);
    put(
        "LL-13 (ii) cargo, lower-edge reading, less 45 t bunkers",
        tonnesToSink(lower, dockTpc) - 45);
  }

  private void engineerExam() {
    FreshWaterAllowance allowance = new FreshWaterAllowance(0.203);
    LoadLineMarks marks = LoadLineMarks.derived(9.475, allowance, 150);
    Route route =
        new Route(
            "to a winter zone",
            List.of(
                new RouteLeg(RouteZone.permanent("summer zone", Mark.SUMMER), 10, 45),
                new RouteLeg(RouteZone.permanent("winter zone", Mark.WINTER), 0, 45)),
            Optional.empty());
    DepartureLimit limit =
        new LookAhead(marks, Optional.empty(), 30)
            .limit(route, LocalDateTime.parse("2024-06-01T12:00"))
            .orElseThrow();
    double inDock = limit.inWaterMetres(1.013);
    put("LL-14 winter draught", marks.winterMetres());
    put("LL-14 rise on passage 10 d x 45 t", DockWater.sinkageMetres(450, 30));
    put("LL-14 max SW departure draught", limit.seaWaterMetres());
    put("LL-14 DWA at 1.013", 1000 * allowance.dockWaterMetres(1.013));
    put("LL-14 (a) max dock draught", inDock);
    put(
        "LL-14 (b) cargo from 9.000 m, TPC at 1.013",
        tonnesToSink(inDock - 9, DockWater.tonnesPerCentimetre(30, 1.013)));
    put("LL-14 (b) cargo using TPC 30 unadjusted", tonnesToSink(inDock - 9, 30));
  }

  private void ferry() {
    FreshWaterAllowance allowance =
        FreshWaterAllowance.ofSummer(6414.7886586135, 15.450001765584913);
    LoadLineMarks marks = LoadLineMarks.derived(5.2, allowance, 100);
    assertThat(marks.source()).isEqualTo(Source.DERIVED);
    assertThat(marks.winterNorthAtlanticMetres()).isNotEqualTo(OptionalDouble.empty());
    put("AN-08 FWA", 1000 * allowance.metres());
    put("AN-08 T", marks.draughtMetres(Mark.TROPICAL));
    put("AN-08 W", marks.draughtMetres(Mark.WINTER));
    put("AN-08 WNA", marks.draughtMetres(Mark.WINTER_NORTH_ATLANTIC));
    put("AN-08 F", marks.draughtMetres(Mark.FRESH));
    put("AN-08 TF", marks.draughtMetres(Mark.TROPICAL_FRESH));
    put("AN-08 W at rho 1.010 (dock limit)", marks.draughtMetres(Mark.WINTER, 1.010));
  }

  private static double inches(double metres) {
    return metres / 0.0254;
  }

  private void put(String step, double value) {
    steps.put(step, value);
  }
}
