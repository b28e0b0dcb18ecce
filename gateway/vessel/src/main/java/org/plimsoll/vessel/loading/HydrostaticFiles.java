package org.plimsoll.vessel.loading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.Booklet;
import org.plimsoll.naval.BookletFacts;
import org.plimsoll.naval.BookletImport;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.TableEntry;
import org.plimsoll.naval.TableImport;
import org.plimsoll.naval.TrimmedTable;

/**
 * The hydrostatic tables of the ship, from the files that the configuration names.
 *
 * @param evenKeel empty only while the file has problems
 * @param trimmed the table by trim, if she has one
 * @param keelPlateMetres from the underside of the keel to where the tables count from
 */
record HydrostaticFiles(
    Optional<HydrostaticTable> evenKeel, Optional<TrimmedTable> trimmed, double keelPlateMetres) {

  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;
  private static final double MILLIMETRES = 1000;
  private static final double GREATEST_KEEL_PLATE_MILLIMETRES = 200;
  private static final String KEEL_PLATE = "keel-plate-millimetres";

  /** What a table's own header states of it. */
  private static final String STATEMENT = "#:";

  /**
   * Reads {@code hydrostatics}, {@code hydrostatics-by-trim}, {@code table-density} and {@code
   * keel-plate-millimetres}.
   *
   * @param summerDraughtMetres that the table for even keel must reach
   */
  static HydrostaticFiles read(Section section, double lengthMetres, double summerDraughtMetres) {
    Reader reader = new Reader(section, lengthMetres);
    Optional<HydrostaticTable> evenKeel = reader.evenKeel();
    Optional<TrimmedTable> trimmed = reader.trimmed();
    double keelPlate = reader.keelPlateMetres();
    if (evenKeel.isPresent()
        && evenKeel.get().atDraught(summerDraughtMetres - keelPlate)
            instanceof TableEntry.OutOfRange outside) {
      section.problem(
          "hydrostatics",
          "the table does not reach the certificate's draught: " + outside.reason(),
          "it must cover the deepest draught");
      evenKeel = Optional.empty();
    }
    if (evenKeel.isPresent()
        && trimmed.isPresent()
        && evenKeel.get().densityTonnesPerCubicMetre()
            != trimmed.get().densityTonnesPerCubicMetre()) {
      section.problem(
          "hydrostatics-by-trim",
          "made for water of %s t/m3, the table for even keel for %s t/m3"
              .formatted(
                  trimmed.get().densityTonnesPerCubicMetre(),
                  evenKeel.get().densityTonnesPerCubicMetre()),
          "both tables of a ship are for the same water");
      trimmed = Optional.empty();
    }
    return new HydrostaticFiles(evenKeel, trimmed, keelPlate);
  }

  /** The state of one reading; confined to the call that made it. */
  private static final class Reader {
    private final Section section;
    private final double lengthMetres;
    private OptionalDouble statedKeelPlate = OptionalDouble.empty();

    Reader(Section section, double lengthMetres) {
      this.section = section;
      this.lengthMetres = lengthMetres;
    }

    Optional<HydrostaticTable> evenKeel() {
      Path file = section.path("hydrostatics");
      double density = section.number("table-density", LEAST_DENSITY, GREATEST_DENSITY, 1.025);
      if (!section.has("hydrostatics")) {
        return Optional.empty();
      }
      Optional<String> text = text(section, "hydrostatics", file);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      if (text.get().lines().noneMatch(line -> line.strip().startsWith(STATEMENT))) {
        TableImport read = HydrostaticTable.parse(text.get(), density);
        if (read instanceof TableImport.Imported imported) {
          return Optional.of(imported.table());
        }
        unfit("hydrostatics", ((TableImport.Rejected) read).problems());
        return Optional.empty();
      }
      BookletImport read = Booklet.parse(text.get());
      if (read instanceof BookletImport.EvenKeel evenKeel) {
        state("hydrostatics", evenKeel.facts());
        return Optional.of(evenKeel.table());
      }
      if (read instanceof BookletImport.Rejected rejected) {
        unfit("hydrostatics", rejected.problems());
      } else {
        unfit("hydrostatics", List.of("it is a table by trim; its key is hydrostatics-by-trim"));
      }
      return Optional.empty();
    }

    Optional<TrimmedTable> trimmed() {
      if (!section.has("hydrostatics-by-trim")) {
        return Optional.empty();
      }
      Optional<String> text =
          text(section, "hydrostatics-by-trim", section.path("hydrostatics-by-trim"));
      if (text.isEmpty()) {
        return Optional.empty();
      }
      BookletImport read = Booklet.parse(text.get());
      if (read instanceof BookletImport.ByTrim byTrim) {
        state("hydrostatics-by-trim", byTrim.facts());
        return Optional.of(byTrim.table());
      }
      if (read instanceof BookletImport.Rejected rejected) {
        unfit("hydrostatics-by-trim", rejected.problems());
      } else {
        unfit("hydrostatics-by-trim", List.of("it is a table for even keel"));
      }
      return Optional.empty();
    }

    double keelPlateMetres() {
      double stated = statedKeelPlate.orElse(0);
      return section.number(KEEL_PLATE, 0, GREATEST_KEEL_PLATE_MILLIMETRES, stated) / MILLIMETRES;
    }

    private void state(String key, BookletFacts facts) {
      if (Math.abs(facts.lengthBetweenPerpendicularsMetres() - lengthMetres) > 0.005) {
        section.problem(
            key,
            "made for a length of %s m, the ship has %s m"
                .formatted(facts.lengthBetweenPerpendicularsMetres(), lengthMetres),
            "length-between-perpendiculars-metres and the table's lbp are the same length");
      }
      if (statedKeelPlate.orElse(facts.keelPlateMillimetres()) != facts.keelPlateMillimetres()) {
        section.problem(
            key, "the tables state different keel plates", "one ship has one keel plate");
      }
      statedKeelPlate = OptionalDouble.of(facts.keelPlateMillimetres());
    }

    private void unfit(String key, List<String> problems) {
      section.problem(
          key,
          "no table that a survey may rest on: " + String.join("; ", problems),
          "one row for each draught, ascending");
    }
  }

  /** The text of a file; a file that cannot be read is noted. */
  static Optional<String> text(Section section, String key, Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      section.problem(key, "cannot read '" + file + "'", "a CSV file in UTF-8");
      return Optional.empty();
    }
  }
}
