package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class SatelliteLinkTest {

  private static final LinkShape WIRE = LinkShape.WIRE;

  private ServerSocket shore;
  private SatelliteLink link;

  @BeforeEach
  void open() throws IOException {
    shore = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    link = new SatelliteLink(0, new InetSocketAddress("127.0.0.1", shore.getLocalPort()), WIRE);
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    shore.close();
  }

  @Test
  void carriesBytesBothWaysAndCountsThem() throws IOException {
    try (Socket ship = ship();
        Socket ashore = shore.accept()) {
      ship.getOutputStream().write(new byte[5_000]);
      assertThat(ashore.getInputStream().readNBytes(5_000)).hasSize(5_000);
      ashore.getOutputStream().write(new byte[] {1, 2, 3});
      assertThat(ship.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
      assertThat(link.traffic()).isEqualTo(new LinkTraffic(5_000, 3, 1, 1, 0));
    }
    await().until(() -> link.traffic().openConnections() == 0);
  }

  @Test
  void anEndOfStreamComesAfterTheLastByte() throws IOException {
    link.shape(new LinkShape(0, Duration.ofMillis(50)));
    Socket ship = ship();
    try (Socket ashore = shore.accept()) {
      ship.getOutputStream().write("the last words".getBytes());
      ship.close();
      assertThat(ashore.getInputStream().readAllBytes()).asString().isEqualTo("the last words");
    }
    await().until(() -> link.traffic().openConnections() == 0);
  }

  @Test
  void aNarrowLinkTakesItsTime() throws IOException {
    link.shape(new LinkShape(64_000, Duration.ZERO));
    try (Socket ship = ship();
        Socket ashore = shore.accept()) {
      long begun = System.nanoTime();
      ship.getOutputStream().write(new byte[8_000]);
      ashore.getInputStream().readNBytes(8_000);
      // All but the last chunk must have left before it: 6,600 bytes at 8,000 a second.
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(700));
    }
  }

  @Test
  void aFarLinkDelaysEachWay() throws IOException {
    link.shape(new LinkShape(0, Duration.ofMillis(150)));
    try (Socket ship = ship();
        Socket ashore = shore.accept()) {
      long begun = System.nanoTime();
      ship.getOutputStream().write(1);
      ashore.getOutputStream().write(ashore.getInputStream().read());
      assertThat(ship.getInputStream().read()).isEqualTo(1);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  void aBlackHoleStallsAndGoesOnWhereItStopped() throws IOException {
    try (Socket ship = ship();
        Socket ashore = shore.accept()) {
      ship.getOutputStream().write(1);
      assertThat(ashore.getInputStream().read()).isEqualTo(1);

      link.down(Outage.BLACK_HOLE);
      ship.getOutputStream().write(2);
      ashore.setSoTimeout(300);
      assertThatThrownBy(() -> ashore.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      link.up();
      ashore.setSoTimeout(0);
      assertThat(ashore.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void aConnectionMadeIntoABlackHoleIsSilentAndNeverReachesTheShore() throws IOException {
    link.down(Outage.BLACK_HOLE);
    try (Socket ship = ship()) {
      ship.getOutputStream().write(1);
      ship.setSoTimeout(300);
      InputStream fromShore = ship.getInputStream();
      assertThatThrownBy(fromShore::read).isInstanceOf(SocketTimeoutException.class);

      link.up();
      ship.setSoTimeout(0);
      assertThatThrownBy(fromShore::read).isInstanceOf(SocketException.class);
    }
    shore.setSoTimeout(200);
    assertThatThrownBy(() -> shore.accept()).isInstanceOf(SocketTimeoutException.class);
    assertThat(link.traffic().refused()).isOne();
  }

  @Test
  void aConnectionClosedDuringABlackHoleIsClosedAshoreAfterwards() throws IOException {
    Socket ship = ship();
    try (Socket ashore = shore.accept()) {
      link.down(Outage.BLACK_HOLE);
      ship.getOutputStream().write(7);
      ship.close();
      link.up();
      assertThat(ashore.getInputStream().readAllBytes()).containsExactly(7);
    }
    await().until(() -> link.traffic().openConnections() == 0);
  }

  @Test
  void aResetEndsBothSidesAndRefusesNewOnes() throws IOException {
    try (Socket ship = ship();
        Socket ashore = shore.accept()) {
      ship.getOutputStream().write(1);
      assertThat(ashore.getInputStream().read()).isEqualTo(1);
      link.down(Outage.RESET);
      assertThatThrownBy(() -> ship.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> ashore.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    try (Socket ship = ship()) {
      assertThatThrownBy(() -> ship.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    assertThat(link.isUp()).isFalse();
    link.up();
    try (Socket ship = ship();
        Socket ashore = shore.accept()) {
      ship.getOutputStream().write(1);
      assertThat(ashore.getInputStream().read()).isEqualTo(1);
    }
  }

  @Test
  void aSlowLinkHoldsTheSenderBackAndLosesNothing() throws IOException {
    link.shape(new LinkShape(8_000, Duration.ZERO));
    byte[] cargo = new byte[4 << 20];
    new Random(1).nextBytes(cargo);
    try (SocketChannel ship = SocketChannel.open()) {
      ship.setOption(StandardSocketOptions.SO_SNDBUF, 16 * 1024);
      ship.connect(link.address());
      ship.configureBlocking(false);
      ByteBuffer rest = ByteBuffer.wrap(cargo);
      try (Socket ashore = shore.accept()) {
        await().during(Duration.ofMillis(300)).until(() -> ship.write(rest) == 0);
        assertThat(rest.position()).isBetween(1, 1 << 20);

        link.shape(WIRE);
        ship.configureBlocking(true);
        Thread writer = new Thread(() -> writeAll(ship, rest));
        writer.start();
        CRC32 arrived = new CRC32();
        arrived.update(ashore.getInputStream().readNBytes(cargo.length));
        CRC32 sent = new CRC32();
        sent.update(cargo);
        assertThat(arrived.getValue()).isEqualTo(sent.getValue());
        assertThat(link.traffic().bytesToShore()).isEqualTo(cargo.length);
      }
    }
  }

  private static void writeAll(SocketChannel channel, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException closed) {
      throw new AssertionError("the link closed under the writer", closed);
    }
  }

  @Test
  void anAbsentTargetResetsTheClient() throws IOException {
    shore.close();
    try (Socket ship = ship()) {
      assertThatThrownBy(() -> ship.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    assertThat(link.traffic().refused()).isOne();
  }

  @Test
  void aTakenPortIsNamed() {
    InetSocketAddress target = new InetSocketAddress("127.0.0.1", 1);
    assertThatThrownBy(() -> new SatelliteLink(link.tcpPort(), target, WIRE).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(String.valueOf(link.tcpPort()));
  }

  private Socket ship() throws IOException {
    return new Socket("127.0.0.1", link.tcpPort());
  }
}
