package org.plimsoll.vessel.loading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtPrinciple;
import org.plimsoll.naval.tank.DraughtSensor;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * Which quantity speaks for each draught mark, and how its figure becomes a length.
 *
 * @param bySource by the path of what the sensor says
 */
public record DraughtSensors(Map<String, Sensor> bySource) {

  /** What a sensor measures. */
  enum Principle {
    LENGTH,
    PRESSURE,
    PRESSURE_IN_METRES
  }

  /**
   * One sensor.
   *
   * @param draught the quantity of the draught itself
   * @param principle how the figure becomes a draught
   */
  public record Sensor(DraughtMark mark, Quantity draught, DraughtSensor principle) {

    /** Whether the figure is the draught as it comes. */
    boolean isLength() {
      return principle instanceof DraughtSensor.Length;
    }
  }

  private static final Map<DraughtMark, Quantity> DRAUGHTS =
      new EnumMap<>(
          Map.of(
              DraughtMark.FORWARD_PORT, Quantities.DRAUGHT_FORWARD_PORT,
              DraughtMark.FORWARD_STARBOARD, Quantities.DRAUGHT_FORWARD_STARBOARD,
              DraughtMark.MIDSHIP_PORT, Quantities.DRAUGHT_MIDSHIP_PORT,
              DraughtMark.MIDSHIP_STARBOARD, Quantities.DRAUGHT_MIDSHIP_STARBOARD,
              DraughtMark.AFT_PORT, Quantities.DRAUGHT_AFT_PORT,
              DraughtMark.AFT_STARBOARD, Quantities.DRAUGHT_AFT_STARBOARD));

  public DraughtSensors {
    bySource = Map.copyOf(bySource);
  }

  /** The quantity of the draught at a mark. */
  public static Quantity draught(DraughtMark mark) {
    return DRAUGHTS.getOrDefault(mark, Quantities.DRAUGHT_MIDSHIP_PORT);
  }

  /** Reads {@code draught-sensors}: what is not named measures the length. */
  static DraughtSensors read(Section ship) {
    Map<String, Section> named = new HashMap<>(ship.namedSections("draught-sensors"));
    Map<String, Sensor> sensors = new HashMap<>();
    for (DraughtMark mark : DraughtMark.values()) {
      Optional<Section> section = Optional.ofNullable(named.remove(name(mark)));
      Principle principle =
          section
              .map(of -> of.choice("principle", Principle.class, Principle.LENGTH))
              .orElse(Principle.LENGTH);
      DraughtSensor sensor = sensor(section, principle);
      sensors.put(source(mark, principle), new Sensor(mark, draught(mark), sensor));
    }
    for (Map.Entry<String, Section> unknown : named.entrySet()) {
      unknown
          .getValue()
          .problem("", "'" + unknown.getKey() + "' is no draught mark", "one of " + names());
    }
    return new DraughtSensors(sensors);
  }

  private static DraughtSensor sensor(Optional<Section> section, Principle principle) {
    if (section.isEmpty() || principle == Principle.LENGTH) {
      return new DraughtSensor.Length(0);
    }
    double height = section.get().number("height-metres", -1, 20);
    return principle == Principle.PRESSURE
        ? new DraughtSensor.Pressure(height)
        : new DraughtSensor.PressureInMetres(
            height, section.get().number("assumed-density", 0.9, 1.1));
  }

  private static String source(DraughtMark mark, Principle principle) {
    String place = name(mark).replace('-', '.');
    return switch (principle) {
      case LENGTH -> draught(mark).path();
      case PRESSURE -> "hull.draughtSensor." + place + ".pressure";
      case PRESSURE_IN_METRES -> "hull.draughtSensor." + place + ".head";
    };
  }

  private static String name(DraughtMark mark) {
    return mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (DraughtMark mark : DraughtMark.values()) {
      names.add(name(mark));
    }
    return names;
  }

  /** For the uncertainty: pressure only if every sensor measures it. */
  DraughtPrinciple principle() {
    return bySource.values().stream().noneMatch(Sensor::isLength)
        ? DraughtPrinciple.PRESSURE
        : DraughtPrinciple.LENGTH;
  }
}
