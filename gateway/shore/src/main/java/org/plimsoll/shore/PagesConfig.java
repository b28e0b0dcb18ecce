package org.plimsoll.shore;

import java.util.Optional;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.VesselId;

/**
 * Where pages and API listen.
 *
 * @param host address that they listen on
 * @param port TCP port, 0 for a free one
 * @param signalKSelf the vessel that Signal K's {@code self} means; empty for the only one there is
 */
public record PagesConfig(String host, int port, Optional<VesselId> signalKSelf) {

  /** The default port. */
  public static final int DEFAULT_PORT = 8090;

  /** Reads {@code pages}; on loopback when it is missing. */
  static PagesConfig read(Section root) {
    Optional<Section> section = root.optionalSection("pages");
    if (section.isEmpty()) {
      return new PagesConfig(ShoreConfig.LOOPBACK, DEFAULT_PORT, Optional.empty());
    }
    Section pages = section.get();
    return new PagesConfig(
        pages.text("host", ShoreConfig.LOOPBACK),
        pages.integer("port", 0, 65535, DEFAULT_PORT),
        self(pages));
  }

  private static Optional<VesselId> self(Section pages) {
    Optional<String> text = pages.optionalText("signal-k-self");
    Optional<VesselId> id = text.flatMap(VesselId::parse);
    if (text.isPresent() && id.isEmpty()) {
      pages.problem(
          "signal-k-self",
          "'" + text.get() + "' names no vessel",
          "imo and 7 digits of which the last is the check digit, or mmsi and 9 digits");
    }
    return id;
  }
}
