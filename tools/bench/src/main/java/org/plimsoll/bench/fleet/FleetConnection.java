package org.plimsoll.bench.fleet;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.ReceiptMessage;

/**
 * A ship's MQTT 5 connection, no more than the fleet needs: a thousand of the product's own would
 * be four thousand threads. Confined to the fleet's event loop; one for each connection.
 */
final class FleetConnection extends SimpleChannelInboundHandler<MqttMessage> {

  private static final int KEEP_ALIVE_SECONDS = 300;
  private static final int FIRST_FAILURE_CODE = 0x80;
  private static final int MOST_IDENTIFIERS = 60_000;

  private final FleetShip ship;
  private final FleetCounts counts;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private @Nullable ChannelHandlerContext open;
  private int identifier;

  FleetConnection(FleetShip ship, FleetCounts counts, InstantSource clock, LongSupplier nanos) {
    this.ship = ship;
    this.counts = counts;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Whether the broker has taken it. */
  boolean isOpen() {
    return open != null;
  }

  /** Ends it without a goodbye, if it is open. */
  void end() {
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.writeAndFlush(
        MqttMessageBuilders.connect()
            .protocolVersion(MqttVersion.MQTT_5)
            .clientId("vessel-" + ship.id())
            .cleanSession(true)
            .keepAlive(KEEP_ALIVE_SECONDS)
            .build());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
    if (message.decoderResult().isFailure()) {
      context.close();
    } else if (message instanceof MqttConnAckMessage answer) {
      if (answer.variableHeader().connectReturnCode()
          != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
        context.close();
        return;
      }
      connected(context);
    } else if (message instanceof MqttPublishMessage receipt) {
      receipted(context, receipt);
    } else if (message.variableHeader() instanceof MqttPubReplyMessageVariableHeader answer
        && answer.reasonCode() >= FIRST_FAILURE_CODE) {
      counts.messageRefused();
    }
  }

  private void connected(ChannelHandlerContext context) {
    open = context;
    counts.connected();
    context.write(
        MqttMessageBuilders.subscribe()
            .messageId(nextIdentifier())
            .addSubscription(MqttQoS.AT_LEAST_ONCE, ship.receipts())
            .build());
    send(ship.connected(clock.instant(), nanos.getAsLong()));
  }

  private void receipted(ChannelHandlerContext context, MqttPublishMessage message) {
    MessageResult<ReceiptMessage> result =
        Messages.receiptFrom(ByteBufUtil.getBytes(message.payload()));
    if (message.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      context.writeAndFlush(
          new MqttPubAckMessage(
              new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
              MqttMessageIdVariableHeader.from(message.variableHeader().packetId())));
    }
    if (result instanceof MessageResult.Good<ReceiptMessage> good) {
      ship.receipted(good.message(), nanos.getAsLong());
      send(ship.backlog(nanos.getAsLong()));
    }
  }

  /** Publishes, if the connection stands; what does not go now is sent with the next one. */
  void send(List<FleetShip.Outgoing> all) {
    ChannelHandlerContext context = open;
    if (context == null || all.isEmpty()) {
      return;
    }
    for (FleetShip.Outgoing each : all) {
      context.write(
          MqttMessageBuilders.publish()
              .topicName(each.topic())
              .retained(each.retained())
              .qos(MqttQoS.AT_LEAST_ONCE)
              .messageId(nextIdentifier())
              .payload(Unpooled.wrappedBuffer(each.payload()))
              .build());
    }
    context.flush();
  }

  private int nextIdentifier() {
    identifier = identifier % MOST_IDENTIFIERS + 1;
    return identifier;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (open != null) {
      counts.lostConnection();
    }
    open = null;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // the broker went away: the fleet connects again
    context.close();
  }
}
