package org.plimsoll.vocabulary;

import static org.plimsoll.vocabulary.Unit.BYTE;
import static org.plimsoll.vocabulary.Unit.DEGREE;
import static org.plimsoll.vocabulary.Unit.HERTZ;
import static org.plimsoll.vocabulary.Unit.KELVIN;
import static org.plimsoll.vocabulary.Unit.KILOGRAM;
import static org.plimsoll.vocabulary.Unit.KILOGRAM_PER_CUBIC_METRE;
import static org.plimsoll.vocabulary.Unit.METRE;
import static org.plimsoll.vocabulary.Unit.METRE_PER_SECOND;
import static org.plimsoll.vocabulary.Unit.ONE;
import static org.plimsoll.vocabulary.Unit.PASCAL;
import static org.plimsoll.vocabulary.Unit.RADIAN;
import static org.plimsoll.vocabulary.Unit.RADIAN_PER_SECOND;
import static org.plimsoll.vocabulary.Unit.SECOND;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The table of quantities. A new quantity is one line here and nothing else: codec, store, API and
 * pages are generic. Paths are Signal K 1.7's where it has one; {@code hull}, {@code loading},
 * {@code passengers}, {@code notifications.plimsoll} and {@code gateway} are ours.
 */
public final class Quantities {

  private static final Map<String, Quantity> TABLE = new LinkedHashMap<>();

  private static final double FULL_CIRCLE = 2 * Math.PI;

  public static final Quantity LATITUDE =
      add("navigation.position.latitude", DEGREE, 1e-7, -90, 90, "Latitude");
  public static final Quantity LONGITUDE =
      add("navigation.position.longitude", DEGREE, 1e-7, -180, 180, "Longitude");
  public static final Quantity SPEED_OVER_GROUND =
      add("navigation.speedOverGround", METRE_PER_SECOND, 0.001, 0, 100, "Speed over ground");
  public static final Quantity COURSE_OVER_GROUND_TRUE =
      add("navigation.courseOverGroundTrue", RADIAN, 1e-4, 0, FULL_CIRCLE, "Course over ground");
  public static final Quantity HEADING_TRUE =
      add("navigation.headingTrue", RADIAN, 1e-4, 0, FULL_CIRCLE, "Heading");
  public static final Quantity RATE_OF_TURN =
      add("navigation.rateOfTurn", RADIAN_PER_SECOND, 1e-6, -0.5, 0.5, "Rate of turn");
  public static final Quantity ROLL =
      add("navigation.attitude.roll", RADIAN, 1e-4, -1.6, 1.6, "Roll");
  public static final Quantity PITCH =
      add("navigation.attitude.pitch", RADIAN, 1e-4, -1.6, 1.6, "Pitch");
  public static final Quantity HEADING_MAGNETIC =
      add("navigation.headingMagnetic", RADIAN, 1e-4, 0, FULL_CIRCLE, "Heading, magnetic");
  public static final Quantity MAGNETIC_VARIATION =
      add("navigation.magneticVariation", RADIAN, 1e-4, -Math.PI, Math.PI, "Variation, + east");
  public static final Quantity SPEED_THROUGH_WATER =
      add("navigation.speedThroughWater", METRE_PER_SECOND, 0.001, -20, 100, "Speed through water");
  public static final Quantity LOG = add("navigation.log", METRE, 1, 0, 1e12, "Log");
  public static final Quantity TRIP_LOG =
      add("navigation.trip.log", METRE, 1, 0, 1e12, "Log since the reset");
  public static final Quantity HEAVE = add("navigation.heave", METRE, 0.001, -50, 50, "Heave");
  public static final Quantity RUDDER_ANGLE =
      add("steering.rudderAngle", RADIAN, 1e-4, -1.6, 1.6, "Rudder, + to starboard");
  public static final Quantity GNSS_SATELLITES =
      add("navigation.gnss.satellites", ONE, 1, 0, 99, "Satellites used");
  public static final Quantity GNSS_SATELLITES_IN_VIEW =
      add("navigation.gnss.satellitesInView.count", ONE, 1, 0, 99, "Satellites in view");
  public static final Quantity GNSS_FIX_QUALITY =
      add("navigation.gnss.methodQuality", ONE, 1, 0, 9, "Fix quality");
  public static final Quantity GNSS_FIX_DIMENSION =
      add("navigation.gnss.fixDimension", ONE, 1, 1, 3, "Fix dimension");
  public static final Quantity GNSS_HORIZONTAL_DILUTION =
      add("navigation.gnss.horizontalDilution", ONE, 0.01, 0, 100, "Horizontal dilution");
  public static final Quantity GNSS_POSITION_DILUTION =
      add("navigation.gnss.positionDilution", ONE, 0.01, 0, 100, "Position dilution");
  public static final Quantity GNSS_VERTICAL_DILUTION =
      add("navigation.gnss.verticalDilution", ONE, 0.01, 0, 100, "Vertical dilution");
  public static final Quantity GNSS_ANTENNA_ALTITUDE =
      add("navigation.gnss.antennaAltitude", METRE, 0.01, -1000, 20000, "Antenna altitude");
  public static final Quantity DEPTH_BELOW_TRANSDUCER =
      add("environment.depth.belowTransducer", METRE, 0.01, 0, 12000, "Depth below transducer");
  public static final Quantity DEPTH_BELOW_KEEL =
      add("environment.depth.belowKeel", METRE, 0.01, -10, 12000, "Depth below keel");
  public static final Quantity DEPTH_BELOW_SURFACE =
      add("environment.depth.belowSurface", METRE, 0.01, 0, 12000, "Depth");
  public static final Quantity WATER_TEMPERATURE =
      add("environment.water.temperature", KELVIN, 0.01, 263.15, 323.15, "Water temperature");
  public static final Quantity CURRENT_SET_TRUE =
      add("environment.current.setTrue", RADIAN, 1e-4, 0, FULL_CIRCLE, "Set of the current");
  public static final Quantity CURRENT_DRIFT =
      add("environment.current.drift", METRE_PER_SECOND, 0.001, 0, 20, "Drift of the current");
  public static final Quantity WIND_ANGLE_APPARENT =
      add(
          "environment.wind.angleApparent",
          RADIAN,
          1e-4,
          -Math.PI,
          Math.PI,
          "Wind angle, apparent");
  public static final Quantity WIND_SPEED_APPARENT =
      add("environment.wind.speedApparent", METRE_PER_SECOND, 0.01, 0, 120, "Wind, apparent");
  public static final Quantity WIND_ANGLE_TRUE =
      add("environment.wind.angleTrueWater", RADIAN, 1e-4, -Math.PI, Math.PI, "Wind angle, true");
  public static final Quantity WIND_SPEED_TRUE =
      add("environment.wind.speedTrue", METRE_PER_SECOND, 0.01, 0, 120, "Wind, true");
  public static final Quantity WIND_DIRECTION_TRUE =
      add("environment.wind.directionTrue", RADIAN, 1e-4, 0, FULL_CIRCLE, "Wind from");
  public static final Quantity WIND_SPEED_OVER_GROUND =
      add("environment.wind.speedOverGround", METRE_PER_SECOND, 0.01, 0, 120, "Wind over ground");
  public static final Quantity AIR_TEMPERATURE =
      add("environment.outside.temperature", KELVIN, 0.01, 203.15, 343.15, "Air temperature");
  public static final Quantity AIR_PRESSURE =
      add("environment.outside.pressure", PASCAL, 1, 80000, 120000, "Air pressure");
  public static final Quantity AIR_HUMIDITY =
      add("environment.outside.relativeHumidity", ONE, 0.001, 0, 1, "Relative humidity");
  public static final Quantity WATER_DENSITY =
      add("environment.water.density", KILOGRAM_PER_CUBIC_METRE, 0.1, 980, 1060, "Water density");

  public static final Quantity ENGINE_SPEED_PORT =
      add("propulsion.port.revolutions", HERTZ, 0.001, 0, 200, "Engine, port or only");
  public static final Quantity ENGINE_SPEED_STARBOARD =
      add("propulsion.starboard.revolutions", HERTZ, 0.001, 0, 200, "Engine, starboard");
  public static final Quantity ENGINE_OIL_PRESSURE_PORT =
      add("propulsion.port.oilPressure", PASCAL, 100, 0, 1e7, "Oil pressure, port or only");
  public static final Quantity ENGINE_OIL_PRESSURE_STARBOARD =
      add("propulsion.starboard.oilPressure", PASCAL, 100, 0, 1e7, "Oil pressure, starboard");
  public static final Quantity ENGINE_TEMPERATURE_PORT =
      add("propulsion.port.temperature", KELVIN, 0.01, 203.15, 523.15, "Coolant, port or only");
  public static final Quantity ENGINE_TEMPERATURE_STARBOARD =
      add("propulsion.starboard.temperature", KELVIN, 0.01, 203.15, 523.15, "Coolant, starboard");
  public static final Quantity FUEL_TANK_0_LEVEL =
      add("tanks.fuel.0.currentLevel", ONE, 0.001, 0, 1.1, "Fuel tank 0");
  public static final Quantity FUEL_TANK_1_LEVEL =
      add("tanks.fuel.1.currentLevel", ONE, 0.001, 0, 1.1, "Fuel tank 1");

  public static final Quantity DEPTH_CHARTED =
      add("environment.depth.charted", METRE, 0.01, -20, 12000, "Charted depth");
  public static final Quantity TIDE_HEIGHT =
      add("environment.tide.heightNow", METRE, 0.01, -20, 20, "Height of tide");

  public static final Quantity DRAUGHT_FORWARD_PORT = draught("forward", "port");
  public static final Quantity DRAUGHT_FORWARD_STARBOARD = draught("forward", "starboard");
  public static final Quantity DRAUGHT_MIDSHIP_PORT = draught("midship", "port");
  public static final Quantity DRAUGHT_MIDSHIP_STARBOARD = draught("midship", "starboard");
  public static final Quantity DRAUGHT_AFT_PORT = draught("aft", "port");
  public static final Quantity DRAUGHT_AFT_STARBOARD = draught("aft", "starboard");
  public static final Quantity DRAUGHT_MEAN =
      add("hull.draught.mean", METRE, 0.001, 0, 40, "Draught, quarter mean");
  public static final Quantity TRIM =
      add("hull.trim", METRE, 0.001, -20, 20, "Trim, + by the stern");
  public static final Quantity LIST =
      add("hull.list", RADIAN, 1e-4, -1.6, 1.6, "List, + to starboard");
  public static final Quantity DEFLECTION =
      add("hull.deflection", METRE, 0.001, -2, 2, "Deflection, + sag");

  public static final Quantity TWIST =
      add("hull.twist", RADIAN, 1e-4, -0.2, 0.2, "Twist, list forward less list aft");
  public static final Quantity INDICATIVE_GM =
      add("hull.indicativeGM", METRE, 0.01, 0, 20, "GM by the period of roll, indicative");

  public static final Quantity DISPLACEMENT =
      add("loading.displacement", KILOGRAM, 100, 0, 1e9, "Displacement");
  public static final Quantity CARGO_LIMIT =
      add("loading.cargo.limit", KILOGRAM, 1, 0, 1e9, "Cargo limit");
  public static final Quantity CARGO_DECLARED =
      add("loading.cargo.declared", KILOGRAM, 1, 0, 1e9, "Cargo declared");
  public static final Quantity CARGO_WEIGHED =
      add("loading.cargo.weighed", KILOGRAM, 1, -1e9, 1e9, "Cargo weighed");
  public static final Quantity CARGO_MEASURED =
      add("loading.cargo.measured", KILOGRAM, 100, -1e9, 1e9, "Cargo measured by draught");
  public static final Quantity CARGO_MEASURED_U95 =
      add("loading.cargo.measuredU95", KILOGRAM, 100, 0, 1e9, "Cargo measured, U95");
  public static final Quantity CARGO_RESIDUAL =
      add("loading.cargo.residual", KILOGRAM, 100, -1e9, 1e9, "Cargo measured less weighed");
  public static final Quantity CARGO_RESIDUAL_U95 =
      add("loading.cargo.residualU95", KILOGRAM, 100, 0, 1e9, "Cargo measured less weighed, U95");
  public static final Quantity CARGO_VERDICT =
      add(
          "loading.cargo.verdict",
          ONE,
          1,
          0,
          3,
          "Cargo verdict: 0 match, 1 check, 2 discrepancy, 3 unverified");
  public static final Quantity DEDUCTIBLES =
      add("loading.deductibles", KILOGRAM, 100, 0, 1e9, "Deductibles");
  public static final Quantity LOAD_LINE_LIMIT =
      add("loading.loadLine.limit", METRE, 0.001, 0, 40, "Draught allowed at the midship marks");
  public static final Quantity LOAD_LINE_MARGIN =
      add("loading.loadLine.margin", METRE, 0.001, -20, 20, "Margin to the load line");
  public static final Quantity UNDER_KEEL_CLEARANCE =
      add("loading.underKeelClearance", METRE, 0.01, -10, 12000, "Under-keel clearance");
  public static final Quantity SQUAT =
      add("loading.squat", METRE, 0.01, 0, 20, "Squat at the speed of now");
  public static final Quantity WEIGHBRIDGE_MASS =
      add("loading.weighbridge.mass", KILOGRAM, 1, -1e6, 1e6, "On the weighbridge");
  public static final Quantity WEIGHBRIDGE_DECLARED =
      add("loading.weighbridge.declaredMass", KILOGRAM, 1, 0, 1e6, "Declared, on the weighbridge");
  public static final Quantity WEIGHBRIDGE_POSITION =
      add(
          "loading.weighbridge.stowagePosition",
          METRE,
          0.1,
          -100,
          500,
          "From the after perpendicular, where the unit on the weighbridge is stowed");
  public static final Quantity RAMP_DIRECTION =
      add("loading.ramp.direction", ONE, 1, -1, 1, "Ramp direction, 1 aboard, -1 ashore");
  public static final Quantity DECK_LOAD_FORWARD =
      add("loading.deck.forward.mass", KILOGRAM, 1, -1e6, 1e7, "Deck load, forward zone");
  public static final Quantity DECK_LOAD_AFT =
      add("loading.deck.aft.mass", KILOGRAM, 1, -1e6, 1e7, "Deck load, aft zone");
  public static final Quantity PASSENGERS_ON_BOARD =
      add("passengers.onBoard", ONE, 1, 0, 10000, "Passengers on board");

  public static final Quantity OUTBOX_BACKLOG_BYTES =
      add("gateway.outbox.backlogBytes", BYTE, 1, 0, 1e15, "Backlog");
  public static final Quantity OUTBOX_BACKLOG_AGE =
      add("gateway.outbox.backlogAge", SECOND, 1, 0, 1e9, "Oldest in the backlog");
  public static final Quantity LINK_UP = add("gateway.link.up", ONE, 1, 0, 1, "Link up");
  public static final Quantity LINK_RESTING =
      add("gateway.link.resting", ONE, 1, 0, 1, "Link down until its next window");
  public static final Quantity LINK_LEVEL =
      add("gateway.link.level", ONE, 1, 0, 9, "What goes ashore, 0 everything, more is less");
  public static final Quantity LINK_BYTES_TODAY =
      add("gateway.link.bytesToday", BYTE, 1, 0, 1e15, "Bytes over the link today");
  public static final Quantity LINK_BYTES_THIS_MONTH =
      add("gateway.link.bytesThisMonth", BYTE, 1, 0, 1e15, "Bytes over the link this month");
  public static final Quantity LINK_COST_THIS_MONTH =
      add("gateway.link.costThisMonth", ONE, 0.01, 0, 1e12, "Cost of the link this month");
  public static final Quantity CLOCK_SOURCE =
      add("gateway.clock.source", ONE, 1, 0, 2, "Clock follows 0 satellites, 1 system, 2 nothing");
  public static final Quantity CLOCK_STEP =
      add("gateway.clock.step", SECOND, 0.001, -1e10, 1e10, "Clock was moved by");
  public static final Quantity READINGS_DROPPED =
      add("gateway.readings.dropped", ONE, 1, 0, 1e15, "Readings dropped before acceptance");

  /** Prefix of the path of an alert's state; the alert's identifier follows. */
  public static final String NOTIFICATION_PREFIX = "notifications.plimsoll.";

  private Quantities() {}

  /** The quantity of this path, if the table or one of the families has it. */
  public static Optional<Quantity> of(String path) {
    Quantity listed = TABLE.get(path);
    return listed != null ? Optional.of(listed) : Families.of(path);
  }

  /** Every quantity, in the order of the table. */
  public static Collection<Quantity> all() {
    return java.util.Collections.unmodifiableCollection(TABLE.values());
  }

  /**
   * The state of one alert as a quantity, so that it travels and is stored like any other reading:
   * 0 normal, 1 active and unacknowledged, 2 active and silenced, 3 active and acknowledged, 4
   * rectified and unacknowledged, 5 active and announced by another system.
   *
   * @param identifier 1 to 7 digits, as in {@code ALF}
   * @param title the alert's title
   */
  public static Quantity alertState(int identifier, String title) {
    return new Quantity(NOTIFICATION_PREFIX + identifier, ONE, 1, 0, 5, title);
  }

  private static Quantity draught(String station, String side) {
    return add(
        "hull.draught." + station + "." + side,
        METRE,
        0.001,
        0,
        40,
        "Draught " + station + " " + side);
  }

  private static Quantity add(
      String path, Unit unit, double resolution, double minimum, double maximum, String title) {
    Quantity quantity = new Quantity(path, unit, resolution, minimum, maximum, title);
    if (TABLE.put(path, quantity) != null) {
      throw new IllegalStateException("two quantities at " + path);
    }
    return quantity;
  }
}
