package org.plimsoll.naval.loadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class AnnexTwoTest {

  private static final Position GERMAN_BIGHT = new Position(54, 7);
  private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-01");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/zone-vectors.csv", delimiter = '|', numLinesToSkip = 1)
  void positionsWhoseSeasonTheAnnexStates(
      String vector,
      double latitude,
      double longitude,
      LocalDate date,
      double length,
      ZoneArea area,
      Season season,
      String mark) {
    AnnexTwo.Finding found = AnnexTwo.find(new Position(latitude, longitude), date, length);
    if (area != null) {
      assertThat(found.area()).isEqualTo(area);
    }
    assertThat(found.season()).isEqualTo(season);
    assertThat(found.mark().letters()).isEqualTo(mark);
  }

  @ParameterizedTest(name = "{0}, {1} is {2}")
  @CsvSource({
    "35, -40, SUMMER_ZONE, S",
    "43, 35, SUMMER_ZONE, S",
    "45, 35, BLACK_SEA, W",
    "41, 133, SEA_OF_JAPAN, W",
    "42, -67, NORTH_ATLANTIC_WINTER_SEASONAL_AREA, W",
    "39, -73, NORTH_AMERICAN_EAST_COAST, W",
    "70, 10, NORTH_ATLANTIC_WINTER_II, W",
    "70, -10, NORTH_ATLANTIC_WINTER_I, WNA",
    "45, 170, NORTH_PACIFIC_WINTER, W",
    "45, -160, NORTH_PACIFIC_WINTER, W",
    "-50, 0, SOUTHERN_WINTER, S",
    "-50, 179, SOUTHERN_WINTER, S",
    "17, -60, SEASONAL_TROPICAL_NORTH_ATLANTIC, T",
    "18, 64, SEASONAL_TROPICAL_ARABIAN_SEA, T",
    "14, 88, SEASONAL_TROPICAL_BAY_OF_BENGAL, T",
    "-13, 80, SEASONAL_TROPICAL_SOUTH_INDIAN_EAST, S",
    "15, 114, SEASONAL_TROPICAL_CHINA_SEA, T",
    "20, -150, SEASONAL_TROPICAL_NORTH_PACIFIC, S",
    "20, 170, SEASONAL_TROPICAL_NORTH_PACIFIC, S",
    "17, -106, SEASONAL_TROPICAL_NORTH_PACIFIC_EAST, S",
    "-15, 170, SEASONAL_TROPICAL_SOUTH_PACIFIC, S",
    "0, -25, TROPICAL, T",
    "0, 60, TROPICAL, T",
    "5, 150, TROPICAL, T",
    "0, -120, TROPICAL, T",
    "20, 38.5, TROPICAL, T",
    "26, 53, TROPICAL, T"
  })
  void theOutlinesLieWhereTheyShould(
      double latitude, double longitude, ZoneArea area, String mark) {
    AnnexTwo.Finding found = AnnexTwo.find(new Position(latitude, longitude), FEBRUARY, 95);
    assertThat(found.area()).isEqualTo(area);
    assertThat(found.mark().letters()).isEqualTo(mark);
  }

  /** First and last days, for ships on both sides of 100 m. */
  @ParameterizedTest(name = "{0} on {1}, {2} m: {3}")
  @CsvSource({
    "BALTIC, 2026-10-31, 100, SUMMER",
    "BALTIC, 2026-11-01, 100, WINTER",
    "BALTIC, 2026-12-10, 100.1, SUMMER",
    "BLACK_SEA, 2028-02-29, 90, WINTER",
    "BLACK_SEA, 2026-02-28, 90, WINTER",
    "BLACK_SEA, 2026-03-01, 90, SUMMER",
    "WESTERN_MEDITERRANEAN, 2026-12-15, 90, SUMMER",
    "WESTERN_MEDITERRANEAN, 2026-03-15, 90, WINTER",
    "NORTH_ATLANTIC_WINTER_SEASONAL_AREA, 2026-12-01, 100, WINTER",
    "NORTH_ATLANTIC_WINTER_SEASONAL_AREA, 2026-12-01, 101, SUMMER",
    "NORTH_ATLANTIC_WINTER_SEASONAL_AREA, 2026-02-15, 101, WINTER",
    "SOUTHERN_WINTER, 2026-04-16, 200, WINTER",
    "SOUTHERN_WINTER, 2026-10-16, 200, SUMMER",
    "SEASONAL_TROPICAL_NORTH_PACIFIC_EAST, 2026-07-01, 90, SUMMER",
    "SEASONAL_TROPICAL_NORTH_PACIFIC_EAST, 2026-11-15, 90, TROPICAL",
    "TROPICAL, 2026-07-01, 300, TROPICAL"
  })
  void seasons(ZoneArea area, LocalDate date, double length, Season season) {
    assertThat(area.seasonOn(date, length)).isEqualTo(season);
  }

  @Test
  void aRouteThatFitsRaisesNoCaution() {
    RouteZone winter = RouteZone.permanent("North Sea", Mark.WINTER);
    assertThat(AnnexTwo.caution(winter, GERMAN_BIGHT, FEBRUARY, 100)).isEmpty();
  }

  @Test
  void aRouteThatDoesNotFitIsObjectedToInWords() {
    RouteZone summer = RouteZone.permanent("North Sea", Mark.SUMMER);
    assertThat(AnnexTwo.caution(summer, GERMAN_BIGHT, FEBRUARY, 100))
        .hasValue(
            "the route has mark S in North Sea on 2026-02-01, but 54.0, 7.0 lies in"
                + " NORTH_ATLANTIC_WINTER_II of Annex II, mark W: look at the chart of zones");
  }

  @Test
  void onABoundaryTheRouteIsBelieved() {
    Position atTheBoundary = new Position(44.8, -30);
    for (Mark mark : new Mark[] {Mark.SUMMER, Mark.WINTER_NORTH_ATLANTIC}) {
      assertThat(
              AnnexTwo.caution(
                  RouteZone.permanent("here", mark),
                  atTheBoundary,
                  LocalDate.parse("2026-10-20"),
                  100))
          .as(mark.letters())
          .isEmpty();
    }
  }

  @Test
  void inlandWaterHasNoMarkToObjectTo() {
    assertThat(AnnexTwo.caution(RouteZone.inland("Elbe"), GERMAN_BIGHT, FEBRUARY, 100)).isEmpty();
  }

  @Test
  void theSurroundingsReachOverTheAntimeridian() {
    assertThat(new Position(0, 179.8).beside(0, 0.5).longitudeDegrees()).isEqualTo(-179.7);
    assertThat(new Position(89.9, -179.8).beside(0.5, -0.5)).isEqualTo(new Position(90, 179.7));
  }

  @Test
  void theAntimeridianIsOneOfBoth() {
    assertThat(new Position(0, 180).beside(0, 0)).isEqualTo(new Position(0, 180));
    assertThat(new Position(0, -180).beside(0, 0)).isEqualTo(new Position(0, -180));
  }

  /** Regulation 52: WNA in Zone II from 50 W to 15 W, both included, for ships up to 100 m. */
  @ParameterizedTest
  @CsvSource({"-50, 100, WNA", "-50.1, 100, W", "-15, 100, WNA", "-14.9, 100, W", "-30, 100.1, W"})
  void whereTheNorthAtlanticMarkCounts(double longitude, double length, String mark) {
    assertThat(ZoneArea.NORTH_ATLANTIC_WINTER_II.mark(Season.WINTER, longitude, length).letters())
        .isEqualTo(mark);
  }
}
