package org.plimsoll.vessel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.vessel.outbox.OutboxFailure;

/** The whole gateway, with an outbox on disk, a UDP line, and no shore. */
class VesselGatewayTest {

  private static final byte[] HEADING = "$HEHDT,53.2,T*1B\r\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;

  @Test
  void whatIsHeardIsAcceptedAndStaysOverARestart() throws Exception {
    int port = freePort();
    VesselConfig config = config(port);
    VesselCounts first;
    try (VesselGateway vessel = new VesselGateway(config);
        DatagramSocket talker = new DatagramSocket()) {
      vessel.start();
      assertThat(vessel.bridge().getPort()).isPositive();
      Awaitility.await()
          .until(
              () -> {
                talker.send(
                    new DatagramPacket(
                        HEADING, HEADING.length, InetAddress.getLoopbackAddress(), port));
                return vessel.counts().accepted() > 20;
              });
      assertThat(vessel.stop(Duration.ofMillis(100))).as("no shore").isFalse();
      first = vessel.counts();
    }
    assertThat(first.accepted()).isEqualTo(first.pending());
    assertThat(first.dropped()).isZero();
    try (VesselGateway again = new VesselGateway(config)) {
      assertThat(again.counts().accepted()).isEqualTo(first.accepted());
    }
  }

  @Test
  void aSecondProcessOnTheSameOutboxIsToldSo() throws Exception {
    VesselConfig config = config(freePort());
    try (VesselGateway first = new VesselGateway(config)) {
      assertThat(first.counts().accepted()).isZero();
      assertThatThrownBy(() -> new VesselGateway(config))
          .isInstanceOf(OutboxFailure.class)
          .hasMessageContaining(directory.resolve("outbox").toString());
    }
  }

  private VesselConfig config(int port) {
    ConfigFile file =
        ConfigFile.of(
            "vessel.yaml",
            """
            vessel: {id: imo9876543, name: MV Rajin Star}
            certificate: {draught-metres: 5.20, cargo-tonnes: 1000, passengers: 200}
            ship:
              length-between-perpendiculars-metres: 100
              breadth-between-marks-metres: 19
              marks: {forward-metres: 96.4, midship-metres: 50, aft-metres: 5.5}
              lightship-tonnes: 4515
              deductibles-tonnes: 700
              hydrostatics: %s
            lines:
              gps: {udp: '127.0.0.1:%d', protocol: nmea0183}
            outbox: {directory: %s}
            uplink: {port: 1}
            bridge: {port: 0}
            """
                .formatted(
                    Path.of("../../tools/examples/hydrostatics-example.csv").toAbsolutePath(),
                    port,
                    directory.resolve("outbox")),
            directory);
    VesselConfig config = VesselConfig.read(file.root());
    assertThat(file.finish()).isEmpty();
    return config;
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    }
  }
}
