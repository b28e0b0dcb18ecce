package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.vessel.outbox.OutboxConfig;

class DeliveryConfigTest {

  @Test
  void everyKeyHasADefault() {
    ConfigFile file = ConfigFile.of("vessel.yaml", "{}");
    assertThat(UplinkConfig.read(file.root())).isEqualTo(UplinkConfig.to("127.0.0.1", 1883));
    assertThat(OutboxConfig.read(file.root())).isEqualTo(OutboxConfig.defaults());
    assertThat(file.finish()).isEmpty();
  }

  @Test
  void readsEveryKey() {
    ConfigFile file =
        ConfigFile.of(
            "vessel.yaml",
            """
            host: broker.example
            port: 1884
            topic-prefix: fleet/v1
            keep-alive: 10s
            seal-every: 5s
            seal-every-offline: 2min
            window: 8
            receipt-timeout: 30s
            max-size: 64MiB
            retention: 7d
            """);
    UplinkConfig uplink = UplinkConfig.read(file.root());
    assertThat(uplink.host()).isEqualTo("broker.example");
    assertThat(uplink.port()).isEqualTo(1884);
    assertThat(uplink.topicPrefix()).isEqualTo("fleet/v1");
    assertThat(uplink.keepAlive()).isEqualTo(Duration.ofSeconds(10));
    assertThat(uplink.sealEvery()).isEqualTo(Duration.ofSeconds(5));
    assertThat(uplink.sealEveryOffline()).isEqualTo(Duration.ofMinutes(2));
    assertThat(uplink.window()).isEqualTo(8);
    assertThat(uplink.receiptTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(OutboxConfig.read(file.root()))
        .isEqualTo(new OutboxConfig(64L << 20, Duration.ofDays(7)));
    assertThat(file.finish()).isEmpty();
  }

  @Test
  void everyMistakeIsFound() {
    ConfigFile file =
        ConfigFile.of(
            "vessel.yaml",
            """
            host: "no host"
            port: 99999
            topic-prefix: a/#
            user: vessel
            window: 0
            seal-every: 1h
            """);
    UplinkConfig.read(file.root());
    assertThat(file.finish()).hasSize(6);
  }
}
