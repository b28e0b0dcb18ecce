package org.plimsoll.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.plimsoll.testing.UnhurriedTests;

/** A client that resumes its session, which outlives its connection by so many seconds. */
final class TestClient implements AutoCloseable {

  private static final long PATIENCE_SECONDS = UnhurriedTests.PATIENCE.toSeconds();
  private static final long SESSION_SECONDS = 3600;
  private static final int QOS = 1;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final MqttClient client;

  TestClient(EmbeddedBroker broker, String id) throws MqttException {
    this(broker, id, SESSION_SECONDS);
  }

  TestClient(EmbeddedBroker broker, String id, long sessionSeconds) throws MqttException {
    this(broker, id, sessionSeconds, true);
  }

  private TestClient(EmbeddedBroker broker, String id, long sessionSeconds, boolean acknowledges)
      throws MqttException {
    client =
        new MqttClient("tcp://" + broker.host() + ":" + broker.port(), id, new MemoryPersistence());
    client.setManualAcks(!acknowledges);
    client.setCallback(new Heard(heard));
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(sessionSeconds);
    options.setAutomaticReconnect(false);
    client.connect(options);
  }

  /** One that hears but never acknowledges, as a process that dies before it has stored. */
  static TestClient mute(EmbeddedBroker broker, String id) throws MqttException {
    return new TestClient(broker, id, SESSION_SECONDS, false);
  }

  void subscribe(String filter) throws MqttException {
    client.subscribe(filter, QOS);
  }

  void publish(String topic, String text, boolean retained) throws MqttException {
    client.publish(topic, text.getBytes(UTF_8), QOS, retained);
  }

  /** What came and was not yet taken. */
  BlockingQueue<String> heard() {
    return heard;
  }

  String next() throws InterruptedException {
    return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  boolean isConnected() {
    return client.isConnected();
  }

  /** Ends without a word to the broker, as a killed process does. */
  void die() throws MqttException {
    client.disconnectForcibly(0, 0, false);
    client.close();
  }

  @Override
  public void close() throws MqttException {
    client.disconnect();
    client.close();
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
