package org.plimsoll.vessel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.vessel.mapping.SentenceMapping;

/** Lines on real sockets and files. */
class LinesTest {

  private static final byte[] HEADING = "$HEHDT,53.2,T*1B\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Dialect NMEA =
      new Dialect.Sentences(
          Dialect.Protocol.NMEA0183, ChecksumPolicy.REQUIRED, new SentenceMapping(List.of()));

  @TempDir Path directory;

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(100);

  private Lines lines(LineConfig... configs) {
    return new Lines(List.of(configs), heard::offer, System::nanoTime, new SplittableRandom(1));
  }

  private static LineConfig line(String id, Transport transport) {
    return new LineConfig(id, transport, NMEA, Duration.ofSeconds(1));
  }

  @Test
  void aServerThatGoesAndComesBackIsHeardAgain() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Lines lines = lines(line("gps", new Transport.Tcp("127.0.0.1", server.getLocalPort())))) {
      lines.start();
      try (Socket first = server.accept()) {
        first.getOutputStream().write(HEADING);
        assertThat(heard.poll(2, TimeUnit.MINUTES).source()).isEqualTo("gps.HEHDT");
        await(lines, LineState.GREEN);
      }
      await(lines, LineState.RED);
      assertThat(lines.statuses().get(0).detail()).isEqualTo("closed by the other side");
      try (Socket second = server.accept()) {
        second.getOutputStream().write(HEADING);
        await(lines, LineState.GREEN);
      }
      LineCounts counts = lines.statuses().get(0).counts();
      assertThat(counts.reopened()).isPositive();
      assertThat(counts.bytes()).isEqualTo(2L * HEADING.length);
      assertThat(counts.decoded()).isEqualTo(2);
    }
  }

  @Test
  void aServerThatFallsSilentIsRedAndItsGarbageIsNamed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Lines lines = lines(line("gps", new Transport.Tcp("127.0.0.1", server.getLocalPort())))) {
      lines.start();
      try (Socket talker = server.accept()) {
        OutputStream out = talker.getOutputStream();
        out.write(HEADING);
        await(lines, LineState.GREEN);
        await(lines, LineState.RED);
        assertThat(lines.statuses().get(0).detail()).contains("silent");
      }
      try (Socket talker = server.accept()) {
        OutputStream out = talker.getOutputStream();
        Awaitility.await()
            .until(
                () -> {
                  out.write(new byte[] {(byte) 0xff, 0x55, 0x0a});
                  return lines.statuses().get(0).detail().contains("no good frame");
                });
      }
    }
  }

  @Test
  void datagramsAreHeard() throws Exception {
    int port = freeUdpPort();
    try (Lines lines = lines(line("gps", new Transport.Udp("127.0.0.1", port)));
        DatagramSocket talker = new DatagramSocket()) {
      lines.start();
      Awaitility.await()
          .until(
              () -> {
                talker.send(
                    new DatagramPacket(
                        HEADING, HEADING.length, InetAddress.getLoopbackAddress(), port));
                return lines.statuses().get(0).state() == LineState.GREEN;
              });
    }
    assertThat(heard).isNotEmpty();
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void anAbsentOrImpossibleDeviceIsRedWithItsReasonAndTheOthersGoOn() throws Exception {
    Path file = Files.createFile(directory.resolve("no-terminal"));
    int port = freeUdpPort();
    try (Lines lines =
            lines(
                line(
                    "absent",
                    new Transport.Serial(
                        directory.resolve("absent"), 9600, SerialFormat.FORMAT_8N1)),
                line("file", new Transport.Serial(file, 9600, SerialFormat.FORMAT_8N1)),
                line("gps", new Transport.Udp("127.0.0.1", port)));
        DatagramSocket talker = new DatagramSocket()) {
      lines.start();
      Awaitility.await()
          .until(
              () -> {
                talker.send(
                    new DatagramPacket(
                        HEADING, HEADING.length, InetAddress.getLoopbackAddress(), port));
                return lines.statuses().get(2).state() == LineState.GREEN;
              });
      Awaitility.await().until(() -> lines.statuses().get(0).state() == LineState.RED);
      Awaitility.await().until(() -> lines.statuses().get(1).state() == LineState.RED);
      assertThat(lines.statuses().get(0).detail()).isEqualTo("no such device");
      assertThat(lines.statuses().get(1).detail()).isNotBlank();
    }
  }

  @Test
  void whatThePipelineHasNoRoomForIsCounted() throws Exception {
    int port = freeUdpPort();
    try (Lines lines =
            new Lines(
                List.of(line("gps", new Transport.Udp("127.0.0.1", port))),
                refused -> false,
                System::nanoTime,
                new SplittableRandom(1));
        DatagramSocket talker = new DatagramSocket()) {
      lines.start();
      Awaitility.await()
          .until(
              () -> {
                talker.send(
                    new DatagramPacket(
                        HEADING, HEADING.length, InetAddress.getLoopbackAddress(), port));
                return lines.statuses().get(0).counts().dropped() > 0;
              });
    }
  }

  private static void await(Lines lines, LineState state) {
    Awaitility.await().until(() -> lines.statuses().get(0).state() == state);
  }
}
