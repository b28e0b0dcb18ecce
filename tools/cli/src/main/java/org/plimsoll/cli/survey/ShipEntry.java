package org.plimsoll.cli.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.TrimmedTable;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.FormShip;
import org.plimsoll.naval.form.MeanForm;
import org.plimsoll.naval.sheet.Sheet;

/**
 * The ship as the file has her.
 *
 * @param name for the sheet
 * @param heading further entries of the sheet
 * @param form her measures
 * @param breadthMetres between the port and starboard marks
 * @param lightshipTonnes the ship herself
 * @param constantTonnes from an earlier survey
 * @param evenKeel her table; empty where rows are typed by hand
 * @param byTrim her table by trim
 * @param tanks by name
 * @param loadLine draught of the mark that counts; empty if it is not asked
 * @param cargoLimitTonnes of the certificate
 */
record ShipEntry(
    String name,
    List<Sheet.Entry> heading,
    FormShip form,
    double breadthMetres,
    double lightshipTonnes,
    OptionalDouble constantTonnes,
    Optional<HydrostaticTable> evenKeel,
    Optional<TrimmedTable> byTrim,
    Map<String, TankEntry> tanks,
    Optional<LoadLine> loadLine,
    OptionalDouble cargoLimitTonnes) {

  private static final double LARGEST_TONNES = 2_000_000;

  /** How the draughts become one, in the words of the trade. */
  enum Mean {
    /** (F + 6 M + A) / 8. */
    QUARTER(MeanForm.SEAGOING),
    /** The same by its other name. */
    MEAN_OF_MEANS(MeanForm.SEAGOING),
    /** (F + 4 M + A) / 6. */
    RIVER(MeanForm.RIVER),
    /** (3 F + 14 M + 3 A) / 20. */
    BARGE(MeanForm.BARGE);

    private final MeanForm form;

    Mean(MeanForm form) {
      this.form = form;
    }
  }

  /**
   * The mark that must stay clear.
   *
   * @param draughtMetres in water of 1.025 t/m3
   * @param allowanceMetres fresh water allowance; empty: from the table
   */
  record LoadLine(double draughtMetres, OptionalDouble allowanceMetres) {}

  /** Reads a ship's keys. */
  static ShipEntry read(Section section) {
    double length = section.number("length-between-perpendiculars-metres", 5, 500);
    FormShip form =
        new FormShip(
            length,
            marks(section, length),
            section.number("keel-plate-millimetres", 0, 200, 0),
            section.choice("mean", Mean.class, Mean.QUARTER).form);
    Optional<HydrostaticTable> table = Tables.evenKeel(section, "hydrostatics", "table-density");
    Optional<TrimmedTable> byTrim = Tables.byTrim(section, "hydrostatics-by-trim");
    if (byTrim.isPresent() && table.isEmpty() && !section.has("hydrostatics")) {
      section.problem(
          "hydrostatics-by-trim",
          "a table by trim needs 'hydrostatics' too: the list correction takes the immersion of it",
          "");
    }
    if (byTrim.isPresent()
        && table.isPresent()
        && byTrim.get().densityTonnesPerCubicMetre() != table.get().densityTonnesPerCubicMetre()) {
      section.problem("hydrostatics-by-trim", "the tables are for water of two densities", "");
    }
    return new ShipEntry(
        section.text("name"),
        heading(section),
        form,
        section.number("breadth-between-marks-metres", 1, 100),
        section.number("lightship-tonnes", 1, LARGEST_TONNES),
        optional(section, "constant-tonnes", -LARGEST_TONNES, LARGEST_TONNES),
        table,
        byTrim,
        TankEntry.readAll(section),
        section
            .optionalSection("load-line")
            .map(
                line ->
                    new LoadLine(
                        line.number("draught-metres", 0.1, 40),
                        millimetres(line, "fresh-water-allowance-millimetres"))),
        optional(section, "cargo-limit-tonnes", 0, LARGEST_TONNES));
  }

  private static List<Sheet.Entry> heading(Section section) {
    return section.optionalText("imo").map(number -> new Sheet.Entry("IMO number", number)).stream()
        .toList();
  }

  static OptionalDouble optional(Section section, String key, double least, double most) {
    return section.has(key)
        ? OptionalDouble.of(section.number(key, least, most))
        : OptionalDouble.empty();
  }

  private static OptionalDouble millimetres(Section section, String key) {
    return section.has(key)
        ? OptionalDouble.of(section.number(key, 1, 2000) / 1000)
        : OptionalDouble.empty();
  }

  /** From the after perpendicular, or as offsets from the perpendiculars and half length. */
  private static MarkPositions marks(Section section, double length) {
    boolean isOffset = section.has("mark-offsets");
    if (isOffset && section.has("marks")) {
      section.problem("mark-offsets", "'marks' states the same: only one of them may stand", "");
    }
    Section marks = isOffset ? section.section("mark-offsets") : section.section("marks");
    double most = isOffset ? length / 2 : length + 50;
    double forward = marks.number("forward-metres", isOffset ? -most : -50, most);
    double midship = marks.number("midship-metres", isOffset ? -most : -50, most);
    double aft = marks.number("aft-metres", isOffset ? -most : -50, most);
    if (isOffset) {
      forward = Decimals.sum(length, forward);
      midship = Decimals.sum(length / 2, midship);
    }
    if (!(aft < midship && midship < forward)) {
      if (marks.has("forward-metres") && marks.has("midship-metres") && marks.has("aft-metres")) {
        section.problem(
            isOffset ? "mark-offsets" : "marks",
            String.format(
                Locale.ROOT,
                "marks at %.2f, %.2f, %.2f m from the after perpendicular do not ascend",
                aft,
                midship,
                forward),
            isOffset ? "+ is forward of the perpendicular" : "count from the after perpendicular");
      }
      return new MarkPositions(length, length / 2, 0);
    }
    return new MarkPositions(forward, midship, aft);
  }

  /** What the ship brings for the form; empty where rows are typed by hand. */
  Optional<FormHydrostatics> hydrostatics() {
    return evenKeel.map(
        table ->
            byTrim.isPresent()
                ? new FormHydrostatics.ByTrim(byTrim.get(), table)
                : new FormHydrostatics.EvenKeel(table));
  }
}
