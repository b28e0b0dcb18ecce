package org.plimsoll.vessel.check;

import java.util.Locale;
import java.util.Optional;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.state.VesselState;

/**
 * How far the sill of an open door is above the water: by the draught at its station, and down by
 * the list at the side of the ship.
 */
final class DoorLookout implements Lookout {

  private final double lengthMetres;
  private final double breadthMetres;
  private final AlertLevels.Door door;
  private final Levels levels;

  DoorLookout(ShipConfig ship, AlertLevels.Door door, AlertLevels levels) {
    this.lengthMetres = ship.particulars().lengthBetweenPerpendicularsMetres();
    this.breadthMetres = ship.particulars().breadthBetweenMarksMetres();
    this.door = door;
    this.levels = levels.of(AlertKind.FREEBOARD_DOOR);
  }

  @Override
  public Sighting look(VesselState state) {
    Optional<FloatingPosition> floating =
        state.naval().surveyed().map(SurveyResult.Surveyed::floating);
    if (floating.isEmpty()) {
      return Sighting.undecided(AlertKind.FREEBOARD_DOOR);
    }
    double freeboard = freeboardMetres(floating.get());
    return Sighting.of(
        levels.conditions(
            AlertKind.FREEBOARD_DOOR,
            1,
            -freeboard,
            () -> String.format(Locale.ROOT, "%.2f m from the water to the sill", freeboard)));
  }

  private double freeboardMetres(FloatingPosition floating) {
    double draught =
        floating.aftPerpendicularMetres()
            + (floating.forwardPerpendicularMetres() - floating.aftPerpendicularMetres())
                * door.stationMetres()
                / lengthMetres;
    double down = Math.abs(Math.tan(floating.listRadians())) * breadthMetres / 2;
    return door.sillMetres() - draught - down;
  }
}
