package org.plimsoll.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.tank.Liquid;
import org.plimsoll.naval.tank.Tank;
import org.plimsoll.naval.tank.TankContent;

/** One thing aboard that is neither ship nor cargo. */
sealed interface DeductibleEntry {

  String name();

  /**
   * By its mass.
   *
   * @param sigmaTonnes standard uncertainty; empty if nobody stated it
   */
  record Mass(String name, String how, double tonnes, OptionalDouble sigmaTonnes)
      implements DeductibleEntry {}

  /** By a gauge in a tank. */
  record Gauged(String name, Tank tank, Tank.Gauge gauge, Liquid liquid)
      implements DeductibleEntry {

    TankContent content(double trimMetres, double listDegrees) {
      return tank.content(gauge, trimMetres, Math.toRadians(listDegrees), liquid);
    }
  }

  /** Empty where the file does not say what is aboard; an empty list says that nothing is. */
  static Optional<List<DeductibleEntry>> read(Section survey, Map<String, TankEntry> tanks) {
    if (!survey.has("deductibles")) {
      return Optional.empty();
    }
    List<DeductibleEntry> entries = new ArrayList<>();
    for (Section section : survey.sections("deductibles")) {
      if (section.has("tank")) {
        gauged(section, tanks).ifPresent(entries::add);
      } else {
        entries.add(mass(section));
      }
    }
    return Optional.of(List.copyOf(entries));
  }

  private static DeductibleEntry mass(Section section) {
    String name = section.text("name");
    OptionalDouble sigma = ShipEntry.optional(section, "sigma-tonnes", 0, 100_000);
    if (section.has("volume-cubic-metres")) {
      double volume = section.number("volume-cubic-metres", 0, 1_000_000);
      double density =
          section.number("density", TankEntry.LEAST_DENSITY, TankEntry.GREATEST_DENSITY);
      String how = String.format(Locale.ROOT, "%.3f m3 x %.4f", volume, density);
      return new Mass(name, how, Decimals.times(volume, density), sigma);
    }
    return new Mass(name, "as entered", section.number("tonnes", 0, 1_000_000), sigma);
  }

  private static Optional<DeductibleEntry> gauged(Section section, Map<String, TankEntry> tanks) {
    String name = section.text("tank");
    boolean isUllage = section.has("ullage-metres");
    double depth = section.number(isUllage ? "ullage-metres" : "sounding-metres", 0, 100);
    double sigma = section.number("sigma-millimetres", 0, 1000, 5) / 1000;
    OptionalDouble density =
        ShipEntry.optional(section, "density", TankEntry.LEAST_DENSITY, TankEntry.GREATEST_DENSITY);
    TankEntry tank = tanks.get(name);
    if (tank == null) {
      section.problem(
          "tank",
          "there is no tank '" + name + "'",
          tanks.isEmpty() ? "the ship has no 'tanks'" : "the ship has " + tanks.keySet());
      return Optional.empty();
    }
    OptionalDouble known = density.isPresent() ? density : tank.density();
    if (known.isEmpty()) {
      section.problem("tank", "the density of what is in '" + name + "' is not stated", "");
      return Optional.empty();
    }
    Tank.Gauge gauge =
        new Tank.Gauge(isUllage ? Tank.Depth.ULLAGE : Tank.Depth.SOUNDING, depth, sigma);
    return tank.tank()
        .map(table -> new Gauged(name, table, gauge, new Liquid(name, known.getAsDouble(), 0)));
  }
}
