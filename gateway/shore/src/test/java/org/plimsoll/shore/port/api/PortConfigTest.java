package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.Problem;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.telemetry.VesselId;

class PortConfigTest {

  @TempDir Path directory;

  @Test
  void readsKeysMapAndRules() throws Exception {
    Files.writeString(directory.resolve("ship.key"), "0123456789abcdef-ship\n");
    Files.writeString(directory.resolve("port.key"), "0123456789abcdef-port\n");
    Files.copy(Path.of("../../tools/examples/port.geojson"), directory.resolve("port.geojson"));
    ConfigFile file =
        ConfigFile.of(
            "shore.yaml",
            """
            port:
              data: book
              map: port.geojson
              dwell: 90s
              margin-metres: 20
              keys:
                rajin-star: {role: ship, vessel: imo9876543, key: "file:ship.key"}
                harbour: {role: port-authority, key: "file:port.key"}
              webhooks:
                berths: {url: "https://port.example/h", secret: "file:port.key", kinds: [timestamps]}
              subscription-hosts: [port.example, "127.0.0.1:9999"]
              vessel-status: {url: "https://port.example/v2", token: "file:port.key", every: 1min}
              ships:
                imo9876543: {signing-key: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo}
                mmsi273000000: {passengers: 200}
            """,
            directory);
    PortConfig config = PortConfig.read(file.root(), directory);
    file.orThrow();

    assertThat(config.data()).isEqualTo(directory.resolve("book"));
    assertThat(config.map().fences()).hasSize(4);
    assertThat(config.rules().dwell()).isEqualTo(Duration.ofSeconds(90));
    assertThat(config.keys().keys())
        .extracting(Keys.Key::author)
        .extracting(Author::role)
        .containsExactly(Role.SHIP, Role.PORT_AUTHORITY);
    assertThat(config.webhooks()).hasSize(1);
    assertThat(config.webhooks().get(0).kinds()).containsExactly(RecordKind.TIMESTAMP);
    assertThat(config.ships().keys())
        .containsEntry(new VesselId("imo9876543"), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assertThat(config.subscriptionHosts().authorities())
        .containsExactlyInAnyOrder("port.example:443", "127.0.0.1:9999");
    assertThat(config.statuses().orElseThrow().url().getPath()).isEqualTo("/v2");
    assertThat(config.statuses().orElseThrow().every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.statuses().orElseThrow().token()).contains("0123456789abcdef-port");
    assertThat(config.ships().passengers()).containsEntry(new VesselId("mmsi273000000"), 200);
    assertThat(config.ships().keys()).hasSize(1);
    assertThat(config.toString()).doesNotContain("0123456789abcdef");
  }

  @Test
  void isPlainWithoutASection() {
    ConfigFile file = ConfigFile.of("shore.yaml", "x: 1\n", directory);
    PortConfig config = PortConfig.read(file.root(), directory);
    assertThat(config).isEqualTo(PortConfig.plain(directory.resolve("port")));
  }

  @Test
  void findsEveryProblemInOneRun() throws Exception {
    Files.writeString(directory.resolve("short.key"), "1234\n");
    Files.writeString(directory.resolve("long.key"), "0123456789abcdef\n");
    Files.writeString(directory.resolve("no.geojson"), "{}");
    ConfigFile file =
        ConfigFile.of(
            "shore.yaml",
            """
            port:
              map: no.geojson
              dwell: 2h
              keys:
                a: {role: ship, key: "file:long.key"}
                b: {role: reader, key: "file:short.key"}
                c: {role: harbour, key: "file:absent.key"}
                d: {role: reader}
                e: {role: reader, key: "file:long.key"}
                f: {role: reader, key: "file:long.key"}
                plimsoll: {role: reader, key: "file:long.key"}
              webhooks:
                plain: {url: "http://port.example/h", secret: "file:long.key"}
                bare: {url: "https://port.example/h"}
                strange: {url: "https://port.example/h", secret: "file:long.key", kinds: [stamps]}
              subscription-hosts: ["https://port.example"]
              vessel-status: {url: "http://port.example/v2", every: 1s}
              ships:
                imo9876543: {signing-key: short}
                rajin-star: {signing-key: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo}
            """,
            directory);
    PortConfig.read(file.root(), directory);
    assertThat(file.finish())
        .extracting(Problem::line)
        .containsExactly(2, 3, 5, 6, 7, 7, 8, 10, 11, 13, 14, 15, 16, 17, 17, 19, 20);
  }
}
