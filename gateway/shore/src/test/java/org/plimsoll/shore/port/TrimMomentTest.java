package org.plimsoll.shore.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.port.TrimMoment.Lay;
import org.plimsoll.shore.port.TrimMoment.Placed;

/** A ship with MCTC 96.1 t m/cm and her centre of flotation at 57 m; a unit of 20 t at 27 m. */
class TrimMomentTest {

  private static final List<Placed> TWENTY_TONNES_AFT = List.of(unit(20_000, 27));

  /** 20 t at 30 m are 600 t m, 6.24 cm of trim by the stern. */
  @ParameterizedTest
  @CsvSource({
    "0.0624, PASS, 'trim says 0 t m more by the', aft",
    "0.0700, PASS, 'trim says 73 t m more by the stern than the papers, 195 allowed', aft",
    "0.0900, FAIL, 'trim says 265 t m more by the stern than the papers, 195 allowed: look aft', aft",
    "0.0000, FAIL, 'trim says 600 t m more by the head than the papers', 'look forward of 57 m'",
    "-0.1,   FAIL, 'more by the head', 'look forward of 57 m'",
  })
  void aChangeOfTrimAgainstThePapers(
      double change, Hint.Verdict verdict, String figures, String where) {
    Hint hint = TrimMoment.hint(lay(0.30, 400_000), lay(0.30 + change, 400_000), TWENTY_TONNES_AFT);
    assertThat(hint.about()).isEqualTo(Hint.About.MOMENT);
    assertThat(hint.verdict()).isEqualTo(verdict);
    assertThat(hint.text()).contains(figures);
    if (verdict == Hint.Verdict.FAIL) {
      assertThat(hint.text()).contains(where);
    }
  }

  @Test
  void forwardAndAftCancel() {
    List<Placed> both = List.of(unit(20_000, 27), unit(20_000, 87));
    assertThat(TrimMoment.hint(lay(0.3, 0), lay(0.3, 0), both).verdict())
        .isEqualTo(Hint.Verdict.PASS);
    assertThat(TrimMoment.hint(lay(0.3, 0), lay(0.36, 0), both).verdict())
        .as("the unit aft weighs twice what is declared")
        .isEqualTo(Hint.Verdict.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "400000, 405000, PASS",
    "400000, 410000, INCONCLUSIVE",
    "410000, 400000, INCONCLUSIVE"
  })
  void whatTanksHaveDoneNobodyKnows(double before, double after, Hint.Verdict verdict) {
    Hint hint = TrimMoment.hint(lay(0.30, before), lay(0.3624, after), TWENTY_TONNES_AFT);
    assertThat(hint.verdict()).isEqualTo(verdict);
  }

  @Test
  void whatIsMissingIsNoPass() {
    Lay whole = lay(0.3, 0);
    assertThat(TrimMoment.hint(Lay.NONE, whole, TWENTY_TONNES_AFT).verdict())
        .isEqualTo(Hint.Verdict.INCONCLUSIVE);
    assertThat(TrimMoment.hint(whole, Lay.NONE, TWENTY_TONNES_AFT).verdict())
        .isEqualTo(Hint.Verdict.INCONCLUSIVE);
    assertThat(TrimMoment.hint(whole, whole, List.of()).text()).contains("no cargo unit");
    Placed nowhere = new Placed(OptionalDouble.of(1_000), OptionalDouble.empty());
    Placed massless = new Placed(OptionalDouble.empty(), OptionalDouble.of(12));
    Hint hint = TrimMoment.hint(whole, whole, List.of(unit(1_000, 57), nowhere, massless));
    assertThat(hint.verdict()).isEqualTo(Hint.Verdict.INCONCLUSIVE);
    assertThat(hint.text()).startsWith("2 of 3 units have no mass or no position");
  }

  private static Placed unit(double kilograms, double position) {
    return new Placed(OptionalDouble.of(kilograms), OptionalDouble.of(position));
  }

  private static Lay lay(double trim, double deductibles) {
    return new Lay(
        OptionalDouble.of(trim),
        OptionalDouble.of(0.01),
        OptionalDouble.of(96.1),
        OptionalDouble.of(57),
        OptionalDouble.of(deductibles));
  }
}
