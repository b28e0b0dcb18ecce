package org.plimsoll.telemetry.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session over Paho's MQTT 5 client, fenced: clean start, no session kept by the broker, no
 * reconnect, no persistence, manual acknowledgement, one client for one attempt. Each fence is
 * there because the client loses data or threads without it; the record "Paho, fenced" says which.
 */
public final class PahoSession implements MqttSession {

  private static final Logger LOG = LoggerFactory.getLogger(PahoSession.class);
  private static final int QOS = 1;
  private static final int FIRST_FAILURE_CODE = 0x80;
  private static final int CONNECT_TIMEOUT_SECONDS = 10;

  /** What is under way may still get its answer. Paho would wait for 30 s, after our close. */
  private static final int QUIESCE_MILLIS = 1_000;

  /** Longer than {@link #QUIESCE_MILLIS}, so that the client's own thread is done with first. */
  private static final int DISCONNECT_TIMEOUT_MILLIS = 3_000;

  private static final int DEFAULT_RECEIVE_MAXIMUM = 65535;

  private final SessionOptions options;
  private final SessionListener listener;
  private final MqttAsyncClient client;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  public PahoSession(SessionOptions options, SessionListener listener) {
    this.options = options;
    this.listener = listener;
    try {
      this.client =
          new MqttAsyncClient(
              "tcp://" + hostInUri(options.host()) + ":" + options.port(),
              options.clientId(),
              new MemoryPersistence());
    } catch (MqttException e) {
      throw new IllegalArgumentException("MQTT client " + options.clientId(), e);
    }
    client.setManualAcks(true);
    client.setCallback(new HandOver());
  }

  @Override
  public CompletableFuture<SessionLimits> connect() {
    CompletableFuture<SessionLimits> result = new CompletableFuture<>();
    try {
      client.connect(
          connectionOptions(),
          null,
          new Answer(
              token -> {
                MqttFailure failure = limitsFailure(token);
                if (failure == null) {
                  result.complete(limits(token));
                } else {
                  result.completeExceptionally(failure);
                }
              },
              result));
    } catch (MqttException e) {
      result.completeExceptionally(failure(e));
    }
    return result;
  }

  @Override
  public CompletableFuture<Void> publish(String topic, byte[] payload, boolean retained) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    try {
      client.publish(topic, payload, QOS, retained, null, completing(result));
    } catch (MqttException e) {
      result.completeExceptionally(failure(e));
    }
    return result;
  }

  @Override
  public CompletableFuture<Void> subscribe(List<String> filters) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    MqttSubscription[] subscriptions =
        filters.stream()
            .map(filter -> new MqttSubscription(filter, QOS))
            .toArray(MqttSubscription[]::new);
    try {
      client.subscribe(subscriptions, null, completing(result), new MqttProperties());
    } catch (MqttException e) {
      result.completeExceptionally(failure(e));
    }
    return result;
  }

  @Override
  public void acknowledge(InboundMessage message) {
    if (message.qos() == 0) {
      return;
    }
    try {
      client.messageArrivedComplete(message.packetId(), message.qos());
    } catch (MqttException e) {
      // the connection has gone: the broker hands the message out again
      LOG.debug("Not acknowledged: {}", e.getMessage());
    }
  }

  @Override
  public boolean isConnected() {
    return client.isConnected() && !closed.get();
  }

  @Override
  public void disconnect() {
    if (ended.compareAndSet(false, true)) {
      try {
        client.disconnect(QUIESCE_MILLIS).waitForCompletion(DISCONNECT_TIMEOUT_MILLIS);
      } catch (MqttException e) {
        LOG.debug("Not disconnected in an orderly way: {}", e.getMessage());
      }
    }
    close();
  }

  @Override
  public void close() {
    ended.set(true);
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      // without this, a connect that never got its answer keeps three threads
      client.disconnectForcibly(0, 0, false);
    } catch (MqttException e) {
      LOG.debug("Forced disconnect: {}", e.getMessage());
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("Close: {}", e.getMessage());
    }
  }

  private MqttConnectionOptions connectionOptions() {
    MqttConnectionOptions to = new MqttConnectionOptions();
    to.setCleanStart(true);
    to.setSessionExpiryInterval(0L);
    to.setAutomaticReconnect(false);
    to.setKeepAliveInterval((int) options.keepAlive().toSeconds());
    to.setConnectionTimeout(CONNECT_TIMEOUT_SECONDS);
    to.setReceiveMaximum(options.receiveMaximum());
    to.setMaximumPacketSize((long) options.maximumPacketBytes());
    options
        .credentials()
        .ifPresent(
            credentials -> {
              to.setUserName(credentials.userName());
              to.setPassword(credentials.password().getBytes(StandardCharsets.UTF_8));
            });
    options
        .will()
        .ifPresent(
            will -> to.setWill(will.topic(), new MqttMessage(will.payload(), QOS, true, null)));
    return to;
  }

  private static @Nullable MqttFailure limitsFailure(IMqttToken token) {
    Integer receiveMaximum = token.getResponseProperties().getReceiveMaximum();
    return receiveMaximum != null && receiveMaximum <= 0
        ? new MqttFailure(
            "broker's Receive Maximum is above "
                + SessionOptions.MAX_RECEIVE_MAXIMUM
                + ", which the client reads as "
                + receiveMaximum
                + ": set it to "
                + SessionOptions.MAX_RECEIVE_MAXIMUM
                + " or less at the broker",
            MqttFailure.NO_REASON_CODE)
        : null;
  }

  private static SessionLimits limits(IMqttToken token) {
    MqttProperties properties = token.getResponseProperties();
    Integer receiveMaximum = properties.getReceiveMaximum();
    Long packetBytes = properties.getMaximumPacketSize();
    return new SessionLimits(
        receiveMaximum == null ? DEFAULT_RECEIVE_MAXIMUM : receiveMaximum,
        packetBytes == null ? Long.MAX_VALUE : packetBytes);
  }

  private static Answer completing(CompletableFuture<Void> result) {
    return new Answer(token -> result.complete(null), result);
  }

  private static String hostInUri(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static MqttFailure failure(Throwable cause) {
    if (cause instanceof MqttException e) {
      Throwable root = e.getCause();
      int code = e.getReasonCode();
      String text =
          root == null
              ? String.valueOf(e.getMessage())
              : root.getClass().getSimpleName() + ": " + root.getMessage();
      return new MqttFailure(
          text, code >= FIRST_FAILURE_CODE && code <= 0xff ? code : MqttFailure.NO_REASON_CODE);
    }
    return new MqttFailure(String.valueOf(cause), MqttFailure.NO_REASON_CODE);
  }

  /** Success only when no reason code says otherwise: Paho calls a refused publish a success. */
  private record Answer(
      java.util.function.Consumer<IMqttToken> success, CompletableFuture<?> result)
      implements MqttActionListener {

    @Override
    public void onSuccess(IMqttToken token) {
      int[] codes = token.getReasonCodes();
      if (codes != null) {
        for (int code : codes) {
          if (code >= FIRST_FAILURE_CODE) {
            result.completeExceptionally(
                new MqttFailure(String.format("refused by the broker, reason 0x%02X", code), code));
            return;
          }
        }
      }
      success.accept(token);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      result.completeExceptionally(failure(cause));
    }
  }

  /** Hands over; an exception here would be swallowed together with the message. */
  private final class HandOver implements MqttCallback {

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      listener.messageArrived(
          new InboundMessage(
              topic,
              message.getPayload(),
              message.isRetained(),
              message.getId(),
              message.getQos()));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      if (ended.compareAndSet(false, true)) {
        listener.lost(describe(response));
      }
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
      LOG.debug("MQTT error: {}", exception.getMessage());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
      // the publish's own listener has heard
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
      // the connect's own listener has heard
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
      LOG.debug("AUTH with reason {} ignored", reasonCode);
    }

    private String describe(MqttDisconnectResponse response) {
      if (response.getReasonString() != null) {
        return response.getReasonString();
      }
      return response.getException() == null
          ? String.format("disconnected, reason 0x%02X", response.getReturnCode())
          : String.valueOf(failure(response.getException()).getMessage());
    }
  }
}
