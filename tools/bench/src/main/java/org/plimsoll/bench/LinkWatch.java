package org.plimsoll.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.PahoSession;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/**
 * Listens at the broker, on the shore's side of the link: how old what a vessel measures is when
 * the shore has stored and receipted it. A reading's time is that of its measurement, cut to a
 * tenth of a second, so that the ages are too long by up to that.
 *
 * <p>Safe for use by any thread; the session's threads tell it.
 */
final class LinkWatch implements SessionListener, AutoCloseable {

  private static final int TIMEOUT_SECONDS = 30;
  private static final double MILLIS = 1000;

  private record Arrived(Range range, long newestMillis) {}

  private final InstantSource clock;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final BlockCodec codec = new BlockCodec();
  private final MqttSession session;
  private final List<Arrived> unreceipted = new ArrayList<>();
  private final List<Double> latencies = new ArrayList<>();
  private final List<Double> ages = new ArrayList<>();
  private long liveFrom = Long.MAX_VALUE;
  private long begunMillis;
  private long heldMillis;
  private OptionalDouble newestAfter = OptionalDouble.empty();
  private int others;
  private boolean ended;

  LinkWatch(int brokerPort, VesselId vessel, InstantSource clock)
      throws IOException, InterruptedException {
    this.clock = clock;
    session =
        new PahoSession(
            new SessionOptions(
                "127.0.0.1",
                brokerPort,
                "link-watch",
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                SessionOptions.DEFAULT_RECEIVE_MAXIMUM,
                SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES),
            this);
    try {
      session.connect().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      session
          .subscribe(
              List.of(topics.blocks(vessel), topics.backlog(vessel), topics.receipts(vessel)))
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("the broker does not let the watch in", failed);
    }
  }

  /**
   * From now on ages count.
   *
   * @param newestSequence the last that was accepted; what follows is live.
   */
  synchronized void begin(long newestSequence) {
    liveFrom = newestSequence + 1;
    begunMillis = clock.millis();
  }

  /** From now on they count no more: nothing new is measured. */
  synchronized void end() {
    ended = true;
  }

  /**
   * Seconds from the beginning until a block was receipted whose newest reading is younger than the
   * beginning, or was then.
   */
  synchronized OptionalDouble newestAfterSeconds() {
    return newestAfter;
  }

  /** For each block of live readings, how old its newest one was when it was receipted. */
  synchronized Distribution liveBlocks() {
    return new Distribution(latencies);
  }

  /** How old the newest reading ashore was whenever it was superseded: the peaks of its age. */
  synchronized Distribution ages() {
    return new Distribution(ages);
  }

  /** Blocks of the backlog that were receipted beside. */
  synchronized int backlogBlocks() {
    return others;
  }

  @Override
  public void messageArrived(InboundMessage message) {
    if (topics.kindOf(message.topic()).filter(Topics.Kind.RECEIPTS::equals).isEmpty()) {
      if (codec.decode(message.payload()) instanceof BlockResult.Good good) {
        arrived(good.block());
      }
    } else if (Messages.receiptFrom(message.payload())
        instanceof MessageResult.Good<ReceiptMessage> good) {
      receipted(IntervalSet.of(good.message().ranges()));
    }
    session.acknowledge(message);
  }

  private synchronized void arrived(Block block) {
    long newest = 0;
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        for (Sample sample : row.samples()) {
          newest = Math.max(newest, sample.timeMillis());
        }
      }
    }
    unreceipted.add(new Arrived(new Range(block.first(), block.last()), newest));
  }

  private synchronized void receipted(IntervalSet ranges) {
    long now = clock.millis();
    for (Iterator<Arrived> it = unreceipted.iterator(); it.hasNext(); ) {
      Arrived block = it.next();
      if (ranges.contains(block.range())) {
        it.remove();
        if (!ended) {
          note(block, now);
        }
      }
    }
  }

  private void note(Arrived block, long now) {
    if (block.range().last() < liveFrom - 1) {
      others++;
      return;
    }
    latencies.add((now - block.newestMillis()) / MILLIS);
    if (newestAfter.isEmpty()) {
      newestAfter = OptionalDouble.of((now - begunMillis) / MILLIS);
    } else if (block.newestMillis() > heldMillis) {
      ages.add((now - heldMillis) / MILLIS);
    }
    heldMillis = Math.max(heldMillis, block.newestMillis());
  }

  @Override
  public void lost(String reason) {
    // what is missing then fails the run, which waits for it
  }

  @Override
  public void close() {
    session.close();
  }
}
