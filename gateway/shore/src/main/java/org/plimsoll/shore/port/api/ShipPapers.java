package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.VesselId;

/**
 * What the port has from the ships themselves: the keys by which they sign their draught records,
 * without which a signature says only that a record is whole, not whose it is; and how many
 * passengers their certificates allow.
 *
 * @param keys Ed25519 public keys (RFC 8032), base64url without padding, by vessel
 * @param passengers most passengers by the certificate, by vessel
 */
public record ShipPapers(Map<VesselId, String> keys, Map<VesselId, Integer> passengers) {

  /** Nothing is known of any ship. */
  public static final ShipPapers NONE = new ShipPapers(Map.of(), Map.of());

  private static final int MOST_PASSENGERS = 20_000;

  /** 32 bytes in base64url. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

  public ShipPapers {
    keys = Map.copyOf(keys);
    passengers = Map.copyOf(passengers);
  }

  /** Most passengers that a ship's certificate allows; empty when the port was not told. */
  OptionalInt certificate(VesselId vessel) {
    Integer most = passengers.get(vessel);
    return most == null ? OptionalInt.empty() : OptionalInt.of(most);
  }

  /** Reads {@code ships} of the port's section. */
  static ShipPapers read(Section port) {
    Map<VesselId, String> keys = new HashMap<>();
    Map<VesselId, Integer> passengers = new HashMap<>();
    for (Map.Entry<String, Section> named : port.namedSections("ships").entrySet()) {
      Section section = named.getValue();
      Optional<VesselId> vessel = VesselId.parse(named.getKey());
      boolean signs = section.has("signing-key") || !section.has("passengers");
      String key =
          signs ? section.text("signing-key", KEY, "an Ed25519 public key, 43 of base64url") : "";
      if (vessel.isEmpty()) {
        section.problem(
            signs ? "signing-key" : "passengers",
            "'" + named.getKey() + "' names no vessel",
            "such as imo9876543");
        continue;
      }
      if (signs) {
        keys.put(vessel.get(), key);
      }
      if (section.has("passengers")) {
        passengers.put(vessel.get(), section.integer("passengers", 0, MOST_PASSENGERS));
      }
    }
    return new ShipPapers(keys, passengers);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    keys.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(VesselId::text)))
        .forEach(
            one -> items.addObject().put("vessel", one.getKey().text()).put("key", one.getValue()));
    return json;
  }
}
