package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HydrostaticTableTest {

  private static final String HEADER =
      "draught_m,displacement_t,tpc_t_per_cm,mctc_tm_per_cm,lcf_from_ap_m,lcb_from_ap_m,kmt_m\n";

  private final HydrostaticTable table = ReferenceShip.table();

  @ParameterizedTest
  @CsvSource({
    "2.50, 2540.76, 12.7498, 61.4876, 48.3713",
    "5.20, 6414.79, 15.4500, 96.1385, 45.4727",
    "6.50, 8463.46, 15.9425, 101.7075, 45.4377",
    "5.025, 6145.275, 15.35285, 95.03015, 45.49015"
  })
  void rowsAndTheLineBetweenThem(
      double draught, double displacement, double tpc, double mctc, double lcf) {
    HydrostaticRow row = found(table.atDraught(draught));
    assertThat(row.draughtMetres()).isCloseTo(draught, within(1e-9));
    assertThat(row.displacementTonnes()).isCloseTo(displacement, within(1e-6));
    assertThat(row.tonnesPerCentimetre()).isCloseTo(tpc, within(1e-9));
    assertThat(row.trimMomentTonneMetresPerCentimetre()).isCloseTo(mctc, within(1e-9));
    assertThat(row.flotationFromApMetres()).isCloseTo(lcf, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.4999, 6.5001, -1, 0, Double.NaN, Double.POSITIVE_INFINITY})
  void outsideIsAReasonAndNeverTheNearestRow(double draught) {
    TableEntry entry = table.atDraught(draught);
    assertThat(entry).isInstanceOf(TableEntry.OutOfRange.class);
    assertThat(((TableEntry.OutOfRange) entry).reason()).contains("2.500 to 6.500");
  }

  @Test
  void byDisplacementIsTheInverse() {
    for (double draught = 2.5; draught <= 6.5; draught += 0.0137) {
      double displacement = found(table.atDraught(draught)).displacementTonnes();
      assertThat(found(table.atDisplacement(displacement)).draughtMetres())
          .isCloseTo(draught, within(1e-9));
    }
    assertThat(table.atDisplacement(9000)).isInstanceOf(TableEntry.OutOfRange.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no header at all | line 1: columns [draught_m",
        "# remark | no line names the columns",
        "draught_m,displacement_t | columns [tpc_t_per_cm",
        "@4.0,4600,14.6,86,45.7,49,9.2;4.0,4700,14.7,87,45.6,49,9.1 | line 3: draught and displacement",
        "@4.0,4600,14.6,86,45.7,49,9.2;4.1,4500,14.7,87,45.6,49,9.1 | line 3: draught and displacement",
        "@4.0,4600,14.6,86,45.7,49,9.2;4.1,4846,14.7,87,45.6,49,9.1 | line 3: displacement rises by 246",
        "@4.0,4600,14.6,86,45.7,49,9.2;4.1,,14.7,87,45.6,49,9.1 | line 3: displacement_t is ''",
        "@4.0,4600,NaN,86,45.7,49,9.2 | line 2: tpc_t_per_cm is 'NaN'",
        "@4.0,4600,14.6,Infinity,45.7,49,9.2 | line 2: mctc_tm_per_cm is 'Infinity'",
        "@4.0,4600,14.6,86 | line 2: lcf_from_ap_m is ''",
        "@4.0,4600,14.6,86,45.7,49,9.2 | 1 rows, at least 2",
      })
  void whatIsNoTableIsRefusedWithLineAndReason(String text, String problem) {
    String csv = text.startsWith("@") ? HEADER + text.substring(1).replace(';', '\n') : text;
    TableImport read = HydrostaticTable.parse(csv, 1.025);
    assertThat(read).isInstanceOf(TableImport.Rejected.class);
    List<String> problems = ((TableImport.Rejected) read).problems();
    assertThat(problems).anySatisfy(found -> assertThat(found).contains(problem));
  }

  @Test
  void theDensityOfTheTableIsNeverAssumed() {
    assertThat(HydrostaticTable.parse(ReferenceShip.csv(), 1025))
        .isInstanceOf(TableImport.Rejected.class);
    assertThat(table.densityTonnesPerCubicMetre()).isEqualTo(1.025);
  }

  @Test
  void aTextOfAnyLengthListsFewProblems() {
    TableImport read = HydrostaticTable.parse(HEADER + "x,y\n".repeat(100_000), 1.025);
    assertThat(((TableImport.Rejected) read).problems()).hasSize(HydrostaticCsv.MAX_PROBLEMS);
  }

  private static HydrostaticRow found(TableEntry entry) {
    assertThat(entry).isInstanceOf(TableEntry.Found.class);
    return ((TableEntry.Found) entry).row();
  }

  @ParameterizedTest
  @CsvSource({"0.98, true", "1.06, true", "0.9799, false", "1.0601, false", "NaN, false"})
  void densitiesOfWater(double density, boolean read) {
    assertThat(HydrostaticTable.parse(ReferenceShip.csv(), density) instanceof TableImport.Imported)
        .isEqualTo(read);
  }

  @Test
  void moreRowsThanAnyBookletHasAreRefused() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 1; i <= HydrostaticCsv.MAX_ROWS; i++) {
      rows.append(i).append(',').append(100 * i).append(",1,1,1,1,1\n");
    }
    assertThat(HydrostaticTable.parse(rows.toString(), 1.025))
        .isInstanceOf(TableImport.Imported.class);
    assertThat(HydrostaticTable.parse(rows + "10001,1000100,1,1,1,1,1", 1.025))
        .isEqualTo(new TableImport.Rejected(List.of("line 10002: more than 10000 rows")));
  }

  /** A step may be off by 0.3 % of itself and a tonne of rounding, no more; equal is no step. */
  @ParameterizedTest
  @CsvSource({
    "4846.9, true",
    "4847.9, true",
    "4848.6, false",
    "4846.0, true",
    "4845.1, true",
    "4600, false"
  })
  void aStepAgreesWithImmersion(double displacement, boolean read) {
    // 10 cm at a mean TPC of 24.65 make 246.5 t; 0.3 % is 0.74 t.
    String csv =
        HEADER + "4.0,4600,24.6,86,45.7,49,9.2\n4.1," + displacement + ",24.7,87,45.6,49,9.1";
    assertThat(HydrostaticTable.parse(csv, 1.025) instanceof TableImport.Imported).isEqualTo(read);
  }

  @Test
  void zeroIsNoFigure() {
    String csv = HEADER + "4.0,4600,0,86,45.7,49,9.2";
    assertThat(((TableImport.Rejected) HydrostaticTable.parse(csv, 1.025)).problems())
        .containsExactly("line 2: tpc_t_per_cm is '0', not a number > 0");
    assertThat(
            ((TableImport.Rejected) HydrostaticTable.parse(csv.replace(",0,", ",x,"), 1.025))
                .problems())
        .containsExactly("line 2: tpc_t_per_cm is 'x', not a number > 0");
  }

  /** On a row the row above it begins: the same figures, and the cell of the next step. */
  @Test
  void aDraughtOnARowBeginsItsCell() {
    HydrostaticTable.Bracket bracket = table.around(5.0).orElseThrow();
    assertThat(bracket.lower().draughtMetres()).isEqualTo(5.0);
    assertThat(bracket.upper().draughtMetres()).isEqualTo(5.05);
    assertThat(table.around(6.5).orElseThrow().upper().draughtMetres()).isEqualTo(6.5);
    assertThat(table.around(2.5).orElseThrow().lower().draughtMetres()).isEqualTo(2.5);
    assertThat(table.around(6.5001)).isEmpty();
    assertThat(table.around(2.4999)).isEmpty();
  }
}
