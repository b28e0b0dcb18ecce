package org.plimsoll.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
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
      Client first = new Client(broker, "first");
      Client second = new Client(broker, "second");
      first.client.subscribe(SHARED, 1);
      second.client.subscribe(SHARED, 1);
      Client ship = new Client(broker, "ship");

      int sent = 100;
      for (int i = 0; i < sent; i++) {
        ship.publish(TOPIC, Integer.toString(i), false);
      }

      Set<String> heard = new TreeSet<>();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (heard.size() < sent && System.nanoTime() < deadline) {
        String one = first.heard.poll(20, TimeUnit.MILLISECONDS);
        String other = second.heard.poll(20, TimeUnit.MILLISECONDS);
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
      Client reader = new Client(broker, "reader");
      reader.client.subscribe(SHARED, 1);
      reader.close();
      Client ship = new Client(broker, "ship");
      ship.publish("plimsoll/v1/imo9876543/status", "online", true);
      for (int i = 0; i < 10; i++) {
        ship.publish(TOPIC, "block " + i, false);
      }
      ship.close();
    }
    try (EmbeddedBroker broker = started(directory)) {
      Client reader = new Client(broker, "reader");
      for (int i = 0; i < 10; i++) {
        assertThat(reader.next()).isEqualTo("block " + i);
      }
      reader.client.subscribe("plimsoll/v1/+/status", 1);
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
        Client client = new Client(broker, "client-" + i, 0);
        client.client.subscribe(SHARED, 1);
        client.client.subscribe("plimsoll/v1/+/status", 1);
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

  /** A client whose session outlives its connection by so many seconds. */
  private static final class Client {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final MqttClient client;

    Client(EmbeddedBroker broker, String id) throws MqttException {
      this(broker, id, 3600);
    }

    Client(EmbeddedBroker broker, String id, long sessionSeconds) throws MqttException {
      client =
          new MqttClient(
              "tcp://" + broker.host() + ":" + broker.port(), id, new MemoryPersistence());
      client.setCallback(new Heard(heard));
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setCleanStart(false);
      options.setSessionExpiryInterval(sessionSeconds);
      options.setAutomaticReconnect(false);
      client.connect(options);
    }

    void publish(String topic, String text, boolean retained) throws MqttException {
      client.publish(topic, text.getBytes(UTF_8), 1, retained);
    }

    String next() throws InterruptedException {
      return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void close() throws MqttException {
      client.disconnect();
      client.close();
    }
  }

  private record Heard(BlockingQueue<String> texts) implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      texts.add(new String(message.getPayload(), UTF_8));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverURI) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
