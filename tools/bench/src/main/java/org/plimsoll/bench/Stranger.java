package org.plimsoll.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.RequestMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.PahoSession;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/**
 * A hostile client of the broker. He listens to the vessel's blocks and publishes what a seed makes
 * of them. Confined to the run's thread, but for the blocks, which the client's threads bring.
 */
final class Stranger implements AutoCloseable {

  private static final VesselId OTHER = VesselId.parse("imo9074729").orElseThrow();
  private static final int MOST_BLOCKS = 200;
  private static final int CRC_BYTES = 4;
  private static final int OVERSIZED_BYTES = 5 << 20;
  private static final int ANSWER_SECONDS = 30;

  /** How many of a thousand messages are too long: each costs him his connection. */
  private static final int OVERSIZED_OF_1000 = 2;

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final List<byte[]> blocks = new CopyOnWriteArrayList<>();
  private final int brokerPort;
  private final VesselId vessel;
  private final RandomGenerator random;
  private MqttSession session;
  private long sent;
  private long turnedAway;

  Stranger(int brokerPort, VesselId vessel, long seed) throws IOException, InterruptedException {
    this.brokerPort = brokerPort;
    this.vessel = vessel;
    this.random = new SplittableRandom(seed);
    this.session = connect();
  }

  private MqttSession connect() throws IOException, InterruptedException {
    SessionOptions options =
        new SessionOptions(
            "127.0.0.1",
            brokerPort,
            "stranger",
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(30),
            SessionOptions.DEFAULT_RECEIVE_MAXIMUM,
            SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES);
    Ear ear = new Ear();
    MqttSession opened = new PahoSession(options, ear);
    ear.session = opened;
    List<String> heard = List.of(topics.blocks(vessel), topics.backlog(vessel));
    if (!answers(opened.connect()) || !answers(opened.subscribe(heard))) {
      throw new IOException("the broker does not let the stranger in");
    }
    return opened;
  }

  /** Keeps some blocks; what he publishes himself comes back to him and is no block to keep. */
  private final class Ear implements SessionListener {

    private volatile @Nullable MqttSession session;

    @Override
    public void messageArrived(InboundMessage message) {
      if (blocks.size() < MOST_BLOCKS
          && new BlockCodec().decode(message.payload()) instanceof BlockResult.Good) {
        blocks.add(message.payload());
      }
      MqttSession opened = session;
      if (opened != null) {
        CompletableFuture.runAsync(() -> opened.acknowledge(message));
      }
    }

    @Override
    public void lost(String reason) {
      // he connects again when he has something to say
    }
  }

  /** Whether he has blocks to work with. */
  boolean hasHeard() {
    return blocks.size() >= 3;
  }

  /** Publishes this many messages, each after the broker's answer to the one before. */
  void flood(int messages) throws IOException, InterruptedException {
    for (int i = 0; i < messages; i++) {
      if (!session.isConnected()) {
        session.close();
        session = connect();
      }
      boolean oversized = random.nextInt(1000) < OVERSIZED_OF_1000;
      boolean taken =
          oversized
              ? answers(session.publish(topics.blocks(vessel), new byte[OVERSIZED_BYTES], false))
              : publishOne();
      sent++;
      turnedAway += taken ? 0 : 1;
    }
  }

  private boolean publishOne() throws InterruptedException {
    byte[] block = blocks.get(random.nextInt(blocks.size()));
    return switch (random.nextInt(9)) {
      case 0 -> publish(topics.topic(vessel, kind()), noise());
      case 1 -> publish(topics.blocks(vessel), Arrays.copyOf(block, random.nextInt(block.length)));
      case 2 -> publish(topics.topic(vessel, lane()), altered(block));
      case 3 -> publish(topics.topic(vessel, lane()), block);
      case 4 -> publish(topics.blocks(OTHER), block);
      case 5 -> publish(topics.blocks(vessel), ofAnotherVersion(block));
      case 6 -> publish(topics.receipts(vessel), receiptForWhatNeverWas(block));
      case 7 -> publish(topics.requests(vessel), request(block));
      default -> publish(topics.topic(vessel, kind()), almostJson());
    };
  }

  private boolean publish(String topic, byte[] payload) throws InterruptedException {
    return answers(session.publish(topic, payload, false));
  }

  private Topics.Kind lane() {
    return random.nextBoolean() ? Topics.Kind.BLOCKS : Topics.Kind.BACKLOG;
  }

  private Topics.Kind kind() {
    Topics.Kind[] kinds = Topics.Kind.values();
    return kinds[random.nextInt(kinds.length)];
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(4096)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] altered(byte[] block) {
    byte[] altered = block.clone();
    for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return altered;
  }

  /** Whole by its checksum, so that only its version tells. The version follows four octets. */
  private byte[] ofAnotherVersion(byte[] block) {
    byte[] other = block.clone();
    other[3] = (byte) (100 + random.nextInt(100));
    CRC32C crc = new CRC32C();
    crc.update(other, 0, other.length - CRC_BYTES);
    ByteBuffer.wrap(other).putInt(other.length - CRC_BYTES, (int) crc.getValue());
    return other;
  }

  private byte[] receiptForWhatNeverWas(byte[] block) {
    boolean known = random.nextBoolean();
    long first = known ? 1_000_000_000L + random.nextInt(1000) : 1;
    StreamId stream = known ? streamOf(block) : StreamId.random(random);
    return Messages.toJson(new ReceiptMessage(stream, List.of(new Range(first, first + 5_000))));
  }

  /** One in fifty asks for everything there is; the others for what there is not. */
  private byte[] request(byte[] block) {
    if (random.nextInt(50) == 0) {
      return Messages.toJson(
          new RequestMessage(streamOf(block), List.of(new Range(1, Long.MAX_VALUE - 1))));
    }
    return Messages.toJson(
        new RequestMessage(StreamId.random(random), List.of(new Range(1, 1_000_000))));
  }

  private static StreamId streamOf(byte[] encoded) {
    Block block = ((BlockResult.Good) new BlockCodec().decode(encoded)).block();
    return block.stream();
  }

  private byte[] almostJson() {
    String text =
        switch (random.nextInt(4)) {
          case 0 -> "[".repeat(100_000);
          case 1 -> "{\"stream\":\"" + "f".repeat(70_000) + "\",\"ranges\":[[1,2]]}";
          case 2 -> "{\"stream\":null,\"ranges\":[[9,1],[-1,1e400]]}";
          default -> "{\"ranges\":" + "[[1,1],".repeat(10_000);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the broker takes it. */
  private static boolean answers(CompletableFuture<?> future) throws InterruptedException {
    try {
      future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException refused) {
      return false;
    }
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public String toString() {
    return "sent " + sent + ", of these not taken by the broker " + turnedAway;
  }
}
