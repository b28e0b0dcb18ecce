package org.plimsoll.vessel.line;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.weighing.IndicatorProfile;
import org.plimsoll.protocol.weighing.ToledoSetting;
import org.plimsoll.vessel.mapping.PolledPoint;
import org.plimsoll.vessel.mapping.SentenceMapping;
import org.plimsoll.vessel.mapping.TransducerPoint;
import org.plimsoll.vessel.mapping.WeightPoint;
import org.plimsoll.vocabulary.Quantity;

/** What is spoken on a line, and what it means aboard this ship. */
public sealed interface Dialect {

  /** Which one, for configuration and status. */
  Protocol spoken();

  /** The channels that must come over this line by configuration. */
  Stream<Promise> promises(String line);

  /** The protocol's name as written in the configuration. */
  default String protocol() {
    return spoken().word();
  }

  /** The quantities that must come over this line by configuration. */
  default Stream<Quantity> promised() {
    return promises("").map(Promise::quantity);
  }

  /** Whether a line is well although nothing is heard on it. */
  default boolean maySilent() {
    return false;
  }

  /** The protocols that a line can be configured for. */
  enum Protocol {
    NMEA0183,
    AIS,
    IEC61162_450,
    GNSS,
    NMEA2000,
    MODBUS_RTU,
    MODBUS_TCP,
    MT_SICS,
    TOLEDO,
    INDICATOR,
    BRIDGE_ALERTS;

    /** As written in the configuration: {@code modbus-rtu}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A channel that a line owes.
   *
   * @param source known beforehand; empty if it depends on who speaks
   */
  record Promise(Quantity quantity, String source) {}

  /**
   * Sentences, with TAG blocks or without, and the AIS messages in them.
   *
   * @param spoken one of NMEA0183, AIS and IEC61162_450, which is by datagrams
   */
  record Sentences(Protocol spoken, ChecksumPolicy checksum, SentenceMapping mapping)
      implements Dialect {
    @Override
    public Stream<Promise> promises(String line) {
      return mapping.transducers().stream()
          .map(TransducerPoint::quantity)
          .map(quantity -> new Promise(quantity, ""));
    }
  }

  /**
   * A satellite receiver: UBX and CASIC frames and sentences in any order; the policy is the
   * sentences'.
   */
  record Gnss(ChecksumPolicy checksum) implements Dialect {
    @Override
    public Protocol spoken() {
      return Protocol.GNSS;
    }

    @Override
    public Stream<Promise> promises(String line) {
      return Stream.empty();
    }
  }

  /** An NMEA 2000 bus through a gateway. */
  record Nmea2000(Gateway gateway) implements Dialect {

    /** How the gateway speaks. */
    public enum Gateway {
      /** Actisense NGT-1: binary, told at first to pass everything on. */
      NGT_1,
      /** Yacht Devices RAW: a line for each frame. */
      RAW,
      /** SeaSmart: sentences with whole messages. */
      PCDIN,
      /** ShipModul MiniPlex: sentences with frames. */
      MXPGN
    }

    @Override
    public Protocol spoken() {
      return Protocol.NMEA2000;
    }

    @Override
    public Stream<Promise> promises(String line) {
      return Stream.empty();
    }
  }

  /**
   * Registers, polled one request at a time.
   *
   * @param spoken MODBUS_RTU or MODBUS_TCP
   * @param every how often each point is asked
   * @param timeOut how long an answer may take
   */
  record Modbus(Protocol spoken, List<PolledPoint> points, Duration every, Duration timeOut)
      implements Dialect {
    public Modbus {
      points = List.copyOf(points);
    }

    @Override
    public Stream<Promise> promises(String line) {
      return points.stream()
          .map(point -> new Promise(point.quantity(), line + "." + point.request().unit()));
    }
  }

  /** An indicator that is asked for its weight. */
  record MtSics(WeightPoint point, Duration every) implements Dialect {
    @Override
    public Protocol spoken() {
      return Protocol.MT_SICS;
    }

    @Override
    public Stream<Promise> promises(String line) {
      return Stream.of(new Promise(point.quantity(), line));
    }
  }

  /** An indicator that sends its weight by itself, 10 to 20 times a second. */
  record Toledo(WeightPoint point, ToledoSetting setting, Duration every) implements Dialect {
    @Override
    public Protocol spoken() {
      return Protocol.TOLEDO;
    }

    @Override
    public Stream<Promise> promises(String line) {
      return Stream.of(new Promise(point.quantity(), line));
    }
  }

  /** An indicator that prints its weight by itself, in a form that is known or configured. */
  record Indicator(WeightPoint point, IndicatorProfile profile, Duration every) implements Dialect {
    @Override
    public Protocol spoken() {
      return Protocol.INDICATOR;
    }

    @Override
    public Stream<Promise> promises(String line) {
      return Stream.of(new Promise(point.quantity(), line));
    }
  }

  /**
   * Our alerts to the central alert management of the bridge, and its commands to us.
   *
   * @param talker two capitals that begin our sentences
   * @param manufacturer three capitals that name the maker of our alerts
   * @param heartbeat interval of HBT, whole seconds
   * @param legacy whether ALR is said and ACK taken as well
   * @param datagrams where to and as whom, over IEC 61162-450; empty on a line of its own
   */
  record BridgeAlerts(
      String talker,
      String manufacturer,
      Duration heartbeat,
      boolean legacy,
      Optional<Datagrams> datagrams)
      implements Dialect {

    /**
     * IEC 61162-450.
     *
     * @param source talker and four digits
     */
    public record Datagrams(String source, String host, int udpPort) {}

    @Override
    public Protocol spoken() {
      return Protocol.BRIDGE_ALERTS;
    }

    @Override
    public Stream<Promise> promises(String line) {
      return Stream.empty();
    }

    /** An alert management may have nothing to say for hours. */
    @Override
    public boolean maySilent() {
      return true;
    }
  }

  /** Reads {@code protocol} and what belongs to it. */
  static Dialect read(Section section) {
    return DialectReader.read(section);
  }
}
