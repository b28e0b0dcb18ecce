package org.plimsoll.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.Problem;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.line.Dialect;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.line.Transport;

class VesselConfigTest {

  private static final Path EXAMPLE = Path.of("../../tools/examples/vessel.yaml");

  @Test
  void theExampleIsRight() {
    ConfigFile file = ConfigFile.read(EXAMPLE);
    VesselConfig config = VesselConfig.read(file.root());
    assertThat(file.finish()).isEmpty();
    assertThat(config.vessel().text()).isEqualTo("imo9876543");
    assertThat(config.origin()).isEqualTo(DataOrigin.LIVE);
    assertThat(config.certificate().cargoTonnes()).isEqualTo(1000);
    assertThat(config.ship().table()).isPresent();
    assertThat(config.lines())
        .extracting(LineConfig::id)
        .containsExactly("gps", "draught", "weighbridge", "deck", "counter", "hull");
    Dialect.Modbus modbus = (Dialect.Modbus) config.lines().get(1).dialect();
    assertThat(modbus.points())
        .extracting(point -> point.quantity().path())
        .startsWith("hull.draught.forward.port")
        .endsWith("hull.draught.aft.starboard")
        .hasSize(6);
    assertThat(modbus.timeOut()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.bridge().tcpPort()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: imo9876543           | id: imo9876544          | names no vessel",
        "cargo-tonnes: 1000       | cargo-tonnes: -1        | -1",
        "draught-metres: 5.20     | draught-metres: 12.0    | does not reach the certificate",
        "midship-metres: 50.00    | midship-metres: 97      | do not ascend",
        "hydrostatics: hydrostatics-example.csv | hydrostatics: nothing.csv | cannot read",
        "protocol: toledo         | protocol: tolledo       | toledo",
        "path: loading.deck.forward.mass | path: loading.deck.foward.mass | no quantity has the path",
        "format: 8n1              | format: 9n1             | not a serial format",
        "lines/deck               | lines/counter           | shares",
        "timeout: 500ms           | timeout: 300s           | 300s",
        "silence: 2500ms          | silense: 2500ms         | silense",
        "scale: 2                 | scaling: 2              | scaling",
        "origin: live             | origin: alive           | alive",
      })
  void anErrorIsNamed(String right, String wrong, String words) throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains(right);
    ConfigFile file =
        ConfigFile.of(
            "vessel.yaml",
            text.replaceFirst("(?m)^(\\s*(?:- \\{)?[^#\n]*)" + Pattern.quote(right), "$1" + wrong),
            EXAMPLE.getParent());
    VesselConfig.read(file.root());
    assertThat(file.finish())
        .hasSize(1)
        .first()
        .extracting(Problem::render)
        .asString()
        .contains(words)
        .contains("vessel.yaml:");
  }

  @Test
  void anEmptyFileIsAllProblemsAndNoException() {
    ConfigFile file = ConfigFile.of("vessel.yaml", "{}");
    VesselConfig.read(file.root());
    assertThat(file.finish()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tcp: '10.0.0.5:4001',      tcp://10.0.0.5:4001",
    "udp: '0.0.0.0:10110',      udp://0.0.0.0:10110",
    "tcp: 'converter.lan:4001', tcp://converter.lan:4001",
  })
  void aNetworkLineIsAnEndpoint(String key, String device) {
    ConfigFile file = ConfigFile.of("line.yaml", "gps: {" + key + ", protocol: nmea0183}");
    LineConfig line = LineConfig.read(file.root().section("gps"));
    assertThat(file.finish()).isEmpty();
    assertThat(line.transport()).isNotInstanceOf(Transport.Serial.class);
    assertThat(line.transport().device()).isEqualTo(device);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "udp: '10.0.0.5:502', protocol: modbus-tcp, points: [{unit: 255, profile: keller-p1, path: environment.outside.pressure}] | does not go over udp",
        "tcp: '10.0.0.5:502', protocol: iec61162-450 | it needs udp",
        "udp: '10.0.0.5:60004', interface: eth1, protocol: iec61162-450 | not a multicast group",
        "udp: '10.0.0.5:4001', protocol: mt-sics, path: loading.weighbridge.mass | it needs device or tcp",
        "tcp: 'a:1', protocol: modbus-rtu, points: [{unit: 250, address: 0, encoding: u16, path: passengers.onBoard}] | 250",
        "tcp: 'a:1', protocol: modbus-rtu, points: [{unit: 1, profile: keler-p1, path: environment.outside.pressure}] | did you mean 'keller-p1'",
        "tcp: 'a:1', protocol: modbus-rtu, points: [{unit: 1, profile: keller-p1, path: hull.draught.aft.port}] | write the scale",
        "tcp: 'a:1', protocol: modbus-rtu, points: [{unit: 1, address: 0, encoding: f32-abcd, bit: 3, path: passengers.onBoard}] | other than u16",
        "tcp: 'a:1', protocol: nmea2000, gateway: ngt1 | ngt-1",
        "tcp: 'a:1', protocol: indicator, path: loading.weighbridge.mass | without profile, columns or pattern",
        "tcp: 'a:1', protocol: indicator, profile: coma, path: loading.weighbridge.mass | did you mean 'comma'",
        "tcp: 'a:1', protocol: indicator, columns: swwwq, path: loading.weighbridge.mass, display-unit: kg | column q",
        "tcp: 'a:1', protocol: indicator, columns: swwwww, path: loading.weighbridge.mass | nothing tells the unit",
        "tcp: 'a:1', protocol: indicator, pattern: '(?<weight>(a+)+)', path: loading.weighbridge.mass, display-unit: kg | a group that repeats",
        "tcp: 'a:1', protocol: indicator, profile: rinstrum-a, display-unit: stone, path: loading.weighbridge.mass | not a unit of mass",
        "tcp: 'a:1', protocol: indicator, columns: 1wwwwwuu, marks: {stable: [S], moving: [S]}, path: loading.weighbridge.mass | two meanings",
      })
  void anErrorOfALineIsNamed(String line, String words) {
    ConfigFile file = ConfigFile.of("line.yaml", "test: {" + line + "}");
    LineConfig.read(file.root().section("test"));
    assertThat(file.finish())
        .hasSize(1)
        .first()
        .extracting(Problem::render)
        .asString()
        .contains(words);
  }
}
