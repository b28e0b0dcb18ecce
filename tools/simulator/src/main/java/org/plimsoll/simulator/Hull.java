package org.plimsoll.simulator;

import java.util.EnumMap;
import java.util.Map;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.HydrostaticRow;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.TableEntry;

/**
 * How the ferry floats under her load: the survey backwards. Displacement gives the draught by the
 * table, the longitudinal moment the trim by MCTC, the transverse moment the list by GM, and she
 * comes to rest there with a lag.
 *
 * <p>Her anti-heeling tanks pump against the list. Confined to the simulator thread.
 */
final class Hull {

  private static final double LIGHTSHIP_FROM_AP_METRES = 47.8;
  private static final double LIGHTSHIP_HEIGHT_METRES = 7.9;
  private static final double DEDUCTIBLES_FROM_AP_METRES = 47.5;
  private static final double DEDUCTIBLES_HEIGHT_METRES = 2.5;
  private static final double SINKING_SECONDS = 1.5;
  private static final double LISTING_SECONDS = 3;
  private static final double PUMPING_SECONDS = 8;
  private static final double LIGHT_HOG_METRES = -0.010;
  private static final double BEND_METRES_PER_TONNE = 0.020 / 1000;

  /** The quarter mean takes this part of a parabolic bend. */
  private static final double BEND_IN_MEAN = 0.75;

  private final ShipParticulars ship = ReferenceFerry.PARTICULARS;
  private final HydrostaticTable table;
  private double antiHeelTonneMetres;
  private double displacementTonnes;
  private double meanMetres;
  private double trimMetres;
  private double listRadians;
  private double deflectionMetres;

  Hull(HydrostaticTable table, Load cargoAndPeople) {
    this.table = table;
    antiHeelTonneMetres = -cargoAndPeople.transverseTonneMetres();
    settle(cargoAndPeople, 1, 1);
  }

  void step(double stepSeconds, Load cargoAndPeople) {
    double imbalance = cargoAndPeople.transverseTonneMetres() + antiHeelTonneMetres;
    antiHeelTonneMetres -= imbalance * part(stepSeconds, PUMPING_SECONDS);
    settle(cargoAndPeople, part(stepSeconds, SINKING_SECONDS), part(stepSeconds, LISTING_SECONDS));
  }

  double displacementTonnes() {
    return displacementTonnes;
  }

  double trimMetres() {
    return trimMetres;
  }

  double listRadians() {
    return listRadians;
  }

  /** Draught on the centre line where the hull does not bend, at half length. */
  double midshipMetres() {
    return meanMetres + (1 - BEND_IN_MEAN) * deflectionMetres;
  }

  /** The draughts at the marks in still water. */
  ObservedDraughts draughts() {
    MarkPositions marks = ship.marks();
    Map<DraughtMark, Double> metres = new EnumMap<>(DraughtMark.class);
    put(
        metres,
        DraughtMark.FORWARD_PORT,
        DraughtMark.FORWARD_STARBOARD,
        marks.forwardFromApMetres());
    put(
        metres,
        DraughtMark.MIDSHIP_PORT,
        DraughtMark.MIDSHIP_STARBOARD,
        marks.midshipFromApMetres());
    put(metres, DraughtMark.AFT_PORT, DraughtMark.AFT_STARBOARD, marks.aftFromApMetres());
    return new ObservedDraughts(metres);
  }

  private void put(
      Map<DraughtMark, Double> metres, DraughtMark port, DraughtMark starboard, double fromAp) {
    double length = ship.lengthBetweenPerpendicularsMetres();
    double forward = (fromAp - length / 2) / length;
    double bend = deflectionMetres * (1 - 4 * forward * forward - BEND_IN_MEAN);
    double centre = meanMetres - trimMetres * forward + bend;
    double half = ship.breadthBetweenMarksMetres() / 2 * Math.tan(listRadians);
    metres.put(port, centre - half);
    metres.put(starboard, centre + half);
  }

  private void settle(Load cargoAndPeople, double sinkingPart, double listingPart) {
    Load all =
        cargoAndPeople
            .plus(
                Load.of(
                    ship.lightshipTonnes(), LIGHTSHIP_FROM_AP_METRES, 0, LIGHTSHIP_HEIGHT_METRES))
            .plus(
                Load.of(
                    ReferenceFerry.DEDUCTIBLES_TONNES,
                    DEDUCTIBLES_FROM_AP_METRES,
                    0,
                    DEDUCTIBLES_HEIGHT_METRES));
    displacementTonnes = all.massTonnes();
    double inTableWater =
        all.massTonnes()
            * table.densityTonnesPerCubicMetre()
            / ReferenceFerry.WATER_TONNES_PER_CUBIC_METRE;
    HydrostaticRow row = row(table.atDisplacement(inTableWater));
    double trimCentimetres =
        (row.buoyancyFromApMetres() * all.massTonnes() - all.longitudinalTonneMetres())
            / row.trimMomentTonneMetresPerCentimetre();
    double trim = trimCentimetres / 100;
    double armAft = ship.lengthBetweenPerpendicularsMetres() / 2 - row.flotationFromApMetres();
    double layerMetres = trim * armAft / ship.lengthBetweenPerpendicularsMetres();
    double wedge = secondOrderTonnes(row, trim) / (100 * row.tonnesPerCentimetre());
    double mean = row.draughtMetres() - layerMetres - wedge;
    double metacentric =
        row.transverseMetacentreMetres() - all.verticalTonneMetres() / all.massTonnes();
    double heeling = all.transverseTonneMetres() + antiHeelTonneMetres;
    double list = Math.atan(heeling / (all.massTonnes() * metacentric));
    double bend = LIGHT_HOG_METRES + BEND_METRES_PER_TONNE * cargoAndPeople.massTonnes();
    meanMetres += (mean - meanMetres) * sinkingPart;
    trimMetres += (trim - trimMetres) * sinkingPart;
    deflectionMetres += (bend - deflectionMetres) * sinkingPart;
    listRadians += (list - listRadians) * listingPart;
  }

  /** What a trimmed hull displaces beyond the even-keel table at the draught of its LCF. */
  private double secondOrderTonnes(HydrostaticRow row, double trim) {
    double above =
        row(table.atDraught(row.draughtMetres() + 0.5)).trimMomentTonneMetresPerCentimetre();
    double below =
        row(table.atDraught(row.draughtMetres() - 0.5)).trimMomentTonneMetresPerCentimetre();
    return 50 * trim * trim * (above - below) / ship.lengthBetweenPerpendicularsMetres();
  }

  private static HydrostaticRow row(TableEntry entry) {
    if (entry instanceof TableEntry.Found found) {
      return found.row();
    }
    throw new IllegalStateException("the voyage leaves the table: " + entry);
  }

  private static double part(double stepSeconds, double lagSeconds) {
    return -Math.expm1(-stepSeconds / lagSeconds);
  }
}
