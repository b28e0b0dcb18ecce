package org.plimsoll.shore.port.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plimsoll.configuration.Section;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.fence.FenceRules;
import org.plimsoll.shore.port.fence.PortMap;
import org.plimsoll.shore.port.hook.Hosts;
import org.plimsoll.shore.port.hook.Webhook;
import org.plimsoll.shore.port.status.PushConfig;
import org.plimsoll.telemetry.VesselId;

/**
 * What the port is told.
 *
 * @param data directory of the book
 * @param keys of everybody who may ask; without any, programs on this machine alone
 * @param map the port's own GeoJSON
 * @param rules when a vessel is inside or outside of a fence
 * @param webhooks who is told what is new
 * @param subscriptionHosts to whom webhooks may be made over the API
 * @param ships what the port has from the ships: keys and certificates
 * @param statuses where vessel statuses go
 */
public record PortConfig(
    Path data,
    Keys keys,
    PortMap map,
    FenceRules rules,
    List<Webhook> webhooks,
    Hosts subscriptionHosts,
    ShipPapers ships,
    Optional<PushConfig> statuses) {

  /** Shortest key, in characters: one that cannot be guessed. */
  static final int LEAST_KEY_LENGTH = 16;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} _./-]{1,64}");

  /** Authors without a key; a key of that name would pass for what they have said. */
  private static final Set<String> TAKEN = Set.of(Author.PLIMSOLL.name(), Author.LOCAL.name());

  /** The roles that a key may have. */
  private enum KeyRole {
    PORT_AUTHORITY,
    TERMINAL,
    SHIP,
    READER,
    OPERATOR
  }

  public PortConfig {
    webhooks = List.copyOf(webhooks);
  }

  /** The same with another directory. */
  public PortConfig in(Path directory) {
    return new PortConfig(
        directory, keys, map, rules, webhooks, subscriptionHosts, ships, statuses);
  }

  /** A book in a directory, no keys and no map. */
  public static PortConfig plain(Path directory) {
    return new PortConfig(
        directory,
        Keys.NONE,
        PortMap.NONE,
        FenceRules.USUAL,
        List.of(),
        Hosts.NONE,
        ShipPapers.NONE,
        Optional.empty());
  }

  /** Reads {@code port}; plain when it is missing. */
  public static PortConfig read(Section root, Path data) {
    Path directory = data.resolve("port");
    Optional<Section> section = root.optionalSection("port");
    if (section.isEmpty()) {
      return plain(directory);
    }
    Section port = section.get();
    return new PortConfig(
        port.has("data") ? port.path("data") : directory,
        keys(port),
        map(port),
        new FenceRules(
            port.duration(
                "dwell", Duration.ofSeconds(10), Duration.ofHours(1), FenceRules.USUAL.dwell()),
            port.number("margin-metres", 0, 5_000, FenceRules.USUAL.marginMetres())),
        HookConfig.read(port),
        HookConfig.hosts(port),
        ShipPapers.read(port),
        HookConfig.statuses(port));
  }

  private static PortMap map(Section port) {
    if (!port.has("map")) {
      return PortMap.NONE;
    }
    try {
      return PortMap.read(port.path("map"));
    } catch (PortMap.BadMap e) {
      port.problem("map", e.getMessage(), "want a GeoJSON file with polygons of port and berths");
      return PortMap.NONE;
    }
  }

  private static Keys keys(Section port) {
    List<Keys.Key> keys = new ArrayList<>();
    Set<String> digests = new HashSet<>();
    for (Map.Entry<String, Section> named : port.namedSections("keys").entrySet()) {
      Section section = named.getValue();
      Optional<String> secret = section.secret("key");
      Optional<Author> author = author(named.getKey(), section);
      if (!section.has("key")) {
        section.problem("key", "missing key 'key' in '" + section.path() + "'", "want file:PATH");
      } else if (secret.isPresent() && secret.get().length() < LEAST_KEY_LENGTH) {
        section.problem(
            "key", "the key is too short", "want " + LEAST_KEY_LENGTH + " characters or more");
      } else if (secret.isPresent() && author.isPresent()) {
        Keys.Key key = Keys.Key.of(author.get(), secret.get());
        if (!digests.add(key.sha256())) {
          section.problem("key", "another name has the same key", "want a key for each");
        }
        keys.add(key);
      }
    }
    return new Keys(keys);
  }

  private static Optional<Author> author(String name, Section section) {
    KeyRole role = section.choice("role", KeyRole.class);
    Optional<VesselId> vessel = Optional.empty();
    Optional<String> terminal = Optional.empty();
    if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
      section.problem("role", "'" + name + "' is no name of a key", "want letters and digits");
      return Optional.empty();
    }
    if (role == KeyRole.SHIP) {
      String text = section.text("vessel");
      vessel = VesselId.parse(text);
      if (vessel.isEmpty() && section.has("vessel")) {
        section.problem("vessel", "'" + text + "' names no vessel", "such as imo9876543");
      }
    }
    if (role == KeyRole.TERMINAL) {
      terminal = Optional.of(section.text("terminal", NAME, "the name of a terminal"));
    }
    return role == KeyRole.SHIP && vessel.isEmpty()
        ? Optional.empty()
        : Optional.of(new Author(name, Role.valueOf(role.name()), vessel, terminal));
  }
}
