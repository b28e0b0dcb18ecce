package org.plimsoll.naval;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A hull's even-keel hydrostatic table, entered by draught or by displacement.
 *
 * <p>Between two rows every column is interpolated linearly; outside the first and last row the
 * answer is {@link TableEntry.OutOfRange}.
 */
public final class HydrostaticTable {

  /** Fewest rows that make a table. */
  static final int MIN_ROWS = 2;

  private final List<HydrostaticRow> rows;
  private final double densityTonnesPerCubicMetre;

  /** Rows strictly ascending in draught and displacement: {@link HydrostaticCsv} sees to it. */
  HydrostaticTable(List<HydrostaticRow> rows, double densityTonnesPerCubicMetre) {
    if (rows.size() < MIN_ROWS) {
      throw new IllegalArgumentException(rows.size() + " rows, at least " + MIN_ROWS + " needed");
    }
    this.rows = List.copyOf(rows);
    this.densityTonnesPerCubicMetre = densityTonnesPerCubicMetre;
  }

  /**
   * Reads a table from comma-separated text.
   *
   * <p>Lines that begin with {@code #} and empty lines are passed over; the first other line names
   * the columns, of which {@code draught_m}, {@code displacement_t}, {@code tpc_t_per_cm}, {@code
   * mctc_tm_per_cm} and {@code lcf_from_ap_m} must be there in any order and {@code lcb_from_ap_m},
   * {@code kmt_m} and others may be. Tables in other units and signs are read by {@link Booklet}.
   *
   * @param csv the whole text
   * @param densityTonnesPerCubicMetre density of the water that the table was made for, 0.98 to
   *     1.06; a property of the table, usually 1.025 and never assumed
   * @return the table, or every problem found
   */
  public static TableImport parse(String csv, double densityTonnesPerCubicMetre) {
    return new HydrostaticCsv(csv, densityTonnesPerCubicMetre).read();
  }

  /** The hull at this midship draught, in metres. */
  public TableEntry atDraught(double draughtMetres) {
    return enter(draughtMetres, HydrostaticRow::draughtMetres, "draught", "m", 3);
  }

  /** The hull at this displacement in tonnes, in water of the table's density. */
  public TableEntry atDisplacement(double displacementTonnes) {
    return enter(displacementTonnes, HydrostaticRow::displacementTonnes, "displacement", "t", 1);
  }

  /** The rows in their order, at least two. */
  public List<HydrostaticRow> rows() {
    return rows;
  }

  /** Two neighbouring rows, the draught sought from {@code lower} to {@code upper}. */
  public record Bracket(HydrostaticRow lower, HydrostaticRow upper) {}

  /** The rows about a draught in metres; empty outside the table. */
  public Optional<Bracket> around(double draughtMetres) {
    if (!(draughtMetres >= leastDraughtMetres() && draughtMetres <= greatestDraughtMetres())) {
      return Optional.empty();
    }
    int low = below(draughtMetres, HydrostaticRow::draughtMetres);
    return Optional.of(new Bracket(rows.get(low), rows.get(low + 1)));
  }

  /** Density of the water that the table was made for. */
  public double densityTonnesPerCubicMetre() {
    return densityTonnesPerCubicMetre;
  }

  /** Least draught in the table. */
  public double leastDraughtMetres() {
    return rows.get(0).draughtMetres();
  }

  /** Greatest draught in the table. */
  public double greatestDraughtMetres() {
    return rows.get(rows.size() - 1).draughtMetres();
  }

  private TableEntry enter(
      double argument,
      ToDoubleFunction<HydrostaticRow> column,
      String name,
      String unit,
      int places) {
    double least = column.applyAsDouble(rows.get(0));
    double greatest = column.applyAsDouble(rows.get(rows.size() - 1));
    if (!(argument >= least && argument <= greatest)) {
      String number = "%." + places + "f";
      String format = "%s " + number + " %s outside the table's " + number + " to " + number;
      return new TableEntry.OutOfRange(Phrase.of(format, name, argument, unit, least, greatest));
    }
    int low = below(argument, column);
    int high = low + 1;
    double from = column.applyAsDouble(rows.get(low));
    double to = column.applyAsDouble(rows.get(high));
    return new TableEntry.Found(
        rows.get(low).towards(rows.get(high), (argument - from) / (to - from)));
  }

  /** Index of the row at or below the argument, never the last. */
  private int below(double argument, ToDoubleFunction<HydrostaticRow> column) {
    int low = 0;
    int high = rows.size() - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (column.applyAsDouble(rows.get(middle)) <= argument) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
