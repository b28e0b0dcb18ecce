package org.plimsoll.naval.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.reconciliation.Cargo.good;
import static org.plimsoll.naval.reconciliation.Cargo.lorries;
import static org.plimsoll.naval.reconciliation.Cargo.silent;
import static org.plimsoll.naval.reconciliation.Cargo.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.reconciliation.MomentAttribution.Located;
import org.plimsoll.naval.reconciliation.MomentAttribution.Nothing;
import org.plimsoll.naval.reconciliation.MomentAttribution.Shifted;
import org.plimsoll.naval.reconciliation.MomentAttribution.Unknown;
import org.plimsoll.vocabulary.Quality;

class AttributionTest {

  private static final double MCTC = 96.1;
  private static final double LCF = 48;

  private final Manifest.Weights cargo = weights(lorries(true));

  @Test
  void theLaneThatCarriesMoreThanItsUnitsComesFirst() {
    List<LaneAttribution> lanes =
        LaneAttribution.of(
            cargo,
            Map.of("1", good(225.5, 2), "2", good(245, 2), "3", good(224, 2), "4", good(228, 2)));
    assertThat(lanes).extracting(LaneAttribution::lane).containsExactly("2", "4", "3", "1");
    assertThat(lanes)
        .extracting(LaneAttribution::verdict)
        .containsExactly(Verdict.DISCREPANCY, Verdict.CHECK, Verdict.MATCH, Verdict.MATCH);
    assertThat(lanes.get(0).residual().orElseThrow().tonnes()).isCloseTo(20, within(1e-9));
  }

  @Test
  void aLaneThatShouldBeEmptyIsComparedToo() {
    List<LaneAttribution> lanes = LaneAttribution.of(weights(), Map.of("9", good(12, 2)));
    assertThat(lanes).hasSize(1);
    assertThat(lanes.get(0).verdict()).isEqualTo(Verdict.DISCREPANCY);
  }

  @Test
  void lanesWithoutUsableCellsOrWithUnknownUnitsAreUnverified() {
    assertThat(LaneAttribution.of(cargo, Map.of("1", new Mass(225, 2, Quality.STALE))))
        .allSatisfy(lane -> assertThat(lane.verdict()).isEqualTo(Verdict.UNVERIFIED))
        .hasSize(4);
    assertThat(
            LaneAttribution.of(weights(silent("C", "crane")), Map.of("1", good(40, 2)))
                .get(0)
                .verdict())
        .isEqualTo(Verdict.UNVERIFIED);
    assertThat(
            LaneAttribution.of(weights(), Map.of("1", new Mass(0, 2, Quality.DEGRADED)))
                .get(0)
                .verdict())
        .isEqualTo(Verdict.UNVERIFIED);
  }

  /** 20 t at a lever of 30 m are 600 t m, or 6.2 cm of trim. */
  @Test
  void anUnderDeclaredLorryIsLocatedByItsMoment() {
    double planned = planned();
    TrimChange trim = new TrimChange((planned + 600) / MCTC / 100, 0.01, MCTC, LCF);
    assertThat(600 / MCTC).isCloseTo(6.2, within(0.05));
    MomentAttribution result = MomentAttribution.of(cargo, new Residual(20, 13), trim);
    assertThat(result).isInstanceOf(Located.class);
    Located located = (Located) result;
    assertThat(located.positionMetres()).isCloseTo(18, within(1e-9));
    assertThat(located.u95Metres()).isBetween(19.5, 21.0);
    assertThat(located.candidates())
        .isNotEmpty()
        .allSatisfy(unit -> assertThat(unit.unit().positionMetres().orElseThrow()).isLessThan(39));
    assertThat(located.text()).startsWith("20.0 t more than on paper act 18.0 m");
  }

  @Test
  void theLeastCertainWeightIsToBeWeighedFirst() {
    CargoUnit sure = Cargo.at("sure", "1", 30, OptionalDouble.of(20), OptionalDouble.of(20));
    CargoUnit small = Cargo.at("small", "1", 31, OptionalDouble.of(4), OptionalDouble.empty());
    CargoUnit large = Cargo.at("large", "1", 32, OptionalDouble.of(30), OptionalDouble.empty());
    CargoUnit far = Cargo.at("far", "1", 80, OptionalDouble.of(30), OptionalDouble.empty());
    Manifest.Weights weights = weights(sure, small, large, far);
    double planned = 20 * 18 + 4 * 17 + 30 * 16 - 30 * 32;
    Located located =
        (Located)
            MomentAttribution.of(
                weights,
                new Residual(-40, 5),
                new TrimChange((planned - 40 * 17) / MCTC / 100, 0.002, MCTC, LCF));
    assertThat(located.positionMetres()).isCloseTo(31, within(1e-9));
    assertThat(located.candidates())
        .extracting(candidate -> candidate.unit().id())
        .containsExactly("large", "small", "sure");
    assertThat(located.text()).contains("40.0 t less", "3 units stand there, weigh large first");
  }

  @Test
  void massWhereNoUnitStandsIsNoCargo() {
    MomentAttribution result =
        MomentAttribution.of(
            cargo,
            new Residual(100, 5),
            new TrimChange((planned() - 100 * 50) / MCTC / 100, 0.002, MCTC, LCF));
    assertThat(result.text()).contains("98.0 m", "no unit stands there: look at tanks and stores");
  }

  @Test
  void momentWithoutMassIsAShift() {
    MomentAttribution result =
        MomentAttribution.of(
            cargo,
            new Residual(5, 13),
            new TrimChange((planned() - 400) / MCTC / 100, 0.01, MCTC, LCF));
    assertThat(result).isInstanceOf(Shifted.class);
    assertThat(((Shifted) result).momentTonneMetres()).isCloseTo(-400, within(1e-6));
    assertThat(result.text()).contains("400 t m by the bow");
  }

  @Test
  void aUnitWithoutPositionOrWeightLeavesTheMomentUnknown() {
    TrimChange trim = new TrimChange(0, 0.01, MCTC, LCF);
    CargoUnit nowhere =
        new CargoUnit(
            "N",
            "lorry",
            "1",
            OptionalDouble.empty(),
            OptionalDouble.of(9),
            OptionalDouble.empty());
    CargoUnit lost = Cargo.at("L", "1", Double.NaN, OptionalDouble.of(9), OptionalDouble.empty());
    for (CargoUnit unit : List.of(nowhere, lost, silent("C", "crane"))) {
      assertThat(MomentAttribution.of(weights(unit), new Residual(5, 13), trim))
          .as(unit.id())
          .isInstanceOf(Unknown.class);
    }
  }

  @Test
  void nothingToAttribute() {
    MomentAttribution result =
        MomentAttribution.of(
            cargo, new Residual(5, 13), new TrimChange(planned() / MCTC / 100, 0.01, MCTC, LCF));
    assertThat(result).isInstanceOf(Nothing.class);
    assertThatThrownBy(() -> new TrimChange(0.1, 0.01, 0, 50)).hasMessageContaining("MCTC");
  }

  private double planned() {
    return cargo.best().stream()
        .mapToDouble(
            weight -> weight.tonnes() * (LCF - weight.unit().positionMetres().orElseThrow()))
        .sum();
  }

  /** U95 of the trim's moment and of each weight at its lever, all independent. */
  @Test
  void theUncertaintyOfAShiftIsOfTrimAndWeights() {
    Manifest.Weights two =
        weights(
            Cargo.at("A", "1", 18, OptionalDouble.empty(), OptionalDouble.of(20)),
            Cargo.at("B", "1", 68, OptionalDouble.of(20), OptionalDouble.empty()));
    TrimChange trim = new TrimChange((20 * 30 - 20 * 20 + 500) / MCTC / 100, 0.02, MCTC, LCF);
    Shifted shifted = (Shifted) MomentAttribution.of(two, new Residual(0, 13), trim);
    assertThat(shifted.u95TonneMetres())
        .isCloseTo(
            Math.sqrt(Math.pow(0.02 * 100 * MCTC, 2) + Math.pow(0.05 * 30, 2) + Math.pow(20, 2)),
            within(1e-9));
    assertThat(shifted.text()).contains("500 t m by the stern");
  }

  @Test
  void aResidualOfItsOwnU95IsNotLocated() {
    TrimChange trim = new TrimChange(planned() / MCTC / 100, 0.01, MCTC, LCF);
    assertThat(MomentAttribution.of(cargo, new Residual(13, 13), trim)).isInstanceOf(Nothing.class);
    assertThat(MomentAttribution.of(cargo, new Residual(13.1, 13), trim))
        .isInstanceOf(Located.class);
  }

  @Test
  void aLaneOfWhichNothingIsKnownIsListed() {
    List<LaneAttribution> lanes = LaneAttribution.of(weights(silent("C", "crane")), Map.of());
    assertThat(lanes).hasSize(1);
    assertThat(lanes.get(0).lane()).isEqualTo("1");
    assertThat(lanes.get(0).expected().units()).isZero();
    assertThat(lanes.get(0).expected().ofUnits()).isEqualTo(1);
    assertThat(lanes.get(0).measured()).isEmpty();
    assertThat(LaneAttribution.of(cargo, Map.of("1", new Mass(225, 2, Quality.STALE))).get(0))
        .extracting(LaneAttribution::measured)
        .isEqualTo(Optional.empty());
  }
}
