package org.plimsoll.vessel.line;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plimsoll.configuration.Section;

/** How the bytes of a line come aboard. */
public sealed interface Transport {

  /** The device as people call it: a stable name or an address. */
  String device();

  /** A serial port, by a name that survives a reboot. */
  record Serial(Path path, int baud, SerialFormat format) implements Transport {
    @Override
    public String device() {
      return path.toString();
    }
  }

  /** A server that we connect to, for instance a serial-to-Ethernet converter. */
  record Tcp(String host, int tcpPort) implements Transport {
    @Override
    public String device() {
      return "tcp://" + host + ":" + tcpPort;
    }
  }

  /** A port that we listen on for unicast datagrams. */
  record Udp(String host, int udpPort) implements Transport {
    @Override
    public String device() {
      return "udp://" + host + ":" + udpPort;
    }
  }

  /**
   * A group of datagrams that we join.
   *
   * @param group a multicast address
   * @param networkInterface the network card by its name, such as {@code eth1}; empty lets the
   *     system choose
   */
  record Multicast(String group, int udpPort, Optional<String> networkInterface)
      implements Transport {
    @Override
    public String device() {
      return "udp://" + group + ":" + udpPort + networkInterface.map(name -> "%" + name).orElse("");
    }
  }

  /** Slowest and fastest serial speed, in baud. */
  int MIN_BAUD = 300;

  int MAX_BAUD = 921_600;

  Pattern ENDPOINT =
      Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^:\\[\\]\\s]+):(?<port>\\d{1,5})");

  /** 224.0.0.0 to 239.255.255.255, and ff00::/8. */
  Pattern MULTICAST =
      Pattern.compile("(22[4-9]|23\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[[fF][fF].*]");

  /** Reads exactly one of {@code device}, {@code tcp}, {@code udp} and what belongs to it. */
  static Transport read(Section section) {
    long given = Stream.of("device", "tcp", "udp").filter(section::has).count();
    if (given > 1) {
      section.problem(
          "device", "more than one of device, tcp and udp", "a line has one source of bytes");
    }
    if (section.has("tcp")) {
      Matcher endpoint = endpoint(section, "tcp");
      return new Tcp(endpoint.group("host"), Integer.parseInt(endpoint.group("port")));
    }
    if (section.has("udp")) {
      Matcher endpoint = endpoint(section, "udp");
      return udp(section, endpoint.group("host"), Integer.parseInt(endpoint.group("port")));
    }
    return new Serial(
        section.path("device"), section.integer("baud", MIN_BAUD, MAX_BAUD), format(section));
  }

  private static Transport udp(Section section, String host, int port) {
    Optional<String> networkInterface = section.optionalText("interface");
    if (MULTICAST.matcher(host).matches()) {
      return new Multicast(host, port, networkInterface);
    }
    if (networkInterface.isPresent()) {
      section.problem(
          "interface", host + " is not a multicast group", "leave interface out, or name a group");
    }
    return new Udp(host, port);
  }

  private static SerialFormat format(Section section) {
    String label = section.text("format", SerialFormat.FORMAT_8N1.label());
    Optional<SerialFormat> format =
        Stream.of(SerialFormat.values())
            .filter(known -> known.label().equals(label.toLowerCase(Locale.ROOT)))
            .findFirst();
    if (format.isEmpty()) {
      section.problem(
          "format", "'" + label + "' is not a serial format", "one of 8n1, 8n2, 8e1, 7e1, 7o1");
    }
    return format.orElse(SerialFormat.FORMAT_8N1);
  }

  /** Reads {@code host:port}. */
  static Matcher endpoint(Section section, String key) {
    String text = section.text(key);
    Matcher matcher = ENDPOINT.matcher(text);
    if (matcher.matches() && Integer.parseInt(matcher.group("port")) <= 65_535) {
      return matcher;
    }
    section.problem(
        key, "'" + text + "' is not host:port", "for example 192.168.1.20:10110, port 1 to 65535");
    Matcher harmless = ENDPOINT.matcher("127.0.0.1:1");
    harmless.matches();
    return harmless;
  }
}
