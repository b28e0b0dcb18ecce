package org.plimsoll.shore.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.port.CargoVerdict.OverLimit;
import org.plimsoll.shore.port.CargoVerdict.Verdict;
import org.plimsoll.vocabulary.Quality;

class CargoVerdictTest {

  private static final Instant T0 = Instant.parse("2026-01-15T04:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0,10,MATCH",
    "10,10,MATCH",
    "-10,10,MATCH",
    "10.1,10,CHECK",
    "-20,10,CHECK",
    "20.1,10,DISCREPANCY",
    "-20.1,10,DISCREPANCY",
    "1,0,DISCREPANCY",
    "0,0,MATCH",
  })
  void aResidualIsJudgedByItsBand(double residual, double u95, Verdict verdict) {
    assertThat(Verdict.of(residual, u95)).isEqualTo(verdict);
  }

  @Test
  void whatWasWeighedGoesBeforeWhatWasDeclared() {
    CargoVerdict verdict =
        of(
            List.of(unit("A", 20_000, 24_000), unit("B", 10_000, 0)),
            measured(34_000, 1_000),
            40_000);
    assertThat(verdict.declared().orElseThrow().kilograms()).isEqualTo(30_000);
    assertThat(verdict.weighed().orElseThrow().units()).isEqualTo(1);
    assertThat(verdict.best().orElseThrow().kilograms()).isEqualTo(34_000);
    // 50 kg of the weighbridge and 5 % of ten tonnes
    assertThat(verdict.best().orElseThrow().u95Kilograms())
        .isCloseTo(Math.hypot(50, 500), within(1e-9));
    assertThat(verdict.verdict()).isEqualTo(Verdict.MATCH);
    assertThat(verdict.overLimit()).isEqualTo(OverLimit.WITHIN);
  }

  @Test
  void aUnitWithoutMassGetsTheMeanOfItsKindWithAWideBand() {
    CargoVerdict verdict =
        of(List.of(unit("A", 10_000, 0), unit("B", 0, 0)), measured(20_000, 100), 0);
    assertThat(verdict.best().orElseThrow().kilograms()).isEqualTo(20_000);
    assertThat(verdict.best().orElseThrow().u95Kilograms())
        .isCloseTo(Math.hypot(500, 6_000), within(1e-9));
    assertThat(verdict.verdict()).isEqualTo(Verdict.MATCH);
  }

  @Test
  void fortyTonnesTooManyAreADiscrepancyAndOverTheLimit() {
    CargoVerdict verdict = of(List.of(unit("A", 20_000, 0)), measured(60_000, 5_000), 50_000);
    assertThat(verdict.verdict()).isEqualTo(Verdict.DISCREPANCY);
    assertThat(verdict.residual().orElseThrow().kilograms()).isEqualTo(40_000);
    assertThat(verdict.overLimit()).isEqualTo(OverLimit.OVER_LIMIT_CERTAIN);
    assertThat(verdict.text())
        .isEqualTo("DISCREPANCY: 40.0 t more aboard than weighed and declared, U95 5.1 t");
  }

  @Test
  void nothingThatIsMissingOrDegradedPasses() {
    List<CargoUnit> manifest = List.of(unit("A", 20_000, 0));
    DraughtRecord empty = record(0, 5_000_000, 1_000, Quality.GOOD);
    DraughtRecord full = record(1, 5_020_000, 1_000, Quality.GOOD);
    assertThat(verdict(manifest, empty, full)).isEqualTo(Verdict.MATCH);
    assertThat(verdict(manifest, full, empty)).isEqualTo(Verdict.UNVERIFIED);
    assertThat(verdict(List.of(), empty, full)).isEqualTo(Verdict.UNVERIFIED);
    assertThat(verdict(List.of(unit("A", 0, 0)), empty, full)).isEqualTo(Verdict.UNVERIFIED);
    for (Quality quality : List.of(Quality.DEGRADED, Quality.STALE)) {
      assertThat(verdict(manifest, empty, record(1, 5_020_000, 1_000, quality)))
          .isEqualTo(Verdict.UNVERIFIED);
      assertThat(verdict(manifest, record(0, 5_000_000, 1_000, quality), full))
          .isEqualTo(Verdict.UNVERIFIED);
    }
    assertThat(verdict(manifest, empty, record(1, 5_020_000, 1_000, Quality.MANUAL)))
        .isEqualTo(Verdict.MATCH);
    DraughtRecord withoutDeductibles =
        new DraughtRecord(
            DraughtRecord.Moment.DEPARTURE,
            T0.plusSeconds(1),
            DraughtRecord.Draughts.NONE,
            full.displacement(),
            OptionalDouble.empty(),
            Quality.GOOD);
    assertThat(verdict(manifest, empty, withoutDeductibles)).isEqualTo(Verdict.UNVERIFIED);
  }

  @Test
  void degradedDraughtsMayWarnAndNeverClear() {
    List<CargoUnit> manifest = List.of(unit("A", 0, 0));
    Measured heavy =
        new Measured(Optional.of(60_000.0), 5_000, Optional.of("a draught record is DEGRADED"));
    Measured light =
        new Measured(Optional.of(6_000.0), 5_000, Optional.of("a draught record is DEGRADED"));
    assertThat(of(manifest, heavy, 50_000).overLimit()).isEqualTo(OverLimit.OVER_LIMIT_CERTAIN);
    assertThat(of(manifest, light, 50_000).overLimit()).isEqualTo(OverLimit.UNKNOWN);
    assertThat(of(manifest, heavy, 0).overLimit()).isEqualTo(OverLimit.UNKNOWN);
  }

  private static Verdict verdict(
      List<CargoUnit> manifest, DraughtRecord before, DraughtRecord after) {
    return of(manifest, Measured.between(before, after), 0).verdict();
  }

  private static CargoVerdict of(List<CargoUnit> manifest, Measured measured, double limit) {
    return CargoVerdict.of(
        manifest, measured, limit == 0 ? OptionalDouble.empty() : OptionalDouble.of(limit));
  }

  private static Measured measured(double kilograms, double u95) {
    return new Measured(Optional.of(kilograms), u95, Optional.empty());
  }

  private static DraughtRecord record(int second, double mass, double u95, Quality quality) {
    return new DraughtRecord(
        second == 0 ? DraughtRecord.Moment.BASELINE : DraughtRecord.Moment.DEPARTURE,
        T0.plusSeconds(second),
        DraughtRecord.Draughts.NONE,
        Optional.of(new DraughtRecord.Displacement(mass, u95)),
        OptionalDouble.of(200_000),
        quality);
  }

  /** Zero stands for a mass that nobody gave. */
  private static CargoUnit unit(String id, double declared, double weighed) {
    return new CargoUnit(
        id,
        CargoUnit.Type.HGV,
        declared == 0
            ? Optional.empty()
            : Optional.of(new CargoUnit.Declared(declared, CargoUnit.Basis.BOOKING)),
        weighed == 0
            ? Optional.empty()
            : Optional.of(new CargoUnit.Weighed(weighed, 50, "weighbridge", T0)));
  }
}
