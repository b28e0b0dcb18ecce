package org.plimsoll.shore.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.port.InspectionList.Listed;
import org.plimsoll.shore.port.InspectionList.Reason;
import org.plimsoll.shore.port.InspectionList.Seen;

class InspectionListTest {

  private static final Instant AT = Instant.parse("2026-01-15T06:00:00Z");

  /** Twenty tonnes declared allow 1,000 kg, and the weighbridge 50 kg. */
  @ParameterizedTest
  @CsvSource({
    "20000,20000,NONE",
    "20000,21001,NONE",
    "20000,21002,CHECK",
    "20000,18999,NONE",
    "20000,18998,CHECK",
    "20000,22003,DISCREPANCY",
    "20000,17000,DISCREPANCY",
    "20000,0,UNWEIGHED",
    "0,20000,UNDECLARED",
    "0,0,NO_MASS",
  })
  void whyAUnitIsLookedAt(double declared, double weighed, Reason reason) {
    InspectionList list = InspectionList.of(List.of(unit(1, "A", declared, weighed)), Map.of());
    assertThat(list.items().get(0).reason()).isEqualTo(reason);
  }

  @Test
  void theWorstComesFirstAndTheHeavierBeforeTheLighter() {
    InspectionList list =
        InspectionList.of(
            List.of(
                unit(1, "rest", 20_000, 20_000),
                unit(2, "unweighed light", 9_000, 0),
                unit(3, "unweighed heavy", 30_000, 0),
                unit(4, "no mass", 0, 0),
                unit(5, "four too many", 20_000, 24_000),
                unit(6, "nine too few", 20_000, 11_000),
                unit(7, "in no papers", 0, 12_000)),
            Map.of());
    assertThat(list.items())
        .extracting(item -> item.unit().unit().unitId())
        .containsExactly(
            "nine too few",
            "four too many",
            "no mass",
            "in no papers",
            "unweighed heavy",
            "unweighed light",
            "rest");
  }

  @Test
  void whatWasLookedAtGoesToTheEnd() {
    Listed worst = unit(1, "worst", 20_000, 30_000);
    Listed rest = unit(2, "rest", 20_000, 20_000);
    InspectionList list =
        InspectionList.of(List.of(worst, rest), Map.of(worst.root(), List.of(seen(worst))));
    assertThat(list.items()).extracting(InspectionList.Item::unit).containsExactly(rest, worst);
    assertThat(list.coveragePercent()).hasValue(50);
  }

  /** 999 of 1000 would be rounded to 100 by a rounding that is kind. */
  @ParameterizedTest
  @CsvSource({"3,1,33.3", "3,2,66.6", "3,3,100", "2000,1999,99.9", "1000,999,99.9", "7,0,0"})
  void coverageIsNeverRoundedUp(int units, int inspected, double percent) {
    List<Listed> manifest = new ArrayList<>();
    Map<UUID, List<Seen>> seen = new HashMap<>();
    for (int i = 0; i < units; i++) {
      Listed unit = unit(i, "U" + i, 20_000, 0);
      manifest.add(unit);
      if (i < inspected) {
        seen.put(unit.root(), List.of(seen(unit)));
      }
    }
    assertThat(InspectionList.of(manifest, seen).coveragePercent()).hasValue(percent);
  }

  @Test
  void nothingOfNothingIsNotEverything() {
    assertThat(InspectionList.of(List.of(), Map.of()).coveragePercent()).isEmpty();
  }

  private static Seen seen(Listed unit) {
    return new Seen(
        new UUID(9, 9), new Inspection(unit.id(), Inspection.Finding.AS_DECLARED, "Kim", AT));
  }

  private static Listed unit(int number, String name, double declared, double weighed) {
    return new Listed(
        new UUID(1, number),
        new UUID(0, number),
        new CargoUnit(
            name,
            CargoUnit.Type.HGV,
            declared == 0
                ? Optional.empty()
                : Optional.of(new CargoUnit.Declared(declared, CargoUnit.Basis.BOOKING)),
            weighed == 0
                ? Optional.empty()
                : Optional.of(new CargoUnit.Weighed(weighed, 50, "WB1", AT))));
  }
}
