package org.plimsoll.naval.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.TableImport;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.UncertaintyBudget.Cause;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.form.Appraisal;
import org.plimsoll.naval.form.FormAppraisal;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.FormLine;
import org.plimsoll.naval.form.FormShip;
import org.plimsoll.naval.form.FormSurvey;
import org.plimsoll.naval.form.MeanForm;
import org.plimsoll.naval.form.Precision;
import org.plimsoll.naval.form.SurveyCircumstances;

/** Whole sheets against files of what they must look like. */
class SurveySheetTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @Test
  void twoSurveysAsText() throws IOException {
    assertGolden("two-surveys.txt", new SheetText(false).render(twoSurveys()));
  }

  @Test
  void twoSurveysAsAPage() throws IOException {
    assertGolden("two-surveys.html", new SheetPage("made by a test").render(twoSurveys()));
  }

  @Test
  void oneSurveyWithFormulasInFullPrecision() throws IOException {
    Sheet sheet =
        new SurveySheet(
                ship(MeanForm.RIVER, OptionalDouble.of(12.5)),
                List.of(
                    column(
                        "survey",
                        MeanForm.RIVER,
                        OptionalDouble.of(12.5),
                        Precision.FULL,
                        4.012,
                        4.034,
                        4.256,
                        4.282,
                        4.484,
                        4.508)),
                Optional.empty(),
                List.of(),
                Precision.FULL)
            .sheet();
    assertGolden("one-survey.txt", new SheetText(true).render(sheet));
  }

  @Test
  void bargesHaveTheirOwnMean() {
    assertThat(
            new SheetText(true)
                .render(
                    new SurveySheet(
                            ship(MeanForm.BARGE, OptionalDouble.empty()),
                            List.of(loaded(Precision.REPORTED)),
                            Optional.empty(),
                            List.of(),
                            Precision.REPORTED)
                        .sheet()))
        .contains("(3 T_fp + 14 T_mid + 3 T_ap) / 20");
  }

  /** What a person typed is shown and is never markup. */
  @Test
  void everyTextIsEscaped() {
    String evil = "<script>alert(\"1\")</script> & 'x'";
    Sheet sheet =
        new Sheet(
            evil,
            List.of(new Sheet.Entry(evil, evil)),
            List.of(evil),
            List.of(
                new Sheet.Block(
                    evil,
                    List.of(new Sheet.Line(evil, evil, evil, evil, evil, List.of(evil), true)))),
            List.of(new Finding(evil, Finding.Outcome.PASS, evil)),
            List.of(evil));
    String page = new SheetPage(evil).render(sheet);
    assertThat(page).doesNotContain("<script", "alert(\"", "'x'");
    assertThat(
            page.split("&lt;script&gt;alert\\(&quot;1&quot;\\)&lt;/script&gt; &amp; &#39;x&#39;"))
        .hasSize(19);
  }

  @Test
  void aPageNeedsNothingElse() {
    String page = new SheetPage("").render(twoSurveys());
    assertThat(page).doesNotContain("http", "<link", "<img", "src=", "url(");
    for (FormLine line : FormLine.values()) {
      assertThat(page).contains("<td>" + line.title() + "</td>");
    }
    assertThat(page).contains("surveyor, date", "master or chief officer, date", "witness, date");
  }

  private static Sheet twoSurveys() {
    UncertaintyBudget difference =
        new UncertaintyBudget(Map.of(Cause.SENSORS, 9.0, Cause.WAVES, 6.0));
    SurveyColumn initial =
        column(
            "initial",
            MeanForm.SEAGOING,
            OptionalDouble.empty(),
            Precision.REPORTED,
            4.012,
            4.034,
            4.256,
            4.282,
            4.484,
            4.508);
    return new SurveySheet(
            ship(MeanForm.SEAGOING, OptionalDouble.empty()),
            List.of(initial, loaded(Precision.REPORTED)),
            Optional.of(new CargoBySurveys(new BigDecimal("834.0575"), difference)),
            List.of(
                new Finding("survey", Finding.Outcome.PASS, "GOOD"),
                new Finding("load-line", Finding.Outcome.INCONCLUSIVE, "not <known>")),
            Precision.REPORTED)
        .sheet();
  }

  private static SurveyColumn loaded(Precision precision) {
    return column(
        "final",
        MeanForm.SEAGOING,
        OptionalDouble.of(97.3),
        precision,
        4.498,
        4.470,
        4.828,
        4.796,
        5.142,
        5.010);
  }

  private static ShipFacts ship(MeanForm mean, OptionalDouble constant) {
    return new ShipFacts(
        "MV Rajin Star",
        List.of(new Sheet.Entry("place", "Harwich & Hoek")),
        form(mean),
        19,
        OptionalDouble.of(4515),
        constant,
        "table for even keel");
  }

  private static FormShip form(MeanForm mean) {
    return new FormShip(100, new MarkPositions(96.4, 50, 5.5), 12, mean);
  }

  private static SurveyColumn column(
      String name, MeanForm mean, OptionalDouble constant, Precision precision, double... metres) {
    Map<DraughtMark, Double> observed = new EnumMap<>(DraughtMark.class);
    Map<DraughtMark, Double> scatter = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      observed.put(mark, metres[mark.ordinal()]);
      scatter.put(mark, 0.01);
    }
    Appraisal appraisal =
        new FormAppraisal(
                form(mean),
                new ObservedDraughts(observed),
                new SurveyCircumstances(
                    19,
                    scatter,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    SurveyCircumstances.DENSITY_VALIDITY,
                    SurveyAccuracy.GOOD))
            .appraise(
                new FormHydrostatics.EvenKeel(table()),
                1.0215,
                Optional.of(
                    new FormSurvey.Masses(
                        4515, List.of(new FormSurvey.Deductible("oil", 137.1812)), constant)),
                precision);
    return new SurveyColumn(
        name,
        Optional.of("2026-05-04, " + name),
        1.0215,
        OptionalDouble.of(1.025),
        List.of(
            new SurveyColumn.Deducted("oil", "sounding of " + name, OptionalDouble.of(137.1812)),
            new SurveyColumn.Deducted(
                "bilge " + name, "outside its table", OptionalDouble.empty())),
        appraisal);
  }

  private static HydrostaticTable table() {
    try (InputStream stream =
        SurveySheetTest.class.getResourceAsStream("/hydrostatics-example.csv")) {
      assertThat(stream).isNotNull();
      String csv = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return ((TableImport.Imported) HydrostaticTable.parse(csv, 1.025)).table();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sheet as it is goes to {@code target/golden}, to be looked at and copied. */
  private static void assertGolden(String name, String actual) throws IOException {
    Path written = Files.createDirectories(Path.of("target/golden")).resolve(name);
    Files.writeString(written, actual);
    assertThat(actual).isEqualToNormalizingNewlines(Files.readString(GOLDEN.resolve(name)));
  }
}
