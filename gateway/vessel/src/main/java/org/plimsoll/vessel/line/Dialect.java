package org.plimsoll.vessel.line;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.vessel.mapping.RegisterPoint;
import org.plimsoll.vessel.mapping.SentenceMapping;
import org.plimsoll.vessel.mapping.TransducerPoint;
import org.plimsoll.vessel.mapping.WeightPoint;
import org.plimsoll.vocabulary.Quantity;

/** What is spoken on a line, and what it means aboard this ship. */
public sealed interface Dialect {

  /** The protocol's name as written in the configuration. */
  String protocol();

  /** The quantities that must come over this line by configuration. */
  Stream<Quantity> promised();

  /** Sentences, one after the other. */
  record Nmea0183(ChecksumPolicy checksum, SentenceMapping mapping) implements Dialect {
    @Override
    public String protocol() {
      return "nmea0183";
    }

    @Override
    public Stream<Quantity> promised() {
      return mapping.transducers().stream().map(TransducerPoint::quantity);
    }
  }

  /**
   * Registers, polled one request at a time.
   *
   * @param every how often each point is asked
   * @param timeOut how long an answer may take
   */
  record ModbusRtu(List<RegisterPoint> points, Duration every, Duration timeOut)
      implements Dialect {
    public ModbusRtu {
      points = List.copyOf(points);
    }

    @Override
    public String protocol() {
      return "modbus-rtu";
    }

    @Override
    public Stream<Quantity> promised() {
      return points.stream().map(RegisterPoint::quantity);
    }
  }

  /** An indicator that is asked for its weight. */
  record MtSics(WeightPoint point, Duration every) implements Dialect {
    @Override
    public String protocol() {
      return "mt-sics";
    }

    @Override
    public Stream<Quantity> promised() {
      return Stream.of(point.quantity());
    }
  }

  /** An indicator that sends its weight by itself, 10 to 20 times a second. */
  record Toledo(WeightPoint point, ToledoChecksum checksum, Duration every) implements Dialect {
    @Override
    public String protocol() {
      return "toledo";
    }

    @Override
    public Stream<Quantity> promised() {
      return Stream.of(point.quantity());
    }
  }

  /** Every key of every protocol. */
  List<String> KEYS =
      List.of(
          "checksum",
          "transducers",
          "points",
          "every",
          "timeout",
          "path",
          "scale",
          "offset",
          "minimum",
          "maximum");

  /** The protocols that a line can be configured for. */
  enum Protocol {
    NMEA0183,
    MODBUS_RTU,
    MT_SICS,
    TOLEDO
  }

  /** Reads {@code protocol} and what belongs to it. */
  static Dialect read(Section section) {
    Protocol protocol = section.choice("protocol", Protocol.class);
    String text = section.text("protocol", "");
    if (!protocol.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
      // The protocol is the problem; the keys of the one that was meant are not.
      KEYS.forEach(section::has);
      return new Nmea0183(ChecksumPolicy.REQUIRED, new SentenceMapping(List.of()));
    }
    return switch (protocol) {
      case NMEA0183 ->
          new Nmea0183(
              section.choice("checksum", ChecksumPolicy.class, ChecksumPolicy.REQUIRED),
              new SentenceMapping(
                  section.sections("transducers").stream().map(TransducerPoint::read).toList()));
      case MODBUS_RTU -> modbus(section);
      case MT_SICS ->
          new MtSics(
              WeightPoint.read(section),
              section.duration(
                  "every", Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofMillis(500)));
      case TOLEDO ->
          new Toledo(
              WeightPoint.read(section),
              section.choice("checksum", ToledoChecksum.class, ToledoChecksum.SENT),
              section.duration(
                  "every", Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofSeconds(1)));
    };
  }

  private static ModbusRtu modbus(Section section) {
    List<RegisterPoint> points =
        section.sections("points").stream().map(RegisterPoint::read).toList();
    if (points.isEmpty()) {
      section.problem("points", "a Modbus line without points has nothing to ask for", "");
    }
    return new ModbusRtu(
        points,
        section.duration(
            "every", Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofSeconds(1)),
        section.duration(
            "timeout", Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofMillis(300)));
  }
}
