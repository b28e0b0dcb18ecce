package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;

class OverheardTest {

  private static final VesselId OTHER = new VesselId("mmsi123456789");

  @TempDir Path directory;
  private TestIngest shore;

  @BeforeEach
  void start() {
    shore = new TestIngest(directory);
  }

  @Test
  void showsWhatAShipMeasuresWhoeverStoresIt() {
    InboundMessage block = RecordingLink.arrival(TestShip.block(1, 3));
    hear(block.topic(), block.payload());
    assertThat(vessel().latest()).hasSize(TestShip.CHANNELS);
    assertThat(vessel().stored()).isZero();
    assertThat(shore.store.points).isEmpty();
  }

  @Test
  void showsNothingOfABlockThatIsNotTaken() {
    hear(
        TestShip.TOPICS.blocks(TestShip.ID),
        new BlockCodec().encode(TestShip.block(1, 1, DataOrigin.SIMULATED)));
    hear(TestShip.TOPICS.blocks(OTHER), new BlockCodec().encode(TestShip.block(1, 1)));
    hear(TestShip.TOPICS.blocks(TestShip.ID), new byte[] {1, 2, 3});
    assertThat(shore.fleet.vessels()).isEmpty();
    assertThat(shore.counts.messagesRefused.sum()).as("ingest says so").isZero();
  }

  private Vessel vessel() {
    return shore.fleet.vessel(TestShip.ID).orElseThrow();
  }

  private void hear(String topic, byte[] payload) {
    shore.overheard.arrived(new InboundMessage(topic, payload, false, 1, 1));
  }
}
