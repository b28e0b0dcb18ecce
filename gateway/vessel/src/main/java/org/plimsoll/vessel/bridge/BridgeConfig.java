package org.plimsoll.vessel.bridge;

import org.plimsoll.configuration.Section;

/**
 * Where the bridge panel listens.
 *
 * @param host address of an interface; loopback unless configured
 * @param tcpPort 0 takes any free port
 */
public record BridgeConfig(String host, int tcpPort) {

  static final String LOOPBACK = "127.0.0.1";
  static final int DEFAULT_TCP_PORT = 8080;

  /** Reads the section {@code bridge}; all of it has defaults. */
  public static BridgeConfig read(Section section) {
    return new BridgeConfig(
        section.text("host", LOOPBACK), section.integer("port", 0, 65_535, DEFAULT_TCP_PORT));
  }
}
