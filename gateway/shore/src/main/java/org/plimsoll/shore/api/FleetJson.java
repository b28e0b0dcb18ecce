package org.plimsoll.shore.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.fleet.StreamLedger;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.shore.port.fence.Fix;
import org.plimsoll.shore.port.fence.Positions;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StatusMessage;

/** The fleet as JSON. Stateless. */
final class FleetJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FleetJson() {}

  static ObjectNode vessels(List<Vessel> vessels, long nowMillis) {
    ObjectNode root = JSON.objectNode().put("time", iso(nowMillis));
    ArrayNode list = root.putArray("vessels");
    vessels.forEach(vessel -> list.add(summary(vessel, nowMillis)));
    return root;
  }

  static ObjectNode summary(Vessel vessel, long nowMillis) {
    ObjectNode json =
        JSON.objectNode()
            .put("id", vessel.id().text())
            .put("name", vessel.status().map(StatusMessage::name).orElse(vessel.id().text()))
            .put("online", vessel.isOnline());
    json.put("origin", vessel.origin().map(Enum::name).orElse(null));
    json.put("since", vessel.status().map(status -> status.since().toString()).orElse(null));
    if (vessel.lastHeardMillis().isPresent()) {
      long heard = vessel.lastHeardMillis().getAsLong();
      json.put("lastHeard", iso(heard)).put("ageSeconds", seconds(nowMillis - heard));
    } else {
      json.putNull("lastHeard").putNull("ageSeconds");
    }
    json.set("position", Positions.newest(vessel).map(FleetJson::position).orElse(null));
    return json.put("stored", vessel.stored())
        .put("holes", vessel.missingRows())
        .put("alerts", vessel.openAlerts());
  }

  private static ObjectNode position(Fix fix) {
    return JSON.objectNode()
        .put("latitude", fix.latitude())
        .put("longitude", fix.longitude())
        .put("time", iso(fix.timeMillis()));
  }

  static ObjectNode vessel(Vessel vessel, long nowMillis) {
    ObjectNode json = summary(vessel, nowMillis);
    ArrayNode channels = json.putArray("channels");
    Map<String, Latest> preferred = preferred(vessel);
    vessel.latest().values().stream()
        .sorted(
            Comparator.comparing((Latest latest) -> latest.channel().path())
                .thenComparing(latest -> latest.channel().source()))
        .forEach(
            latest ->
                channels.add(
                    channel(latest, preferred.get(latest.channel().path()) == latest, nowMillis)));
    ArrayNode alerts = json.putArray("alerts");
    vessel.alerts().values().stream()
        .filter(alert -> alert.state() != AlertState.NORMAL)
        .sorted(Comparator.comparing(AlertMessage::priority).thenComparing(AlertMessage::changed))
        .forEach(alert -> alerts.add(alert(alert)));
    json.set("streams", streams(vessel));
    return json;
  }

  /** Of each path the source with the newest usable value; without one, the newest. */
  static Map<String, Latest> preferred(Vessel vessel) {
    Comparator<Latest> better =
        Comparator.comparing((Latest latest) -> latest.quality().isUsable())
            .thenComparing(Latest::timeMillis)
            .thenComparing(latest -> latest.channel().source());
    Map<String, Latest> preferred = new HashMap<>();
    for (Latest latest : vessel.latest().values()) {
      preferred.merge(latest.channel().path(), latest, (a, b) -> better.compare(a, b) >= 0 ? a : b);
    }
    return preferred;
  }

  private static ObjectNode channel(Latest latest, boolean preferred, long nowMillis) {
    ObjectNode json =
        JSON.objectNode()
            .put("path", latest.channel().path())
            .put("title", latest.channel().title())
            .put("unit", latest.channel().unit())
            .put("source", latest.channel().source());
    if (latest.value().isPresent()) {
      json.put("value", latest.value().getAsDouble());
    } else {
      json.putNull("value");
    }
    return json.put("quality", latest.quality().name())
        .put("time", iso(latest.timeMillis()))
        .put("ageSeconds", seconds(nowMillis - latest.timeMillis()))
        .put("preferred", preferred);
  }

  private static ObjectNode alert(AlertMessage alert) {
    ObjectNode json =
        JSON.objectNode()
            .put("id", alert.id())
            .put("instance", alert.instance())
            .put("priority", alert.priority().name())
            .put("state", alert.state().name())
            .put("title", alert.title())
            .put("text", alert.text())
            .put("raised", alert.raised().toString())
            .put("changed", alert.changed().toString());
    return json.put("acknowledgedBy", alert.acknowledgedBy().orElse(null))
        .put("revision", alert.revision());
  }

  static ObjectNode completeness(Vessel vessel) {
    ObjectNode json = JSON.objectNode().put("vessel", vessel.id().text());
    json.set("streams", streams(vessel));
    return json;
  }

  private static ArrayNode streams(Vessel vessel) {
    ArrayNode streams = JSON.arrayNode();
    vessel.streams().values().stream()
        .sorted(Comparator.comparing(stream -> stream.stream().hex()))
        .forEach(stream -> streams.add(stream(stream)));
    return streams;
  }

  private static ObjectNode stream(StreamLedger stream) {
    ObjectNode json =
        JSON.objectNode()
            .put("stream", stream.stream().hex())
            .put("first", stream.first())
            .put("last", stream.last())
            .put("stored", stream.readings())
            .put("refused", stream.refused());
    ArrayNode gaps = json.putArray("gaps");
    for (StreamLedger.Gap gap : stream.gaps()) {
      range(gaps.addObject(), gap.range())
          .put("readings", gap.readings())
          .put("reason", gap.reason());
    }
    ArrayNode holes = json.putArray("holes");
    stream.holes().forEach(hole -> range(holes.addObject(), hole));
    return json;
  }

  private static ObjectNode range(ObjectNode json, Range range) {
    return json.put("first", range.first()).put("last", range.last());
  }

  private static double seconds(long millis) {
    return millis / 1000.0;
  }

  private static String iso(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
