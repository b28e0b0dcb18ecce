package org.plimsoll.telemetry.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The fence around the client, before a broker that takes the connection and says no more. */
@Timeout(300)
class PahoSessionTest {

  private static final String CLIENT = "ship-of-the-session-test";
  private static final long PATIENCE_SECONDS = 120;

  /** CONNACK, no session present, success, no properties. */
  private static final byte[] CONNECTED = {0x20, 0x03, 0x00, 0x00, 0x00};

  private static final int PUBLISH_QOS_1 = 0x32;
  private static final int DISCONNECT = 0xe0;

  private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private final Queue<Integer> heard = new ConcurrentLinkedQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private ServerSocket broker;

  @BeforeEach
  void open() throws IOException {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread listening = new Thread(this::listen, "a broker of few words");
    listening.setDaemon(true);
    listening.start();
  }

  @AfterEach
  void close() throws IOException {
    broker.close();
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void anOrderlyEndWaitsForNoAnswerAndLeavesNoThread() throws Exception {
    try (MqttSession session = new PahoSession(options(), new Nobody())) {
      session.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      CompletableFuture<Void> lastWords =
          session.publish("plimsoll/v1/x/status", "bye".getBytes(StandardCharsets.UTF_8), true);

      session.disconnect();

      assertThatThrownBy(() -> lastWords.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("nobody answered")
          .hasCauseInstanceOf(MqttFailure.class);
    }

    assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(heard).as("what reached the broker").containsExactly(PUBLISH_QOS_1 | 1, DISCONNECT);
    for (Thread thread : threadsOfTheClient()) {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
    assertThat(uncaught).isEmpty();
  }

  private SessionOptions options() {
    return new SessionOptions(
        "127.0.0.1",
        broker.getLocalPort(),
        CLIENT,
        Optional.empty(),
        Optional.empty(),
        Duration.ofMinutes(5),
        SessionOptions.DEFAULT_RECEIVE_MAXIMUM,
        SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES);
  }

  private static List<Thread> threadsOfTheClient() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().endsWith(CLIENT))
        .toList();
  }

  /** Answers the CONNECT; notes the first byte of every packet after it. */
  private void listen() {
    try (Socket client = broker.accept()) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      skipPacket(in);
      out.write(CONNECTED);
      for (int first = skipPacket(in); first >= 0; first = skipPacket(in)) {
        heard.add(first);
      }
    } catch (IOException e) {
      // the client has gone
    } finally {
      ended.countDown();
    }
  }

  /** The first byte of the packet, or -1 at the end; all packets here are shorter than 128. */
  private static int skipPacket(InputStream in) throws IOException {
    int first = in.read();
    if (first >= 0) {
      in.skipNBytes(in.read());
    }
    return first;
  }

  private static final class Nobody implements SessionListener {
    @Override
    public void messageArrived(InboundMessage message) {
      throw new AssertionError(message.topic());
    }

    @Override
    public void lost(String reason) {
      // the end is this side's own
    }
  }
}
