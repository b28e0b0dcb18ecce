package org.plimsoll.naval.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.Booklet;
import org.plimsoll.naval.BookletImport;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.TableImport;
import org.plimsoll.naval.TrimmedTable;
import org.plimsoll.naval.form.FormHydrostatics.Entered;
import org.plimsoll.naval.form.FormHydrostatics.EnteredRow;
import org.plimsoll.naval.form.FormHydrostatics.SideImmersion;

/** Forms filled in from worked examples. */
final class ExampleForms {

  private ExampleForms() {}

  static CompletedForm form(WorkedExample example, Precision precision) {
    return completed(new SurveyForm(ship(example), precision).complete(survey(example)));
  }

  static CompletedForm completed(FormResult result) {
    assertThat(result).isInstanceOf(FormResult.Completed.class);
    return ((FormResult.Completed) result).form();
  }

  static double value(CompletedForm form, FormLine line) {
    Optional<BigDecimal> value = form.value(line);
    assertThat(value).as(line.key()).isPresent();
    return value.orElseThrow().doubleValue();
  }

  private static FormShip ship(WorkedExample example) {
    if (example.has("marks_x_from_ap.fwd")) {
      MarkPositions marks =
          new MarkPositions(
              example.input("marks_x_from_ap.fwd"),
              example.input("marks_x_from_ap.mid"),
              example.input("marks_x_from_ap.aft"));
      return new FormShip(100, marks, 0, MeanForm.SEAGOING);
    }
    double lbp = example.input("lbp", 100);
    MarkPositions marks =
        new MarkPositions(
            sum(lbp, example.input("d_fwd", 0)),
            sum(lbp / 2, example.input("d_mid", 0)),
            example.input("d_aft", 0));
    return new FormShip(lbp, marks, 0, MeanForm.SEAGOING);
  }

  private static FormSurvey survey(WorkedExample example) {
    String at = example.has("readings.fp") ? "readings." : "";
    FormReadings readings =
        new FormReadings(
            example.input(at + "fp"),
            example.input(at + "fs"),
            example.input(at + "mp"),
            example.input(at + "ms"),
            example.input(at + "ap"),
            example.has("aft_stbd") ? example.input("aft_stbd") : example.input(at + "as"));
    Optional<FormHydrostatics> hydrostatics = Optional.empty();
    if (example.has("marks_x_from_ap.fwd")) {
      hydrostatics = Optional.of(new FormHydrostatics.EvenKeel(ferry()));
    } else if (example.has("mtc_plus")) {
      hydrostatics = Optional.of(entered(example));
    }
    return new FormSurvey(readings, hydrostatics, example.input("rho", 1.025), masses(example));
  }

  private static Entered entered(WorkedExample example) {
    List<EnteredRow> rows =
        example.rows("hydro").stream()
            .map(row -> new EnteredRow(row[0], row[1], row[2], row[3]))
            .toList();
    Optional<SideImmersion> sides =
        example.has("tpc_port")
            ? Optional.of(new SideImmersion(example.input("tpc_port"), example.input("tpc_stbd")))
            : Optional.empty();
    return new Entered(
        rows.get(0),
        rows.get(1),
        example.input("mtc_minus"),
        example.input("mtc_plus"),
        sides,
        Optional.empty(),
        example.input("rho_table"));
  }

  private static Optional<FormSurvey.Masses> masses(WorkedExample example) {
    if (!example.has("deductibles.ballast")) {
      return Optional.empty();
    }
    List<FormSurvey.Deductible> deductibles =
        example.inputsBelow("deductibles").entrySet().stream()
            .map(entry -> new FormSurvey.Deductible(entry.getKey(), entry.getValue()))
            .toList();
    return Optional.of(
        new FormSurvey.Masses(example.input("lightship"), deductibles, OptionalDouble.empty()));
  }

  static HydrostaticTable ferry() {
    String csv = resource("/hydrostatics-example.csv");
    return ((TableImport.Imported) HydrostaticTable.parse(csv, 1.025)).table();
  }

  static TrimmedTable ferryByTrim() {
    BookletImport read = Booklet.parse(resource("/hydrostatics-example-trimmed.csv"));
    assertThat(read).isInstanceOf(BookletImport.ByTrim.class);
    return ((BookletImport.ByTrim) read).table();
  }

  private static String resource(String name) {
    try (InputStream stream = ExampleForms.class.getResourceAsStream(name)) {
      assertThat(stream).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double sum(double a, double b) {
    return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue();
  }
}
