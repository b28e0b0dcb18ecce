package org.plimsoll.vessel.line;

import java.time.Duration;
import org.plimsoll.configuration.Section;

/**
 * One line as configured.
 *
 * @param id its name, which begins the source of each of its channels
 * @param transport where the bytes come from
 * @param dialect what they mean
 * @param silence without a good frame for this long the line is red
 */
public record LineConfig(String id, Transport transport, Dialect dialect, Duration silence) {

  /**
   * A little under the 3 s within which a lost line must be red; everything that is connected to a
   * bridge speaks at least once a second.
   */
  public static final Duration DEFAULT_SILENCE = Duration.ofMillis(2500);

  /** Reads one entry of {@code lines}; its key is the line's name. */
  public static LineConfig read(Section section) {
    if (!section.name().matches("[a-z][a-z0-9-]{0,30}")) {
      section.problem(
          "protocol",
          "the line's name '" + section.name() + "' is not a lower-case word",
          "a letter, then up to 30 of a-z, 0-9 and -");
    }
    Transport transport = Transport.read(section);
    Dialect dialect = Dialect.read(section);
    check(section, transport, dialect.spoken());
    return new LineConfig(
        section.name(),
        transport,
        dialect,
        section.duration("silence", Duration.ofSeconds(1), Duration.ofHours(1), DEFAULT_SILENCE));
  }

  private static void check(Section section, Transport transport, Dialect.Protocol protocol) {
    String needs =
        switch (protocol) {
          case MODBUS_TCP -> transport instanceof Transport.Tcp ? "" : "tcp";
          case IEC61162_450 -> isDatagrams(transport) ? "" : "udp";
          case MODBUS_RTU, MT_SICS -> isDatagrams(transport) ? "device or tcp" : "";
          case NMEA0183, AIS, GNSS, NMEA2000, TOLEDO, INDICATOR, BRIDGE_ALERTS -> "";
        };
    if (!needs.isEmpty()) {
      section.problem(
          "protocol",
          protocol.word() + " does not go over " + transport.device(),
          "it needs " + needs + ": ...");
    }
  }

  private static boolean isDatagrams(Transport transport) {
    return transport instanceof Transport.Udp || transport instanceof Transport.Multicast;
  }
}
