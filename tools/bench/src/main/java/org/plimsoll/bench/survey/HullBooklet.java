package org.plimsoll.bench.survey;

import java.util.Locale;
import org.plimsoll.bench.survey.FormulaHull.Attitude;
import org.plimsoll.naval.Booklet;
import org.plimsoll.naval.BookletImport;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.TableImport;
import org.plimsoll.naval.TrimmedTable;

/** What a shipyard would hand over with a {@link FormulaHull}: particulars, and printed tables. */
record HullBooklet(ShipParticulars particulars, HydrostaticTable evenKeel, TrimmedTable byTrim) {

  static final double TABLE_DENSITY = 1.025;

  private static final MarkPositions MARKS = new MarkPositions(96.40, 50.00, 5.50);
  private static final double LIGHTSHIP_TONNES = 4515;
  private static final double SUMMER_DRAUGHT_METRES = 5.2;

  static HullBooklet of(FormulaHull hull) {
    return new HullBooklet(
        new ShipParticulars(
            FormulaHull.LENGTH,
            FormulaHull.BREADTH,
            MARKS,
            LIGHTSHIP_TONNES,
            SUMMER_DRAUGHT_METRES),
        evenKeel(hull),
        byTrim(hull));
  }

  /** A row every 5 cm, printed with the digits of a booklet. */
  private static HydrostaticTable evenKeel(FormulaHull hull) {
    StringBuilder csv = new StringBuilder();
    csv.append("draught_m,displacement_t,tpc_t_per_cm,mctc_tm_per_cm,lcf_from_ap_m\n");
    for (int i = 0; i <= 80; i++) {
      double draught = 2.5 + i * 0.05;
      csv.append(
          String.format(
              Locale.ROOT,
              "%.2f,%.2f,%.4f,%.4f,%.4f%n",
              draught,
              TABLE_DENSITY * hull.volume(new Attitude(draught, 0, 0, 0)),
              TABLE_DENSITY * hull.waterplane(draught) / 100,
              TABLE_DENSITY * hull.longitudinalInertia(draught) / (100 * FormulaHull.LENGTH),
              hull.flotation(draught)));
    }
    TableImport read = HydrostaticTable.parse(csv.toString(), TABLE_DENSITY);
    if (read instanceof TableImport.Imported imported) {
      return imported.table();
    }
    throw new IllegalStateException("the hull's own table is refused: " + read);
  }

  /** A row every decimetre and a column every half metre of trim. */
  private static TrimmedTable byTrim(FormulaHull hull) {
    StringBuilder csv =
        new StringBuilder(
            """
            #: table = by-trim
            #: density = 1.025
            #: hull = moulded
            #: keel-plate-mm = 0
            #: draught-reference = midship
            #: trim-sign = by-stern
            #: lbp = 100.00
            #: source = hull by formula, integrated
            draught_mid_m,-1.0,-0.5,0.0,0.5,1.0,1.5,2.0
            """);
    for (int i = 0; i <= 30; i++) {
      double draught = 3 + i * 0.1;
      csv.append(String.format(Locale.ROOT, "%.2f", draught));
      for (double trim = -1; trim <= 2; trim += 0.5) {
        double tonnes = TABLE_DENSITY * hull.volume(new Attitude(draught, trim, 0, 0));
        csv.append(String.format(Locale.ROOT, ",%.2f", tonnes));
      }
      csv.append('\n');
    }
    BookletImport read = Booklet.parse(csv.toString());
    if (read instanceof BookletImport.ByTrim imported) {
      return imported.table();
    }
    throw new IllegalStateException("the hull's own table by trim is refused: " + read);
  }
}
