package org.plimsoll.vessel.bridge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.check.CheckResult;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.pipeline.PipelineCounts;
import org.plimsoll.vessel.pipeline.Snapshot;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Moment;

/** A snapshot as JSON. Units are SI as in the vocabulary; absent is null, never zero. Stateless. */
final class StateJson {

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private StateJson() {}

  static JsonObject state(Snapshot snapshot, ShipLabel ship) {
    Moment moment = snapshot.state().moment();
    JsonArray channels = new JsonArray();
    snapshot.state().channels().forEach(channel -> channels.add(channel(channel)));
    JsonArray checks = new JsonArray();
    snapshot.checks().forEach(result -> checks.add(check(result)));
    return new JsonObject()
        .put(
            "vessel",
            new JsonObject()
                .put("id", ship.id())
                .put("name", ship.name())
                .put("software", ship.software()))
        .put("time", moment.time().toString())
        .put("origin", ship.origin().name())
        .put("clockEpoch", moment.clockEpoch())
        .put(
            "clock",
            new JsonObject()
                .put("source", moment.clock().source().name())
                .put("doubt", moment.clock().doubt()))
        .put("channels", channels)
        .put("checks", checks)
        .put(
            "limits",
            new JsonObject()
                .put("draughtMetres", ship.certificate().draughtMetres())
                .put("cargoTonnes", ship.certificate().cargoTonnes())
                .put("passengers", ship.certificate().passengers()))
        .put("survey", new JsonObject().put("remarks", array(snapshot.state().surveyRemarks())))
        .put("naval", NavalJson.of(snapshot.state()))
        .put("alerts", alerts(snapshot.alerts()))
        .put("lines", lines(snapshot))
        .put("outbox", outbox(snapshot))
        .put("link", LinkJson.of(snapshot.link(), moment));
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonObject channel(ChannelState channel) {
    return new JsonObject()
        .put("path", channel.quantity().path())
        .put("title", channel.quantity().title())
        .put("unit", channel.quantity().unit().symbol())
        .put("source", channel.source())
        .put("value", value(channel))
        .put("quality", channel.quality().name())
        .put("time", time(channel.timeMillis()))
        .put("ageSeconds", seconds(channel.ageNanos()))
        .put("preferred", channel.preferred());
  }

  private static @Nullable Double value(ChannelState channel) {
    OptionalDouble value = rounded(channel);
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** The value as it is recorded, so that bridge and shore show the same number. */
  static OptionalDouble rounded(ChannelState channel) {
    OptionalDouble value = channel.value();
    if (value.isEmpty()) {
      return value;
    }
    double resolution = channel.quantity().resolution();
    double perUnit = Math.rint(1 / resolution);
    return OptionalDouble.of(
        perUnit > 1
            ? Math.rint(value.getAsDouble() * perUnit) / perUnit
            : Math.rint(value.getAsDouble() / resolution) * resolution);
  }

  private static @Nullable String time(OptionalLong millis) {
    return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()).toString() : null;
  }

  private static @Nullable Double seconds(OptionalLong nanos) {
    return nanos.isPresent() ? Math.rint(nanos.getAsLong() / NANOS * MILLIS) / MILLIS : null;
  }

  private static JsonObject check(CheckResult result) {
    return new JsonObject()
        .put("id", result.check().id())
        .put("title", result.check().title())
        .put("verdict", result.finding().verdict().name())
        .put("text", result.finding().text());
  }

  static JsonArray alerts(List<Alert> alerts) {
    JsonArray array = new JsonArray();
    alerts.forEach(alert -> array.add(alert(alert)));
    return array;
  }

  static JsonObject alert(Alert aboard) {
    AlertMessage alert = aboard.said();
    return new JsonObject()
        .put("id", alert.id())
        .put("instance", alert.instance())
        .put("priority", alert.priority().name())
        .put("state", alert.state().name())
        .put("title", alert.title())
        .put("text", alert.text())
        .put("raised", alert.raised().toString())
        .put("changed", alert.changed().toString())
        .put("acknowledgedBy", alert.acknowledgedBy().orElse(null))
        .put("revision", alert.revision())
        .put("category", aboard.category().name())
        .put("escalations", aboard.escalations());
  }

  static JsonArray lines(Snapshot snapshot) {
    JsonArray array = new JsonArray();
    long now = snapshot.state().moment().nanos();
    snapshot.state().lines().forEach(line -> array.add(line(line, now)));
    return array;
  }

  private static JsonObject line(LineStatus line, long nowNanos) {
    JsonObject reasons = new JsonObject();
    line.counts()
        .malformedByReason()
        .forEach((reason, count) -> reasons.put(reason.name().toLowerCase(Locale.ROOT), count));
    OptionalLong heard = line.heardNanos();
    OptionalLong age =
        heard.isPresent()
            ? OptionalLong.of(Math.max(0, nowNanos - heard.getAsLong()))
            : OptionalLong.empty();
    return new JsonObject()
        .put("id", line.id())
        .put("protocol", line.protocol())
        .put("device", line.device())
        .put("state", line.state().name())
        .put("detail", line.detail())
        .put("lastHeardSeconds", seconds(age))
        .put("bytes", line.counts().bytes())
        .put("frames", line.counts().frames())
        .put("decoded", line.counts().decoded())
        .put("unsupported", line.counts().unsupported())
        .put("malformed", line.counts().malformed())
        .put("malformedByReason", reasons)
        .put("overlength", line.counts().overlength())
        .put("dropped", line.counts().dropped())
        .put("reopened", line.counts().reopened());
  }

  static JsonObject outbox(Snapshot snapshot) {
    OutboxCounts outbox = snapshot.outbox();
    PipelineCounts counts = snapshot.counts();
    return new JsonObject()
        .put("stream", snapshot.stream())
        .put("lastSequence", outbox.lastSequence())
        .put("accepted", outbox.accepted())
        .put("acknowledged", outbox.acknowledged())
        .put("pending", outbox.pending())
        .put("gapRecorded", outbox.gapRecorded())
        .put("pendingBytes", outbox.pendingBytes())
        .put("quarantined", outbox.quarantined())
        .put("oldestPendingSeconds", since(outbox.oldestPending(), snapshot.state().moment()))
        .put("offered", counts.offered())
        .put("given", counts.given())
        .put("waiting", counts.waiting())
        .put("dropped", counts.dropped())
        .put("failure", counts.outboxFailure().isEmpty() ? null : counts.outboxFailure());
  }

  static @Nullable Double since(Optional<Instant> time, Moment moment) {
    return time.map(past -> Duration.between(past, moment.time()).toMillis() / MILLIS)
        .map(seconds -> Math.max(0, seconds))
        .orElse(null);
  }
}
