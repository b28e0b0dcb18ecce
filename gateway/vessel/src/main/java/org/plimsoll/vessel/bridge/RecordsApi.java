package org.plimsoll.vessel.bridge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.vessel.pipeline.PipelineQueue;
import org.plimsoll.vessel.record.KeptRecord;
import org.plimsoll.vessel.record.PortForm;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.vessel.record.RecordOutcome;
import org.plimsoll.vessel.record.ShipKey;
import org.plimsoll.web.Problems;

/**
 * Departure records over HTTP: {@code POST /api/v1/records} freezes one, {@code GET} lists them,
 * gives the bytes of one, or its form for a port, signed if the ship has a key. Runs on the event
 * loop.
 */
final class RecordsApi {

  /** Longest name of an officer or a voyage, in characters. */
  static final int MAX_NAME = 64;

  private static final String CANONICAL = "application/json";
  private static final String NO_FORM = "Not for a port";
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final PipelineQueue queue;
  private final RecordBook records;
  private final Optional<ShipKey> key;

  /**
   * @param key by which the form for a port is signed; empty when it is not
   */
  RecordsApi(PipelineQueue queue, RecordBook records, Optional<ShipKey> key) {
    this.queue = queue;
    this.records = records;
    this.key = key;
  }

  void mount(Router router) {
    router.get("/api/v1/records").handler(this::list);
    router.get("/api/v1/records/:number").handler(this::one);
    router.get("/api/v1/records/:number/draught-record").handler(this::forPort);
    router.post("/api/v1/records").handler(this::freeze);
  }

  private void list(RoutingContext context) {
    JsonArray array = new JsonArray();
    List<KeptRecord> newestFirst = records.list();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      array.add(summary(newestFirst.get(i)));
    }
    Bridge.reply(context, 200, new JsonObject().put("records", array).toBuffer());
  }

  private static JsonObject summary(KeptRecord kept) {
    return new JsonObject()
        .put("number", kept.number())
        .put("moment", kept.moment().name())
        .put("at", kept.at())
        .put("by", kept.by())
        .put("voyage", kept.voyage())
        .put("sha256", kept.sha256());
  }

  /** The bytes on disk, exactly. */
  private void one(RoutingContext context) {
    Optional<KeptRecord> kept = kept(context);
    if (kept.isEmpty()) {
      return;
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, CANONICAL)
        .putHeader(HttpHeaders.ETAG, '"' + kept.get().sha256() + '"')
        .end(kept.get().json());
  }

  /** The record of the path; if there is none, that is answered. */
  private Optional<KeptRecord> kept(RoutingContext context) {
    String number = context.pathParam("number");
    Optional<KeptRecord> kept =
        number.matches("[1-9]\\d{0,6}") ? records.find(Integer.parseInt(number)) : Optional.empty();
    if (kept.isEmpty()) {
      Problems.reply(context, 404, "No such record", "no departure record has this number");
    }
    return kept;
  }

  /** What the port takes as the draught record of a call, from what was frozen. */
  private void forPort(RoutingContext context) {
    Optional<KeptRecord> kept = kept(context);
    if (kept.isEmpty()) {
      return;
    }
    List<String> calls = context.queryParam("portCall");
    if (calls.size() != 1 || !UUID_TEXT.matcher(calls.get(0)).matches()) {
      Problems.reply(
          context,
          400,
          "Bad port call",
          "?portCall= is needed once: the first id of the call, a UUID in lower case");
      return;
    }
    Optional<DepartureRecord> frozen = KeptRecordReader.read(kept.get().json());
    if (frozen.isEmpty()) {
      Problems.reply(
          context, 409, NO_FORM, "the record on disk is not one that this gateway wrote");
      return;
    }
    PortForm.Outcome outcome = PortForm.of(frozen.get(), UUID.fromString(calls.get(0)), key);
    if (outcome instanceof PortForm.Outcome.Made made) {
      Bridge.reply(context, 200, Buffer.buffer(made.json()));
    } else {
      Problems.reply(context, 409, NO_FORM, ((PortForm.Outcome.Refused) outcome).reason());
    }
  }

  private void freeze(RoutingContext context) {
    @Nullable JsonObject body = object(context.body().asString());
    Optional<String> by = body == null ? Optional.empty() : name(body, "by");
    Optional<String> voyage = body == null ? Optional.empty() : name(body, "voyage");
    Optional<DepartureRecord.Moment> moment = body == null ? Optional.empty() : moment(body);
    if (by.isEmpty() || voyage.isEmpty() || moment.isEmpty()) {
      Problems.reply(
          context,
          400,
          "Bad record",
          "a body such as {\"moment\":\"DEPARTURE\",\"voyage\":\"Rajin 12\",\"by\":\"C/O\"} is"
              + " needed; moment: "
              + Arrays.toString(DepartureRecord.Moment.values()));
      return;
    }
    queue
        .record(moment.get(), voyage.get(), by.get())
        .thenAccept(
            outcome ->
                context.vertx().getOrCreateContext().runOnContext(now -> answer(context, outcome)));
  }

  private static void answer(RoutingContext context, RecordOutcome outcome) {
    if (outcome instanceof RecordOutcome.Kept kept) {
      context.response().putHeader(HttpHeaders.LOCATION, "/api/v1/records/" + kept.kept().number());
      Bridge.reply(context, 201, summary(kept.kept()).toBuffer());
    } else {
      Problems.reply(context, 409, "Not recorded", ((RecordOutcome.Refused) outcome).reason());
    }
  }

  private static @Nullable JsonObject object(@Nullable String body) {
    try {
      return body != null && Json.decodeValue(body) instanceof JsonObject object ? object : null;
    } catch (DecodeException e) {
      return null;
    }
  }

  private static Optional<String> name(JsonObject body, String key) {
    return body.getValue(key) instanceof String text && !text.isBlank() && text.length() <= MAX_NAME
        ? Optional.of(text.strip().replaceAll("\\p{Cntrl}", "?"))
        : Optional.empty();
  }

  private static Optional<DepartureRecord.Moment> moment(JsonObject body) {
    Object wanted = body.getValue("moment");
    return Arrays.stream(DepartureRecord.Moment.values())
        .filter(known -> known.name().equals(wanted))
        .findFirst();
  }
}
