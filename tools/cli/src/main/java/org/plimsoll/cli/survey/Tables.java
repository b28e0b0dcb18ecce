package org.plimsoll.cli.survey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.Booklet;
import org.plimsoll.naval.BookletImport;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.TableImport;
import org.plimsoll.naval.TrimmedTable;
import org.plimsoll.naval.tank.Grid;

/** Tables that a file names; what is wrong with one is noted at its name. */
final class Tables {

  /** Lines {@code #: key = value} say that the file states its own units and signs. */
  private static final String BOOKLET = "#:";

  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;
  private static final long LARGEST_BYTES = 4L << 20;

  private Tables() {}

  /** In our columns, with the density beside it, or a booklet that states its own. */
  static Optional<HydrostaticTable> evenKeel(Section section, String key, String densityKey) {
    Optional<String> text = text(section, key);
    if (text.isEmpty()) {
      if (section.has(densityKey)) {
        section.number(densityKey, LEAST_DENSITY, GREATEST_DENSITY);
      }
      return Optional.empty();
    }
    if (text.get().contains(BOOKLET)) {
      BookletImport read = Booklet.parse(text.get());
      if (section.has(densityKey)) {
        section.problem(densityKey, "the table states its own density", "leave this key out");
      }
      if (read instanceof BookletImport.EvenKeel table) {
        return Optional.of(table.table());
      }
      if (read instanceof BookletImport.Rejected rejected) {
        reject(section, key, rejected.problems());
      } else {
        section.problem(key, "this is a table by trim", "name it as '" + key + "-by-trim'");
      }
      return Optional.empty();
    }
    double density = section.number(densityKey, LEAST_DENSITY, GREATEST_DENSITY);
    TableImport read = HydrostaticTable.parse(text.get(), density);
    if (read instanceof TableImport.Imported imported) {
      return Optional.of(imported.table());
    }
    reject(section, key, ((TableImport.Rejected) read).problems());
    return Optional.empty();
  }

  /** A booklet that says of itself that it is by trim. */
  static Optional<TrimmedTable> byTrim(Section section, String key) {
    Optional<String> text = text(section, key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    BookletImport read = Booklet.parse(text.get());
    if (read instanceof BookletImport.ByTrim table) {
      return Optional.of(table.table());
    }
    if (read instanceof BookletImport.Rejected rejected) {
      reject(section, key, rejected.problems());
    } else {
      section.problem(key, "this is a table for even keel", "name it as 'hydrostatics'");
    }
    return Optional.empty();
  }

  /** Of a tank. */
  static Optional<Grid> grid(Section section, String key) {
    Optional<String> text = text(section, key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Grid.Import read = Grid.parse(text.get());
    if (read instanceof Grid.Import.Imported imported) {
      return Optional.of(imported.grid());
    }
    reject(section, key, ((Grid.Import.Rejected) read).problems());
    return Optional.empty();
  }

  private static void reject(Section section, String key, List<String> problems) {
    section.problem(key, "no table that a survey may rest on: " + String.join("; ", problems), "");
  }

  private static Optional<String> text(Section section, String key) {
    if (!section.has(key)) {
      return Optional.empty();
    }
    Path file = section.path(key);
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        section.problem(key, "'" + file + "' is larger than 4 MiB", "");
        return Optional.empty();
      }
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      section.problem(key, "cannot read '" + file + "'", "a CSV file in UTF-8");
      return Optional.empty();
    }
  }
}
