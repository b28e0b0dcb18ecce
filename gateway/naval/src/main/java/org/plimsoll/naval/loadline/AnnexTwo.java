package org.plimsoll.naval.loadline;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.naval.Phrase;

/**
 * A coarse finder of the zones and areas of Annex II. Its outlines run straight where the annex
 * follows rhumb lines and coasts, so it is good for an objection to a configured route and for
 * nothing else: the route is the authority, and harbours on a boundary belong to the zone that the
 * ship comes from or goes to, which no outline knows.
 */
public final class AnnexTwo {

  /** Nearer than this to a boundary, in degrees, the finder believes the route. */
  static final double COARSENESS_DEGREES = 0.5;

  private static final double[] STEPS = {-COARSENESS_DEGREES, 0, COARSENESS_DEGREES};

  /** Longitude and latitude of the corners; several outlines of one area for the antimeridian. */
  private static final Map<ZoneArea, List<Outline>> OUTLINES =
      Map.ofEntries(
          area(
              ZoneArea.BALTIC,
              "9.5 57.75, 9.5 53.5, 31 53.5, 31 66.5, 20 66.5, 17 63, 13 60, 12 57.75"),
          area(ZoneArea.BLACK_SEA, "27.5 44, 41 44, 41 47.5, 27.5 47.5"),
          area(
              ZoneArea.WESTERN_MEDITERRANEAN,
              "3 42.5, 3 40, 8.4 40, 9 41.2, 8.6 42, 9 43, 5.85 43.05, 5 43.5, 3.3 43.3"),
          area(
              ZoneArea.SEA_OF_JAPAN,
              "128.5 38, 140.5 43.2, 142 46, 142.5 50, 139 50, 133 43.5, 129 41.5, 127 39.5"),
          area(
              ZoneArea.NORTH_ATLANTIC_WINTER_SEASONAL_AREA,
              "-68.5 45.5, -68.5 40, -61 45.3, -64 46"),
          area(ZoneArea.NORTH_AMERICAN_EAST_COAST, "-68.5 45, -68.5 40, -73 36, -77 36, -77 41"),
          area(
              ZoneArea.NORTH_ATLANTIC_WINTER_I,
              "-50 61, -50 45, -15 45, -15 60, 0 60, 0 85, -45 85, -45 61"),
          area(
              ZoneArea.NORTH_ATLANTIC_WINTER_II,
              "-68.5 45, -68.5 40, -73 36, -25 36, -9.3 43.05, -1.5 43.3, 2 47, 10 50, 12 58,"
                  + " 13 60, 30 69, 60 68, 60 85, -68.5 85"),
          area(
              ZoneArea.NORTH_PACIFIC_WINTER,
              "137 50, 142 50, 142 46, 141.7 45.4, 145.5 43.5, 145 43, 145 35, 180 35, 180 66.5,"
                  + " 135 62",
              "-180 35, -150 35, -133 54.6, -130 60, -150 62, -180 66.5"),
          area(
              ZoneArea.SOUTHERN_WINTER,
              "-180 -40, -170 -33, -79 -33, -75 -41, -73.9 -41.8, -65.9 -47.2, -50 -34, 17 -34,"
                  + " 20 -35.17, 28 -34, 118 -35.5, 144.7 -40.7, 148.3 -41, 147.2 -43.5,"
                  + " 168 -46.7, 170 -47, 180 -40, 180 -90, -180 -90"),
          area(
              ZoneArea.SEASONAL_TROPICAL_NORTH_ATLANTIC,
              "-88 16, -87.1 21.6, -84.95 21.9, -80 23, -74.1 20.2, -74.1 20, -20 20, -20 10,"
                  + " -58 10, -60 13, -83.5 13"),
          area(
              ZoneArea.SEASONAL_TROPICAL_ARABIAN_SEA,
              "45 10.4, 45 13, 52 16, 59 22.5, 59 25.5, 67 25, 73 20, 75 13, 70 13, 70 8, 50 8,"
                  + " 51 12"),
          area(
              ZoneArea.SEASONAL_TROPICAL_BAY_OF_BENGAL,
              "80 10.5, 80.3 15, 87 21.5, 92 22, 94 16, 98 14, 98.3 8, 82 8, 82 9"),
          area(
              ZoneArea.SEASONAL_TROPICAL_SOUTH_INDIAN_WEST,
              "50 -10, 51.5 -10, 51.5 -15, 50 -20, 48.8 -20, 50.4 -15.5"),
          area(
              ZoneArea.SEASONAL_TROPICAL_SOUTH_INDIAN_EAST,
              "51.5 -10, 98 -10, 130.9 -12.4, 122 -18, 114 -22, 114 -15, 51.5 -15"),
          area(
              ZoneArea.SEASONAL_TROPICAL_CHINA_SEA,
              "107 10, 109.3 12, 108.5 16, 106 19, 108 21.5, 114.2 22.3, 120.1 16.1, 120.5 14,"
                  + " 124 12.5, 125 10"),
          area(
              ZoneArea.SEASONAL_TROPICAL_NORTH_PACIFIC,
              "160 13, 180 13, 180 25, 160 25",
              "-180 13, -130 13, -130 25, -180 25"),
          area(
              ZoneArea.SEASONAL_TROPICAL_NORTH_PACIFIC_EAST,
              "-123 38, -123 33, -105 13, -87.6 13, -96 16, -106 22, -114 31, -117 33"),
          area(
              ZoneArea.SEASONAL_TROPICAL_SOUTH_PACIFIC,
              "136.7 -11, 142.1 -11, 142 -17.7, 136 -16",
              "144 -11, 180 -11, 180 -23.45, 151 -23.45, 152.3 -22",
              "-180 -11, -150 -11, -105 -20, -150 -20, -150 -23.45, -180 -23.45"),
          area(
              ZoneArea.TROPICAL,
              // Atlantic
              "-84 9.5, -83.5 13, -60 13, -58 10, -20 10, -20 30, -9.8 30, 14 5, 14.5 -23.45,"
                  + " -40 -23.45, -46.3 -24, -55 -10, -70 5, -77 8",
              // Indian Ocean, the archipelagos, western Pacific
              "50 8, 70 8, 70 13, 75 13, 77.5 8.5, 80 10.5, 82 9, 82 8, 98 8, 99 13.8, 101 13.8,"
                  + " 105 10.5, 107 10, 145 10, 145 13, 180 13, 180 -11, 136.7 -11, 130.9 -12.4,"
                  + " 98 -10, 50 -10, 49.3 -12, 46 -16, 44.3 -20, 34.9 -20, 39 -10, 43 0",
              // Eastern Pacific
              "-180 13, -87.6 13, -84 9.5, -77 8, -78 0, -71 -18, -71.5 -32.8, -72 -32.78,"
                  + " -75 -26, -150 -11, -180 -11",
              // Red Sea and Gulf of Aden, Persian Gulf, inside the Great Barrier Reef
              "31.5 31.4, 33 31.4, 35.5 29.8, 43.5 13.5, 45 13.2, 45 10.2, 43 11, 38 16, 32 28",
              "47.5 30.5, 59 26, 59 23, 56 24, 51 23.5, 47.5 29",
              "142.5 -11, 144 -11, 152.3 -22, 149.7 -22, 145 -15, 142.8 -11.2"));

  private AnnexTwo() {}

  /**
   * What holds at a place on a day.
   *
   * @param area by the outlines
   * @param season there for the ship
   * @param mark for the ship
   */
  public record Finding(ZoneArea area, Season season, Mark mark) {}

  /**
   * Finds the zone of a position.
   *
   * @param loadLineLengthMetres article 2(8)
   */
  public static Finding find(Position position, LocalDate date, double loadLineLengthMetres) {
    ZoneArea area = area(position);
    Season season = area.seasonOn(date, loadLineLengthMetres);
    return new Finding(
        area, season, area.mark(season, position.longitudeDegrees(), loadLineLengthMetres));
  }

  /**
   * Objects to a configured zone, if neither the place nor its surroundings fit its mark.
   *
   * @return the caution in words; empty when the zone fits or is inland water
   */
  public static Optional<String> caution(
      RouteZone zone, Position position, LocalDate date, double loadLineLengthMetres) {
    Optional<Mark> configured = zone.markOn(date);
    if (configured.isEmpty()) {
      return Optional.empty();
    }
    Set<Mark> around = new HashSet<>();
    for (double north : STEPS) {
      for (double east : STEPS) {
        around.add(find(position.beside(north, east), date, loadLineLengthMetres).mark());
      }
    }
    if (around.contains(configured.get())) {
      return Optional.empty();
    }
    Finding found = find(position, date, loadLineLengthMetres);
    return Optional.of(
        Phrase.of(
            "the route has mark %s in %s on %s, but %.1f, %.1f lies in %s of Annex II, mark %s:"
                + " look at the chart of zones",
            configured.get().letters(),
            zone.name(),
            date,
            position.latitudeDegrees(),
            position.longitudeDegrees(),
            found.area(),
            found.mark().letters()));
  }

  private static ZoneArea area(Position position) {
    for (ZoneArea area : ZoneArea.values()) {
      for (Outline outline : OUTLINES.getOrDefault(area, List.of())) {
        if (outline.contains(position)) {
          return area;
        }
      }
    }
    return ZoneArea.SUMMER_ZONE;
  }

  private static Map.Entry<ZoneArea, List<Outline>> area(ZoneArea area, String... outlines) {
    return entry(area, List.of(outlines).stream().map(Outline::of).toList());
  }
}
