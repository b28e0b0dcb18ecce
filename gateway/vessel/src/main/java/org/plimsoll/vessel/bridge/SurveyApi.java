package org.plimsoll.vessel.bridge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.naval.sheet.Sheet;
import org.plimsoll.vessel.survey.ShipSurvey;
import org.plimsoll.vessel.survey.SurveyNotes;
import org.plimsoll.web.Problems;

/**
 * A draught survey on the officer's word: {@code POST /api/v1/surveys} answers with the sheet, and
 * nothing is kept. Read on the event loop, answered by its one worker thread.
 */
final class SurveyApi {

  private final ShipSurvey survey;
  private final Supplier<Optional<Instant>> clock;

  /**
   * @param clock the gateway's; empty before its first second
   */
  SurveyApi(ShipSurvey survey, Supplier<Optional<Instant>> clock) {
    this.survey = survey;
    this.clock = clock;
  }

  void mount(Router router) {
    router.post("/api/v1/surveys").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    Optional<Instant> now = clock.get();
    if (now.isEmpty()) {
      Problems.reply(context, 503, "Starting", "nothing is known yet; try in a second");
      return;
    }
    SurveyNotes notes;
    try {
      notes = SurveyRequest.read(context.body().asString(), now.get());
    } catch (SurveyRequest.BadNotes e) {
      Problems.reply(context, 400, "Bad survey", e.getMessage());
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> survey.survey(notes), false)
        .onSuccess(surveyed -> reply(context, surveyed))
        .onFailure(context::fail);
  }

  private static void reply(RoutingContext context, Optional<ShipSurvey.Surveyed> surveyed) {
    if (surveyed.isEmpty()) {
      Problems.reply(context, 409, "No survey", "the ship has no hydrostatic table");
      return;
    }
    JsonObject json = sheet(surveyed.get().sheet());
    json.put("standing", surveyed.get().standing().name());
    Bridge.reply(context, 200, json.toBuffer());
  }

  private static JsonObject sheet(Sheet sheet) {
    JsonArray heading = new JsonArray();
    for (Sheet.Entry entry : sheet.heading()) {
      heading.add(new JsonObject().put("label", entry.label()).put("text", entry.text()));
    }
    JsonArray blocks = new JsonArray();
    for (Sheet.Block block : sheet.blocks()) {
      JsonArray lines = new JsonArray();
      block.lines().forEach(line -> lines.add(line(line)));
      blocks.add(new JsonObject().put("title", block.title()).put("lines", lines));
    }
    return new JsonObject()
        .put("title", sheet.title())
        .put("heading", heading)
        .put("blocks", blocks)
        .put("remarks", new JsonArray(List.copyOf(sheet.remarks())));
  }

  private static JsonObject line(Sheet.Line line) {
    return new JsonObject()
        .put("number", line.number())
        .put("title", line.title())
        .put("symbol", line.symbol())
        .put("unit", line.unit())
        .put("formula", line.formula())
        .put("value", line.values().isEmpty() ? "" : line.values().get(0))
        .put("isResult", line.isResult());
  }
}
