package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the comma-separated form of a hydrostatic table and validates it.
 *
 * <p>The rules each catch a defect seen in tables in use: every number above zero; draught and
 * displacement strictly ascending; the step in displacement agrees with the mean TPC of its two
 * rows to {@link #STEP_TOLERANCE}, which shows a slipped digit. Used once by one thread.
 */
final class HydrostaticCsv {

  /** More rows than any stability booklet has; a longer text is refused. */
  static final int MAX_ROWS = 10_000;

  /** Problems listed; beyond these the text is no table at all. */
  static final int MAX_PROBLEMS = 20;

  /** Part of a step in displacement by which it may differ from 100 x dT x mean TPC. */
  static final double STEP_TOLERANCE = 0.003;

  /** Rounding of printed displacements that the step rule forgives, in tonnes. */
  private static final double ROUNDING_TONNES = 1.0;

  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;

  static final String MOMENT = "mctc_tm_per_cm";
  static final String FLOTATION = "lcf_from_ap_m";
  static final String BUOYANCY = "lcb_from_ap_m";

  static final List<String> COLUMNS =
      List.of("draught_m", "displacement_t", "tpc_t_per_cm", MOMENT, FLOTATION, BUOYANCY, "kmt_m");

  /** Of {@link #COLUMNS} from the first; a survey does without the others. */
  private static final int REQUIRED = 5;

  private static final int ABSENT = -1;

  private final String csv;
  private final double densityTonnesPerCubicMetre;
  private final List<String> problems = new ArrayList<>();
  private final List<HydrostaticRow> rows = new ArrayList<>();

  HydrostaticCsv(String csv, double densityTonnesPerCubicMetre) {
    this.csv = csv;
    this.densityTonnesPerCubicMetre = densityTonnesPerCubicMetre;
  }

  TableImport read() {
    if (!(densityTonnesPerCubicMetre >= LEAST_DENSITY
        && densityTonnesPerCubicMetre <= GREATEST_DENSITY)) {
      problem(
          "table density %s t/m3, allowed %s to %s",
          densityTonnesPerCubicMetre, LEAST_DENSITY, GREATEST_DENSITY);
    }
    readRows();
    if (problems.isEmpty() && rows.size() < HydrostaticTable.MIN_ROWS) {
      problem("%d rows, at least %d needed", rows.size(), HydrostaticTable.MIN_ROWS);
    }
    if (!problems.isEmpty()) {
      return new TableImport.Rejected(problems);
    }
    return new TableImport.Imported(new HydrostaticTable(rows, densityTonnesPerCubicMetre));
  }

  private void readRows() {
    int[] order = {};
    String[] lines = csv.split("\\R", -1);
    for (int i = 0; i < lines.length && problems.size() < MAX_PROBLEMS; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split(",", -1);
      if (order.length == 0) {
        order = columnOrder(fields, i + 1);
        if (order.length == 0) {
          return;
        }
      } else if (rows.size() == MAX_ROWS) {
        problem("line %d: more than %d rows", i + 1, MAX_ROWS);
        return;
      } else {
        readRow(fields, order, i + 1);
      }
    }
    if (order.length == 0) {
      problem("no line names the columns %s", COLUMNS);
    }
  }

  private int[] columnOrder(String[] names, int line) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      found.putIfAbsent(names[i].strip(), i);
    }
    List<String> missing =
        COLUMNS.subList(0, REQUIRED).stream().filter(name -> !found.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      problem("line %d: columns %s are missing in %s", line, missing, Arrays.toString(names));
      return new int[0];
    }
    return COLUMNS.stream().mapToInt(name -> found.getOrDefault(name, ABSENT)).toArray();
  }

  private void readRow(String[] fields, int[] order, int line) {
    double[] values = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      if (order[i] == ABSENT) {
        values[i] = Double.NaN;
        continue;
      }
      String text = order[i] < fields.length ? fields[order[i]].strip() : "";
      values[i] = number(text);
      if (!(values[i] > 0) || Double.isInfinite(values[i])) {
        problem("line %d: %s is '%s', not a number > 0", line, COLUMNS.get(i), text);
        return;
      }
    }
    HydrostaticRow row =
        new HydrostaticRow(
            values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    if (!rows.isEmpty()) {
      compare(rows.get(rows.size() - 1), row, line);
    }
    rows.add(row);
  }

  private void compare(HydrostaticRow before, HydrostaticRow row, int line) {
    if (row.draughtMetres() <= before.draughtMetres()
        || row.displacementTonnes() <= before.displacementTonnes()) {
      problem("line %d: draught and displacement must ascend strictly", line);
      return;
    }
    double step = row.displacementTonnes() - before.displacementTonnes();
    double meanTpc = (row.tonnesPerCentimetre() + before.tonnesPerCentimetre()) / 2;
    double expected = 100 * (row.draughtMetres() - before.draughtMetres()) * meanTpc;
    if (Math.abs(step - expected) > STEP_TOLERANCE * step + ROUNDING_TONNES) {
      problem("line %d: displacement rises by %.1f t where TPC says %.1f t", line, step, expected);
    }
  }

  /** The number that a field spells, or NaN. */
  static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private void problem(String format, Object... arguments) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(String.format(Locale.ROOT, format, arguments));
    }
  }
}
