package org.plimsoll.vessel.limit;

import static org.plimsoll.naval.loadline.FreshWaterAllowance.ofSummer;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.HydrostaticRow;
import org.plimsoll.naval.TableEntry;
import org.plimsoll.naval.loadline.Arrival;
import org.plimsoll.naval.loadline.FreshWaterAllowance;
import org.plimsoll.naval.loadline.LoadLineMarks;
import org.plimsoll.naval.loadline.LookAhead;
import org.plimsoll.naval.loadline.Mark;
import org.plimsoll.naval.loadline.Route;
import org.plimsoll.naval.loadline.RouteLeg;
import org.plimsoll.naval.loadline.RouteZone;
import org.plimsoll.naval.loadline.SubdivisionLine;
import org.plimsoll.vessel.loading.ShipConfig;

/**
 * Load lines and the route on which they apply.
 *
 * @param marks by the certificate, or derived from the summer draught
 * @param loadLineLengthMetres of the certificate, which decides seasons and the WNA mark
 * @param lookAhead over the route
 * @param route of this service
 * @param clock of the zones, by which a season begins
 */
public record LoadLineConfig(
    LoadLineMarks marks,
    double loadLineLengthMetres,
    LookAhead lookAhead,
    Route route,
    ZoneId clock) {

  /** Most legs of a route, and most periods of a zone. */
  static final int MAX_LEGS = 50;

  private static final double MILLIMETRES = 1000;

  /** What a zone has outside its periods. */
  enum ZoneMark {
    /** River, canal or harbour inside the line from where the convention applies. */
    NONE,
    TROPICAL_FRESH,
    FRESH,
    TROPICAL,
    SUMMER,
    WINTER,
    WINTER_NORTH_ATLANTIC;

    Optional<Mark> mark() {
      return this == NONE ? Optional.empty() : Optional.of(Mark.valueOf(name()));
    }
  }

  /**
   * Reads {@code load-line}; empty if the section has a problem, or the ship no table.
   *
   * @param ship gives the marks and the fresh water allowance where the section does not
   */
  static Optional<LoadLineConfig> read(Section section, ShipConfig ship) {
    double summerMetres = ship.particulars().summerDraughtMetres();
    Optional<HydrostaticRow> row = summer(ship);
    double usual =
        row.map(of -> ofSummer(of.displacementTonnes(), of.tonnesPerCentimetre()).metres())
            .orElse(0.1);
    FreshWaterAllowance allowance =
        new FreshWaterAllowance(
            section.number("fresh-water-allowance-millimetres", 1, 2000, usual * MILLIMETRES)
                / MILLIMETRES);
    double length = section.number("length-metres", 5, 500);
    Optional<LoadLineMarks> marks = marks(section, summerMetres, allowance, length);
    Optional<SubdivisionLine> subdivision =
        section.optionalSection("subdivision").flatMap(LoadLineConfig::subdivision);
    Optional<Route> route = route(section);
    ZoneId clock = clock(section);
    if (row.isEmpty() || marks.isEmpty() || route.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LoadLineConfig(
            marks.get(),
            length,
            new LookAhead(marks.get(), subdivision, row.get().tonnesPerCentimetre()),
            route.get(),
            clock));
  }

  /** The hull at the summer draught; empty while the table has problems. */
  static Optional<HydrostaticRow> summer(ShipConfig ship) {
    double draught =
        ship.particulars().summerDraughtMetres() - ship.particulars().keelPlateMetres();
    return ship.table()
        .map(table -> table.atDraught(draught))
        .flatMap(
            entry ->
                entry instanceof TableEntry.Found found
                    ? Optional.of(found.row())
                    : Optional.empty());
  }

  private static Optional<LoadLineMarks> marks(
      Section section, double summerMetres, FreshWaterAllowance allowance, double length) {
    Optional<Section> certificate = section.optionalSection("marks");
    if (certificate.isEmpty()) {
      return Optional.of(LoadLineMarks.derived(summerMetres, allowance, length));
    }
    Section of = certificate.get();
    double summer = of.number("summer-metres", 0.1, 40);
    double tropical = of.number("tropical-metres", 0.1, 40, summer);
    double winter = of.number("winter-metres", 0.1, 40, summer);
    OptionalDouble northAtlantic =
        of.has("winter-north-atlantic-metres")
            ? OptionalDouble.of(of.number("winter-north-atlantic-metres", 0.1, 40))
            : OptionalDouble.empty();
    try {
      return Optional.of(
          new LoadLineMarks(
              tropical,
              summer,
              winter,
              northAtlantic,
              allowance,
              LoadLineMarks.Source.CERTIFICATE));
    } catch (IllegalArgumentException e) {
      section.problem("marks", String.valueOf(e.getMessage()), "as on the certificate");
      return Optional.empty();
    }
  }

  private static Optional<SubdivisionLine> subdivision(Section section) {
    String name = section.text("name");
    double draught = section.number("draught-metres", 0.1, 40);
    return name.isBlank() ? Optional.empty() : Optional.of(new SubdivisionLine(name, draught));
  }

  private static Optional<Route> route(Section section) {
    List<RouteLeg> legs = new ArrayList<>();
    List<Section> sections = section.sections("route");
    for (Section leg : sections) {
      legs.add(leg(leg));
    }
    Optional<Arrival> arrival =
        section
            .optionalSection("arrival")
            .map(
                of ->
                    new Arrival(
                        of.text("harbour"),
                        of.number("draught-metres", 0.1, 40),
                        of.number("water-density", 0.98, 1.06, 1.025)));
    if (legs.isEmpty() || legs.size() > MAX_LEGS) {
      section.problem(
          "route",
          legs.size() + " legs: no mark can be chosen",
          "1 to " + MAX_LEGS + " legs in the order of the voyage");
      return Optional.empty();
    }
    return Optional.of(new Route("route", legs, arrival));
  }

  private static RouteLeg leg(Section section) {
    List<RouteZone.Period> periods = new ArrayList<>();
    for (Section period : section.sections("periods")) {
      Mark mark = period.choice("mark", Mark.class);
      periods.add(new RouteZone.Period(day(period, "from"), day(period, "to"), mark));
    }
    RouteZone zone =
        new RouteZone(
            section.text("zone"),
            section.choice("mark", ZoneMark.class).mark(),
            periods.subList(0, Math.min(periods.size(), MAX_LEGS)));
    return new RouteLeg(
        zone,
        section.number("days", 0, RouteLeg.MOST_DAYS),
        section.number("consumption-tonnes-per-day", 0, 10_000, 0));
  }

  private static MonthDay day(Section section, String key) {
    String text = section.text(key);
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      if (!text.isEmpty()) {
        section.problem(key, "'" + text + "' is no day of the year", "month and day: \"12-01\"");
      }
      return MonthDay.of(1, 1);
    }
  }

  private static ZoneId clock(Section section) {
    String text = section.text("time-zone", "UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      section.problem("time-zone", "'" + text + "' is no time zone", "such as Asia/Vladivostok");
      return ZoneOffset.UTC;
    }
  }
}
