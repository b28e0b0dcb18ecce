package org.plimsoll.vessel.bridge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.loadline.DepartureLimit;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.naval.reconciliation.LaneAttribution;
import org.plimsoll.naval.reconciliation.Manifest;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.naval.reconciliation.Residual;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.vessel.state.Attribution;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vessel.state.Judgements;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vessel.state.VesselState;

/**
 * The naval part of a state as JSON, in the units of the trade, which stand in the names; what is
 * not known is null, what is not configured is not there. Stateless.
 */
final class NavalJson {

  private static final double THOUSANDTH = 1e3;

  private NavalJson() {}

  static JsonObject of(VesselState state) {
    NavalPicture naval = state.naval();
    JsonObject draughts = new JsonObject();
    for (DraughtMark mark : DraughtMark.values()) {
      draughts.put(camel(mark.name()), rounded(state.draughts().get(mark)));
    }
    JsonArray remarks = new JsonArray();
    state.surveyRemarks().forEach(remarks::add);
    JsonObject json =
        new JsonObject()
            .put("draughtsMetres", draughts)
            .put("survey", naval.surveyed().map(NavalJson::survey).orElse(null))
            .put(
                "water",
                new JsonObject()
                    .put("density", exact(naval.waterDensity()))
                    .put("quality", naval.waterQuality().name())
                    .put("text", naval.waterText()))
            .put("deductiblesTonnes", rounded(naval.deductiblesTonnes()))
            .put("remarks", remarks);
    judgements(json, naval.judgements());
    naval.cargo().ifPresent(cargo -> json.put("cargo", cargo(cargo)));
    return json;
  }

  private static JsonObject survey(SurveyResult.Surveyed surveyed) {
    FloatingPosition floating = surveyed.floating();
    JsonObject cargoBudget = budget(surveyed.cargoUncertainty());
    return new JsonObject()
        .put("quality", surveyed.quality().name())
        .put("forwardMetres", rounded(floating.forwardPerpendicularMetres()))
        .put("midshipMetres", rounded(floating.midshipMetres()))
        .put("aftMetres", rounded(floating.aftPerpendicularMetres()))
        .put("quarterMeanMetres", rounded(floating.quarterMeanMetres()))
        .put("trimMetres", rounded(floating.trimMetres()))
        .put("listDegrees", rounded(Math.toDegrees(floating.listRadians())))
        .put("deflectionMetres", rounded(floating.deflectionMetres()))
        .put("displacementTonnes", rounded(surveyed.displacement().tonnes()))
        .put("displacementU95Tonnes", rounded(surveyed.displacementUncertainty().u95Tonnes()))
        .put("budgetTonnes", cargoBudget);
  }

  private static JsonObject budget(UncertaintyBudget budget) {
    JsonObject json = new JsonObject();
    budget
        .standardTonnes()
        .forEach((cause, tonnes) -> json.put(camel(cause.name()), rounded(tonnes)));
    return json;
  }

  private static void judgements(JsonObject json, Judgements judgements) {
    judgements
        .limit()
        .ifPresent(
            limit ->
                json.put(
                    "loadLine", loadLine(limit, judgements.marks(), judgements.zoneCaution())));
    judgements.underKeel().ifPresent(result -> json.put("underKeel", underKeel(result)));
    if (judgements.twistDegrees().isPresent()) {
      json.put("twistDegrees", rounded(judgements.twistDegrees()));
    }
    if (!judgements.attitude().isEmpty()) {
      json.put("attitude", findings(judgements.attitude()));
    }
    if (!judgements.decks().isEmpty()) {
      json.put("decks", findings(judgements.decks()));
    }
    judgements
        .stability()
        .ifPresent(
            found ->
                json.put(
                    "indicativeStability",
                    new JsonObject()
                        .put(
                            "gmMetres",
                            found instanceof RollPeriodStability.Indicative gm
                                ? rounded(gm.gmMetres())
                                : null)
                        .put("text", found.text())));
  }

  private static JsonObject loadLine(
      DepartureLimit limit, Optional<MarkCompliance> marks, Optional<String> caution) {
    JsonObject json =
        new JsonObject()
            .put("seaWaterMetres", rounded(limit.seaWaterMetres()))
            .put("bound", limit.bound().name())
            .put("binding", limit.binding())
            .put("zoneCaution", caution.orElse(null));
    marks.ifPresent(
        of ->
            json.put("allowedMetres", rounded(of.allowedMetres()))
                .put("port", side(of.port()))
                .put("starboard", side(of.starboard()))
                .put("text", of.text()));
    return json;
  }

  private static JsonObject side(MarkCompliance.Side side) {
    return new JsonObject()
        .put("state", side.state().name())
        .put("marginMetres", rounded(side.marginMetres()));
  }

  private static JsonObject underKeel(UnderKeelResult result) {
    JsonObject json = new JsonObject().put("text", result.text());
    if (result instanceof UnderKeelResult.Judged judged) {
      json.put("clearanceMetres", rounded(judged.clearanceMetres()))
          .put("requiredMetres", rounded(judged.requiredMetres()))
          .put("squatMetres", rounded(judged.squatMetres()))
          .put("failingSpeed", rounded(judged.failingSpeedMetresPerSecond()));
    }
    return json;
  }

  private static JsonArray findings(List<Finding> findings) {
    JsonArray array = new JsonArray();
    for (Finding finding : findings) {
      array.add(
          new JsonObject()
              .put("check", finding.check())
              .put("outcome", finding.outcome().name())
              .put("text", finding.text()));
    }
    return array;
  }

  private static JsonObject cargo(CargoPicture cargo) {
    return new JsonObject()
        .put("limitTonnes", rounded(cargo.reconciliation().limitTonnes()))
        .put("declared", cargo.reconciliation().declared().map(NavalJson::sum).orElse(null))
        .put("weighed", cargo.reconciliation().weighed().map(NavalJson::sum).orElse(null))
        .put("measured", cargo.reconciliation().measured().map(NavalJson::mass).orElse(null))
        .put("basis", cargo.basis().name())
        .put("residual", cargo.reconciliation().residual().map(NavalJson::residual).orElse(null))
        .put("verdict", cargo.verdict().name())
        .put("measuredVerdict", cargo.reconciliation().verdict().name())
        .put("overLimit", cargo.reconciliation().overLimit().name())
        .put("text", cargo.reconciliation().text())
        .put("papers", cargo.papers().map(NavalJson::residual).orElse(null))
        .put("papersVerdict", cargo.papersVerdict().name())
        .put("papersText", cargo.papersText())
        .put("attribution", cargo.attribution().text().orElse(null))
        .put("lanes", lanes(cargo.attribution()))
        .put(
            "constant",
            new JsonObject()
                .put("state", cargo.drift().state().name())
                .put("text", cargo.drift().text()));
  }

  private static JsonArray lanes(Attribution attribution) {
    JsonArray array = new JsonArray();
    for (LaneAttribution lane : attribution.lanes()) {
      array.add(
          new JsonObject()
              .put("lane", lane.lane())
              .put("expected", sum(lane.expected()))
              .put("measured", lane.measured().map(NavalJson::mass).orElse(null))
              .put("residual", lane.residual().map(NavalJson::residual).orElse(null))
              .put("verdict", lane.verdict().name()));
    }
    return array;
  }

  private static JsonObject sum(Manifest.Sum sum) {
    return new JsonObject()
        .put("tonnes", rounded(sum.tonnes()))
        .put("u95Tonnes", rounded(sum.u95Tonnes()))
        .put("units", sum.units())
        .put("ofUnits", sum.ofUnits());
  }

  private static JsonObject mass(Mass mass) {
    return new JsonObject()
        .put("tonnes", rounded(mass.tonnes()))
        .put("u95Tonnes", rounded(mass.u95Tonnes()))
        .put("quality", mass.quality().name());
  }

  private static JsonObject residual(Residual residual) {
    return new JsonObject()
        .put("tonnes", rounded(residual.tonnes()))
        .put("u95Tonnes", rounded(residual.u95Tonnes()));
  }

  /** {@code FORWARD_PORT} as {@code forwardPort}. */
  static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  private static @Nullable Double rounded(OptionalDouble value) {
    return value.isPresent() ? rounded(value.getAsDouble()) : null;
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? null
        : Double.valueOf(Math.rint(value * THOUSANDTH) / THOUSANDTH);
  }

  private static @Nullable Double exact(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
