package org.plimsoll.vessel.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.tank.CurrentLoop;
import org.plimsoll.naval.tank.Grid;
import org.plimsoll.naval.tank.Liquid;
import org.plimsoll.naval.tank.PressureHead;
import org.plimsoll.naval.tank.Tank;
import org.plimsoll.naval.tank.TankTable;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * A tank that is gauged, so that its content is deducted as it is now.
 *
 * @param name as on the ship's plan
 * @param gauge the quantity that its gauge says
 * @param mass the quantity of its content
 * @param tank its tables
 * @param liquid what is in it
 * @param sigmaMetres standard uncertainty of the depth
 * @param figure how the gauge's figure becomes a depth
 */
public record TankConfig(
    String name,
    Quantity gauge,
    Quantity mass,
    Tank tank,
    Liquid liquid,
    double sigmaMetres,
    Figure figure) {

  /** Most tanks of a ship. */
  static final int MAX_TANKS = 100;

  private static final double GREATEST_METRES = 60;

  /** How a gauge's figure becomes a sounding or an ullage. */
  public sealed interface Figure {

    /** The depth in metres; empty if the figure is no measurement. */
    OptionalDouble metres(double figure, double liquidDensity);

    /** Sounding or ullage. */
    Tank.Depth kind();

    /** A depth as it comes. */
    record Depth(Tank.Depth kind) implements Figure {
      @Override
      public OptionalDouble metres(double figure, double liquidDensity) {
        return OptionalDouble.of(figure);
      }
    }

    /** Pascals above the pressure on the surface. */
    record Pressure(PressureHead head) implements Figure {
      @Override
      public OptionalDouble metres(double figure, double liquidDensity) {
        return OptionalDouble.of(head.surfaceMetres(figure, liquidDensity));
      }

      @Override
      public Tank.Depth kind() {
        return Tank.Depth.SOUNDING;
      }
    }

    /** Amperes of a 4 to 20 mA transmitter. */
    record Current(CurrentLoop loop, Tank.Depth kind) implements Figure {
      @Override
      public OptionalDouble metres(double figure, double liquidDensity) {
        return loop.value(figure * 1000);
      }
    }
  }

  /** How a tank's table allows for trim. */
  enum Correction {
    NONE,
    DEPTH,
    VOLUME
  }

  /** Reads {@code tanks}. */
  static List<TankConfig> readAll(Section ship) {
    List<TankConfig> tanks =
        ship.namedSections("tanks").values().stream()
            .map(TankConfig::read)
            .flatMap(Optional::stream)
            .toList();
    if (tanks.size() > MAX_TANKS) {
      ship.problem("tanks", tanks.size() + " tanks", "allowed: " + MAX_TANKS + " at most");
    }
    return tanks;
  }

  /** Empty if a table cannot be had; the problem is noted. */
  private static Optional<TankConfig> read(Section section) {
    String path = section.text("gauge");
    Optional<Quantity> gauge = Quantities.of(path).filter(of -> of.path().startsWith("tanks."));
    String measure = path.substring(path.lastIndexOf('.') + 1);
    if (gauge.isEmpty()
        || !List.of("sounding", "ullage", "pressure", "current").contains(measure)) {
      section.problem(
          "gauge",
          "'" + path + "' is no gauge of a tank",
          "tanks.<kind>.<number>. and sounding, ullage, pressure or current");
      gauge = Optional.empty();
    }
    Tank.Depth enteredBy = section.choice("entered-by", Tank.Depth.class, Tank.Depth.SOUNDING);
    double reference = section.number("reference-height-metres", 0.1, GREATEST_METRES);
    Figure figure = figure(section, measure, enteredBy);
    Liquid liquid =
        new Liquid(
            section.text("liquid", section.name()),
            section.number("density", 0.5, 2),
            section.number("density-sigma", 0, 0.2, 0.002));
    double sigma = section.number("sigma-metres", 0, 5, 0.02);
    Optional<TankTable> table = table(section);
    Optional<Grid> list = optionalGrid(section, "list-table");
    if (gauge.isEmpty() || table.isEmpty() || !section.has("reference-height-metres")) {
      return Optional.empty();
    }
    Quantity mass = Quantities.of(path.substring(0, path.lastIndexOf('.')) + ".mass").orElseThrow();
    return Optional.of(
        new TankConfig(
            section.name(),
            gauge.get(),
            mass,
            new Tank(section.name(), table.get(), enteredBy, reference, list),
            liquid,
            sigma,
            figure));
  }

  private static Figure figure(Section section, String measure, Tank.Depth enteredBy) {
    return switch (measure) {
      case "pressure" ->
          new Figure.Pressure(
              new PressureHead(section.number("height-metres", 0, GREATEST_METRES, 0)));
      case "current" ->
          new Figure.Current(
              new CurrentLoop(
                  section.number("metres-at-4-milliamperes", -1, GREATEST_METRES),
                  section.number("metres-at-20-milliamperes", -1, GREATEST_METRES)),
              enteredBy);
      case "ullage" -> new Figure.Depth(Tank.Depth.ULLAGE);
      default -> new Figure.Depth(Tank.Depth.SOUNDING);
    };
  }

  private static Optional<TankTable> table(Section section) {
    Correction correction = section.choice("trim-correction", Correction.class, Correction.NONE);
    Optional<Grid> volume = grid(section, "table");
    if (correction == Correction.NONE) {
      return volume.map(TankTable.VolumeByTrim::new);
    }
    Optional<Grid> corrections = grid(section, "trim-table");
    if (volume.isEmpty() || corrections.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        correction == Correction.DEPTH
            ? new TankTable.DepthCorrection(volume.get(), corrections.get())
            : new TankTable.VolumeCorrection(volume.get(), corrections.get()));
  }

  private static Optional<Grid> optionalGrid(Section section, String key) {
    return section.has(key) ? grid(section, key) : Optional.empty();
  }

  private static Optional<Grid> grid(Section section, String key) {
    Path file = section.path(key);
    if (!section.has(key)) {
      return Optional.empty();
    }
    Optional<String> text = HydrostaticFiles.text(section, key, file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Grid.Import read = Grid.parse(text.get());
    if (read instanceof Grid.Import.Imported imported) {
      return Optional.of(imported.grid());
    }
    section.problem(
        key,
        "no tank table: " + String.join("; ", ((Grid.Import.Rejected) read).problems()),
        "a first line with the trims, then one row for each depth, ascending");
    return Optional.empty();
  }

  /** As the tank is called in messages. */
  String title() {
    return name.toLowerCase(Locale.ROOT).replace('-', ' ');
  }
}
