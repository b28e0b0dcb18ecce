package org.plimsoll.shore.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;

class NewsTest {

  private static final VesselId OTHER = new VesselId("mmsi123456789");

  @TempDir Path directory;
  private TestIngest shore;
  private Fleet fleet;
  private ChannelTables tables;
  private IngestCounts counts;
  private LinkWork news;

  @BeforeEach
  void start() {
    shore = new TestIngest(directory);
    fleet = shore.fleet;
    tables = shore.tables;
    counts = shore.counts;
    news = shore.news;
  }

  @Test
  void believesAVesselOnlyOnHerOwnTopic() {
    hear(TestShip.TOPICS.status(TestShip.ID), Messages.toJson(TestShip.status(true)));
    assertThat(vessel().isOnline()).isTrue();
    hear(TestShip.TOPICS.status(OTHER), Messages.toJson(TestShip.status(false)));
    assertThat(vessel().isOnline()).isTrue();
    assertThat(counts.messagesRefused.sum()).isEqualTo(1);
    hear(TestShip.TOPICS.status(TestShip.ID), Messages.toJson(TestShip.status(false)));
    assertThat(vessel().isOnline()).isFalse();
  }

  @Test
  void garbageIsCountedAndAcknowledged() {
    List<InboundMessage> acknowledged = new ArrayList<>();
    news.connected(
        new Link() {
          @Override
          public boolean publish(List<Publication> all) {
            return true;
          }

          @Override
          public void acknowledge(InboundMessage message) {
            acknowledged.add(message);
          }
        });
    for (String kind : List.of("status", "channels", "alerts")) {
      hear("plimsoll/v1/imo9876543/" + kind, "{".getBytes(UTF_8));
    }
    hear("plimsoll/v1/nobody/status", Messages.toJson(TestShip.status(true)));
    assertThat(counts.messagesRefused.sum()).isEqualTo(4);
    assertThat(acknowledged).hasSize(4);
    assertThat(fleet.vessels()).isEmpty();
  }

  @Test
  void aTableGrowsAndNeverChanges() {
    List<Channel> channels = TestShip.channels().channels();
    tell(new ChannelTable(TestShip.STREAM, channels.subList(0, 2)));
    tell(TestShip.channels());
    tell(new ChannelTable(TestShip.STREAM, channels.subList(0, 1)));
    assertThat(tables.of(TestShip.STREAM).orElseThrow().table()).isEqualTo(TestShip.channels());
    assertThat(counts.messagesRefused.sum()).isZero();

    Channel changed = new Channel(0, "test.value0", "simulated", "m", 0.01, 100, "Value 0");
    tell(new ChannelTable(TestShip.STREAM, List.of(changed)));
    hear(TestShip.TOPICS.channels(OTHER), Messages.toDeflatedJson(TestShip.channels()));
    Channel badName = new Channel(0, "a b", "simulated", "m", 0.01, 100, "Value 0");
    tell(new ChannelTable(TestShip.STREAM, List.of(badName)));
    assertThat(counts.messagesRefused.sum()).isEqualTo(3);
    assertThat(tables.of(TestShip.STREAM).orElseThrow().table()).isEqualTo(TestShip.channels());
  }

  @Test
  void theNewestTransitionOfAnAlertStands() {
    tell(alert(AlertState.ACTIVE_UNACKNOWLEDGED, 1, 0));
    tell(alert(AlertState.NORMAL, 3, 20));
    tell(alert(AlertState.ACTIVE_ACKNOWLEDGED, 2, 10));
    assertThat(vessel().openAlerts()).isZero();
    tell(alert(AlertState.ACTIVE_UNACKNOWLEDGED, 1, 60));
    assertThat(vessel().openAlerts()).as("a ship that lost her memory").isEqualTo(1);
  }

  private static AlertMessage alert(AlertState state, long revision, int seconds) {
    return new AlertMessage(
        10502,
        1,
        AlertPriority.ALARM,
        state,
        "Cargo limit",
        "1,004 t of 1,000 t",
        Instant.ofEpochMilli(TestShip.T0),
        Instant.ofEpochMilli(TestShip.T0).plusSeconds(seconds),
        Optional.empty(),
        revision);
  }

  private Vessel vessel() {
    return fleet.vessel(TestShip.ID).orElseThrow();
  }

  private void tell(ChannelTable table) {
    hear(TestShip.TOPICS.channels(TestShip.ID), Messages.toDeflatedJson(table));
  }

  private void tell(AlertMessage alert) {
    hear(TestShip.TOPICS.alerts(TestShip.ID), Messages.toJson(alert));
  }

  private void hear(String topic, byte[] payload) {
    news.arrived(new InboundMessage(topic, payload, false, 1, 1));
  }
}
