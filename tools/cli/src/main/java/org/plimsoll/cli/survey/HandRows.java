package org.plimsoll.cli.survey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.FormHydrostatics.Entered;
import org.plimsoll.naval.form.FormHydrostatics.EnteredRow;
import org.plimsoll.naval.form.FormHydrostatics.SideImmersion;
import org.plimsoll.naval.form.FormHydrostatics.SummerImmersion;

/** Two rows of the booklet, typed by hand. */
final class HandRows {

  private static final double LARGEST_TONNES = 2_000_000;

  private HandRows() {}

  /** Empty where the ship's table serves. */
  static Optional<FormHydrostatics> read(Section survey, ShipEntry ship) {
    Optional<Section> typed = survey.optionalSection("table-rows");
    if (typed.isEmpty()) {
      if (ship.evenKeel().isEmpty()) {
        survey.problem(
            "table-rows",
            "no hydrostatics: the ship names no table and the survey has no 'table-rows'",
            "");
      }
      return Optional.empty();
    }
    Section section = typed.get();
    List<Section> rows = section.sections("rows");
    double below = section.number("mtc-half-metre-below", 0, 1_000_000);
    double above = section.number("mtc-half-metre-above", 0, 1_000_000);
    double density = section.number("density", 0.98, 1.06);
    OptionalDouble port = ShipEntry.optional(section, "tpc-port", 0.01, 10_000);
    OptionalDouble starboard = ShipEntry.optional(section, "tpc-starboard", 0.01, 10_000);
    OptionalDouble summer = ShipEntry.optional(section, "summer-draught-metres", 0.1, 40);
    OptionalDouble summerTpc = ShipEntry.optional(section, "summer-tpc", 0.01, 10_000);
    if (rows.size() != 2) {
      section.problem("rows", rows.size() + " rows, two are needed", "");
      return Optional.empty();
    }
    EnteredRow first = row(rows.get(0), ship);
    EnteredRow second = row(rows.get(1), ship);
    if (first.draughtMetres() == second.draughtMetres()) {
      section.problem("rows", "both rows are for the same draught", "");
      return Optional.empty();
    }
    boolean ascend = first.draughtMetres() < second.draughtMetres();
    return Optional.of(
        new Entered(
            ascend ? first : second,
            ascend ? second : first,
            below,
            above,
            port.isPresent() && starboard.isPresent()
                ? Optional.of(new SideImmersion(port.getAsDouble(), starboard.getAsDouble()))
                : Optional.empty(),
            summer.isPresent() && summerTpc.isPresent()
                ? Optional.of(new SummerImmersion(summer.getAsDouble(), summerTpc.getAsDouble()))
                : Optional.empty(),
            density));
  }

  private static EnteredRow row(Section section, ShipEntry ship) {
    double length = ship.form().lengthBetweenPerpendicularsMetres();
    boolean fromAp = section.has("lcf-from-ap-metres");
    double flotation =
        section.number(fromAp ? "lcf-from-ap-metres" : "lcf-aft-of-midship-metres", -500, 500);
    return new EnteredRow(
        section.number("draught-metres", 0.1, 40),
        section.number("displacement-tonnes", 1, LARGEST_TONNES),
        section.number("tpc", 0.01, 10_000),
        fromAp ? Decimals.sum(length / 2, -flotation) : flotation);
  }
}
