package org.plimsoll.cli.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.tank.Grid;
import org.plimsoll.naval.tank.Tank;
import org.plimsoll.naval.tank.TankTable;

/**
 * A tank with its table.
 *
 * @param tank empty only while the file has problems
 * @param density of what is usually in it, t/m3
 */
record TankEntry(Optional<Tank> tank, OptionalDouble density) {

  static final double LEAST_DENSITY = 0.6;
  static final double GREATEST_DENSITY = 2;

  /** What the second table corrects for trim. */
  enum Corrects {
    DEPTH,
    VOLUME
  }

  static Map<String, TankEntry> readAll(Section ship) {
    Map<String, TankEntry> tanks = new LinkedHashMap<>();
    ship.namedSections("tanks").forEach((name, section) -> tanks.put(name, read(name, section)));
    return tanks;
  }

  private static TankEntry read(String name, Section section) {
    if (!section.has("table")) {
      section.text("table");
    }
    Optional<Grid> volume = Tables.grid(section, "table");
    Optional<Grid> correction = Tables.grid(section, "trim-correction");
    Corrects corrects = section.choice("trim-correction-of", Corrects.class, Corrects.DEPTH);
    Optional<Grid> list = Tables.grid(section, "list-correction");
    Tank.Depth enteredBy = section.choice("entered-by", Tank.Depth.class, Tank.Depth.SOUNDING);
    double height = section.number("reference-height-metres", 0.01, 100);
    return new TankEntry(
        volume.map(
            grid ->
                new Tank(
                    name,
                    correction
                        .<TankTable>map(
                            by ->
                                corrects == Corrects.DEPTH
                                    ? new TankTable.DepthCorrection(grid, by)
                                    : new TankTable.VolumeCorrection(grid, by))
                        .orElseGet(() -> new TankTable.VolumeByTrim(grid)),
                    enteredBy,
                    height,
                    list)),
        ShipEntry.optional(section, "density", LEAST_DENSITY, GREATEST_DENSITY));
  }
}
