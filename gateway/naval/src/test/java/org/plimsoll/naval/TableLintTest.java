package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TableLintTest {

  private static final TableLint.Ship SHIP = new TableLint.Ship(100, 19, 4515.0, 5.200, 1899.8);

  private final List<HydrostaticRow> rows = ReferenceShip.table().rows();

  @Test
  void aSoundTableHasNoFindings() {
    assertThat(TableLint.of(ReferenceShip.table(), SHIP)).isEmpty();
  }

  /** Met in a public table: one centre of buoyancy on the wrong side of midship. */
  @Test
  void aSignSlipIsFoundAtItsRow() {
    List<TableLint.Finding> findings =
        lint(
            row(5.0),
            row -> with(row, row.flotationFromApMetres(), 100 - row.buoyancyFromApMetres()));
    assertThat(findings).singleElement().asString().startsWith("row at 5.000 m: LCB of 51.");
  }

  @Test
  void aSlipOfTheCentreOfFlotationIsFoundAtItsRow() {
    List<TableLint.Finding> findings =
        lint(
            row(4.3),
            row -> with(row, 100 - row.flotationFromApMetres(), row.buoyancyFromApMetres()));
    assertThat(findings).singleElement().asString().startsWith("row at 4.300 m: LCF of 54.");
  }

  @Test
  void momentsPerMetreAreFound() {
    List<TableLint.Finding> findings = lint(null, row -> moment(row, 100));
    assertThat(findings).hasSameSizeAs(rows);
    assertThat(findings.get(0).text()).contains("per metre");
    assertThat(lint(row(5.0), row -> moment(row, 0.1)))
        .singleElement()
        .asString()
        .startsWith("row at 5.000 m: MCTC of 9.5 t m/cm");
  }

  @Test
  void aCentreOfFlotationFromTheWrongDatumIsFound() {
    List<TableLint.Finding> findings =
        lint(null, row -> with(row, row.flotationFromApMetres() - 50, row.buoyancyFromApMetres()));
    assertThat(findings).hasSameSizeAs(rows);
    assertThat(findings.get(0).text()).contains("from half length");
  }

  @Test
  void theCertificateAndTheRangeAreCompared() {
    TableLint.Ship other = new TableLint.Ship(100, 19, 4515.0, 6.300, 1899.8);
    assertThat(TableLint.of(ReferenceShip.table(), other))
        .extracting(TableLint.Finding::text)
        .anySatisfy(text -> assertThat(text).contains("lightship and deadweight make 6414.8 t"))
        .anySatisfy(text -> assertThat(text).contains("ends short of 6.615 m"));
    TableLint.Ship light = new TableLint.Ship(100, 19, 2500, 5.200, 3914.8);
    assertThat(TableLint.of(ReferenceShip.table(), light))
        .singleElement()
        .asString()
        .contains("begins above the lightship");
    TableLint.Ship wide = new TableLint.Ship(100, 38, 4515.0, 5.200, 1899.8);
    assertThat(TableLint.of(ReferenceShip.table(), wide))
        .extracting(TableLint.Finding::text)
        .anySatisfy(text -> assertThat(text).contains("block coefficient 0.261"));
  }

  private List<TableLint.Finding> lint(HydrostaticRow only, UnaryOperator<HydrostaticRow> change) {
    List<HydrostaticRow> changed = new ArrayList<>(rows);
    changed.replaceAll(row -> only == null || row.equals(only) ? change.apply(row) : row);
    return TableLint.of(new HydrostaticTable(changed, 1.025), SHIP);
  }

  private HydrostaticRow row(double draught) {
    return rows.stream().filter(row -> row.draughtMetres() == draught).findAny().orElseThrow();
  }

  private static HydrostaticRow with(HydrostaticRow row, double flotation, double buoyancy) {
    return new HydrostaticRow(
        row.draughtMetres(),
        row.displacementTonnes(),
        row.tonnesPerCentimetre(),
        row.trimMomentTonneMetresPerCentimetre(),
        flotation,
        buoyancy,
        row.transverseMetacentreMetres());
  }

  private static HydrostaticRow moment(HydrostaticRow row, double factor) {
    return new HydrostaticRow(
        row.draughtMetres(),
        row.displacementTonnes(),
        row.tonnesPerCentimetre(),
        row.trimMomentTonneMetresPerCentimetre() * factor,
        row.flotationFromApMetres(),
        row.buoyancyFromApMetres(),
        row.transverseMetacentreMetres());
  }

  @Test
  void aSlipOfTheMetacentreIsFoundAtItsRow() {
    assertThat(lint(row(5.0), row -> metacentre(row, row.transverseMetacentreMetres() + 1)))
        .singleElement()
        .asString()
        .startsWith("row at 5.000 m: KMT of 9.609 m is 1.000 m off its neighbours");
  }

  /**
   * In the middle of the table as well, where it is itself among the figures it is held against.
   */
  @Test
  void aSlipIsFoundAtTheMiddleRow() {
    HydrostaticRow middle = rows.get(rows.size() / 2);
    assertThat(
            lint(
                middle,
                row -> with(row, row.flotationFromApMetres(), row.buoyancyFromApMetres() + 2)))
        .singleElement()
        .asString()
        .contains("LCB of ");
  }

  @Test
  void aBlockCoefficientThatFallsIsFound() {
    assertThat(lint(row(5.0), row -> displacing(row, row.displacementTonnes() - 40)))
        .singleElement()
        .asString()
        .isEqualTo("row at 5.000 m: block coefficient falls from 0.626 to 0.623");
    assertThat(lint(row(5.0), row -> displacing(row, row.displacementTonnes() - 22)))
        .as("by less than rounding")
        .isEmpty();
  }

  @Test
  void aMomentAtTwiceTheUsualIsJustBelieved() {
    assertThat(lint(row(5.0), row -> moment(row, 1.9))).isEmpty();
    assertThat(lint(row(5.0), row -> moment(row, 2.1))).hasSize(1);
    assertThat(lint(row(5.0), row -> moment(row, 0.5))).isEmpty();
    assertThat(lint(row(5.0), row -> moment(row, 0.4))).hasSize(1);
  }

  @Test
  void theCertificateMayDifferByTwoPerThousand() {
    assertThat(TableLint.of(ReferenceShip.table(), summer(1899.8 + 12.8))).isEmpty();
    assertThat(TableLint.of(ReferenceShip.table(), summer(1899.8 + 12.9))).hasSize(1);
    assertThat(TableLint.of(ReferenceShip.table(), summer(1899.8 - 12.9))).hasSize(1);
  }

  private static TableLint.Ship summer(double deadweight) {
    return new TableLint.Ship(100, 19, 4515.0, 5.200, deadweight);
  }

  private static HydrostaticRow displacing(HydrostaticRow row, double tonnes) {
    return new HydrostaticRow(
        row.draughtMetres(),
        tonnes,
        row.tonnesPerCentimetre(),
        row.trimMomentTonneMetresPerCentimetre(),
        row.flotationFromApMetres(),
        row.buoyancyFromApMetres(),
        row.transverseMetacentreMetres());
  }

  private static HydrostaticRow metacentre(HydrostaticRow row, double height) {
    return new HydrostaticRow(
        row.draughtMetres(),
        row.displacementTonnes(),
        row.tonnesPerCentimetre(),
        row.trimMomentTonneMetresPerCentimetre(),
        row.flotationFromApMetres(),
        row.buoyancyFromApMetres(),
        height);
  }
}
