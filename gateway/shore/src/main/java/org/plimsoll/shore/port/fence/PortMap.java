package org.plimsoll.shore.port.fence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.wire.Canonical;

/**
 * The port's own map: a GeoJSON FeatureCollection (RFC 7946) of polygons, each with the properties
 * {@code kind} (port or berth), {@code unlocode}, {@code name} and, for a berth, {@code terminal}.
 * Other features may be in it for people to see, and are passed over.
 *
 * @param fences ports and berths
 * @param json the file as it is, for the pages
 */
public record PortMap(List<Fence> fences, String json) {

  /** Largest file, in bytes. */
  static final int MAX_BYTES = 4 << 20;

  /** Most ports and berths. */
  static final int MAX_FENCES = 500;

  /** Most corners of one of them. */
  static final int MAX_CORNERS = 2_000;

  /** Without a map nothing is watched. */
  public static final PortMap NONE = new PortMap(List.of(), "{}");

  private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} _./-]{1,64}");

  public PortMap {
    fences = List.copyOf(fences);
  }

  /** A map that cannot be used; its message is for the one who configures. */
  public static final class BadMap extends Exception {
    private static final long serialVersionUID = 1L;

    BadMap(String message) {
      super(message, null, false, false);
    }
  }

  /** Reads a file. */
  public static PortMap read(Path file) throws BadMap {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new BadMap("the map is larger than " + MAX_BYTES + " bytes");
      }
      return of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadMap("the map cannot be read");
    }
  }

  /** Reads GeoJSON. */
  static PortMap of(String json) throws BadMap {
    ObjectNode map =
        Canonical.object(json).orElseThrow(() -> new BadMap("the map is not a JSON object"));
    if (!map.path("type").asText().equals("FeatureCollection") || !map.path("features").isArray()) {
      throw new BadMap("the map is no GeoJSON FeatureCollection");
    }
    List<Fence> fences = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int number = 0;
    for (JsonNode feature : map.path("features")) {
      number++;
      Optional<Timestamp.Location> location = location(feature.path("properties"));
      if (location.isEmpty()) {
        continue;
      }
      Fence fence = fence(location.get(), feature, "feature " + number);
      if (!names.add(fence.unlocode() + " " + fence.name())) {
        throw new BadMap("feature " + number + ": a second '" + fence.name() + "' in the port");
      }
      fences.add(fence);
      if (fences.size() > MAX_FENCES) {
        throw new BadMap("more than " + MAX_FENCES + " ports and berths");
      }
    }
    if (fences.isEmpty()) {
      throw new BadMap("no feature has the property kind: port or kind: berth");
    }
    return new PortMap(fences, json);
  }

  private static Optional<Timestamp.Location> location(JsonNode properties) {
    return switch (properties.path("kind").asText()) {
      case "port" -> Optional.of(Timestamp.Location.PORT);
      case "berth" -> Optional.of(Timestamp.Location.BERTH);
      default -> Optional.empty();
    };
  }

  private static Fence fence(Timestamp.Location location, JsonNode feature, String where)
      throws BadMap {
    JsonNode properties = feature.path("properties");
    Optional<String> terminal = Optional.empty();
    if (properties.has("terminal")) {
      terminal = Optional.of(property(properties, "terminal", NAME, where));
    }
    return new Fence(
        property(properties, "unlocode", UNLOCODE, where),
        location,
        property(properties, "name", NAME, where),
        terminal,
        area(feature.path("geometry"), where));
  }

  private static String property(JsonNode properties, String name, Pattern form, String where)
      throws BadMap {
    String text = properties.path(name).asText();
    if (!form.matcher(text).matches()) {
      throw new BadMap(where + ": the property " + name + " does not match " + form);
    }
    return text;
  }

  private static Polygon area(JsonNode geometry, String where) throws BadMap {
    if (!geometry.path("type").asText().equals("Polygon")
        || !geometry.path("coordinates").isArray()
        || geometry.path("coordinates").isEmpty()) {
      throw new BadMap(where + ": its geometry is no Polygon");
    }
    List<List<Polygon.Corner>> rings = new ArrayList<>();
    int corners = 0;
    for (JsonNode ring : geometry.path("coordinates")) {
      List<Polygon.Corner> read = new ArrayList<>();
      for (JsonNode corner : ring) {
        read.add(corner(corner, where));
      }
      corners += read.size();
      if (corners > MAX_CORNERS) {
        throw new BadMap(where + ": more than " + MAX_CORNERS + " corners");
      }
      if (read.size() < 4 || !read.get(0).equals(read.get(read.size() - 1))) {
        throw new BadMap(where + ": a ring has four corners or more, and ends where it begins");
      }
      rings.add(read);
    }
    return new Polygon(rings);
  }

  /** GeoJSON has the longitude first. */
  private static Polygon.Corner corner(JsonNode corner, String where) throws BadMap {
    JsonNode longitude = corner.path(0);
    JsonNode latitude = corner.path(1);
    if (longitude.isNumber()
        && latitude.isNumber()
        && Math.abs(longitude.asDouble()) <= 180
        && Math.abs(latitude.asDouble()) <= 90) {
      return new Polygon.Corner(latitude.asDouble(), longitude.asDouble());
    }
    throw new BadMap(where + ": a corner is no longitude (-180 to 180) and latitude (-90 to 90)");
  }
}
