package org.plimsoll.shore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.PahoSession;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;
import org.plimsoll.testing.UnhurriedTests;
import org.plimsoll.vocabulary.Quality;

/** A ship that says what a test tells her to, over a real broker. */
public final class TestShip implements AutoCloseable {

  public static final VesselId ID = new VesselId("imo9876543");
  public static final StreamId STREAM = new StreamId("0123456789abcdef0123456789abcdef");
  public static final long T0 = 1_767_225_600_000L;
  public static final int CHANNELS = 3;
  public static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

  private static final long PATIENCE_SECONDS = UnhurriedTests.PATIENCE.toSeconds();

  private final BlockingQueue<InboundMessage> heard = new LinkedBlockingQueue<>();
  private final MqttSession session;

  public TestShip(String host, int port) throws Exception {
    SessionOptions options =
        new SessionOptions(
            host,
            port,
            "ship-" + ID,
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(5),
            SessionOptions.DEFAULT_RECEIVE_MAXIMUM,
            SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES);
    session = new PahoSession(options, new Listener());
    session.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    session
        .subscribe(List.of(TOPICS.receipts(ID), TOPICS.requests(ID)))
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private final class Listener implements SessionListener {
    @Override
    public void messageArrived(InboundMessage message) {
      heard.add(message);
    }

    @Override
    public void lost(String reason) {
      heard.add(new InboundMessage("lost", new byte[0], false, 0, 0));
    }
  }

  public static ChannelTable channels() {
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      channels.add(new Channel(i, "test.value" + i, "simulated", "m", 0.001, 100, "Value " + i));
    }
    return new ChannelTable(STREAM, channels);
  }

  /** Rows {@code first} to {@code last}, each with one reading of every channel. */
  public static Block block(long first, long last) {
    return block(first, last, DataOrigin.LIVE);
  }

  public static Block block(long first, long last, DataOrigin origin) {
    List<Entry> rows = new ArrayList<>();
    for (long sequence = first; sequence <= last; sequence++) {
      rows.add(row(sequence));
    }
    return new Block(STREAM, CHANNELS, origin, rows);
  }

  public static Row row(long sequence) {
    List<Sample> samples = new ArrayList<>();
    for (int channel = 0; channel < CHANNELS; channel++) {
      samples.add(
          new Sample(
              channel,
              T0 + sequence * 1000,
              Quality.GOOD,
              OptionalLong.of(4000 + sequence * 10 + channel)));
    }
    return new Row(sequence, 0, samples);
  }

  public static StatusMessage status(boolean online) {
    return new StatusMessage(
        ID,
        "MV Rajin Star",
        online,
        Instant.ofEpochMilli(T0),
        "boot-1",
        "0.1.0",
        STREAM,
        DataOrigin.LIVE);
  }

  public void say(String topic, byte[] payload, boolean retained) throws Exception {
    session.publish(topic, payload, retained).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  public void sayWhoSheIs() throws Exception {
    say(TOPICS.status(ID), Messages.toJson(status(true)), true);
    say(TOPICS.channels(ID), Messages.toDeflatedJson(channels()), true);
  }

  public void send(Block block) throws Exception {
    say(TOPICS.blocks(ID), new BlockCodec().encode(block), false);
  }

  /** The next receipt, or none within the patience. */
  public List<Range> receipt() throws Exception {
    return receipt(PATIENCE_SECONDS);
  }

  /** The next receipt, or none within these seconds, or when something else was heard. */
  public List<Range> receipt(long seconds) throws Exception {
    InboundMessage message = heard.poll(seconds, TimeUnit.SECONDS);
    if (message == null || !message.topic().equals(TOPICS.receipts(ID))) {
      return List.of();
    }
    session.acknowledge(message);
    return ((MessageResult.Good<ReceiptMessage>) Messages.receiptFrom(message.payload()))
        .message()
        .ranges();
  }

  @Override
  public void close() {
    session.disconnect();
    session.close();
  }
}
