package org.plimsoll.vessel.nmea;

import java.util.Optional;
import org.plimsoll.configuration.Section;

/**
 * Where sentences can be had.
 *
 * @param host address of an interface; loopback unless configured
 * @param tcpPort 0 takes any free port
 */
public record NmeaOutputConfig(String host, int tcpPort) {

  /** The port that displays try. */
  public static final int DEFAULT_TCP_PORT = 10110;

  private static final String LOOPBACK = "127.0.0.1";

  /** Reads the section {@code nmea-output}; without one there is no output. */
  public static Optional<NmeaOutputConfig> read(Section root) {
    return root.optionalSection("nmea-output")
        .map(
            section ->
                new NmeaOutputConfig(
                    section.text("host", LOOPBACK),
                    section.integer("port", 0, 65_535, DEFAULT_TCP_PORT)));
  }
}
