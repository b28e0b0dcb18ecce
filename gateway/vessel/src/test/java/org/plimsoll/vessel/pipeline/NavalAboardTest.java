package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.naval.HydrostaticRow;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.TableEntry;
import org.plimsoll.naval.departure.DepartureRecord.Moment;
import org.plimsoll.naval.reconciliation.ConstantDrift;
import org.plimsoll.naval.reconciliation.MomentAttribution;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vessel.check.Verdict;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.vessel.record.RecordOutcome;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** The naval part of the reference ferry from her sensors, on virtual time. */
class NavalAboardTest {

  private static final double TONNES_PER_METRE = 1545;

  @TempDir Path directory;

  private final ShipUnderTest ship = new ShipUnderTest();

  @Test
  void tanksAreDeductedAsTheyAreGauged() {
    ship.run(70);
    assertThat(naval().deductiblesTonnes().orElseThrow()).isCloseTo(700, within(0.1));
    double before = ship.channel(Quantities.CARGO_MEASURED).value().orElseThrow();
    ship.soundingMetres -= 1;
    ship.run(70);
    assertThat(naval().deductiblesTonnes().orElseThrow()).isCloseTo(700 - 82, within(0.1));
    assertThat(ship.channel(Quantities.CARGO_MEASURED).value().orElseThrow())
        .isCloseTo(before + 82_000, within(100.0));
  }

  @Test
  void withoutItsGaugeATankLeavesTheCargoUnknown() {
    ship.run(30);
    ship.soundingMetres = Double.POSITIVE_INFINITY;
    ship.hullSpeaks = false;
    ship.run(10);
    assertThat(ship.channel(Quantities.CARGO_MEASURED).quality()).isEqualTo(Quality.INVALID);
    assertThat(ship.channel(Quantities.DISPLACEMENT).quality()).isEqualTo(Quality.DEGRADED);
    assertThat(ship.latest.state().surveyRemarks())
        .anyMatch(remark -> remark.contains("ballast port"));
  }

  @Test
  void aSilentDensitySensorDegradesAndSaysHowOldItsWordIs() {
    ship.run(30);
    assertThat(naval().waterQuality()).isEqualTo(Quality.GOOD);
    ship.hullSpeaks = false;
    ship.run(20);
    assertThat(naval().waterQuality()).isEqualTo(Quality.DEGRADED);
    assertThat(naval().waterText()).contains("silent").contains("s old");
    assertThat(ship.verdict("draught-limit")).isEqualTo(Verdict.PASS);
    ship.pass(Duration.ofHours(3));
    ship.run(30);
    assertThat(naval().waterQuality()).isEqualTo(Quality.STALE);
    assertThat(ship.channel(Quantities.DRAUGHT_MEAN).quality()).isEqualTo(Quality.DEGRADED);
    assertThat(ship.verdict("draught-limit"))
        .as("without a density nobody knows the dock water allowance")
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aListAgainstTheInclinometerSaysThatASensorIsWrong() {
    ship.run(30);
    assertThat(ship.latest.state().surveyRemarks()).isEmpty();
    ship.rollRadians = Math.toRadians(0.5);
    ship.run(70);
    assertThat(ship.latest.state().surveyRemarks())
        .anyMatch(remark -> remark.contains("inclinometer"));
  }

  @Test
  void aMarkUnderWaterFailsInTheWaterSheLiesIn() {
    Arrays.fill(ship.draughts, 5.205);
    ship.run(70);
    assertThat(ship.verdict("draught-limit")).as(text("draught-limit")).isEqualTo(Verdict.PASS);
    ship.densityKilograms = 1025;
    ship.run(10);
    assertThat(ship.verdict("draught-limit")).as(text("draught-limit")).isEqualTo(Verdict.FAIL);
  }

  @Test
  void waterUnderTheKeelIsJudgedByTheSounder() {
    ship.run(30);
    assertThat(ship.verdict("under-keel")).as(text("under-keel")).isEqualTo(Verdict.PASS);
    ship.keelDepthMetres = 0.4;
    ship.run(5);
    assertThat(ship.verdict("under-keel")).as(text("under-keel")).isEqualTo(Verdict.FAIL);
    ship.hullSpeaks = false;
    ship.run(10);
    assertThat(ship.verdict("under-keel")).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aListBeyondTheBookletFails() {
    for (int i = 0; i < 6; i++) {
      ship.draughts[i] = 4.40 + (i % 2 == 0 ? -0.4 : 0.4);
    }
    ship.rollRadians = Math.atan(0.8 / 19);
    ship.run(70);
    assertThat(ship.verdict("attitude")).as(text("attitude")).isEqualTo(Verdict.FAIL);
    assertThat(ship.latest.alerts()).anyMatch(alert -> alert.said().id() == 10201);
  }

  @Test
  void papersThatLieAreFoundByTheUnit() {
    ship.run(5);
    papers(24_300);
    ship.roll(24_100, 1);
    papers(24_300);
    ship.roll(36_500, 1);
    ship.run(2);
    assertThat(cargo().papersText()).isEqualTo("unit 2 weighs 36.5 t, declared 24.3 t");
    assertThat(ship.verdict("cargo-weights")).isEqualTo(Verdict.FAIL);
    assertThat(ship.channel(Quantities.CARGO_DECLARED).value()).hasValue(48_600);
    ShipUnderTest after = new ShipUnderTest(ship.outbox, ship.osTime.plusSeconds(9)).run(3);
    assertThat(after.latest.state().naval().cargo().orElseThrow().papersText())
        .as("after a restart")
        .isEqualTo("unit 2 weighs 36.5 t, declared 24.3 t");
    after.roll(36_480, -1);
    after.run(2);
    assertThat(after.latest.state().naval().cargo().orElseThrow().papersText())
        .isEqualTo("1 units weigh what they declared");
  }

  @Test
  void aUnitThatNobodyWeighedCountsByItsPapersAndIsAnnounced() {
    ship.run(5);
    papers(24_300);
    ship.roll(24_100, 1);
    papers(16_000);
    noPapers();
    papers(3_200);
    noPapers();
    ship.run(2);
    assertThat(unweighed(ship))
        .extracting(said -> said.priority(), said -> said.text())
        .containsExactly(tuple(AlertPriority.WARNING, "not weighed: unit 2, declared 16.0 t"));
    assertThat(cargo().reconciliation().declared().orElseThrow().tonnes())
        .isCloseTo(43.5, within(1e-9));
    assertThat(cargo().reconciliation().weighed().orElseThrow().tonnes())
        .isCloseTo(24.1, within(1e-9));
    ShipUnderTest after = new ShipUnderTest(ship.outbox, ship.osTime.plusSeconds(9)).run(3);
    assertThat(unweighed(after)).as("after a restart").hasSize(1);
    after.roll(15_400, -1);
    after.run(12);
    assertThat(after.latest.state().naval().cargo().orElseThrow().unweighed()).hasSize(1);
    assertThat(after.latest.alerts())
        .filteredOn(alert -> alert.said().id() == 10505)
        .allMatch(alert -> alert.said().state() == AlertState.RECTIFIED_UNACKNOWLEDGED);
  }

  private static List<AlertMessage> unweighed(ShipUnderTest of) {
    return of.latest.alerts().stream()
        .map(alert -> alert.said())
        .filter(said -> said.id() == 10505)
        .toList();
  }

  private void noPapers() {
    ship.hear("counter", "counter.YXXDR", Reading.invalid(Quantities.WEIGHBRIDGE_DECLARED));
  }

  @Test
  void aBaselineMeasuresTheCargoAsADifferenceWithLessDoubt() {
    ShipUnderTest kept =
        new ShipUnderTest(new OutboxFake(), ShipUnderTest.START, RecordBook.open(directory));
    kept.run(70);
    double single = u95(kept);
    assertThat(kept.record(Moment.BASELINE)).isInstanceOf(RecordOutcome.Kept.class);
    for (int i = 0; i < 6; i++) {
      kept.draughts[i] += 40 / TONNES_PER_METRE;
    }
    kept.roll(40_000, 1);
    kept.run(70);
    CargoPicture cargo = kept.latest.state().naval().cargo().orElseThrow();
    assertThat(cargo.basis()).isEqualTo(CargoPicture.Basis.DIFFERENCE);
    assertThat(cargo.reconciliation().measured().orElseThrow().tonnes()).isCloseTo(40, within(2.0));
    assertThat(u95(kept)).isLessThan(0.6 * single);

    ShipUnderTest after =
        new ShipUnderTest(kept.outbox, kept.osTime.plusSeconds(9), RecordBook.open(directory));
    System.arraycopy(kept.draughts, 0, after.draughts, 0, 6);
    after.run(70);
    assertThat(after.latest.state().naval().cargo().orElseThrow().basis())
        .as("after a restart")
        .isEqualTo(CargoPicture.Basis.DIFFERENCE);
  }

  /**
   * 20 t weighed, 60 t felt: 40 t more act where the trim says, on the lane whose cells feel it.
   */
  @Test
  void aResidualIsAttributedToAPlaceAndALane() {
    ShipUnderTest kept =
        new ShipUnderTest(new OutboxFake(), ShipUnderTest.START, RecordBook.open(directory));
    kept.run(70);
    kept.record(Moment.BASELINE);
    load(kept, 60, 80);
    kept.hear("counter", "counter.YXXDR", Reading.good(Quantities.WEIGHBRIDGE_POSITION, 80));
    kept.roll(20_000, 1);
    kept.run(70);
    assertPlaced(kept);

    ShipUnderTest after =
        new ShipUnderTest(kept.outbox, kept.osTime.plusSeconds(9), RecordBook.open(directory));
    System.arraycopy(kept.draughts, 0, after.draughts, 0, 6);
    after.deckKilograms = kept.deckKilograms;
    after.run(70);
    assertPlaced(after);
  }

  private static void assertPlaced(ShipUnderTest of) {
    CargoPicture cargo = of.latest.state().naval().cargo().orElseThrow();
    assertThat(cargo.reconciliation().residual().orElseThrow().tonnes())
        .as(cargo.reconciliation().text())
        .isCloseTo(40, within(2.0));
    assertThat(cargo.attribution().moment().orElseThrow())
        .isInstanceOfSatisfying(
            MomentAttribution.Located.class,
            located -> {
              assertThat(located.positionMetres()).as(located.text()).isCloseTo(80, within(3.0));
              assertThat(located.candidates()).hasSize(1);
            });
    assertThat(cargo.attribution().lanes())
        .extracting(lane -> lane.lane() + " " + lane.verdict())
        .containsExactly("forward DISCREPANCY");
    assertThat(of.result("cargo-weights").finding().text())
        .contains("act 8", "forward by its load cells: +40.0 t against its units");
  }

  /** What nobody placed in the plan is not blamed on a lane. */
  @Test
  void withoutStowagePlanNothingIsAttributed() {
    ShipUnderTest kept =
        new ShipUnderTest(new OutboxFake(), ShipUnderTest.START, RecordBook.open(directory));
    kept.run(70);
    kept.record(Moment.BASELINE);
    load(kept, 60, 80);
    kept.roll(20_000, 1);
    kept.run(70);
    CargoPicture cargo = kept.latest.state().naval().cargo().orElseThrow();
    assertThat(cargo.attribution().lanes()).isEmpty();
    assertThat(cargo.attribution().moment().orElseThrow())
        .isInstanceOf(MomentAttribution.Unknown.class);
  }

  /** Sinks and trims the ship by her table, and loads the cells of the lane. */
  private static void load(ShipUnderTest of, double tonnes, double fromApMetres) {
    HydrostaticTable table = of.rules.ship().table().orElseThrow();
    HydrostaticRow row = ((TableEntry.Found) table.atDraught(4.42)).row();
    double density = 1.0215 / table.densityTonnesPerCubicMetre();
    double sinks = tonnes / (100 * row.tonnesPerCentimetre() * density);
    double flotation = row.flotationFromApMetres();
    double trims =
        tonnes
            * (flotation - fromApMetres)
            / (100 * row.trimMomentTonneMetresPerCentimetre() * density);
    double[] marks = {96.40, 96.40, 50, 50, 5.50, 5.50};
    for (int i = 0; i < 6; i++) {
      of.draughts[i] += sinks + trims * (flotation - marks[i]) / 100;
    }
    of.deckKilograms = tonnes * 1000;
  }

  @Test
  void pastVoyagesTellADriftingConstantAndSurviveARestart() {
    ShipUnderTest kept =
        new ShipUnderTest(new OutboxFake(), ShipUnderTest.START, RecordBook.open(directory));
    kept.roll(10_000, 1);
    kept.run(70);
    double residual =
        kept.latest
            .state()
            .naval()
            .cargo()
            .orElseThrow()
            .reconciliation()
            .residual()
            .get()
            .tonnes();
    assertThat(Math.abs(residual)).as("what the constant hides here").isGreaterThan(20);
    for (int i = 0; i < 3; i++) {
      assertThat(kept.record(Moment.DEPARTURE)).isInstanceOf(RecordOutcome.Kept.class);
    }
    kept.run(1);
    ShipUnderTest after =
        new ShipUnderTest(kept.outbox, kept.osTime.plusSeconds(9), RecordBook.open(directory));
    after.run(30);
    assertThat(after.latest.state().naval().cargo().orElseThrow().drift().state())
        .isEqualTo(ConstantDrift.State.DRIFTING);
    assertThat(after.latest.alerts()).anyMatch(alert -> alert.said().id() == 10506);
  }

  @Test
  void aRecordHoldsWhatTheBridgeShowedAndIsNeverWrittenTwice() throws Exception {
    ShipUnderTest kept =
        new ShipUnderTest(new OutboxFake(), ShipUnderTest.START, RecordBook.open(directory));
    kept.run(70);
    kept.record(Moment.DEPARTURE);
    Path file = directory.resolve("000001-departure.json");
    String first = Files.readString(file);
    assertThat(first)
        .contains("\"name\":\"forward\",\"unit\":\"METRES\",\"value\":\"4.4000\"")
        .contains("\"value\":\"1.02150\"")
        .contains("{\"check\":\"draught-limit\",\"outcome\":\"PASS\"")
        .contains("{\"check\":\"survey\",\"outcome\":\"PASS\",\"text\":\"to survey standard\"}")
        .containsPattern("\"mark-aft-port\",\"u95\":\"0\\.0\\d\\d\\d\",\"unit\":\"METRES\"")
        .containsPattern(
            "\"MARK\",\"name\":\"port\",\"u95\":\"0\\.0\\d\\d\\d\",\"unit\":\"METRES\"")
        .contains("\"missing\":[]")
        .contains("\"persons\":42");
    kept.run(5);
    kept.record(Moment.ARRIVAL);
    assertThat(Files.readString(file)).isEqualTo(first);
    RecordBook reopened = RecordBook.open(directory);
    assertThat(reopened.list()).extracting(one -> one.number()).containsExactly(1, 2);
    assertThat(reopened.find(1).orElseThrow().json()).isEqualTo(first);
    assertThat(reopened.find(1).orElseThrow().by()).isEqualTo("C/O");
  }

  @Test
  void aDiskThatTakesNoRecordRefusesIt() {
    ship.run(5);
    assertThat(ship.record(Moment.DEPARTURE)).isInstanceOf(RecordOutcome.Refused.class);
    assertThat(cargo().drift().state()).isEqualTo(ConstantDrift.State.TOO_FEW);
  }

  @Test
  void whatChangesSlowlyIsRecordedEveryTenSeconds() {
    ship.run(61);
    assertThat(ship.outbox.samples("loading.underKeelClearance")).hasSizeBetween(6, 8);
    assertThat(ship.outbox.samples("loading.displacement")).hasSizeBetween(59, 62);
  }

  private void papers(double kilograms) {
    ship.hear("counter", "counter.YXXDR", Reading.good(Quantities.WEIGHBRIDGE_DECLARED, kilograms));
  }

  private static double u95(ShipUnderTest of) {
    return of.latest
        .state()
        .naval()
        .cargo()
        .orElseThrow()
        .reconciliation()
        .measured()
        .orElseThrow()
        .u95Tonnes();
  }

  private NavalPicture naval() {
    return ship.latest.state().naval();
  }

  private CargoPicture cargo() {
    return naval().cargo().orElseThrow();
  }

  private String text(String check) {
    return List.of(ship.result(check).finding().text(), ship.latest.state().surveyRemarks())
        .toString();
  }
}
