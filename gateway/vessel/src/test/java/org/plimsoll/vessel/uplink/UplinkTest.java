package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.SessionLimits;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.MemoryOutbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** The thread around the loop. */
class UplinkTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final InstantSource clock = InstantSource.system();
  private final MemoryOutbox outbox = new MemoryOutbox(OutboxConfig.defaults(), clock);
  private final CountDownLatch alertArrived = new CountDownLatch(1);
  private final CountDownLatch disconnected = new CountDownLatch(1);
  private final AtomicInteger defects = new AtomicInteger();

  @Test
  void carriesDrainsAndEnds() throws InterruptedException {
    try (Uplink uplink = uplink()) {
      uplink.start();
      append();
      uplink.wake();
      assertThat(uplink.awaitDrained(LONG)).isTrue();
      assertThat(outbox.counts().acknowledged()).isOne();
      assertThat(uplink.status().state()).isEqualTo(LinkStatus.State.UP);
      uplink.publishAlert(alert());
      assertThat(alertArrived.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    assertThat(disconnected.getCount()).as("said good-bye").isZero();
  }

  @Test
  void aDefectStartsTheConnectionOverAndEndsNothing() {
    defects.set(1);
    try (Uplink uplink = uplink()) {
      uplink.start();
      append();
      assertThat(uplink.awaitDrained(LONG)).isTrue();
    }
    assertThat(defects.get()).isZero();
  }

  @Test
  void aDrainThatTakesTooLongSaysSo() {
    try (Uplink uplink = uplink()) {
      append();
      // never started
      assertThat(uplink.awaitDrained(Duration.ofMillis(10))).isFalse();
    }
  }

  private Uplink uplink() {
    return new Uplink(
        UplinkConfig.to("broker.test", 1883),
        new ShipFacts(UplinkWorld.VESSEL, "MV Rajin Star", "b1", "0.1.0", DataOrigin.SIMULATED),
        outbox,
        Obliging::new,
        clock,
        System::nanoTime,
        new SplittableRandom(1));
  }

  private void append() {
    int channel = outbox.channelId(new ChannelKey("hull.trim", "draught"), Quantities.TRIM, 100);
    outbox.append(
        CommitGroup.of(1, List.of(new Sample(channel, 100, Quality.GOOD, OptionalLong.of(1)))));
  }

  private static AlertMessage alert() {
    return new AlertMessage(
        1,
        1,
        AlertPriority.ALARM,
        AlertState.NORMAL,
        "t",
        "t",
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        1);
  }

  /** Takes everything and receipts every block, at once. */
  private final class Obliging implements MqttSession {
    private final SessionListener listener;

    Obliging(SessionOptions options, SessionListener listener) {
      this.listener = listener;
    }

    @Override
    public CompletableFuture<SessionLimits> connect() {
      return CompletableFuture.completedFuture(new SessionLimits(10, Long.MAX_VALUE));
    }

    @Override
    public CompletableFuture<Void> publish(String topic, byte[] payload, boolean retained) {
      if (defects.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("a defect");
      }
      Topics topics = new Topics(Topics.DEFAULT_PREFIX);
      if (topic.endsWith("alerts")) {
        alertArrived.countDown();
      }
      if (new BlockCodec().decode(payload) instanceof BlockResult.Good good) {
        ReceiptMessage receipt =
            new ReceiptMessage(good.block().stream(), List.of(good.block().range()));
        listener.messageArrived(
            new InboundMessage(
                topics.receipts(UplinkWorld.VESSEL), Messages.toJson(receipt), false, 1, 1));
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> subscribe(List<String> filters) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void acknowledge(InboundMessage message) {
      // nothing comes again
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public void disconnect() {
      disconnected.countDown();
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
