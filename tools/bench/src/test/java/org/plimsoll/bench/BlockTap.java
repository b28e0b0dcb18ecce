package org.plimsoll.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.PahoSession;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/** Listens at the broker to the order in which blocks arrive. */
final class BlockTap implements SessionListener, AutoCloseable {

  private static final int TIMEOUT_SECONDS = 10;

  private final List<Long> blocks = new CopyOnWriteArrayList<>();
  private final BlockCodec codec = new BlockCodec();
  private final MqttSession session;

  BlockTap(int brokerPort) throws Exception {
    session =
        new PahoSession(
            new SessionOptions(
                "127.0.0.1",
                brokerPort,
                "block-tap",
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                SessionOptions.DEFAULT_RECEIVE_MAXIMUM,
                SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES),
            this);
    session.connect().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    session
        .subscribe(List.of(topics.filter(Topics.Kind.BLOCKS), topics.filter(Topics.Kind.BACKLOG)))
        .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** First sequence numbers of the blocks that have arrived, in their order. */
  List<Long> blocks() {
    return List.copyOf(blocks);
  }

  @Override
  public void messageArrived(InboundMessage message) {
    if (codec.decode(message.payload()) instanceof BlockResult.Good good) {
      blocks.add(good.block().first());
    }
    session.acknowledge(message);
  }

  @Override
  public void lost(String reason) {
    throw new IllegalStateException("the tap lost the broker: " + reason);
  }

  @Override
  public void close() {
    session.close();
  }
}
