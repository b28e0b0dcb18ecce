package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.VesselId;

/**
 * The keys by which ships sign their draught records, as the port has them from the ships
 * themselves: without them a signature says only that a record is whole, not whose it is.
 *
 * @param keys Ed25519 public keys (RFC 8032), base64url without padding, by vessel
 */
public record ShipKeys(Map<VesselId, String> keys) {

  /** No ship's key is known. */
  public static final ShipKeys NONE = new ShipKeys(Map.of());

  /** 32 bytes in base64url. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

  public ShipKeys {
    keys = Map.copyOf(keys);
  }

  /** Reads {@code ships} of the port's section. */
  static ShipKeys read(Section port) {
    Map<VesselId, String> keys = new HashMap<>();
    for (Map.Entry<String, Section> named : port.namedSections("ships").entrySet()) {
      Section section = named.getValue();
      Optional<VesselId> vessel = VesselId.parse(named.getKey());
      String key = section.text("signing-key", KEY, "an Ed25519 public key, 43 of base64url");
      if (vessel.isEmpty()) {
        section.problem(
            "signing-key", "'" + named.getKey() + "' names no vessel", "such as imo9876543");
      } else {
        keys.put(vessel.get(), key);
      }
    }
    return new ShipKeys(keys);
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
