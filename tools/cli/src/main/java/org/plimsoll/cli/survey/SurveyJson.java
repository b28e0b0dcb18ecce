package org.plimsoll.cli.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.form.Appraisal;
import org.plimsoll.naval.sheet.SurveyColumn;

/** The result for programs: every line under its stable key, figures as numbers. */
record SurveyJson(SurveyFile file, Surveyor.Result result, List<Finding> verdicts) {

  String render() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("ship", file.ship().name());
    root.put("standing", result.standing().name());
    ArrayNode surveys = root.putArray("surveys");
    result.columns().forEach(column -> survey(column, surveys.addObject()));
    result
        .difference()
        .ifPresent(
            cargo -> {
              ObjectNode difference = root.putObject("difference");
              difference.put("cargoTonnes", cargo.tonnes());
              difference.put("direction", cargo.isLoaded() ? "loaded" : "discharged");
              budget(Optional.of(cargo.uncertainty()), difference, "uncertainty");
            });
    ArrayNode findings = root.putArray("verdicts");
    for (Finding verdict : verdicts) {
      findings
          .addObject()
          .put("check", verdict.check())
          .put("outcome", verdict.outcome().name())
          .put("text", verdict.text());
    }
    return root.toPrettyString() + "\n";
  }

  private static void survey(SurveyColumn column, ObjectNode survey) {
    Appraisal appraisal = column.appraisal();
    survey.put("name", column.name());
    column.taken().ifPresent(taken -> survey.put("taken", taken));
    survey.put("standing", appraisal.standing().name());
    appraisal.remarks().forEach(survey.putArray("remarks")::add);
    ObjectNode readings = survey.putObject("draughtsMetres");
    for (DraughtMark mark : DraughtMark.values()) {
      appraisal
          .observed()
          .at(mark)
          .ifPresent(
              metres ->
                  readings.put(mark.name().toLowerCase(Locale.ROOT).replace('_', '-'), metres));
    }
    survey.put("densityTonnesPerCubicMetre", column.waterDensity());
    column
        .tableDensity()
        .ifPresent(density -> survey.put("tableDensityTonnesPerCubicMetre", density));
    survey.put("listDegrees", Math.rint(appraisal.listDegrees() * 1000) / 1000);
    ObjectNode lines = survey.putObject("lines");
    appraisal
        .lines()
        .ifPresent(
            form ->
                form.values()
                    .forEach(
                        (line, value) ->
                            lines
                                .putObject(line.key())
                                .put("number", line.number())
                                .put("title", line.title())
                                .put("symbol", line.symbol())
                                .put("unit", line.unit())
                                .put("value", value)));
    ArrayNode deductibles = survey.putArray("deductibles");
    for (SurveyColumn.Deducted one : column.deductibles()) {
      ObjectNode deducted = deductibles.addObject().put("name", one.name()).put("how", one.how());
      one.massTonnes().ifPresent(tonnes -> deducted.put("tonnes", tonnes));
    }
    budget(appraisal.displacement(), survey, "displacementUncertainty");
    budget(appraisal.net(), survey, "netUncertainty");
    budget(appraisal.load(), survey, "loadUncertainty");
  }

  private static void budget(Optional<UncertaintyBudget> budget, ObjectNode in, String name) {
    budget.ifPresent(
        known -> {
          ObjectNode causes = in.putObject(name);
          known
              .standardTonnes()
              .forEach(
                  (cause, tonnes) ->
                      causes.put(cause.name().toLowerCase(Locale.ROOT), rounded(tonnes)));
          causes.put("u95", rounded(known.u95Tonnes()));
        });
  }

  private static double rounded(double tonnes) {
    return Math.rint(tonnes * 1000) / 1000;
  }
}
