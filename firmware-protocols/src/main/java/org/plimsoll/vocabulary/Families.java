package org.plimsoll.vocabulary;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantities of which a ship has as many as she has tanks, lanes and draught sensors: the path
 * names which one.
 */
final class Families {

  /** The last word of a tank's path says what its gauge measures. */
  private static final Pattern TANK =
      Pattern.compile(
          "tanks\\.([a-z][A-Za-z]{0,19})\\.([A-Za-z0-9]{1,16})"
              + "\\.(sounding|ullage|pressure|current|mass)");

  private static final Pattern LANE =
      Pattern.compile("loading\\.lane\\.([A-Za-z0-9]{1,16})\\.mass");

  /** What a pressure sensor says before the water's density is brought in. */
  private static final Pattern DRAUGHT_SENSOR =
      Pattern.compile(
          "hull\\.draughtSensor\\.(forward|midship|aft)\\.(port|starboard)\\.(pressure|head)");

  private record Measure(Unit unit, double resolution, double minimum, double maximum) {}

  private static final Measure PRESSURE = new Measure(Unit.PASCAL, 1, -1e5, 1e6);

  private static final Map<String, Measure> MEASURES =
      Map.of(
          "sounding", new Measure(Unit.METRE, 0.001, -1, 60),
          "ullage", new Measure(Unit.METRE, 0.001, -1, 60),
          "head", new Measure(Unit.METRE, 0.001, -1, 60),
          "pressure", PRESSURE,
          "current", new Measure(Unit.AMPERE, 1e-6, 0, 0.03),
          "mass", new Measure(Unit.KILOGRAM, 10, -1e6, 1e9));

  private Families() {}

  static Optional<Quantity> of(String path) {
    Matcher tank = TANK.matcher(path);
    if (tank.matches()) {
      String title = "Tank " + tank.group(1) + " " + tank.group(2) + ", " + tank.group(3);
      return member(path, tank.group(3), title);
    }
    Matcher lane = LANE.matcher(path);
    if (lane.matches()) {
      return member(path, "mass", "Load of lane " + lane.group(1));
    }
    Matcher sensor = DRAUGHT_SENSOR.matcher(path);
    if (sensor.matches()) {
      String title = "Draught sensor " + sensor.group(1) + " " + sensor.group(2);
      return member(path, sensor.group(3), title + ", " + sensor.group(3));
    }
    return Optional.empty();
  }

  private static Optional<Quantity> member(String path, String measure, String title) {
    return Optional.ofNullable(MEASURES.get(measure))
        .map(of -> new Quantity(path, of.unit, of.resolution, of.minimum, of.maximum, title));
  }
}
