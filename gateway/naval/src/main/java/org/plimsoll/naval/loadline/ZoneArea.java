package org.plimsoll.naval.loadline;

import static org.plimsoll.naval.loadline.Season.SUMMER;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * The zones and areas of Annex II with their seasons, in the order in which they take precedence:
 * an enclosed sea before the zone around it.
 */
public enum ZoneArea {
  BALTIC(Season.WINTER, Ships.TO_100_M, "11-01 03-31"),
  /** North of 44 N. */
  BLACK_SEA(Season.WINTER, Ships.TO_100_M, "12-01 02-29"),
  WESTERN_MEDITERRANEAN(Season.WINTER, Ships.TO_100_M, "12-16 03-15"),
  /** South of 50 N. */
  SEA_OF_JAPAN(Season.WINTER, Ships.TO_100_M, "12-01 02-29"),
  /** Between 68.5 W and 61 W; the longer ships have a shorter winter. */
  NORTH_ATLANTIC_WINTER_SEASONAL_AREA(Season.WINTER, Ships.ALL, "12-16 02-15") {
    @Override
    public Season seasonOn(LocalDate date, double loadLineLengthMetres) {
      return loadLineLengthMetres <= LoadLineMarks.GREATEST_WNA_LENGTH_METRES
          ? NORTH_AMERICAN_EAST_COAST.seasonOn(date, loadLineLengthMetres)
          : super.seasonOn(date, loadLineLengthMetres);
    }
  },
  NORTH_AMERICAN_EAST_COAST(Season.WINTER, Ships.TO_100_M, "11-01 03-31"),
  NORTH_ATLANTIC_WINTER_I(Season.WINTER, Ships.ALL, "10-16 04-15"),
  NORTH_ATLANTIC_WINTER_II(Season.WINTER, Ships.ALL, "11-01 03-31"),
  NORTH_PACIFIC_WINTER(Season.WINTER, Ships.ALL, "10-16 04-15"),
  SOUTHERN_WINTER(Season.WINTER, Ships.ALL, "04-16 10-15"),
  SEASONAL_TROPICAL_NORTH_ATLANTIC(Season.TROPICAL, Ships.ALL, "11-01 07-15"),
  /** Sources quarrel over its dates; these are the days on which they agree. */
  SEASONAL_TROPICAL_ARABIAN_SEA(Season.TROPICAL, Ships.ALL, "12-01 04-30"),
  SEASONAL_TROPICAL_BAY_OF_BENGAL(Season.TROPICAL, Ships.ALL, "12-01 04-30"),
  SEASONAL_TROPICAL_SOUTH_INDIAN_WEST(Season.TROPICAL, Ships.ALL, "04-01 11-30"),
  SEASONAL_TROPICAL_SOUTH_INDIAN_EAST(Season.TROPICAL, Ships.ALL, "05-01 11-30"),
  SEASONAL_TROPICAL_CHINA_SEA(Season.TROPICAL, Ships.ALL, "01-21 04-30"),
  SEASONAL_TROPICAL_NORTH_PACIFIC(Season.TROPICAL, Ships.ALL, "04-01 10-31"),
  SEASONAL_TROPICAL_NORTH_PACIFIC_EAST(Season.TROPICAL, Ships.ALL, "03-01 06-30", "11-01 11-30"),
  SEASONAL_TROPICAL_SOUTH_PACIFIC(Season.TROPICAL, Ships.ALL, "04-01 11-30"),
  TROPICAL(Season.TROPICAL, Ships.ALL, "01-01 12-31"),
  /** All that is in none of the others. */
  SUMMER_ZONE(Season.SUMMER, Ships.ALL);

  private static final double WNA_WEST_DEGREES = -50;
  private static final double WNA_EAST_DEGREES = -15;

  private final Season season;
  private final Ships ships;
  private final RouteZone seasons;

  ZoneArea(Season season, Ships ships, String... periods) {
    this.season = season;
    this.ships = ships;
    // The mark of a period is not used here: the mark depends on the ship and the longitude.
    this.seasons =
        new RouteZone(
            name(),
            Optional.empty(),
            List.of(periods).stream()
                .map(
                    text ->
                        new RouteZone.Period(
                            MonthDay.parse("--" + text.substring(0, 5)),
                            MonthDay.parse("--" + text.substring(6)),
                            Mark.SUMMER))
                .toList());
  }

  /** Whom the season concerns. */
  private enum Ships {
    ALL,
    /** Load line length of not more than 100 m. */
    TO_100_M
  }

  /**
   * The season on a day.
   *
   * @param loadLineLengthMetres article 2(8)
   */
  public Season seasonOn(LocalDate date, double loadLineLengthMetres) {
    boolean concerned =
        ships == Ships.ALL || loadLineLengthMetres <= LoadLineMarks.GREATEST_WNA_LENGTH_METRES;
    return concerned && seasons.markOn(date).isPresent() ? season : SUMMER;
  }

  /**
   * The mark of a season here. WNA is for ships of not more than 100 m, in the whole of Zone I and
   * in Zone II between 50 W and 15 W.
   */
  Mark mark(Season inSeason, double longitudeDegrees, double loadLineLengthMetres) {
    return switch (inSeason) {
      case TROPICAL -> Mark.TROPICAL;
      case SUMMER -> Mark.SUMMER;
      case WINTER ->
          loadLineLengthMetres <= LoadLineMarks.GREATEST_WNA_LENGTH_METRES
                  && isNorthAtlantic(longitudeDegrees)
              ? Mark.WINTER_NORTH_ATLANTIC
              : Mark.WINTER;
    };
  }

  private boolean isNorthAtlantic(double longitudeDegrees) {
    return this == NORTH_ATLANTIC_WINTER_I
        || this == NORTH_ATLANTIC_WINTER_II
            && longitudeDegrees >= WNA_WEST_DEGREES
            && longitudeDegrees <= WNA_EAST_DEGREES;
  }
}
