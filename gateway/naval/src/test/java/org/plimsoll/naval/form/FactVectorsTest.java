package org.plimsoll.naval.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.form.ExampleForms.completed;
import static org.plimsoll.naval.form.ExampleForms.value;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.Displacement;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.HullFormulas;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.TableImport;

/** Examples of one step or relation, published and analytic. */
class FactVectorsTest {

  private static final String COLUMNS =
      "draught_m,displacement_t,tpc_t_per_cm,mctc_tm_per_cm,lcf_from_ap_m,lcb_from_ap_m,kmt_m\n";

  @Test
  void everyExampleIsUsed() {
    assertThat(WorkedExample.all().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Set.of(
                "DS-01", "DS-01b", "DS-02", "DS-05", "DS-06", "DS-07", "DS-08", "DS-10", "DS-11",
                "HY-01", "AN-01", "AN-02", "AN-03", "AN-04", "AN-05", "AN-07", "AN-08", "SF-01",
                "SF-02", "SF-03"));
  }

  /** The source labels metres as centimetres. */
  @Test
  void marksInsideThePerpendiculars() {
    WorkedExample example = WorkedExample.of("DS-06");
    double length = example.input("length_used");
    double aft = example.input("d_aft");
    double forward = example.input("d_fwd");
    CompletedForm form =
        trimmed(
            length + aft + forward,
            new MarkPositions(length + aft, length / 2, aft),
            example.input("trim"));
    example.check("corr_aft", value(form, FormLine.CORRECTION_AFT));
    example.check("corr_fwd", -value(form, FormLine.CORRECTION_FORWARD));
    assertThat(FormLine.CORRECTION_AFT.unit()).isEqualTo("m");
    assertThat(example.error()).contains("labelled cm");
  }

  @Test
  void forwardMarkAftOfItsPerpendicular() {
    WorkedExample example = WorkedExample.of("DS-07");
    double length = example.input("length");
    CompletedForm form =
        trimmed(
            length + example.input("d"),
            new MarkPositions(length, length / 2, 0),
            example.input("trim"));
    example.check("corr_fwd", -value(form, FormLine.CORRECTION_FORWARD));
  }

  @Test
  void constantByMassAndMoment() {
    WorkedExample example = WorkedExample.of("DS-10");
    Displacement first =
        new Displacement(
            example.input("case1.disp_table"),
            example.input("case1.corr1"),
            example.input("case1.corr2"),
            0,
            0);
    example.check("case1 corrected displacement", first.tonnes());
    double lightship = example.input("case1.lightship");
    double cargo = example.input("case1.cargo");
    MassMoment ship = MassMoment.at(first.tonnes(), example.input("case1.lcg"));
    MassMoment light = MassMoment.at(lightship, example.input("case1.lightship_lcg"));
    MassMoment load = MassMoment.at(cargo, example.input("case1.cargo_lcg"));
    MassMoment constant = ship.less(light).less(load);
    example.check("case1 longitudinal moment", ship.momentTonneMetres());
    example.check("case1 lightship moment", light.momentTonneMetres());
    example.check("case1 cargo moment", load.momentTonneMetres());
    example.check("case1 constant", constant.massTonnes());
    example.check("case1 constant moment", constant.momentTonneMetres());
    example.check("case1 constant LCG", constant.leverMetres());
    MassMoment upright = MassMoment.at(first.tonnes(), example.input("case1.kg"));
    example.check("case1 vertical moment", upright.momentTonneMetres());
    MassMoment height =
        upright
            .less(MassMoment.at(lightship, example.input("case1.lightship_kg")))
            .less(MassMoment.at(cargo, example.input("case1.cargo_kg")));
    example.check("case1 constant KG", height.leverMetres());
    double truth = example.input("true_constant");
    example.check("error of reading to 1 cm", constant.massTonnes() - truth);

    example.check("case2 trim", example.input("case2.t_aft") - example.input("case2.t_fwd"));
    double tonnes =
        new Displacement(example.input("case2.disp_table"), example.input("case2.corr"), 0, 0, 0)
            .tonnes();
    example.check("case2 corrected displacement", tonnes);
    MassMoment second = MassMoment.at(tonnes, example.input("case1.lcg"));
    example.check("case2 longitudinal moment", second.momentTonneMetres());
    assertThat(example.misprint("case2 longitudinal moment"))
        .isLessThan(second.momentTonneMetres() / 9);
    assertThat(example.error()).contains("a digit is missing");
    MassMoment rest = second.less(light).less(load);
    example.check("case2 constant", rest.massTonnes());
    example.check("case2 constant moment", rest.momentTonneMetres());
    example.check("case2 constant LCG", rest.leverMetres());
    example.check("error of reading to 1 mm", rest.massTonnes() - truth);
  }

  /** Two centimetres too deep is two TPC too heavy. */
  @Test
  void twoCentimetres() {
    WorkedExample example = WorkedExample.of("DS-11");
    for (String size : new String[] {"handysize", "handymax", "panamax", "capesize"}) {
      double published = example.input("published_t." + size);
      double tpc = published / example.input("draught_error_cm");
      example.check("implied TPC " + size, tpc);
      HydrostaticTable table = box(tpc, 50, 100);
      assertThat(tonnes(table, 10.02, 0) - tonnes(table, 10, 0)).isCloseTo(published, within(1e-6));
    }
  }

  @Test
  void aReportOfATrimmedShip() {
    WorkedExample example = WorkedExample.of("HY-01");
    double forward = example.input("t_fp");
    double aft = example.input("t_ap");
    double midship = (forward + aft) / 2;
    double trim = aft - forward;
    double lbp = 118.0;
    double displacement = example.input("displacement");
    example.check("draught amidships", midship);
    example.check("trim", trim);
    example.check("TPC", HullFormulas.tonnesPerCentimetre(example.input("wpa"), 1.025));
    double length = example.input("wl_length");
    double beam = example.input("beam_wl");
    example.check("Cwp", HullFormulas.waterplaneCoefficient(example.input("wpa"), length, beam));
    example.check(
        "Cb with T at LCF",
        HullFormulas.blockCoefficient(displacement / 1.025, length, beam, example.input("t_lcf")));
    example.check(
        "draught at LCF", HullFormulas.draughtAt(midship, trim, lbp, example.input("lcf")));
    example.check("trim angle", Math.toDegrees(HullFormulas.trimAngleRadians(trim, lbp)));
    double righting =
        HullFormulas.rightingMomentTonneMetres(
            example.input("gmt"), displacement, Math.toRadians(1));
    example.check("RM at 1 deg", righting);
    assertThat(righting - example.misprint("RM at 1 deg")).isCloseTo(100, within(0.1));
    double metacentre = HullFormulas.metacentreMetres(example.input("kb"), example.input("bmt"));
    example.check("KMt", metacentre);
    assertThat(metacentre - example.misprint("KMt")).isCloseTo(0.031, within(1e-9));
    assertThat(example.error()).contains("leading 1 is missing").contains("KMt");
  }

  @Test
  void secondTrimCorrectionOfAPrism() {
    WorkedExample example = WorkedExample.of("AN-03");
    double length = example.input("L");
    double slope = example.input("tan_alpha");
    StringBuilder csv = new StringBuilder(COLUMNS);
    for (double draught = 4.5; draught <= 5.5; draught += 0.5) {
      double displacement = 1.025 * length * slope * draught * draught;
      double breadth = 2 * slope * draught;
      double tpc = 1.025 * length * breadth / 100;
      double moment = 1.025 * breadth * Math.pow(length, 3) / 12 / (100 * length);
      csv.append(draught + "," + displacement + "," + tpc + "," + moment + ",50,50,10\n");
    }
    CompletedForm form = form(table(csv.toString()), example.input("tm"), example.input("trim"));
    example.check("even-keel displacement", value(form, FormLine.TABLE_DISPLACEMENT));
    example.check("STC", value(form, FormLine.SECOND_TRIM));
    example.check("displacement", value(form, FormLine.DISPLACEMENT));
  }

  /** A sagging box: four sixths are exact, six eighths 20.5 t too much. */
  @Test
  void theFormsOfTheMean() {
    WorkedExample example = WorkedExample.of("AN-04");
    double perMetre = 1.025 * example.input("L") * example.input("B");
    double end = example.input("f");
    double middle = example.input("m");
    double exact = perMetre * MeanForm.RIVER.mean(end, middle, end);
    example.check("exact displacement", exact);
    example.check(
        "6M/8 over-estimate", perMetre * MeanForm.SEAGOING.mean(end, middle, end) - exact);
    example.check("3/14/3 over-estimate", perMetre * MeanForm.BARGE.mean(end, middle, end) - exact);
    MarkPositions marks = new MarkPositions(100, 50, 0);
    FormSurvey survey =
        new FormSurvey(
            new FormReadings(end, end, middle, middle, end, end),
            Optional.of(new FormHydrostatics.EvenKeel(box(20.5, 50, 100))),
            1.025,
            Optional.empty());
    CompletedForm form =
        completed(
            new SurveyForm(new FormShip(100, marks, 0, MeanForm.RIVER), Precision.FULL)
                .complete(survey));
    example.check("exact displacement", value(form, FormLine.DISPLACEMENT));
    assertThat(value(form, FormLine.DEFLECTION)).as("sag is positive").isCloseTo(12, within(1e-9));
  }

  @Test
  void listOfABox() {
    WorkedExample example = WorkedExample.of("AN-05");
    double breadth = example.input("B");
    double difference = breadth * Math.tan(Math.toRadians(example.input("phi")));
    example.check("port/stbd difference", difference);
    double port = example.input("tcl") - difference / 2;
    double starboard = example.input("tcl") + difference / 2;
    SurveyResult.Surveyed surveyed =
        surveyed(box(20.5, 50, breadth), breadth, 1.025, port, starboard);
    example.check("list angle", Math.toDegrees(surveyed.floating().listRadians()));
    example.check("list correction", surveyed.displacement().listCorrectionTonnes());
    assertThat(surveyed.displacement().tonnes()).isCloseTo(8200, within(1e-6));
  }

  @Test
  void freshWaterAllowanceOfABoxAndOfTheFerry() {
    WorkedExample box = WorkedExample.of("AN-07");
    double draught = box.input("t");
    double allowed =
        surveyed(box(20.5, 50, 20), 20, 1.000, draught, draught).loadLine().allowedDraughtMetres();
    box.check("FW draught", allowed);
    box.check("FWA", 1000 * (allowed - draught));
    WorkedExample ferry = WorkedExample.of("AN-08");
    double summer = ferry.input("summer_draught");
    double fresh =
        surveyed(ExampleForms.ferry(), 19, 1.000, summer, summer).loadLine().allowedDraughtMetres();
    ferry.check("F", fresh);
    ferry.check("FWA", 1000 * (fresh - summer));
  }

  private static SurveyResult.Surveyed surveyed(
      HydrostaticTable table, double breadth, double density, double port, double starboard) {
    double summer = (port + starboard) / 2;
    ShipParticulars ship =
        new ShipParticulars(100, breadth, new MarkPositions(100, 50, 0), 1, summer);
    ObservedDraughts observed =
        new ObservedDraughts(
            Map.of(
                DraughtMark.FORWARD_PORT, port,
                DraughtMark.FORWARD_STARBOARD, starboard,
                DraughtMark.MIDSHIP_PORT, port,
                DraughtMark.MIDSHIP_STARBOARD, starboard,
                DraughtMark.AFT_PORT, port,
                DraughtMark.AFT_STARBOARD, starboard));
    SurveyResult result =
        new DraughtSurvey(ship, table, SurveyAccuracy.GOOD)
            .survey(observed, new SurveyConditions(density, 0, OptionalInt.of(0), 0));
    assertThat(result).isInstanceOf(SurveyResult.Surveyed.class);
    return (SurveyResult.Surveyed) result;
  }

  private static double tonnes(HydrostaticTable table, double draught, double trim) {
    return value(form(table, draught, trim), FormLine.DISPLACEMENT);
  }

  private static CompletedForm form(HydrostaticTable table, double draught, double trim) {
    double forward = draught - trim / 2;
    double aft = draught + trim / 2;
    FormSurvey survey =
        new FormSurvey(
            new FormReadings(forward, forward, draught, draught, aft, aft),
            Optional.of(new FormHydrostatics.EvenKeel(table)),
            1.025,
            Optional.empty());
    FormShip ship = new FormShip(100, new MarkPositions(100, 50, 0), 0, MeanForm.SEAGOING);
    return completed(new SurveyForm(ship, Precision.FULL).complete(survey));
  }

  private static CompletedForm trimmed(double lbp, MarkPositions marks, double trim) {
    FormSurvey survey =
        new FormSurvey(
            new FormReadings(5, 5, 5 + trim / 2, 5 + trim / 2, 5 + trim, 5 + trim),
            Optional.empty(),
            1.025,
            Optional.empty());
    return completed(
        new SurveyForm(new FormShip(lbp, marks, 0, MeanForm.SEAGOING), Precision.FULL)
            .complete(survey));
  }

  /** A box with the same immersion at every draught from 2 to 12 m. */
  private static HydrostaticTable box(double tpc, double flotation, double moment) {
    StringBuilder csv = new StringBuilder(COLUMNS);
    for (int draught = 2; draught <= 12; draught++) {
      csv.append(
          draught
              + ","
              + 100 * tpc * draught
              + ","
              + tpc
              + ","
              + moment
              + ","
              + flotation
              + ",50,10\n");
    }
    return table(csv.toString());
  }

  private static HydrostaticTable table(String csv) {
    TableImport read = HydrostaticTable.parse(csv, 1.025);
    assertThat(read).isInstanceOf(TableImport.Imported.class);
    return ((TableImport.Imported) read).table();
  }
}
