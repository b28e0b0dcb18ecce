package org.plimsoll.cli.vectors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.naval.Booklet;
import org.plimsoll.naval.BookletImport;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.TableImport;

/**
 * The hydrostatic tables that examples name: files beside the file of examples, then those that
 * Plimsoll brings along. Confined to one thread.
 */
final class TableLibrary {

  private static final long LARGEST_BYTES = 4L << 20;

  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][\\w.-]*\\.csv");
  private static final String NUMBER = "\\s*[=:]?\\s*([0-9]+(?:\\.[0-9]+)?)";
  private static final Pattern DENSITY = Pattern.compile("(?:rho_table|density)" + NUMBER);
  private static final Pattern LENGTH = Pattern.compile("(?i)\\bLBP" + NUMBER);
  private static final Pattern BREADTH = Pattern.compile("\\bB" + NUMBER + " m");

  private final List<Path> directories;
  private final Map<String, Optional<Table>> known = new HashMap<>();

  TableLibrary(List<Path> directories) {
    this.directories = List.copyOf(directories);
  }

  /**
   * A table and what its file says of the ship.
   *
   * @param lengthMetres between perpendiculars
   * @param breadthMetres moulded
   */
  record Table(
      String file,
      HydrostaticTable table,
      OptionalDouble lengthMetres,
      OptionalDouble breadthMetres) {}

  /** The first table for even keel that a text names. */
  Optional<Table> namedIn(String text) {
    Matcher names = FILE.matcher(text);
    while (names.find()) {
      Optional<Table> found = known.computeIfAbsent(names.group(), this::read);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Table> read(String name) {
    for (Path directory : directories) {
      Path file = directory.resolve(name);
      try {
        if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_BYTES) {
          return table(name, Files.readString(file, StandardCharsets.UTF_8));
        }
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Table> table(String name, String text) {
    OptionalDouble length = number(LENGTH, text);
    OptionalDouble breadth = number(BREADTH, text);
    if (text.contains("#: table")) {
      return Booklet.parse(text) instanceof BookletImport.EvenKeel booklet
          ? Optional.of(new Table(name, booklet.table(), length, breadth))
          : Optional.empty();
    }
    OptionalDouble density = number(DENSITY, text);
    return density.isPresent()
            && HydrostaticTable.parse(text, density.getAsDouble())
                instanceof TableImport.Imported imported
        ? Optional.of(new Table(name, imported.table(), length, breadth))
        : Optional.empty();
  }

  /** In the remarks of the file only. */
  private static OptionalDouble number(Pattern pattern, String text) {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(pattern::matcher)
        .filter(Matcher::find)
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .findFirst();
  }
}
