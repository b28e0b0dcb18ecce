package org.plimsoll.vessel.line;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoSetting;
import org.plimsoll.vessel.line.Dialect.Protocol;
import org.plimsoll.vessel.mapping.IndicatorForm;
import org.plimsoll.vessel.mapping.PolledPoint;
import org.plimsoll.vessel.mapping.SentenceMapping;
import org.plimsoll.vessel.mapping.TransducerPoint;
import org.plimsoll.vessel.mapping.WeightPoint;

/** Reads what belongs to the protocol of a line. */
final class DialectReader {

  /** Every key of every protocol. */
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "checksum",
                  "transducers",
                  "gateway",
                  "points",
                  "every",
                  "timeout",
                  "tare",
                  "expansion",
                  "path",
                  "scale",
                  "offset",
                  "minimum",
                  "maximum",
                  "talker",
                  "manufacturer",
                  "heartbeat",
                  "legacy",
                  "to",
                  "source"),
              IndicatorForm.KEYS.stream())
          .toList();

  private static final Pattern TALKER = Pattern.compile("[A-Z]{2}");
  private static final Pattern MANUFACTURER = Pattern.compile("[A-Z0-9]{3}");
  private static final Pattern SOURCE = Pattern.compile("[A-Z]{2}\\d{4}");
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int MOST_RTU_UNIT = 247;
  private static final int MOST_TCP_UNIT = 255;

  private DialectReader() {}

  static Dialect read(Section section) {
    Protocol protocol = section.choice("protocol", Protocol.class);
    if (!protocol.word().equals(section.text("protocol", ""))) {
      // The protocol is the problem; the keys of the one that was meant are not.
      KEYS.forEach(section::has);
      return new Dialect.Gnss(ChecksumPolicy.REQUIRED);
    }
    return switch (protocol) {
      case NMEA0183, AIS, IEC61162_450 -> sentences(section, protocol);
      case GNSS -> new Dialect.Gnss(checksum(section));
      case NMEA2000 ->
          new Dialect.Nmea2000(section.choice("gateway", Dialect.Nmea2000.Gateway.class));
      case MODBUS_RTU -> modbus(section, protocol, 1, MOST_RTU_UNIT);
      case MODBUS_TCP -> modbus(section, protocol, 0, MOST_TCP_UNIT);
      case MT_SICS ->
          new Dialect.MtSics(WeightPoint.read(section), every(section, Duration.ofMillis(500)));
      case TOLEDO ->
          new Dialect.Toledo(
              WeightPoint.read(section), toledo(section), every(section, Duration.ofSeconds(1)));
      case INDICATOR ->
          new Dialect.Indicator(
              WeightPoint.read(section),
              IndicatorForm.read(section),
              every(section, Duration.ofSeconds(1)));
      case BRIDGE_ALERTS -> bridgeAlerts(section);
    };
  }

  private static Dialect bridgeAlerts(Section section) {
    return new Dialect.BridgeAlerts(
        section.has("talker") ? section.text("talker", TALKER, "two capitals, such as II") : "II",
        section.text("manufacturer", MANUFACTURER, "three capitals that name the maker"),
        section.duration(
            "heartbeat", Duration.ofSeconds(1), Duration.ofSeconds(999), Duration.ofSeconds(60)),
        section.flag("legacy", false),
        section.has("udp") ? Optional.of(datagrams(section)) : Optional.empty());
  }

  private static Dialect.BridgeAlerts.Datagrams datagrams(Section section) {
    String key = section.has("to") ? "to" : "udp";
    Matcher to = Transport.endpoint(section, key);
    return new Dialect.BridgeAlerts.Datagrams(
        section.text("source", SOURCE, "talker and four digits, such as II0001"),
        to.group("host"),
        Integer.parseInt(to.group("port")));
  }

  private static Dialect sentences(Section section, Protocol protocol) {
    return new Dialect.Sentences(
        protocol,
        protocol == Protocol.NMEA0183 ? checksum(section) : ChecksumPolicy.REQUIRED,
        new SentenceMapping(
            section.sections("transducers").stream().map(TransducerPoint::read).toList()));
  }

  private static ChecksumPolicy checksum(Section section) {
    return section.choice("checksum", ChecksumPolicy.class, ChecksumPolicy.REQUIRED);
  }

  private static Duration every(Section section, Duration fallback) {
    return section.duration("every", SHORTEST, LONGEST, fallback);
  }

  private static ToledoSetting toledo(Section section) {
    return new ToledoSetting(
        section.choice("checksum", ToledoChecksum.class, ToledoChecksum.SENT),
        section.flag("tare", true)
            ? ToledoSetting.Layout.WITH_TARE
            : ToledoSetting.Layout.WITHOUT_TARE,
        section.choice(
            "expansion", ToledoSetting.Expansion.class, ToledoSetting.Expansion.REFUSED));
  }

  private static Dialect modbus(Section section, Protocol protocol, int leastUnit, int mostUnit) {
    List<PolledPoint> points =
        section.sections("points").stream()
            .map(point -> PolledPoint.read(point, leastUnit, mostUnit))
            .toList();
    if (points.isEmpty()) {
      section.problem("points", "a Modbus line without points has nothing to ask for", "");
    }
    return new Dialect.Modbus(
        protocol,
        points,
        every(section, Duration.ofSeconds(1)),
        section.duration(
            "timeout", Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofMillis(300)));
  }
}
