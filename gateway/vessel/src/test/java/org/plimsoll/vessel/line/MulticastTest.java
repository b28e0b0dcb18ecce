package org.plimsoll.vessel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.protocol.Reason;

/** IEC 61162-450 on real sockets, through the loopback interface. */
class MulticastTest {

  private static final String DATAGRAM =
      "UdPbC\0\\s:HE0001*45\\$HEHDT,53.2,T*1B\r\n\\s:GP0001*5F\\$HEHDT,53.2,T*1B\r\n";

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(100);

  private static LineConfig line(String id, String transport) {
    ConfigFile file =
        ConfigFile.of("line.yaml", id + ": {" + transport + ", protocol: iec61162-450}");
    LineConfig config = LineConfig.read(file.root().section(id));
    assertThat(file.finish()).isEmpty();
    return config;
  }

  private Lines lines(LineConfig... configs) {
    return new Lines(List.of(configs), heard::offer, System::nanoTime, new SplittableRandom(1));
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static NetworkInterface loopback() throws IOException {
    return NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
  }

  @Test
  void aGroupIsJoinedAndItsTagBlocksNameTheSources() throws Exception {
    int port = freePort();
    String name = loopback().getName();
    try (Lines lines =
            lines(
                line("nav", "udp: '239.192.0.4:" + port + "', interface: " + name),
                line("alerts", "udp: '239.192.0.17:" + port + "', interface: " + name));
        MulticastSocket talker = talker()) {
      lines.start();
      Awaitility.await()
          .until(
              () -> {
                send(talker, DATAGRAM, "239.192.0.4", port);
                return lines.statuses().get(0).state() == LineState.GREEN;
              });
      assertThat(heard.poll(2, TimeUnit.MINUTES).source()).isEqualTo("nav.HE0001.HEHDT");
      assertThat(heard.poll(2, TimeUnit.MINUTES).source()).isEqualTo("nav.GP0001.HEHDT");
      assertThat(lines.statuses().get(0).device())
          .isEqualTo("udp://239.192.0.4:" + port + "%" + name);
      assertThat(lines.statuses().get(1).counts().bytes()).as("the other group").isZero();
    }
  }

  @Test
  void aFileIsCountedAndAForeignDatagramIsMalformed() throws Exception {
    int port = freePort();
    try (Lines lines = lines(line("nav", "udp: '127.0.0.1:" + port + "'"));
        DatagramSocket talker = new DatagramSocket()) {
      lines.start();
      String file = "RaUdP\0\0\1VR0001XXXXXX\0\1\0\0\0\1\0\0\0\1\0\0\0\1data";
      Awaitility.await()
          .until(
              () -> {
                send(talker, file, "127.0.0.1", port);
                send(talker, "hello", "127.0.0.1", port);
                LineCounts counts = lines.statuses().get(0).counts();
                return counts.decoded() > 0
                    && counts.malformedByReason().containsKey(Reason.SYNTAX);
              });
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void anInterfaceThatIsNotThereIsTheReason() throws Exception {
    try (Lines lines =
        lines(line("nav", "udp: '239.192.0.4:" + freePort() + "', interface: nosuch0"))) {
      lines.start();
      Awaitility.await().until(() -> lines.statuses().get(0).state() == LineState.RED);
      assertThat(lines.statuses().get(0).detail()).isEqualTo("no network interface nosuch0");
    }
  }

  private static MulticastSocket talker() throws IOException {
    MulticastSocket socket = new MulticastSocket();
    socket.setNetworkInterface(loopback());
    return socket;
  }

  private static void send(DatagramSocket talker, String text, String host, int port)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    talker.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(host), port));
  }
}
