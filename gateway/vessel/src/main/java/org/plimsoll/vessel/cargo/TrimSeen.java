package org.plimsoll.vessel.cargo;

import java.util.Map;
import java.util.Optional;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.Scatter;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.TableEntry;
import org.plimsoll.naval.reconciliation.TrimChange;
import org.plimsoll.vessel.loading.ShipConfig;

/**
 * The trim of one survey, with what is needed to compare it with another.
 *
 * @param metres between the perpendiculars, + by the stern
 * @param sigmaMetres standard uncertainty by sensors and sea; what all draughts share is no trim
 * @param quarterMeanMetres with it
 */
record TrimSeen(double metres, double sigmaMetres, double quarterMeanMetres) {

  private static final String START = "trim";
  private static final double COVERAGE = 2;

  /** Half of each side: the trim is the mean aft less the mean forward. */
  private static final Map<DraughtMark, Double> WEIGHTS =
      Map.of(
          DraughtMark.AFT_PORT, 0.5,
          DraughtMark.AFT_STARBOARD, 0.5,
          DraughtMark.FORWARD_PORT, -0.5,
          DraughtMark.FORWARD_STARBOARD, -0.5);

  static TrimSeen of(FloatingPosition floating, Scatter scatter, ShipConfig ship) {
    ShipParticulars particulars = ship.particulars();
    MarkPositions marks = particulars.marks();
    double lever =
        particulars.lengthBetweenPerpendicularsMetres()
            / (marks.forwardFromApMetres() - marks.aftFromApMetres());
    double sensors = Scatter.independent(ship.accuracy().sensorSigmaMetres()).standard(WEIGHTS);
    return new TrimSeen(
        floating.trimMetres(),
        lever * Math.hypot(sensors, scatter.standard(WEIGHTS)),
        floating.quarterMeanMetres());
  }

  /** What it took to come from an earlier trim to this one; empty outside the ship's table. */
  Optional<TrimChange> since(TrimSeen before, ShipConfig ship) {
    double between = (quarterMeanMetres + before.quarterMeanMetres) / 2;
    if (!(ship.table().orElseThrow().atDraught(between) instanceof TableEntry.Found found)) {
      return Optional.empty();
    }
    return Optional.of(
        new TrimChange(
            metres - before.metres,
            COVERAGE * Math.hypot(sigmaMetres, before.sigmaMetres),
            found.row().trimMomentTonneMetresPerCentimetre(),
            found.row().flotationFromApMetres()));
  }

  String memory() {
    return String.join(
        ":",
        START,
        Double.toString(metres),
        Double.toString(sigmaMetres),
        Double.toString(quarterMeanMetres));
  }

  /** Empty for a field that is something else. */
  static Optional<TrimSeen> of(String field) {
    String[] parts = field.split(":", -1);
    return parts.length == 4 && parts[0].equals(START)
        ? Optional.of(
            new TrimSeen(
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3])))
        : Optional.empty();
  }
}
