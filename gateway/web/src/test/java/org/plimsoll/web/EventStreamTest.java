package org.plimsoll.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class EventStreamTest {

  private final Vertx vertx = Vertx.vertx();
  private final Router router = HttpEdge.router(vertx);
  private final HttpEdge edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
  private final EventStream stream = new EventStream("/stream", "state");
  private final List<Screen> screens = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    stream.mount(router);
    edge.start();
  }

  @AfterEach
  void stop() throws IOException {
    for (Screen screen : screens) {
      screen.socket.close();
    }
    edge.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aNewScreenGetsTheLatestAtOnceAndThenEachEvent() throws IOException {
    stream.publish("{\"n\":0}");
    stream.publish("{\"n\":1}");
    Screen screen = connect();
    assertThat(screen.head()).contains("200 OK", "text/event-stream");
    assertThat(screen.event()).isEqualTo("event: state|data: {\"n\":1}");
    stream.publish("{\"n\":2}");
    assertThat(screen.event()).isEqualTo("event: state|data: {\"n\":2}");
  }

  @Test
  void aScreenBeforeTheFirstEventWaits() throws IOException {
    Screen screen = connect();
    screen.head();
    stream.publish("{\"n\":1}");
    assertThat(screen.event()).isEqualTo("event: state|data: {\"n\":1}");
  }

  @Test
  void textOfSeveralLinesStaysOneEvent() throws IOException {
    Screen screen = connect();
    screen.head();
    stream.publish("{\n\"n\": 1\n}");
    assertThat(screen.event()).isEqualTo("event: state|data: {|data: \"n\": 1|data: }");
  }

  @Test
  void aSlowScreenSkipsToTheLatestAndHoldsNobodyUp() throws IOException {
    Screen slow = connect();
    Screen quick = connect();
    slow.head();
    quick.head();
    String padding = "x".repeat(100_000);
    int last = 100;
    for (int n = 1; n <= last; n++) {
      stream.publish("{\"n\":" + n + ",\"padding\":\"" + padding + "\"}");
      assertThat(number(quick.event())).isEqualTo(n);
    }
    assertThat(stream.skipped()).isPositive();
    int read = 0;
    int n;
    do {
      n = number(slow.event());
      read++;
    } while (n < last);
    assertThat(n).isEqualTo(last);
    assertThat(read).isLessThan(last);
  }

  @Test
  void aScreenThatLeavesIsForgottenAndMakesRoom() throws IOException {
    for (int i = 0; i < EventStream.MAX_CLIENTS; i++) {
      assertThat(connect().head()).contains("200 OK");
    }
    assertThat(stream.clients()).isEqualTo(EventStream.MAX_CLIENTS);
    assertThat(connect().head()).contains("503", "application/problem+json");
    assertThat(stream.clients()).isEqualTo(EventStream.MAX_CLIENTS);

    screens.get(0).socket.close();
    await().until(() -> stream.clients() == EventStream.MAX_CLIENTS - 1);
    assertThat(connect().head()).contains("200 OK");
  }

  @Test
  void closingEndsEveryScreen() throws IOException {
    Screen screen = connect();
    screen.head();
    stream.close();
    assertThat(screen.rest()).endsWith("0||");
    await().until(() -> stream.clients() == 0);
  }

  @Test
  void aNameOfTwoWordsIsAMistake() {
    assertThatThrownBy(() -> new EventStream("/stream", "two words"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"two words\"");
  }

  private static int number(String event) {
    int digits = event.indexOf("{\"n\":") + "{\"n\":".length();
    return Integer.parseInt(event.substring(digits).split("[,}]", 2)[0]);
  }

  private Screen connect() throws IOException {
    Screen screen = new Screen(new Socket("127.0.0.1", edge.port()));
    screens.add(screen);
    return screen;
  }

  /** A browser that reads when it is told to. */
  private static final class Screen {
    private final Socket socket;
    private final BufferedReader in;

    private Screen(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      socket.getOutputStream().write("GET /stream HTTP/1.1\r\nHost: ship\r\n\r\n".getBytes(UTF_8));
    }

    /** The headers and, of a stream, the line about connecting again. */
    private String head() throws IOException {
      StringBuilder head = new StringBuilder();
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        head.append(line).append('|');
        line = in.readLine();
      }
      if (head.indexOf("200 OK") >= 0) {
        assertThat(event()).isEqualTo("retry: 1000");
      }
      return head.toString();
    }

    /** The lines of the next event; sizes of chunks are left out. */
    private String event() throws IOException {
      StringBuilder event = new StringBuilder();
      String line = in.readLine();
      while (line != null) {
        if (line.isEmpty() && event.length() > 0) {
          in.readLine();
          return event.toString();
        }
        if (!line.isEmpty() && !isSizeOfChunk(line)) {
          event.append(event.length() == 0 ? "" : "|").append(line);
        }
        line = in.readLine();
      }
      throw new IOException("the stream ended after " + event);
    }

    private static boolean isSizeOfChunk(String line) {
      return line.length() < 8 && line.matches("[0-9a-f]+");
    }

    private String rest() throws IOException {
      StringBuilder rest = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.equals("0"); line = in.readLine()) {
        rest.append(line).append('|');
      }
      return rest + "0|" + in.readLine() + "|";
    }
  }
}
