package org.plimsoll.web.signalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vocabulary.Quantities;

/** A vessel as the values that Signal K knows. Stateless. */
final class Leaves {

  /** Source of what the gateway itself says. */
  static final String OURS = "plimsoll";

  private static final String DRAUGHT = "design.draft";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private record Place(String path, String source) {}

  private Leaves() {}

  /** Everything that is known of her but what she is called. */
  static List<Leaf> of(SignalKVessel vessel) {
    Map<Place, Leaf> leaves = new LinkedHashMap<>();
    for (SignalKReading reading : vessel.readings()) {
      // Alerts stand below with their words.
      if (!reading.path().startsWith(Quantities.NOTIFICATION_PREFIX)) {
        for (SignalKPaths.Row row : SignalKPaths.of(reading.path())) {
          Leaf leaf = leaf(vessel, reading, row);
          leaves.merge(new Place(leaf.path(), leaf.source()), leaf, Leaves::joined);
        }
      }
    }
    List<Leaf> all = new ArrayList<>(leaves.size() + vessel.alerts().size());
    leaves.values().forEach(leaf -> all.add(whole(vessel, leaf)));
    vessel.alerts().forEach(alert -> all.add(notification(vessel, alert)));
    return all;
  }

  private static Leaf leaf(SignalKVessel vessel, SignalKReading reading, SignalKPaths.Row row) {
    OptionalDouble value = reading.value();
    boolean known = value.isPresent() && reading.timeMillis().isPresent();
    long time = known ? reading.timeMillis().getAsLong() : vessel.timeMillis();
    String source = source(vessel.origin(), reading.source());
    String unit = SignalKPaths.unit(row, reading.unit());
    if (!known) {
      return new Leaf(
          row.path(), source, time, JSON.nullNode(), unit, reading.title(), reading.preferred());
    }
    JsonNode node = SignalKPaths.value(row.path(), value.getAsDouble());
    return new Leaf(
        row.path(),
        source,
        time,
        row.member().isEmpty() ? node : JSON.objectNode().set(row.member(), node),
        unit,
        reading.title(),
        reading.preferred());
  }

  /** Two members of one value. */
  private static Leaf joined(Leaf one, Leaf two) {
    if (one.value() instanceof ObjectNode first && two.value() instanceof ObjectNode second) {
      return new Leaf(
          one.path(),
          one.source(),
          Math.max(one.timeMillis(), two.timeMillis()),
          first.deepCopy().setAll(second),
          one.unit(),
          one.title(),
          one.preferred() || two.preferred());
    }
    return one.value().isNull() ? two : one;
  }

  /** A position is both or none; what is simulated says so where receivers do. */
  private static Leaf whole(SignalKVessel vessel, Leaf leaf) {
    if (leaf.path().equals("navigation.position") && leaf.value().size() < 2) {
      return with(leaf, JSON.nullNode());
    }
    if (leaf.path().equals(SignalKPaths.METHOD_QUALITY_PATH)
        && vessel.origin() != DataOrigin.LIVE
        && !leaf.value().isNull()) {
      return with(leaf, SignalKPaths.SIMULATOR_MODE);
    }
    if (leaf.path().equals(DRAUGHT)
        && leaf.value() instanceof ObjectNode draught
        && vessel.greatestDraughtMetres().isPresent()) {
      return with(
          leaf, draught.deepCopy().put("maximum", vessel.greatestDraughtMetres().getAsDouble()));
    }
    return leaf;
  }

  private static Leaf with(Leaf leaf, JsonNode value) {
    return new Leaf(
        leaf.path(),
        leaf.source(),
        leaf.timeMillis(),
        value,
        leaf.unit(),
        leaf.title(),
        leaf.preferred());
  }

  /** {@code $source}: what is not measured says so first. */
  static String source(DataOrigin origin, String source) {
    return origin == DataOrigin.LIVE
        ? source
        : origin.name().toLowerCase(Locale.ROOT) + "." + source;
  }

  private static Leaf notification(SignalKVessel vessel, AlertMessage alert) {
    ObjectNode value = JSON.objectNode();
    value.put("state", state(alert));
    ArrayNode method = value.putArray("method").add("visual");
    if (alert.state() == AlertState.ACTIVE_UNACKNOWLEDGED
        && alert.priority() != AlertPriority.CAUTION) {
      method.add("sound");
    }
    value.put("message", alert.title() + ": " + alert.text());
    return new Leaf(
        Quantities.NOTIFICATION_PREFIX + alert.id() + "." + alert.instance(),
        source(vessel.origin(), OURS),
        alert.changed().toEpochMilli(),
        value,
        "",
        alert.title(),
        true);
  }

  private static String state(AlertMessage alert) {
    if (alert.state() == AlertState.NORMAL
        || alert.state() == AlertState.RECTIFIED_UNACKNOWLEDGED) {
      return "normal";
    }
    return switch (alert.priority()) {
      case EMERGENCY_ALARM -> "emergency";
      case ALARM -> "alarm";
      case WARNING -> "warn";
      case CAUTION -> "alert";
    };
  }

  /** What is said of the vessel herself: a value without a path. */
  static Leaf identity(SignalKVessel vessel) {
    return new Leaf(
        "", source(vessel.origin(), OURS), vessel.timeMillis(), identityOf(vessel), "", "", true);
  }

  static ObjectNode identityOf(SignalKVessel vessel) {
    ObjectNode identity = JSON.objectNode();
    String origin =
        vessel.origin() == DataOrigin.LIVE
            ? ""
            : " [" + vessel.origin().name().toLowerCase(Locale.ROOT) + "]";
    identity.put("name", vessel.name() + origin);
    String mmsi = SignalKVessel.mmsi(vessel.id());
    if (mmsi.isEmpty()) {
      identity.put("uuid", SignalKVessel.urn(vessel.id()));
    } else {
      identity.put("mmsi", mmsi);
    }
    String imo = SignalKVessel.imo(vessel.id());
    if (!imo.isEmpty()) {
      identity.putObject("registrations").put("imo", imo);
    }
    return identity;
  }
}
