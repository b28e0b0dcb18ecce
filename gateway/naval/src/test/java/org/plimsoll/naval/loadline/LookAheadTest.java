package org.plimsoll.naval.loadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.loadline.DepartureLimit.Bound;

class LookAheadTest {

  private static final LoadLineMarks MARKS =
      LoadLineMarks.derived(5.2, new FreshWaterAllowance(0.1038), 100);
  private static final RouteZone SUMMER = RouteZone.permanent("Biscay", Mark.SUMMER);
  private static final RouteZone WINTER_FROM_NOVEMBER =
      new RouteZone(
          "North Sea",
          Optional.of(Mark.SUMMER),
          List.of(new RouteZone.Period(MonthDay.of(11, 1), MonthDay.of(3, 31), Mark.WINTER)));
  private static final LocalDateTime OCTOBER_30 = LocalDateTime.parse("2026-10-30T00:00");

  private final LookAhead look = new LookAhead(MARKS, Optional.empty(), 15.45);

  @Test
  void theZoneOfDepartureBindsWhereNothingElseDoes() {
    DepartureLimit limit = limit(look, new RouteLeg(SUMMER, 0.5, 20));
    assertThat(limit.seaWaterMetres()).isCloseTo(5.2, within(1e-12));
    assertThat(limit.bound()).isEqualTo(Bound.ZONE);
    assertThat(limit.text()).isEqualTo("5.200 m in sea water by S in Biscay on 2026-10-30");
  }

  /** She leaves in summer and is at sea when winter begins, two days and 40 t later. */
  @Test
  void aSeasonThatBeginsUnderWayBinds() {
    DepartureLimit limit = limit(look, new RouteLeg(WINTER_FROM_NOVEMBER, 3, 20));
    assertThat(limit.bound()).isEqualTo(Bound.ZONE_AHEAD);
    assertThat(limit.seaWaterMetres())
        .isCloseTo(MARKS.winterMetres() + 40 / 15.45 / 100, within(1e-12));
    assertThat(limit.binding()).isEqualTo("W in North Sea on 2026-11-01");
  }

  /** An hour before winter, on a crossing of three hours. */
  @Test
  void aSeasonIsMetOnItsFirstDay() {
    Route route =
        new Route(
            "night", List.of(new RouteLeg(WINTER_FROM_NOVEMBER, 0.125, 24)), Optional.empty());
    LocalDateTime eve = LocalDateTime.parse("2026-10-31T23:00");
    DepartureLimit limit = look.limit(route, eve).orElseThrow();
    assertThat(limit.bound()).isEqualTo(Bound.ZONE_AHEAD);
    assertThat(limit.seaWaterMetres())
        .isCloseTo(MARKS.winterMetres() + 1 / 15.45 / 100, within(1e-9));
    assertThat(look.limit(route, eve.minusHours(3)).orElseThrow().bound()).isEqualTo(Bound.ZONE);
  }

  @Test
  void whatIsBurntInTheRiverMayBeLoadedOnTop() {
    DepartureLimit limit =
        limit(look, new RouteLeg(RouteZone.inland("Elbe"), 0.5, 31), new RouteLeg(SUMMER, 1, 31));
    assertThat(limit.seaWaterMetres()).isCloseTo(5.2 + 15.5 / 15.45 / 100, within(1e-12));
    assertThat(limit.bound()).isEqualTo(Bound.ZONE);
  }

  @Test
  void theSubdivisionLineBindsWhereItIsLower() {
    LookAhead passenger = new LookAhead(MARKS, Optional.of(new SubdivisionLine("C1", 5.05)), 15.45);
    DepartureLimit limit = limit(passenger, new RouteLeg(SUMMER, 1, 20));
    assertThat(limit.seaWaterMetres()).isCloseTo(5.05, within(1e-12));
    assertThat(limit.bound()).isEqualTo(Bound.SUBDIVISION);
    assertThat(limit.text()).contains("subdivision line C1");
    assertThat(limit.inWaterMetres(1.010)).isCloseTo(5.05 + 0.1038 * 0.6, within(1e-12));
  }

  @Test
  void aShallowDestinationBinds() {
    Route route =
        new Route(
            "upriver",
            List.of(new RouteLeg(SUMMER, 1, 30.9)),
            Optional.of(new Arrival("Riverton", 5.10, 1.000)));
    DepartureLimit limit = look.limit(route, OCTOBER_30).orElseThrow();
    assertThat(limit.bound()).isEqualTo(Bound.ARRIVAL);
    assertThat(limit.seaWaterMetres()).isCloseTo(5.10 - 0.1038 + 0.02, within(1e-12));
    assertThat(limit.text()).contains("5.10 m allowed at Riverton in water of 1.0000 t/m3");
  }

  @Test
  void inlandWaterAloneHasNoLimit() {
    Route route =
        new Route(
            "canal", List.of(new RouteLeg(RouteZone.inland("canal"), 2, 5)), Optional.empty());
    assertThat(look.limit(route, OCTOBER_30)).isEmpty();
  }

  @Test
  void impossibleConfigurationIsRefused() {
    assertThatThrownBy(() -> new RouteLeg(SUMMER, 121, 5)).hasMessageContaining("0 to 120");
    assertThatThrownBy(() -> new RouteLeg(SUMMER, 1, -5)).hasMessageContaining(">= 0");
    assertThatThrownBy(() -> new Arrival("Riverton", Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Route("none", List.of(), Optional.empty()))
        .hasMessageContaining("no leg");
    assertThatThrownBy(() -> new FreshWaterAllowance(0)).hasMessageContaining("> 0");
    assertThatThrownBy(() -> new LookAhead(MARKS, Optional.empty(), 0)).hasMessageContaining("TPC");
    assertThatThrownBy(() -> new SubdivisionLine("C1", Double.NaN)).hasMessageContaining("C1");
    assertThatThrownBy(() -> new Position(91, 0)).hasMessageContaining("not on the earth");
  }

  @Test
  void marksOutOfOrderAreRefused() {
    FreshWaterAllowance allowance = MARKS.freshWaterAllowance();
    assertThatThrownBy(
            () ->
                new LoadLineMarks(
                    5.1,
                    5.2,
                    5.0,
                    java.util.OptionalDouble.empty(),
                    allowance,
                    LoadLineMarks.Source.CERTIFICATE))
        .hasMessageContaining("ascend");
    assertThatThrownBy(
            () ->
                new LoadLineMarks(
                    5.3,
                    5.2,
                    5.0,
                    java.util.OptionalDouble.of(5.1),
                    allowance,
                    LoadLineMarks.Source.CERTIFICATE))
        .hasMessageContaining("WNA");
  }

  @Test
  void aLongShipHasNoNorthAtlanticMark() {
    LoadLineMarks marks = LoadLineMarks.derived(5.2, MARKS.freshWaterAllowance(), 100.1);
    assertThat(marks.winterNorthAtlanticMetres()).isEmpty();
    assertThat(marks.draughtMetres(Mark.WINTER_NORTH_ATLANTIC)).isEqualTo(marks.winterMetres());
  }

  private static DepartureLimit limit(LookAhead look, RouteLeg... legs) {
    return look.limit(new Route("route", List.of(legs), Optional.empty()), OCTOBER_30)
        .orElseThrow();
  }

  /** A day in summer water, then a season that begins two days into the next leg. */
  @Test
  void legsFollowEachOther() {
    DepartureLimit limit =
        limit(look, new RouteLeg(SUMMER, 1, 10), new RouteLeg(WINTER_FROM_NOVEMBER, 3, 20));
    assertThat(limit.binding()).isEqualTo("W in North Sea on 2026-11-01");
    assertThat(limit.seaWaterMetres())
        .isCloseTo(MARKS.winterMetres() + (10 + 20) / 15.45 / 100, within(1e-12));
    DepartureLimit later =
        limit(
            look,
            new RouteLeg(SUMMER, 1, 10),
            new RouteLeg(SUMMER, 1, 10),
            new RouteLeg(WINTER_FROM_NOVEMBER, 1, 20));
    assertThat(later.seaWaterMetres())
        .isCloseTo(MARKS.winterMetres() + 20 / 15.45 / 100, within(1e-12));
  }

  @Test
  void ofEqualLimitsTheFirstIsNamed() {
    RouteZone other = RouteZone.permanent("Channel", Mark.SUMMER);
    DepartureLimit limit = limit(look, new RouteLeg(SUMMER, 1, 0), new RouteLeg(other, 1, 0));
    assertThat(limit.bound()).isEqualTo(Bound.ZONE);
    assertThat(limit.binding()).contains("Biscay");
  }

  @Test
  void theSubdivisionLineIsMetAtTheMouthOfTheRiver() {
    LookAhead passenger = new LookAhead(MARKS, Optional.of(new SubdivisionLine("C1", 5.05)), 15.45);
    DepartureLimit limit =
        limit(
            passenger,
            new RouteLeg(RouteZone.inland("Elbe"), 0.5, 30.9),
            new RouteLeg(SUMMER, 1, 20));
    assertThat(limit.bound()).isEqualTo(Bound.SUBDIVISION);
    assertThat(limit.seaWaterMetres()).isCloseTo(5.05 + 0.01, within(1e-12));
  }

  @Test
  void aShipOfAHundredMetresHasTheNorthAtlanticMark() {
    assertThat(MARKS.winterNorthAtlanticMetres().orElseThrow())
        .isCloseTo(MARKS.winterMetres() - 0.05, within(1e-12));
  }
}
