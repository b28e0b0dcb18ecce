package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Looks for what is wrong with a table that can be read: slips of sign, of a factor of ten or a
 * hundred, of datum. Each rule catches a defect met in tables in use. A pure function.
 */
public final class TableLint {

  /** Derrett's approximation, MCTC = 7.31 TPC^2 / B, and how far a ship may be from it. */
  private static final double MOMENT_COEFFICIENT = 7.31;

  private static final double MOMENT_FACTOR = 2;
  private static final double SMOOTH_FACTOR = 5;
  private static final double SMOOTH_PART_OF_LENGTH = 0.001;
  private static final double FLOTATION_PART_OF_LENGTH = 0.1;
  private static final double SUMMER_PART = 0.002;
  private static final double LEAST_BLOCK = 0.35;
  private static final double GREATEST_BLOCK = 0.9;
  private static final double BLOCK_ROUNDING = 0.001;
  private static final double ABOVE_SUMMER = 1.05;

  private final HydrostaticTable table;
  private final Ship ship;
  private final List<Finding> findings = new ArrayList<>();

  private TableLint(HydrostaticTable table, Ship ship) {
    this.table = table;
    this.ship = ship;
  }

  /**
   * What the certificate and the booklet say elsewhere.
   *
   * @param lengthMetres between perpendiculars
   * @param breadthMetres moulded
   * @param lightshipTonnes the ship herself
   * @param summerDraughtMetres of the load line certificate
   * @param summerDeadweightTonnes of the certificate
   */
  public record Ship(
      double lengthMetres,
      double breadthMetres,
      double lightshipTonnes,
      double summerDraughtMetres,
      double summerDeadweightTonnes) {}

  /**
   * Something wrong.
   *
   * @param draughtMetres the row's draught, by which a person finds it in the booklet
   * @param text what is wrong with it
   */
  public record Finding(double draughtMetres, String text) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "row at %.3f m: %s", draughtMetres, text);
    }
  }

  /** Everything found, rule by rule in the order of the rows; empty for a sound table. */
  public static List<Finding> of(HydrostaticTable table, Ship ship) {
    TableLint lint = new TableLint(table, ship);
    lint.moments();
    lint.smooth("LCF", HydrostaticRow::flotationFromApMetres);
    lint.smooth("LCB", HydrostaticRow::buoyancyFromApMetres);
    lint.smooth("KMT", HydrostaticRow::transverseMetacentreMetres);
    lint.flotation();
    lint.block();
    lint.summer();
    lint.range();
    return List.copyOf(lint.findings);
  }

  private void moments() {
    for (HydrostaticRow row : table.rows()) {
      double tpc = row.tonnesPerCentimetre();
      double usual = MOMENT_COEFFICIENT * tpc * tpc / ship.breadthMetres();
      double ratio = row.trimMomentTonneMetresPerCentimetre() / usual;
      if (ratio < 1 / MOMENT_FACTOR || ratio > MOMENT_FACTOR) {
        find(
            row,
            "MCTC of %.1f t m/cm is %.2f times what TPC makes likely (per metre, or a digit?)",
            row.trimMomentTonneMetresPerCentimetre(),
            ratio);
      }
    }
  }

  /** A value far from the line of its neighbours, more so than theirs. */
  private void smooth(String name, ToDoubleFunction<HydrostaticRow> column) {
    List<HydrostaticRow> rows = table.rows();
    double[] bends = new double[rows.size()];
    for (int i = 1; i < rows.size() - 1; i++) {
      HydrostaticRow before = rows.get(i - 1);
      HydrostaticRow after = rows.get(i + 1);
      double fraction =
          (rows.get(i).draughtMetres() - before.draughtMetres())
              / (after.draughtMetres() - before.draughtMetres());
      double line = column.applyAsDouble(before.towards(after, fraction));
      bends[i] = Math.abs(column.applyAsDouble(rows.get(i)) - line);
    }
    double[] sorted = bends.clone();
    Arrays.sort(sorted);
    double allowed =
        Math.max(
            SMOOTH_FACTOR * sorted[sorted.length / 2], SMOOTH_PART_OF_LENGTH * ship.lengthMetres());
    for (int i = 1; i < rows.size() - 1; i++) {
      if (bends[i] > allowed && bends[i] >= bends[i - 1] && bends[i] >= bends[i + 1]) {
        find(
            rows.get(i),
            "%s of %.3f m is %.3f m off its neighbours (sign?)",
            name,
            column.applyAsDouble(rows.get(i)),
            bends[i]);
      }
    }
  }

  private void flotation() {
    for (HydrostaticRow row : table.rows()) {
      double arm = row.flotationFromApMetres() - ship.lengthMetres() / 2;
      if (Math.abs(arm) > FLOTATION_PART_OF_LENGTH * ship.lengthMetres()) {
        find(row, "LCF is %.2f m from half length (counted from midship?)", arm);
      }
    }
  }

  private void block() {
    double before = 0;
    for (HydrostaticRow row : table.rows()) {
      double block =
          HullFormulas.blockCoefficient(
              row.displacementTonnes() / table.densityTonnesPerCubicMetre(),
              ship.lengthMetres(),
              ship.breadthMetres(),
              row.draughtMetres());
      if (block < LEAST_BLOCK || block > GREATEST_BLOCK) {
        find(row, "block coefficient %.3f, usual %.2f to %.2f", block, LEAST_BLOCK, GREATEST_BLOCK);
      } else if (block < before - BLOCK_ROUNDING) {
        find(row, "block coefficient falls from %.3f to %.3f", before, block);
      }
      before = block;
    }
  }

  private void summer() {
    double wanted = ship.lightshipTonnes() + ship.summerDeadweightTonnes();
    if (table.atDraught(ship.summerDraughtMetres()) instanceof TableEntry.Found summer
        && Math.abs(summer.row().displacementTonnes() - wanted) > SUMMER_PART * wanted) {
      find(
          summer.row(),
          "%.1f t at the summer draught, lightship and deadweight make %.1f t",
          summer.row().displacementTonnes(),
          wanted);
    }
  }

  private void range() {
    HydrostaticRow first = table.rows().get(0);
    HydrostaticRow last = table.rows().get(table.rows().size() - 1);
    if (first.displacementTonnes() > ship.lightshipTonnes()) {
      find(first, "the table begins above the lightship of %.1f t", ship.lightshipTonnes());
    }
    double deepest = ABOVE_SUMMER * ship.summerDraughtMetres();
    if (last.draughtMetres() < deepest) {
      find(last, "the table ends short of %.3f m, 1.05 of the summer draught", deepest);
    }
  }

  private void find(HydrostaticRow row, String format, Object... arguments) {
    findings.add(new Finding(row.draughtMetres(), String.format(Locale.ROOT, format, arguments)));
  }
}
