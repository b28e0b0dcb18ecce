package org.plimsoll.vessel.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.naval.reconciliation.ConstantDrift;
import org.plimsoll.naval.reconciliation.Manifest;
import org.plimsoll.naval.reconciliation.Reconciliation;
import org.plimsoll.naval.reconciliation.WeightAccuracy;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.clock.ClockState;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.line.LineCounts;
import org.plimsoll.vessel.line.LineState;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vessel.pipeline.ReferenceShipRules;
import org.plimsoll.vessel.state.Attribution;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Moment;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vessel.state.Way;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** Tables of states and verdicts; an empty cell is a value that is not there. */
class ChecksTest {

  private static final Certificate CERTIFICATE = new Certificate(5.20, 1000, 200);

  private static final AlertLevels LEVELS = AlertLevels.defaults();

  private final List<ChannelState> channels = new ArrayList<>();
  private final Map<DraughtMark, Double> draughts = new EnumMap<>(DraughtMark.class);
  private NavalPicture naval = NavalPicture.none();
  private final List<LineStatus> lines = new ArrayList<>();
  private long upSeconds = 3600;
  private long nowSeconds;

  @ParameterizedTest
  @CsvSource({
    "4.40, 4.50, PASS,         ''",
    "5.18, 5.18, PASS,         ''",
    "5.19, 4.50, PASS,         WARNING",
    "5.20, 5.20, PASS,         WARNING",
    "5.21, 4.50, FAIL,         ALARM",
    "4.50, 5.21, FAIL,         ALARM",
    "4.50,     , INCONCLUSIVE, ''",
    "    , 5.21, FAIL,         ALARM",
    "    ,     , INCONCLUSIVE, ''",
  })
  void draughtIsJudgedAtEachMidshipMark(
      Double port, Double starboard, Verdict verdict, String alerts) {
    mark(DraughtMark.MIDSHIP_PORT, port);
    mark(DraughtMark.MIDSHIP_STARBOARD, starboard);
    mark(DraughtMark.AFT_PORT, 6.0);
    judge(new DraughtLimitCheck(CERTIFICATE, LEVELS), verdict, alerts);
  }

  private void mark(DraughtMark mark, Double metres) {
    if (metres != null) {
      draughts.put(mark, metres);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "900,  GOOD,     910,  50, PASS,         ''",
    "980,  GOOD,     910,  50, PASS,         ''",
    "981,  GOOD,     910,  50, PASS,         WARNING",
    "1000, GOOD,     910,  50, PASS,         WARNING",
    "1001, GOOD,     910,  50, FAIL,         ALARM",
    "1001, DEGRADED,    ,    , FAIL,         ALARM",
    "900,  GOOD,     951,  50, PASS,         CAUTION",
    "900,  GOOD,     1049, 50, PASS,         CAUTION",
    "900,  GOOD,     1051, 50, FAIL,         ALARM",
    "900,  STALE,    910,  50, PASS,         ''",
    "1500, STALE,    910,  50, PASS,         ''",
    "900,  GOOD,        ,    , PASS,         ''",
    "900,  STALE,       ,    , INCONCLUSIVE, ''",
    "    , ABSENT,      ,    , INCONCLUSIVE, ''",
  })
  void cargoIsJudgedByWeighbridgeAndDraughts(
      Double weighed,
      Quality quality,
      Double measured,
      Double u95,
      Verdict verdict,
      String alerts) {
    channel(Quantities.CARGO_WEIGHED, weighed == null ? null : weighed * 1000, quality);
    if (measured != null) {
      channel(Quantities.CARGO_MEASURED, measured * 1000, Quality.GOOD);
      channel(Quantities.CARGO_MEASURED_U95, u95 * 1000, Quality.GOOD);
    }
    judge(new CargoLimitCheck(CERTIFICATE, LEVELS), verdict, alerts);
  }

  @ParameterizedTest
  @CsvSource({
    "884, 71.4, PASS, ''",
    "910, 71.4, PASS, WARNING",
    "954, 71.4, FAIL, ALARM",
    "884,     , INCONCLUSIVE, ''",
    "1001,    , FAIL, ALARM",
  })
  void whatRolledAboardUnweighedCountsAsItIsDeclared(
      double weighed, Double declared, Verdict verdict, String alerts) {
    channel(Quantities.CARGO_WEIGHED, weighed * 1000, Quality.GOOD);
    naval = carrying(declared);
    judge(new CargoLimitCheck(CERTIFICATE, LEVELS), verdict, alerts);
    assertThat(new CargoLimitCheck(CERTIFICATE, LEVELS).judge(state()).text())
        .contains(declared == null ? "1 of them without papers" : "declared 71 t of 1 not weighed");
  }

  /** One unit without a weighing. */
  private static NavalPicture carrying(Double declared) {
    CargoUnit unit =
        new CargoUnit(
            "unit 14",
            "",
            "",
            OptionalDouble.empty(),
            declared == null ? OptionalDouble.empty() : OptionalDouble.of(declared),
            OptionalDouble.empty());
    NavalPicture none = NavalPicture.none();
    return new NavalPicture(
        none.surveyed(),
        none.waterDensity(),
        none.waterQuality(),
        none.waterText(),
        none.deductiblesTonnes(),
        none.deductiblesSigmaTonnes(),
        none.tankDoubts(),
        none.judgements(),
        Optional.of(
            new CargoPicture(
                Reconciliation.of(
                    OptionalDouble.of(CERTIFICATE.cargoTonnes()),
                    new Manifest(List.of(unit), Map.of()).weights(WeightAccuracy.USUAL),
                    Optional.empty()),
                CargoPicture.Basis.NONE,
                Optional.empty(),
                Optional.empty(),
                org.plimsoll.naval.reconciliation.Verdict.UNVERIFIED,
                "",
                List.of(unit),
                List.of(),
                new ConstantDrift.Finding(
                    ConstantDrift.State.STEADY, 0, 0, OptionalDouble.empty(), ""),
                Attribution.none())));
  }

  @ParameterizedTest
  @CsvSource({
    "0,   GOOD,    PASS,         ''",
    "190, GOOD,    PASS,         ''",
    "191, GOOD,    PASS,         CAUTION",
    "200, GOOD,    PASS,         WARNING",
    "201, GOOD,    FAIL,         ALARM",
    "201, STALE,   INCONCLUSIVE, ''",
    "20,  INVALID, INCONCLUSIVE, ''",
    "   , ABSENT,  INCONCLUSIVE, ''",
  })
  void passengersAreJudgedByTheCertificate(
      Double counted, Quality quality, Verdict verdict, String alerts) {
    channel(Quantities.PASSENGERS_ON_BOARD, counted, quality);
    judge(new PassengersCheck(CERTIFICATE, LEVELS), verdict, alerts);
  }

  @ParameterizedTest
  @CsvSource({
    "GREEN,      GOOD,    3600, PASS,         ''",
    "GREEN,      INVALID, 3600, INCONCLUSIVE, ''",
    "GREEN,      STALE,   3600, FAIL,         WARNING",
    "GREEN,      ABSENT,  3600, FAIL,         WARNING",
    "RED,        GOOD,    3600, FAIL,         WARNING",
    "CONNECTING, ABSENT,     2, INCONCLUSIVE, ''",
    "RED,        ABSENT,     2, INCONCLUSIVE, ''",
  })
  void everyExpectedSensorMustBeHeard(
      LineState state, Quality quality, long upSeconds, Verdict verdict, String alerts) {
    this.upSeconds = upSeconds;
    LineConfig weighbridge = ReferenceShipRules.read().lines().get(2);
    lines.add(
        new LineStatus(
            "weighbridge",
            "mt-sics",
            "/dev/weighbridge",
            state,
            "no such device",
            OptionalLong.empty(),
            new LineCounts(0, 0, 0, 0, 0, Map.of(), 0, 0, 0)));
    channel(Quantities.WEIGHBRIDGE_MASS, quality == Quality.ABSENT ? null : 0.0, quality);
    judge(new FreshnessCheck(List.of(weighbridge)), verdict, alerts);
  }

  @Test
  void aSensorThatIsHeardAndSaysNothingUsableIsAFaultAfterFiveSeconds() {
    FreshnessCheck check = new FreshnessCheck(List.of(ReferenceShipRules.read().lines().get(2)));
    judgeWeighbridge(check, 100, Quality.INVALID, Verdict.INCONCLUSIVE, "");
    judgeWeighbridge(check, 104, Quality.INVALID, Verdict.INCONCLUSIVE, "");
    assertThat(check.keepsAlerts(check.judge(state()))).isTrue();
    judgeWeighbridge(check, 105, Quality.INVALID, Verdict.INCONCLUSIVE, "WARNING");
    assertThat(check.keepsAlerts(check.judge(state()))).isFalse();
    assertThat(check.judge(state()).text()).isEqualTo("weighbridge not usable: On the weighbridge");
    judgeWeighbridge(check, 106, Quality.GOOD, Verdict.PASS, "");
    judgeWeighbridge(check, 107, Quality.INVALID, Verdict.INCONCLUSIVE, "");
    judgeWeighbridge(check, 113, Quality.STALE, Verdict.FAIL, "WARNING");
  }

  @Test
  void thePapersOfNoLorryAreNoFault() {
    FreshnessCheck check = new FreshnessCheck(List.of(ReferenceShipRules.read().lines().get(2)));
    channel(Quantities.WEIGHBRIDGE_DECLARED, null, Quality.INVALID);
    judge(check, Verdict.PASS, "");
    nowSeconds = 3600;
    judge(check, Verdict.PASS, "");
  }

  private void judgeWeighbridge(
      FreshnessCheck check, long atSeconds, Quality quality, Verdict verdict, String alerts) {
    nowSeconds = atSeconds;
    channels.clear();
    channel(Quantities.WEIGHBRIDGE_MASS, null, quality);
    judge(check, verdict, alerts);
  }

  @Test
  void everyCheckHasANameAndATitleOfItsOwn() {
    List<Check> checks = Checks.of(CERTIFICATE, LimitsConfig.none(), LEVELS, List.of());
    assertThat(checks)
        .extracting(Check::id)
        .containsExactly("draught-limit", "cargo-limit", "passengers", "freshness");
    assertThat(checks).extracting(Check::title).doesNotHaveDuplicates();
    assertThat(checks).extracting(Check::alert).doesNotHaveDuplicates();
  }

  @Test
  void nothingKnownIsNeverAPass() {
    for (Check check : Checks.of(CERTIFICATE, LimitsConfig.none(), LEVELS, List.of())) {
      assertThat(check.judge(state()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  private void channel(Quantity quantity, Double value, Quality quality) {
    channels.add(
        new ChannelState(
            quantity,
            "test",
            "weighbridge",
            value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
            quality,
            OptionalLong.empty(),
            OptionalLong.empty(),
            true));
  }

  private VesselState state() {
    return new VesselState(
        new Moment(
            Instant.EPOCH,
            1,
            nowSeconds * 1_000_000_000L,
            upSeconds * 1_000_000_000L,
            ClockState.SYSTEM),
        Way.UNKNOWN,
        channels,
        draughts,
        List.of(),
        naval,
        lines);
  }

  private void judge(Check check, Verdict verdict, String alerts) {
    Finding finding = check.judge(state());
    assertThat(finding.verdict()).as(finding.text()).isEqualTo(verdict);
    assertThat(finding.text()).isNotBlank();
    assertThat(
            finding.conditions().stream()
                .filter(condition -> condition.presence() == AlertCondition.Presence.PRESENT)
                .map(AlertCondition::priority)
                .map(Enum::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(alerts);
    assertThat(finding.conditions()).allMatch(condition -> condition.kind() == check.alert());
  }
}
