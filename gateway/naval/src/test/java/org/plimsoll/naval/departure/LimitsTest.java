package org.plimsoll.naval.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.departure.Finding.Outcome.CAUTION;
import static org.plimsoll.naval.departure.Finding.Outcome.FAIL;
import static org.plimsoll.naval.departure.Finding.Outcome.INCONCLUSIVE;
import static org.plimsoll.naval.departure.Finding.Outcome.PASS;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.departure.Finding.Outcome;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.vocabulary.Quality;

class LimitsTest {

  private static final AttitudeLimits ATTITUDE =
      new AttitudeLimits(0.5, -0.2, 1.5, 0.05, 0.08, 0.3);
  private static final DeckLimits DECKS =
      new DeckLimits(
          List.of(new DeckLimits.Deck("main", List.of("1", "2"), 200, 2)), Map.of("1", 150.0));

  @ParameterizedTest(name = "trim {0}, list {1}, deflection {2}, twist {3}")
  @CsvSource({
    "1.5, 0.5, 0.08, 0.3, PASS, PASS, PASS, PASS",
    "-0.2, -0.5, -0.05, -0.3, PASS, PASS, PASS, PASS",
    "1.51, 0.51, 0.081, 0.31, FAIL, FAIL, FAIL, FAIL",
    "-0.21, -0.51, -0.051, -0.31, FAIL, FAIL, FAIL, FAIL",
    "NaN, NaN, NaN, NaN, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE"
  })
  void attitude(
      double trim,
      double list,
      double deflection,
      double twist,
      Outcome ofTrim,
      Outcome ofList,
      Outcome ofDeflection,
      Outcome ofTwist) {
    List<Finding> findings =
        ATTITUDE.judge(
            new Attitude(
                OptionalDouble.of(trim),
                OptionalDouble.of(list),
                OptionalDouble.of(deflection),
                OptionalDouble.of(twist)));
    assertThat(findings)
        .extracting(Finding::check)
        .containsExactly("list", "trim", "hog-sag", "hull-twist");
    assertThat(findings)
        .extracting(Finding::outcome)
        .containsExactly(ofList, ofTrim, ofDeflection, ofTwist);
  }

  @Test
  void silenceIsNeverAPass() {
    OptionalDouble none = OptionalDouble.empty();
    assertThat(ATTITUDE.judge(new Attitude(none, none, none, none)))
        .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE));
  }

  /** A box of 20 m at 2 degrees has 0.698 m between its sides. */
  @Test
  void listFromTheDraughtsOfTheSides() {
    assertThat(20 * Math.tan(Math.toRadians(2))).isCloseTo(0.6984153898349545, within(1e-9));
    assertThat(Attitude.listDegrees(4, 4.6984153898349545, 20)).isCloseTo(2, within(1e-9));
    assertThat(Attitude.listDegrees(4.1, 4, 20)).isNegative();
  }

  @Test
  void lanesAndDecks() {
    assertThat(outcomes(good(140), good(200))).containsExactly(PASS, PASS);
    assertThat(outcomes(good(148), good(200))).containsExactly(CAUTION, PASS);
    assertThat(outcomes(good(154), good(200))).containsExactly(FAIL, PASS);
    assertThat(outcomes(good(140), good(270))).containsExactly(PASS, FAIL);
    assertThat(DECKS.judge(Map.of("1", good(140), "2", good(200))).get(1).text())
        .isEqualTo("340.0 t ± 4.2 t, allowed 400.0 t");
  }

  @Test
  void anUnknownLaneLeavesTheDeckUnknownUnlessItFailsAlready() {
    assertThat(DECKS.judge(Map.of("1", good(140))))
        .extracting(Finding::outcome)
        .containsExactly(PASS, INCONCLUSIVE);
    assertThat(DECKS.judge(Map.of("2", good(410))))
        .extracting(Finding::outcome)
        .containsExactly(INCONCLUSIVE, FAIL);
    assertThat(outcomes(new Mass(140, 3, Quality.STALE), good(200)))
        .containsExactly(INCONCLUSIVE, INCONCLUSIVE);
  }

  @Test
  void passengers() {
    PassengerLimit limit = new PassengerLimit(400);
    assertThat(limit.judge(OptionalInt.of(400)).outcome()).isEqualTo(PASS);
    assertThat(limit.judge(OptionalInt.of(401)))
        .isEqualTo(new Finding("passengers", FAIL, "401 aboard, allowed 400"));
    assertThat(limit.judge(OptionalInt.empty()).outcome()).isEqualTo(INCONCLUSIVE);
    assertThat(limit.judge(OptionalInt.of(-1)).outcome()).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void impossibleLimitsAreRefused() {
    assertThatThrownBy(() -> new PassengerLimit(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new DeckLimits.Deck("main", List.of(), 0, 1))
        .hasMessageContaining("main");
    assertThatThrownBy(() -> new AttitudeLimits(1, 2, 1, 0, 0, 0)).hasMessageContaining("reversed");
  }

  private static List<Outcome> outcomes(Mass one, Mass two) {
    return DECKS.judge(Map.of("1", one, "2", two)).stream().map(Finding::outcome).toList();
  }

  private static Mass good(double tonnes) {
    return new Mass(tonnes, 3, Quality.GOOD);
  }

  @Test
  void nobodyAboardIsACount() {
    assertThat(new PassengerLimit(0).judge(java.util.OptionalInt.of(0)).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(new PassengerLimit(9).judge(java.util.OptionalInt.of(-1)).outcome())
        .isEqualTo(INCONCLUSIVE);
  }
}
