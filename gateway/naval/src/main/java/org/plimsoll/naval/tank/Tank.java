package org.plimsoll.naval.tank;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;

/**
 * A tank with its table.
 *
 * @param name as on the ship's plan
 * @param table by sounding or ullage, with its way of allowing for trim
 * @param enteredBy which of the two the table is entered with
 * @param referenceHeightMetres from the striking point to the gauging point: sounding + ullage
 * @param listCorrection metres to be added to the depth, by depth and list in degrees (+ to
 *     starboard); empty for a tank whose gauge stands on its centre
 */
public record Tank(
    String name,
    TankTable table,
    Depth enteredBy,
    double referenceHeightMetres,
    Optional<Grid> listCorrection) {

  /** What a gauge measures. */
  public enum Depth {
    /** From the striking point up to the surface. */
    SOUNDING,
    /** From the gauging point down to the surface. */
    ULLAGE
  }

  public Tank {
    if (!(referenceHeightMetres > 0)) {
      throw new IllegalArgumentException(
          name + ": reference height of " + referenceHeightMetres + " m must be > 0");
    }
  }

  /**
   * A gauge's figure.
   *
   * @param kind what was measured
   * @param metres the depth
   * @param sigmaMetres its standard uncertainty
   */
  public record Gauge(Depth kind, double metres, double sigmaMetres) {}

  /**
   * What is in the tank.
   *
   * @param trimMetres + by the stern
   * @param listRadians + to starboard
   */
  public TankContent content(Gauge gauge, double trimMetres, double listRadians, Liquid liquid) {
    double depth =
        gauge.kind() == enteredBy ? gauge.metres() : referenceHeightMetres - gauge.metres();
    double listDegrees = Math.toDegrees(listRadians);
    if (listCorrection.isPresent()) {
      OptionalDouble correction = listCorrection.get().at(depth, listDegrees);
      if (correction.isEmpty()) {
        return outside(TankContent.Argument.LIST, depth, listDegrees, listCorrection.get());
      }
      depth += correction.getAsDouble();
    }
    if (table instanceof TankTable.VolumeByTrim byTrim) {
      return volume(byTrim.volume(), depth, trimMetres, 0, gauge, liquid);
    }
    if (table instanceof TankTable.DepthCorrection corrected) {
      OptionalDouble correction = corrected.correction().at(depth, trimMetres);
      return correction.isEmpty()
          ? outside(TankContent.Argument.TRIM, depth, trimMetres, corrected.correction())
          : volume(
              corrected.volume(), depth + correction.getAsDouble(), trimMetres, 0, gauge, liquid);
    }
    if (table instanceof TankTable.VolumeCorrection corrected) {
      OptionalDouble correction = corrected.correction().at(depth, trimMetres);
      return correction.isEmpty()
          ? outside(TankContent.Argument.TRIM, depth, trimMetres, corrected.correction())
          : volume(corrected.volume(), depth, trimMetres, correction.getAsDouble(), gauge, liquid);
    }
    throw new AssertionError(table);
  }

  private TankContent volume(
      Grid grid,
      double depth,
      double trimMetres,
      double addCubicMetres,
      Gauge gauge,
      Liquid liquid) {
    OptionalDouble printed = grid.at(depth, trimMetres);
    if (printed.isEmpty()) {
      return outside(TankContent.Argument.TRIM, depth, trimMetres, grid);
    }
    double volume = printed.getAsDouble() + addCubicMetres;
    double density = liquid.densityTonnesPerCubicMetre();
    double fromGauge = grid.slope(depth, trimMetres) * gauge.sigmaMetres() * density;
    double fromDensity = volume * liquid.densitySigmaTonnesPerCubicMetre();
    return new TankContent.Gauged(volume, volume * density, Math.hypot(fromGauge, fromDensity));
  }

  private TankContent outside(
      TankContent.Argument second, double depth, double argument, Grid grid) {
    return new TankContent.Unknown(
        Phrase.of(
            "%s: %s of %.3f m with %s %.3f outside the table's %s",
            name,
            enteredBy.name().toLowerCase(Locale.ROOT),
            depth,
            second.name().toLowerCase(Locale.ROOT),
            argument,
            grid.range()),
        grid.coversRow(depth) ? second : TankContent.Argument.DEPTH);
  }
}
