package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads tables as stability booklets and programs give them. Lines {@code #: key = value} in the
 * file state what cannot be seen in the figures:
 *
 * <pre>
 * #: table = even-keel            or by-trim
 * #: density = 1.025              t/m3
 * #: hull = moulded               or extreme
 * #: keel-plate-mm = 12
 * #: draught-reference = midship
 * #: lbp = 100.00                 m
 * #: source = loading manual rev. 3, p. 41
 * #: longitudinal-datum = midship or ap               even keel only
 * #: longitudinal-sign = forward  or aft              even keel only
 * #: moment = tm-per-cm           or tm-per-m         even keel only
 * #: moment-from = bml            or gml              even keel only
 * #: trim-sign = by-stern         or by-head          by trim only
 * #: separator = comma            or semicolon, tab; comma if not stated
 * #: column displacement_t = DISPLACEMENT             where the file names a column otherwise
 * </pre>
 *
 * <p>Other lines that begin with {@code #} are passed over. The first remaining line names the
 * columns; by trim, the first column is the draught and the others are named by their trim.
 */
public final class Booklet {

  private static final int MOST_TRIMS = 50;

  private Booklet() {}

  /** Reads the whole text of a file. */
  public static BookletImport parse(String text) {
    String[] lines = text.split("\\R", -1);
    BookletHeader header = new BookletHeader(lines);
    BookletFacts facts = header.facts();
    return header.isByTrim() ? byTrim(lines, header, facts) : evenKeel(lines, header, facts);
  }

  /** Brings every line into our form, line for line, so that problems name the file's own lines. */
  private static BookletImport evenKeel(String[] lines, BookletHeader header, BookletFacts facts) {
    double datum = header.longitudinalDatum(facts.lengthBetweenPerpendicularsMetres());
    int sign = header.longitudinalSign();
    double divisor = header.momentDivisor();
    String separator = header.separator();
    if (!header.problems().isEmpty()) {
      return new BookletImport.Rejected(header.problems());
    }
    List<String> names = new ArrayList<>();
    StringBuilder ours = new StringBuilder();
    for (String line : lines) {
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        String[] fields = stripped.split(separator, -1);
        if (names.isEmpty()) {
          Arrays.stream(fields).forEach(field -> names.add(ourName(header, field.strip())));
          ours.append(String.join(",", names));
        } else {
          for (int i = 0; i < Math.min(fields.length, names.size()); i++) {
            ours.append(i == 0 ? "" : ",")
                .append(converted(names.get(i), fields[i].strip(), datum, sign, divisor));
          }
        }
      }
      ours.append('\n');
    }
    TableImport read = HydrostaticTable.parse(ours.toString(), facts.densityTonnesPerCubicMetre());
    return read instanceof TableImport.Imported imported
        ? new BookletImport.EvenKeel(imported.table(), facts)
        : new BookletImport.Rejected(((TableImport.Rejected) read).problems());
  }

  private static String ourName(BookletHeader header, String theirs) {
    return HydrostaticCsv.COLUMNS.stream()
        .filter(ours -> header.column(ours).equals(theirs))
        .findFirst()
        .orElse("other " + theirs);
  }

  private static String converted(
      String column, String field, double datum, int sign, double divisor) {
    double number = HydrostaticCsv.number(field);
    if (Double.isNaN(number)) {
      return field;
    }
    switch (column) {
      case HydrostaticCsv.FLOTATION, HydrostaticCsv.BUOYANCY:
        return Double.toString(datum + sign * number);
      case HydrostaticCsv.MOMENT:
        return Double.toString(number / divisor);
      default:
        return field;
    }
  }

  private static BookletImport byTrim(String[] lines, BookletHeader header, BookletFacts facts) {
    int sign = header.trimSign();
    String separator = header.separator();
    List<String> problems = new ArrayList<>(header.problems());
    double[] trims = {};
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < lines.length && problems.size() < HydrostaticCsv.MAX_PROBLEMS; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split(separator, -1);
      if (trims.length == 0) {
        trims = trims(fields, sign);
        if (!ascends(trims) || trims.length < 2 || trims.length > MOST_TRIMS) {
          problems.add("line " + (i + 1) + ": the columns are not 2 to 50 trims in their order");
          break;
        }
      } else if (rows.size() == HydrostaticCsv.MAX_ROWS) {
        problems.add("line " + (i + 1) + ": more than " + HydrostaticCsv.MAX_ROWS + " rows");
        break;
      } else {
        row(fields, trims.length, sign, rows, i + 1, problems);
      }
    }
    if (problems.isEmpty() && rows.size() < HydrostaticTable.MIN_ROWS) {
      problems.add(rows.size() + " rows, at least " + HydrostaticTable.MIN_ROWS + " needed");
    }
    if (!problems.isEmpty()) {
      return new BookletImport.Rejected(problems);
    }
    return new BookletImport.ByTrim(
        new TrimmedTable(
            rows.stream().mapToDouble(row -> row[0]).toArray(),
            trims,
            rows.stream()
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new),
            facts.densityTonnesPerCubicMetre()),
        facts);
  }

  /** By the stern ascending; by the head the file's columns run the other way. */
  private static double[] trims(String[] names, int sign) {
    double[] trims = new double[names.length - 1];
    for (int i = 1; i < names.length; i++) {
      String number = names[i].strip().replaceFirst("^trim_", "");
      trims[sign > 0 ? i - 1 : trims.length - i] = sign * HydrostaticCsv.number(number);
    }
    return trims;
  }

  private static void row(
      String[] fields, int trims, int sign, List<double[]> rows, int line, List<String> problems) {
    double[] row = new double[trims + 1];
    for (int i = 0; i <= trims; i++) {
      String field = i < fields.length ? fields[i].strip() : "";
      double number = HydrostaticCsv.number(field);
      if (!(number > 0) || Double.isInfinite(number)) {
        problems.add("line " + line + ": column " + (i + 1) + " is '" + field + "', not > 0");
        return;
      }
      row[i == 0 || sign > 0 ? i : trims + 1 - i] = number;
    }
    double[] before = rows.isEmpty() ? new double[row.length] : rows.get(rows.size() - 1);
    for (int i = 0; i < row.length; i++) {
      if (row[i] <= before[i]) {
        problems.add("line " + line + ": draught and displacement must ascend strictly");
        return;
      }
    }
    rows.add(row);
  }

  private static boolean ascends(double[] values) {
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        return false;
      }
    }
    return true;
  }
}
