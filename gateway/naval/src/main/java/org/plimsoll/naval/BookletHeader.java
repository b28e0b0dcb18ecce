package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines {@code #: key = value} by which a table states its units, signs and columns. Collects
 * problems; used once by one thread.
 */
final class BookletHeader {

  static final String PREFIX = "#:";
  private static final String COLUMN = "column ";
  private static final String MIDSHIP = "midship";

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> columns = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  BookletHeader(String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.startsWith(PREFIX) && problems.size() < HydrostaticCsv.MAX_PROBLEMS) {
        read(line.substring(PREFIX.length()).strip(), i + 1);
      }
    }
  }

  private void read(String statement, int line) {
    int equals = statement.indexOf('=');
    if (equals < 0) {
      problems.add("line " + line + ": '" + statement + "' is not key = value");
      return;
    }
    String key = statement.substring(0, equals).strip();
    String value = statement.substring(equals + 1).strip();
    if (key.startsWith(COLUMN)) {
      columns.put(key.substring(COLUMN.length()).strip(), value);
    } else if (values.put(key, value) != null) {
      problems.add("line " + line + ": " + key + " is stated twice");
    }
  }

  List<String> problems() {
    return problems;
  }

  BookletFacts facts() {
    double density = number("density", 0.98, 1.06);
    boolean extreme = choice("hull", "moulded", "extreme").equals("extreme");
    double keel = number("keel-plate-mm", 0, 200);
    double length = number("lbp", 5, 500);
    String source = text("source");
    choice("draught-reference", MIDSHIP);
    return new BookletFacts(
        density,
        extreme ? BookletFacts.Hull.EXTREME : BookletFacts.Hull.MOULDED,
        keel,
        length,
        source);
  }

  boolean isByTrim() {
    return choice("table", "even-keel", "by-trim").equals("by-trim");
  }

  /** +1 when the file's trims are by the stern, -1 when by the head. */
  int trimSign() {
    return choice("trim-sign", "by-stern", "by-head").equals("by-head") ? -1 : 1;
  }

  /** Where 0 of the file's longitudinal positions is, in metres from the after perpendicular. */
  double longitudinalDatum(double lbp) {
    return choice("longitudinal-datum", "ap", MIDSHIP).equals(MIDSHIP) ? lbp / 2 : 0;
  }

  /** +1 when the file's longitudinal positions are + forward, -1 when + aft. */
  int longitudinalSign() {
    return choice("longitudinal-sign", "forward", "aft").equals("aft") ? -1 : 1;
  }

  /** By what the file's moments to change trim must be divided to be per centimetre. */
  double momentDivisor() {
    choice("moment-from", "bml", "gml");
    return choice("moment", "tm-per-cm", "tm-per-m").equals("tm-per-m") ? 100 : 1;
  }

  /** The regular expression that parts the columns. */
  String separator() {
    String separator = values.getOrDefault("separator", "comma");
    switch (separator) {
      case "comma":
        return ",";
      case "semicolon":
        return ";";
      case "tab":
        return "\t";
      default:
        problems.add("separator is '" + separator + "', not comma, semicolon or tab");
        return ",";
    }
  }

  /** The file's name of one of our columns. */
  String column(String ours) {
    return columns.getOrDefault(ours, ours);
  }

  private String text(String key) {
    String value = values.getOrDefault(key, "");
    if (value.isEmpty()) {
      problems.add(key + " is not stated: a line '" + PREFIX + " " + key + " = ...' is needed");
    }
    return value;
  }

  private String choice(String key, String... allowed) {
    String value = text(key).toLowerCase(Locale.ROOT);
    if (!value.isEmpty() && !List.of(allowed).contains(value)) {
      problems.add(key + " is '" + value + "', not one of " + List.of(allowed));
    }
    return value;
  }

  private double number(String key, double least, double greatest) {
    String value = text(key);
    double number = HydrostaticCsv.number(value);
    if (!value.isEmpty() && !(number >= least && number <= greatest)) {
      problems.add(key + " is '" + value + "', not a number of " + least + " to " + greatest);
    }
    return number;
  }
}
