package org.plimsoll.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.testing.UnhurriedTests;
import org.slf4j.LoggerFactory;

class EmbeddedBrokerTest {

  private static final long PATIENCE_SECONDS = UnhurriedTests.PATIENCE.toSeconds();
  private static final String SHARED = "$share/ingest/plimsoll/v1/+/blocks";
  private static final String TOPIC = "plimsoll/v1/imo9876543/blocks";

  @TempDir Path directory;

  @Test
  void sharesASubscriptionBetweenItsMembers() throws Exception {
    try (EmbeddedBroker broker = started(directory)) {
      TestClient first = new TestClient(broker, "first");
      TestClient second = new TestClient(broker, "second");
      first.subscribe(SHARED);
      second.subscribe(SHARED);
      TestClient ship = new TestClient(broker, "ship");

      int sent = 100;
      for (int i = 0; i < sent; i++) {
        ship.publish(TOPIC, Integer.toString(i), false);
      }

      Set<String> heard = new TreeSet<>();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (heard.size() < sent && System.nanoTime() < deadline) {
        String one = first.heard().poll(20, TimeUnit.MILLISECONDS);
        String other = second.heard().poll(20, TimeUnit.MILLISECONDS);
        if (one != null) {
          assertThat(heard.add(one)).as("%s only once", one).isTrue();
        }
        if (other != null) {
          assertThat(heard.add(other)).as("%s only once", other).isTrue();
        }
      }
      assertThat(heard).hasSize(sent);
      first.close();
      second.close();
      ship.close();
    }
  }

  @Test
  void keepsRetainedAndQueuedMessagesOverARestart() throws Exception {
    try (EmbeddedBroker broker = started(directory)) {
      TestClient reader = new TestClient(broker, "reader");
      reader.subscribe(SHARED);
      reader.close();
      TestClient ship = new TestClient(broker, "ship");
      ship.publish("plimsoll/v1/imo9876543/status", "online", true);
      for (int i = 0; i < 10; i++) {
        ship.publish(TOPIC, "block " + i, false);
      }
      ship.close();
    }
    try (EmbeddedBroker broker = started(directory)) {
      TestClient reader = new TestClient(broker, "reader");
      for (int i = 0; i < 10; i++) {
        assertThat(reader.next()).isEqualTo("block " + i);
      }
      reader.subscribe("plimsoll/v1/+/status");
      assertThat(reader.next()).isEqualTo("online");
      reader.close();
    }
  }

  @Test
  void stopsUnderItsClientsWithoutAWord() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    try (EmbeddedBroker broker = started(directory)) {
      for (int i = 0; i < 4; i++) {
        TestClient client = new TestClient(broker, "client-" + i, 0);
        client.subscribe(SHARED);
        client.subscribe("plimsoll/v1/+/status");
        client.publish(TOPIC, "block", false);
      }
      said.start();
      root.addAppender(said);
    } finally {
      root.detachAppender(said);
    }
    assertThat(said.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN)))
        .filteredOn(event -> event.getLoggerName().startsWith("org.apache.activemq"))
        .isEmpty();
  }

  @Test
  void namesTheBusyPort() throws Exception {
    try (EmbeddedBroker first = started(directory.resolve("first"))) {
      EmbeddedBroker second =
          new EmbeddedBroker(directory.resolve("second"), "127.0.0.1", first.port());
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + first.port());
    }
  }

  @Test
  void refusesADirectoryInUse() throws Exception {
    try (EmbeddedBroker first = started(directory)) {
      EmbeddedBroker second = new EmbeddedBroker(directory, first.host(), 0);
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(directory.toString());
    }
  }

  private static EmbeddedBroker started(Path directory) throws IOException {
    EmbeddedBroker broker = new EmbeddedBroker(directory, "127.0.0.1", 0);
    broker.start();
    return broker;
  }
}
