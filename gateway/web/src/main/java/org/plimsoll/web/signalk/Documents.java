package org.plimsoll.web.signalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.telemetry.VesselId;

/** The documents of Signal K. Stateless. */
final class Documents {

  /** Of the specification. */
  static final String VERSION = "1.7.0";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private record Group(String source, long timeMillis) {}

  private Documents() {}

  static ObjectNode discovery(String authority, boolean secure, String software) {
    ObjectNode root = JSON.objectNode();
    String http = secure ? "https://" : "http://";
    String ws = secure ? "wss://" : "ws://";
    root.putObject("endpoints")
        .putObject("v1")
        .put("version", VERSION)
        .put("signalk-http", http + authority + "/signalk/v1/api/")
        .put("signalk-ws", ws + authority + "/signalk/v1/stream");
    root.putObject("server").put("id", "plimsoll").put("version", software);
    return root;
  }

  static ObjectNode hello(Optional<VesselId> self, OptionalLong nowMillis) {
    ObjectNode hello = JSON.objectNode().put("name", "plimsoll").put("version", VERSION);
    nowMillis.ifPresent(now -> hello.put("timestamp", time(now)));
    self.ifPresent(id -> hello.put("self", context(id)));
    hello.putArray("roles").add("master").add("main");
    return hello;
  }

  static String context(VesselId id) {
    return "vessels." + SignalKVessel.urn(id);
  }

  /** The full model of these vessels. */
  static ObjectNode full(Optional<VesselId> self, Collection<SignalKVessel> vessels) {
    ObjectNode root = JSON.objectNode().put("version", VERSION);
    self.ifPresent(id -> root.put("self", context(id)));
    ObjectNode all = root.putObject("vessels");
    ObjectNode sources = root.putObject("sources");
    for (SignalKVessel vessel : vessels) {
      List<Leaf> leaves = Leaves.of(vessel);
      all.set(SignalKVessel.urn(vessel.id()), tree(vessel, leaves));
      leaves.forEach(leaf -> addSource(sources, leaf.source()));
    }
    return root;
  }

  private static ObjectNode tree(SignalKVessel vessel, List<Leaf> leaves) {
    ObjectNode tree = Leaves.identityOf(vessel);
    Map<String, List<Leaf>> byPath = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      byPath.computeIfAbsent(leaf.path(), first -> new ArrayList<>()).add(leaf);
    }
    byPath.forEach((path, sources) -> add(tree, path, sources));
    return tree;
  }

  private static void add(ObjectNode tree, String path, List<Leaf> sources) {
    ObjectNode node = tree;
    for (String part : path.split("\\.")) {
      node = node.withObjectProperty(part);
    }
    Leaf shown = sources.stream().filter(Leaf::preferred).findFirst().orElse(sources.get(0));
    value(node, shown).put("$source", shown.source());
    node.set("meta", meta(shown));
    if (sources.size() > 1) {
      ObjectNode values = node.putObject("values");
      sources.forEach(leaf -> value(values.putObject(leaf.source()), leaf));
    }
  }

  private static ObjectNode value(ObjectNode node, Leaf leaf) {
    node.set("value", leaf.value());
    return node.put("timestamp", time(leaf.timeMillis()));
  }

  private static ObjectNode meta(Leaf leaf) {
    ObjectNode meta =
        JSON.objectNode().put("description", leaf.title()).put("displayName", leaf.title());
    if (!leaf.unit().isEmpty()) {
      meta.put("units", leaf.unit());
    }
    return meta;
  }

  /** {@code gps.GPRMC} is the device GPRMC on the bus gps. */
  private static void addSource(ObjectNode sources, String source) {
    String[] parts = source.split("\\.");
    ObjectNode node = sources.withObjectProperty(parts[0]);
    node.put("label", parts[0]).put("type", "Plimsoll");
    for (int i = 1; i < parts.length; i++) {
      node = node.withObjectProperty(parts[i]);
    }
  }

  /** A delta with values. */
  static ObjectNode delta(VesselId vessel, List<Leaf> leaves) {
    return delta(vessel, leaves, "values");
  }

  /** A delta with titles and units. */
  static ObjectNode meta(VesselId vessel, List<Leaf> leaves) {
    return delta(vessel, leaves, "meta");
  }

  private static ObjectNode delta(VesselId vessel, List<Leaf> leaves, String what) {
    ObjectNode delta = JSON.objectNode().put("context", context(vessel));
    ArrayNode updates = delta.putArray("updates");
    Map<Group, ArrayNode> groups = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      groups
          .computeIfAbsent(
              new Group(leaf.source(), leaf.timeMillis()),
              group ->
                  updates
                      .addObject()
                      .put("$source", group.source())
                      .put("timestamp", time(group.timeMillis()))
                      .putArray(what))
          .addObject()
          .put("path", leaf.path())
          .set("value", what.equals("meta") ? meta(leaf) : leaf.value());
    }
    return delta;
  }

  /** What stands at a path of the model; empty if nothing does. */
  static Optional<JsonNode> at(JsonNode root, List<String> path) {
    JsonNode node = root;
    for (String part : path) {
      node = node.get(part);
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
