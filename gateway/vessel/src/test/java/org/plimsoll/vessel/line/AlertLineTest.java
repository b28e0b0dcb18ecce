package org.plimsoll.vessel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.protocol.nmea0183.AlertSentence;

/** A line to an alert management, on real sockets. */
class AlertLineTest {

  private static final String HEARTBEAT = "$IIHBT,60,A,3*06\r\n";
  private static final String COMMAND = "$CAACN,144055.00,XAA,10101,1,A,C*3B\r\n";

  private final BlockingQueue<AlertTraffic> heard = new LinkedBlockingQueue<>();

  private Lines lines(String transport) {
    ConfigFile file =
        ConfigFile.of(
            "line.yaml", "cam: {" + transport + ", protocol: bridge-alerts, manufacturer: XAA}");
    LineConfig config = LineConfig.read(file.root().section("cam"));
    assertThat(file.finish()).isEmpty();
    HandOff handOff =
        new HandOff() {
          @Override
          public boolean offer(Heard readings) {
            return false;
          }

          @Override
          public boolean offer(AlertTraffic traffic) {
            return heard.offer(traffic);
          }
        };
    return new Lines(List.of(config), handOff, System::nanoTime, new SplittableRandom(1));
  }

  @Test
  void saysAndHearsOverAStreamAndBeginsAnewOnEachConnection() throws Exception {
    try (ServerSocket management = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Lines lines = lines("tcp: 127.0.0.1:" + management.getLocalPort())) {
      management.setSoTimeout(10_000);
      lines.start();
      for (int i = 0; i < 2; i++) {
        try (Socket socket = management.accept();
            BufferedReader said = reader(socket)) {
          assertThat(next()).isEqualTo(new AlertTraffic.Opened("cam"));
          lines.say("cam", List.of(HEARTBEAT, COMMAND));
          assertThat(said.readLine()).isEqualTo(HEARTBEAT.strip());
          assertThat(said.readLine()).isEqualTo(COMMAND.strip());
          socket
              .getOutputStream()
              .write(("noise\r\n" + COMMAND).getBytes(StandardCharsets.US_ASCII));
          assertThat(((AlertTraffic.Said) next()).sentence())
              .isInstanceOfSatisfying(
                  AlertSentence.Acn.class,
                  command -> assertThat(command.identifier()).hasValue(10101));
          assertThat(lines.statuses().get(0).state()).isEqualTo(LineState.GREEN);
        }
      }
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  private AlertTraffic next() throws InterruptedException {
    AlertTraffic traffic = heard.poll(2, TimeUnit.MINUTES);
    assertThat(traffic).isNotNull();
    return traffic;
  }

  @Test
  void speaksDatagramsOfIec61162450() throws Exception {
    int port = freePort();
    try (DatagramSocket management =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Lines lines =
            lines(
                "udp: '127.0.0.1:"
                    + port
                    + "', to: '127.0.0.1:"
                    + management.getLocalPort()
                    + "', source: II0001")) {
      lines.start();
      next();
      lines.say("cam", List.of(HEARTBEAT));
      management.setSoTimeout(10_000);
      DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
      management.receive(packet);
      assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII))
          .isEqualTo("UdPbC\0\\s:II0001,n:1*01\\" + HEARTBEAT);
      byte[] command = ("UdPbC\0\\s:CA0001*4A\\" + COMMAND).getBytes(StandardCharsets.US_ASCII);
      management.send(
          new DatagramPacket(command, command.length, InetAddress.getLoopbackAddress(), port));
      assertThat(((AlertTraffic.Said) next()).sentence()).isInstanceOf(AlertSentence.Acn.class);
    }
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp: '1.2.3.4:5', protocol: bridge-alerts                               | manufacturer",
        "tcp: '1.2.3.4:5', protocol: bridge-alerts, manufacturer: toolong        | three capitals",
        "tcp: '1.2.3.4:5', protocol: bridge-alerts, manufacturer: XAA, talker: 7 | two capitals",
        "udp: '239.192.0.19:60019', protocol: bridge-alerts, manufacturer: XAA   | source",
        "tcp: '1.2.3.4:5', protocol: bridge-alerts, manufacturer: XAA, heartbeat: 20min | heartbeat",
      })
  void whatIsMissingIsSaid(String keys, String words) {
    ConfigFile file = ConfigFile.of("line.yaml", "cam: {" + keys + "}");
    LineConfig.read(file.root().section("cam"));
    assertThat(file.finish()).anyMatch(problem -> problem.render().contains(words));
  }
}
