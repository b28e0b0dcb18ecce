package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vessel.budget.Rations;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.ManualTime;
import org.plimsoll.vessel.outbox.MemoryOutbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** Ship, link, broker and shore in one thread and in virtual time. */
final class UplinkWorld {

  static final VesselId VESSEL = new VesselId("imo9876543");

  final ManualTime time = new ManualTime();
  final SplittableRandom random;
  final MemoryOutbox outbox;
  final FakeBroker broker;
  final FakeShore shore;
  final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  final UplinkConfig config;

  /** The process; another one after {@link #restart}. */
  UplinkCore loop;

  /** One commit group of this many samples a second, while above 0. */
  int samplesPerSecond = 5;

  private final Deque<Runnable> mailbox = new ArrayDeque<>();
  private long nextAppendNanos;

  UplinkWorld(long seed) {
    this(seed, Rations.NONE);
  }

  UplinkWorld(long seed, Rations rations) {
    config = config(rations);
    random = new SplittableRandom(seed);
    outbox = new MemoryOutbox(OutboxConfig.defaults(), time);
    broker = new FakeBroker(time, random.split());
    shore = new FakeShore(broker, VESSEL, random.split());
    outbox.channelId(new ChannelKey("hull.trim", "draught"), Quantities.TRIM, 100);
    nextAppendNanos = time.nanos();
    loop = start(config);
  }

  private static UplinkConfig config(Rations rations) {
    UplinkConfig plain = UplinkConfig.to("broker.test", 1883);
    return new UplinkConfig(
        plain.host(),
        plain.port(),
        plain.topicPrefix(),
        plain.credentials(),
        rations.budget().isLimited() ? UplinkConfig.THRIFTY_KEEP_ALIVE : plain.keepAlive(),
        plain.sealEvery(),
        plain.sealEveryOffline(),
        plain.window(),
        plain.receiptTimeout(),
        rations);
  }

  private UplinkCore start(UplinkConfig with) {
    return new UplinkCore(
        with,
        new ShipFacts(VESSEL, "MV Rajin Star", "b1", "0.1.0", DataOrigin.SIMULATED),
        outbox,
        broker,
        time,
        time::nanos,
        random.split(),
        mailbox::add);
  }

  /** The process ends without a word, and starts again with what the outbox remembers. */
  void restart(Rations rations) {
    broker.breakConnection();
    mailbox.clear();
    loop = start(config(rations));
  }

  /** The pipeline keeps what the link has carried. */
  void remember() {
    outbox.append(
        new CommitGroup(1, List.of(), Map.of(Spending.MEMORY, loop.status().spending().memory())));
  }

  void run(Duration forTime) {
    long end = time.nanos() + forTime.toNanos();
    long turns = 0;
    while (time.nanos() < end) {
      appendWhenDue();
      broker.runDue();
      runMailbox();
      long wait = loop.step();
      if (mailbox.isEmpty()) {
        wait = broker.nanosToNext(Math.min(wait, end - time.nanos()));
        wait = Math.min(wait, Math.max(0, nextAppendNanos - time.nanos()));
        time.pass(Duration.ofNanos(wait));
      }
      turns = forTime.isZero() || turns > 50_000 * (1 + forTime.toSeconds()) ? spins() : turns + 1;
    }
  }

  private static long spins() {
    throw new AssertionError("the loop does not wait");
  }

  void runSeconds(long seconds) {
    run(Duration.ofSeconds(seconds));
  }

  void append(int samples) {
    long now = time.millis();
    List<Sample> group =
        java.util.stream.IntStream.range(0, samples)
            .mapToObj(
                i -> new Sample(0, now + i, Quality.GOOD, OptionalLong.of(random.nextInt(1000))))
            .toList();
    outbox.append(CommitGroup.of(1, group));
  }

  private void appendWhenDue() {
    while (time.nanos() >= nextAppendNanos) {
      if (samplesPerSecond > 0) {
        append(samplesPerSecond);
      }
      nextAppendNanos += Duration.ofSeconds(1).toNanos();
    }
  }

  private void runMailbox() {
    while (!mailbox.isEmpty()) {
      mailbox.poll().run();
    }
  }
}
