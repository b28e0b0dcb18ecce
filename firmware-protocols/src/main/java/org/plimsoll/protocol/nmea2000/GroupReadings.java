package org.plimsoll.protocol.nmea2000;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.protocol.nmea2000.EnvironmentGroup.Conditions;
import org.plimsoll.protocol.nmea2000.EnvironmentGroup.Humidity;
import org.plimsoll.protocol.nmea2000.EnvironmentGroup.Outside;
import org.plimsoll.protocol.nmea2000.EnvironmentGroup.Pressure;
import org.plimsoll.protocol.nmea2000.EnvironmentGroup.Temperature;
import org.plimsoll.protocol.nmea2000.EnvironmentGroup.Wind;
import org.plimsoll.protocol.nmea2000.MachineryGroup.EngineSpeed;
import org.plimsoll.protocol.nmea2000.MachineryGroup.EngineState;
import org.plimsoll.protocol.nmea2000.MachineryGroup.TankLevel;
import org.plimsoll.protocol.nmea2000.NavigationGroup.Attitude;
import org.plimsoll.protocol.nmea2000.NavigationGroup.Depth;
import org.plimsoll.protocol.nmea2000.NavigationGroup.DistanceLog;
import org.plimsoll.protocol.nmea2000.NavigationGroup.Heading;
import org.plimsoll.protocol.nmea2000.NavigationGroup.Heave;
import org.plimsoll.protocol.nmea2000.NavigationGroup.MagneticVariation;
import org.plimsoll.protocol.nmea2000.NavigationGroup.RateOfTurn;
import org.plimsoll.protocol.nmea2000.NavigationGroup.Rudder;
import org.plimsoll.protocol.nmea2000.NavigationGroup.Speed;
import org.plimsoll.protocol.nmea2000.PositionGroup.CourseAndSpeed;
import org.plimsoll.protocol.nmea2000.PositionGroup.Gnss;
import org.plimsoll.protocol.nmea2000.PositionGroup.RapidPosition;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** What a parameter group measures, in SI: absent is nothing, void is invalid. */
public final class GroupReadings {

  private static final int TRUE_NORTH = 0;
  private static final int MAGNETIC_NORTH = 1;
  private static final int SEA = 0;
  private static final int OUTSIDE = 1;
  private static final int ATMOSPHERE = 0;
  private static final int FUEL = 0;

  private final List<Reading> readings = new ArrayList<>();

  private GroupReadings() {}

  /**
   * The readings of one group. The altitude of 129029 gives none, because makers differ in what it
   * is above; batteries and tanks other than fuel give none, because only the ship knows what they
   * are.
   *
   * @return not modifiable
   */
  public static List<Reading> of(ParameterGroup group) {
    GroupReadings out = new GroupReadings();
    if (group instanceof NavigationGroup navigation) {
      out.navigation(navigation);
    } else if (group instanceof PositionGroup position) {
      out.position(position);
    } else if (group instanceof MachineryGroup machinery) {
      out.machinery(machinery);
    } else {
      out.environment((EnvironmentGroup) group);
    }
    return List.copyOf(out.readings);
  }

  private void navigation(NavigationGroup group) {
    if (group instanceof Rudder rudder) {
      if (rudder.instance().orElse(0) == 0) {
        add(Quantities.RUDDER_ANGLE, rudder.positionRadians());
      }
    } else if (group instanceof Heading heading) {
      heading(heading);
    } else if (group instanceof RateOfTurn turn) {
      add(Quantities.RATE_OF_TURN, turn.rateRadiansPerSecond());
    } else if (group instanceof Heave heave) {
      add(Quantities.HEAVE, heave.heaveMetres());
    } else if (group instanceof Attitude attitude) {
      add(Quantities.PITCH, attitude.pitchRadians());
      add(Quantities.ROLL, attitude.rollRadians());
    } else if (group instanceof MagneticVariation variation) {
      add(Quantities.MAGNETIC_VARIATION, variation.variationRadians());
    } else if (group instanceof Speed speed) {
      add(Quantities.SPEED_THROUGH_WATER, speed.waterMetresPerSecond());
    } else if (group instanceof Depth depth) {
      depth(depth);
    } else {
      DistanceLog log = (DistanceLog) group;
      add(Quantities.LOG, log.logMetres());
      add(Quantities.TRIP_LOG, log.tripMetres());
    }
  }

  private void heading(Heading heading) {
    if (is(heading.reference(), TRUE_NORTH)) {
      add(Quantities.HEADING_TRUE, heading.headingRadians());
    } else if (is(heading.reference(), MAGNETIC_NORTH)) {
      add(Quantities.HEADING_MAGNETIC, heading.headingRadians());
    }
    add(Quantities.MAGNETIC_VARIATION, heading.variationRadians());
  }

  /** As with DPT, the sign of the offset says what it leads to; zero says nothing. */
  private void depth(Depth depth) {
    add(Quantities.DEPTH_BELOW_TRANSDUCER, depth.depthMetres());
    double offset = depth.offsetMetres().orElse(0);
    if (depth.depthMetres().isPresent() && offset != 0) {
      Quantity below = offset > 0 ? Quantities.DEPTH_BELOW_SURFACE : Quantities.DEPTH_BELOW_KEEL;
      readings.add(Reading.good(below, depth.depthMetres().getAsDouble() + offset));
    }
  }

  private void position(PositionGroup group) {
    if (group instanceof RapidPosition at) {
      add(Quantities.LATITUDE, at.latitudeDegrees());
      add(Quantities.LONGITUDE, at.longitudeDegrees());
    } else if (group instanceof CourseAndSpeed motion) {
      if (is(motion.reference(), TRUE_NORTH)) {
        add(Quantities.COURSE_OVER_GROUND_TRUE, motion.courseRadians());
      }
      add(Quantities.SPEED_OVER_GROUND, motion.speedMetresPerSecond());
    } else if (group instanceof Gnss fix) {
      fix(fix);
    }
  }

  private void fix(Gnss fix) {
    OptionalInt method = fix.solution().method();
    Quality quality =
        switch (method.orElse(0)) {
          case 1, 2, 3, 4, 5 -> Quality.GOOD;
          case 6 -> Quality.DEGRADED;
          case 7 -> Quality.MANUAL;
          default -> Quality.INVALID;
        };
    if (quality == Quality.INVALID) {
      readings.add(Reading.invalid(Quantities.LATITUDE));
      readings.add(Reading.invalid(Quantities.LONGITUDE));
    } else {
      add(Quantities.LATITUDE, fix.place().latitudeDegrees(), quality);
      add(Quantities.LONGITUDE, fix.place().longitudeDegrees(), quality);
      add(Quantities.GNSS_HORIZONTAL_DILUTION, fix.horizontalDilution(), quality);
      add(Quantities.GNSS_POSITION_DILUTION, fix.positionDilution(), quality);
    }
    add(Quantities.GNSS_SATELLITES, fix.solution().satellites());
    add(Quantities.GNSS_FIX_QUALITY, method);
  }

  private void machinery(MachineryGroup group) {
    if (group instanceof EngineSpeed engine) {
      OptionalDouble perMinute = engine.revolutionsPerMinute();
      add(
          of(engine.instance(), Quantities.ENGINE_SPEED_PORT, Quantities.ENGINE_SPEED_STARBOARD),
          scaled(perMinute, 60));
    } else if (group instanceof EngineState engine) {
      add(
          of(
              engine.instance(),
              Quantities.ENGINE_OIL_PRESSURE_PORT,
              Quantities.ENGINE_OIL_PRESSURE_STARBOARD),
          engine.oil().pascals());
      add(
          of(
              engine.instance(),
              Quantities.ENGINE_TEMPERATURE_PORT,
              Quantities.ENGINE_TEMPERATURE_STARBOARD),
          engine.coolant().kelvins());
    } else if (group instanceof TankLevel tank && is(tank.type(), FUEL)) {
      add(
          of(tank.instance(), Quantities.FUEL_TANK_0_LEVEL, Quantities.FUEL_TANK_1_LEVEL),
          scaled(tank.levelPercent(), 100));
    }
  }

  private void environment(EnvironmentGroup group) {
    if (group instanceof Wind wind) {
      wind(wind);
    } else if (group instanceof Outside outside) {
      add(Quantities.WATER_TEMPERATURE, outside.waterKelvins());
      add(Quantities.AIR_TEMPERATURE, outside.airKelvins());
      add(Quantities.AIR_PRESSURE, outside.pressurePascals());
    } else if (group instanceof Conditions conditions) {
      temperature(conditions.temperatureSource(), conditions.kelvins());
      humidity(conditions.humiditySource(), conditions.humidityPercent());
      add(Quantities.AIR_PRESSURE, conditions.pressurePascals());
    } else if (group instanceof Temperature temperature) {
      temperature(temperature.source(), temperature.kelvins());
    } else if (group instanceof Humidity humidity) {
      humidity(humidity.source(), humidity.percent());
    } else if (group instanceof Pressure pressure && is(pressure.source(), ATMOSPHERE)) {
      add(Quantities.AIR_PRESSURE, pressure.pascals());
    }
  }

  private void wind(Wind wind) {
    OptionalDouble angle = wind.angleRadians();
    OptionalDouble speed = wind.speedMetresPerSecond();
    switch (wind.reference().orElse(-1)) {
      case 0 -> {
        add(Quantities.WIND_DIRECTION_TRUE, angle);
        add(Quantities.WIND_SPEED_OVER_GROUND, speed);
      }
      case 1, 3 -> add(Quantities.WIND_SPEED_OVER_GROUND, speed);
      case 2 -> {
        add(Quantities.WIND_ANGLE_APPARENT, sided(angle));
        add(Quantities.WIND_SPEED_APPARENT, speed);
      }
      case 4 -> {
        add(Quantities.WIND_ANGLE_TRUE, sided(angle));
        add(Quantities.WIND_SPEED_TRUE, speed);
      }
      default -> {}
    }
  }

  private void temperature(OptionalInt source, OptionalDouble kelvins) {
    if (is(source, SEA)) {
      add(Quantities.WATER_TEMPERATURE, kelvins);
    } else if (is(source, OUTSIDE)) {
      add(Quantities.AIR_TEMPERATURE, kelvins);
    }
  }

  private void humidity(OptionalInt source, OptionalDouble percent) {
    if (is(source, OUTSIDE)) {
      add(Quantities.AIR_HUMIDITY, scaled(percent, 100));
    }
  }

  /** The quantity of instance 0 or 1; further ones have none, as one that is not told. */
  private static List<Quantity> of(OptionalInt instance, Quantity port, Quantity starboard) {
    return switch (instance.orElse(-1)) {
      case 0 -> List.of(port);
      case 1 -> List.of(starboard);
      default -> List.of();
    };
  }

  private static boolean is(OptionalInt code, int value) {
    return code.isPresent() && code.getAsInt() == value;
  }

  private static OptionalDouble scaled(OptionalDouble value, double divisor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
  }

  /** From the bow to either side, to port negative. */
  private static OptionalDouble sided(OptionalDouble angle) {
    return angle.isPresent() && angle.getAsDouble() > Math.PI
        ? OptionalDouble.of(angle.getAsDouble() - 2 * Math.PI)
        : angle;
  }

  private void add(List<Quantity> quantities, OptionalDouble value) {
    quantities.forEach(quantity -> add(quantity, value));
  }

  private void add(Quantity quantity, OptionalInt value) {
    if (value.isPresent()) {
      readings.add(Reading.good(quantity, value.getAsInt()));
    }
  }

  private void add(Quantity quantity, OptionalDouble value) {
    add(quantity, value, Quality.GOOD);
  }

  private void add(Quantity quantity, OptionalDouble value, Quality quality) {
    if (value.isPresent()) {
      readings.add(new Reading(quantity, value, quality));
    }
  }
}
