package org.plimsoll.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.naval.sheet.Sheet;
import org.plimsoll.naval.sheet.ShipFacts;

/** What the sheet says of the ship of a file. */
final class ShipSheet {

  private ShipSheet() {}

  static ShipFacts facts(SurveyFile file) {
    ShipEntry ship = file.ship();
    List<Sheet.Entry> heading = new ArrayList<>(ship.heading());
    heading.addAll(file.heading());
    return new ShipFacts(
        ship.name(),
        heading,
        ship.form(),
        ship.breadthMetres(),
        OptionalDouble.of(ship.lightshipTonnes()),
        ship.constantTonnes(),
        hydrostatics(file));
  }

  private static String hydrostatics(SurveyFile file) {
    boolean byHand = file.surveys().stream().anyMatch(survey -> survey.rows().isPresent());
    if (byHand) {
      return "two rows typed by hand";
    }
    return file.ship().byTrim().isPresent() ? "table by trim" : "table for even keel";
  }
}
