package org.plimsoll.naval.tank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Values by two arguments, bilinear between the printed ones and without an answer outside them.
 * With one column the second argument does not matter.
 */
public final class Grid {

  /** More rows or columns than any tank table has. */
  static final int MAX_ROWS = 10_000;

  static final int MAX_COLUMNS = 50;

  /** Problems listed of one text. */
  static final int MAX_PROBLEMS = 20;

  private final double[] rows;
  private final double[] columns;
  private final double[][] values;

  private Grid(double[] rows, double[] columns, double[][] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** What came of reading a grid. */
  public sealed interface Import {

    /** Read. */
    record Imported(Grid grid) implements Import {}

    /** Not read; at least one problem, each with its line. */
    record Rejected(List<String> problems) implements Import {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Reads comma-separated text: the first line that is neither empty nor begins with {@code #}
   * names the first argument and then gives the values of the second, the others give the first
   * argument and the values. Both arguments ascend strictly.
   */
  public static Import parse(String text) {
    List<String> problems = new ArrayList<>();
    List<double[]> lines = new ArrayList<>();
    double[] columns = {};
    String[] all = text.split("\\R", -1);
    for (int i = 0; i < all.length && problems.size() < MAX_PROBLEMS; i++) {
      String line = all[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split(",", -1);
      if (columns.length == 0) {
        columns = numbers(Arrays.copyOfRange(fields, 1, fields.length));
        if (columns.length == 0 || columns.length > MAX_COLUMNS || !ascends(columns)) {
          problems.add("line " + (i + 1) + ": the columns are not 1 to 50 numbers in their order");
          break;
        }
        continue;
      }
      double[] row = numbers(fields);
      double before = lines.isEmpty() ? Double.NEGATIVE_INFINITY : lines.get(lines.size() - 1)[0];
      if (row.length != columns.length + 1 || !Arrays.stream(row).allMatch(Double::isFinite)) {
        problems.add("line " + (i + 1) + ": not " + (columns.length + 1) + " numbers");
      } else if (row[0] <= before) {
        problems.add("line " + (i + 1) + ": " + row[0] + " must be above " + before);
      } else if (lines.size() == MAX_ROWS) {
        problems.add("line " + (i + 1) + ": more than " + MAX_ROWS + " rows");
        break;
      } else {
        lines.add(row);
      }
    }
    if (problems.isEmpty() && lines.size() < 2) {
      problems.add(lines.size() + " rows, at least 2 needed");
    }
    if (!problems.isEmpty()) {
      return new Import.Rejected(problems);
    }
    return new Import.Imported(
        new Grid(
            lines.stream().mapToDouble(row -> row[0]).toArray(),
            columns,
            lines.stream()
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new)));
  }

  /** The value at a place; empty outside the printed arguments. */
  public OptionalDouble at(double row, double column) {
    if (!covers(rows, row) || (columns.length > 1 && !covers(columns, column))) {
      return OptionalDouble.empty();
    }
    int low = below(rows, row);
    double fraction = (row - rows[low]) / (rows[low + 1] - rows[low]);
    double lower = along(values[low], column);
    return OptionalDouble.of(lower + (along(values[low + 1], column) - lower) * fraction);
  }

  /** How fast the value changes with the first argument, in the cell about a covered place. */
  double slope(double row, double column) {
    int low = below(rows, row);
    return (along(values[low + 1], column) - along(values[low], column))
        / (rows[low + 1] - rows[low]);
  }

  /** Whether the first argument is one for which it may have an answer. */
  boolean coversRow(double row) {
    return covers(rows, row);
  }

  /** What it covers, in words. */
  String range() {
    String first = rows[0] + " to " + rows[rows.length - 1];
    return columns.length == 1
        ? first
        : first + " and " + columns[0] + " to " + columns[columns.length - 1];
  }

  private double along(double[] line, double column) {
    if (columns.length == 1) {
      return line[0];
    }
    int low = below(columns, column);
    double fraction = (column - columns[low]) / (columns[low + 1] - columns[low]);
    return line[low] + (line[low + 1] - line[low]) * fraction;
  }

  private static boolean covers(double[] ascending, double value) {
    return value >= ascending[0] && value <= ascending[ascending.length - 1];
  }

  /** Index of the entry at or below the value, never the last. */
  private static int below(double[] ascending, double value) {
    int found = Arrays.binarySearch(ascending, value);
    int index = found >= 0 ? found : -found - 2;
    return Math.min(index, ascending.length - 2);
  }

  private static double[] numbers(String[] fields) {
    return Arrays.stream(fields).mapToDouble(field -> number(field.strip())).toArray();
  }

  private static double number(String field) {
    try {
      return Double.parseDouble(field);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private static boolean ascends(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || (i > 0 && values[i] <= values[i - 1])) {
        return false;
      }
    }
    return true;
  }
}
