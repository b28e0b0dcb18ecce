package org.plimsoll.shore.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.StoreUnavailable;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.Backoff;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes blocks into the store: decode, store, ledger, receipt, acknowledge, in this order. It keeps
 * nothing that is not stored elsewhere; whatever is interrupted comes again.
 *
 * <p>While the store is away nothing is acknowledged, so the broker stops sending when the receive
 * window is full. Confined to the ingest thread, but for {@link #storeState}.
 */
final class Ingest implements LinkWork {

  private static final Logger log = LoggerFactory.getLogger(Ingest.class);

  /** Most blocks unacknowledged, and so in memory; the broker holds back the rest. */
  static final int RECEIVE_MAXIMUM = 64;

  /**
   * Most blocks that wait for a channel table. When there is one more, the oldest is let go without
   * a receipt: the ship still has it and sends it again, and others get past.
   */
  static final int MAX_WITHOUT_TABLE = RECEIVE_MAXIMUM / 2;

  /** Most readings of one round; the last block may exceed it. */
  static final int READINGS_A_ROUND = 20_000;

  /** A store that nothing was written to for so long may be another one now: it is read again. */
  static final long RECHECK_NANOS = TimeUnit.MINUTES.toNanos(5);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Store store;
  private final ChannelTables tables;
  private final Fleet fleet;
  private final DeadLetters deadLetters;
  private final IngestConfig config;
  private final Topics topics;
  private final IngestCounts counts;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Backoff backoff;
  private final StoreRound round;
  private final BlockCodec codec = new BlockCodec();
  private final Deque<Arrival> waiting = new ArrayDeque<>();
  private @Nullable Link link;
  private boolean prepared;
  private boolean latestLoaded;

  /**
   * The last round could not be written: that its tables are there does not make the store well.
   */
  private boolean writesFail;

  private long retryNanos;
  private long storedNanos;
  private volatile StoreState storeState = StoreState.UNKNOWN;

  Ingest(
      Shore shore, IngestConfig config, Topics topics, ChannelTables tables, IngestCounts counts) {
    this.store = shore.store();
    this.fleet = shore.fleet();
    this.clock = shore.clock();
    this.nanos = shore.nanos();
    this.tables = tables;
    this.deadLetters = new DeadLetters(config);
    this.config = config;
    this.topics = topics;
    this.counts = counts;
    this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, shore.random());
    this.round = new StoreRound(new PatientWriter(store), tables, deadLetters, fleet, counts);
    this.retryNanos = nanos.getAsLong();
  }

  /** What ingest works on and with. */
  record Shore(
      Store store, Fleet fleet, InstantSource clock, LongSupplier nanos, RandomGenerator random) {}

  /** How the store stands. Any thread. */
  StoreState storeState() {
    return storeState;
  }

  @Override
  public void connected(Link connection) {
    link = connection;
  }

  @Override
  public void lost() {
    link = null;
    // They cannot be acknowledged on another connection; all of them come again.
    waiting.clear();
  }

  @Override
  public void arrived(InboundMessage message) {
    counts.blocks.increment();
    Optional<VesselId> vessel = topics.vesselOf(message.topic());
    if (vessel.isEmpty()) {
      refuse(message, "unknown", "topic is none of a vessel");
      return;
    }
    BlockResult result = codec.decode(message.payload());
    if (result instanceof BlockResult.Refused refused) {
      refuse(message, vessel.get().text(), refused.reason() + ": " + refused.detail());
      return;
    }
    Block block = ((BlockResult.Good) result).block();
    Optional<String> objection = objection(vessel.get(), block);
    if (objection.isPresent()) {
      refuse(message, vessel.get().text(), objection.get());
      return;
    }
    waiting.addLast(new Arrival(message, vessel.get(), block));
  }

  private Optional<String> objection(VesselId vessel, Block block) {
    if (!config.accept().contains(block.origin())) {
      return Optional.of(block.origin() + " readings are not accepted here");
    }
    Optional<VesselId> owner = tables.of(block.stream()).map(ChannelTables.Known::owner);
    if (owner.isPresent() && !owner.get().equals(vessel)) {
      return Optional.of("stream " + block.stream() + " belongs to " + owner.get());
    }
    return BlockPoints.objection(block);
  }

  /** Kept aside and acknowledged, but not receipted: the ship keeps it too. */
  private void refuse(InboundMessage message, String vessel, String reason) {
    counts.deadLetters.increment();
    if (!deadLetters.keep(vessel, "block", message.payload(), reason)) {
      counts.deadLettersNotKept.increment();
    }
    acknowledge(message);
  }

  @Override
  public boolean work() {
    if (nanos.getAsLong() - retryNanos < 0) {
      return true;
    }
    if (prepared && nanos.getAsLong() - storedNanos >= RECHECK_NANOS) {
      prepared = false;
    }
    if (!prepared && !prepare()) {
      return true;
    }
    List<Arrival> ready = takeReady();
    if (ready.isEmpty()) {
      return true;
    }
    StoreRound.Result result = round.store(ready);
    if (result instanceof StoreRound.Result.Later later) {
      ready.forEach(waiting::addLast);
      writesFail = true;
      pause(later.reason(), later.misconfigured());
      return true;
    }
    writesFail = false;
    up();
    show(ready);
    return receipt(((StoreRound.Result.Stored) result).receipts(), ready);
  }

  /** The tables exist and what they hold is known; again whenever the store was away. */
  private boolean prepare() {
    WriteOutcome outcome = store.prepare();
    if (outcome instanceof WriteOutcome.Unavailable away) {
      pause(away.reason(), false);
      return false;
    }
    if (outcome instanceof WriteOutcome.Misconfigured wrong) {
      pause(wrong.reason(), true);
      return false;
    }
    try {
      load();
    } catch (StoreUnavailable e) {
      pause(String.valueOf(e.getMessage()), false);
      return false;
    }
    prepared = true;
    if (!writesFail) {
      up();
    }
    return true;
  }

  private void load() throws StoreUnavailable {
    List<Point.ChannelEntry> channels = store.channels();
    tables.load(channels);
    List<Point.Ledger> ledger = store.ledger();
    fleet.reload(ledger);
    if (!latestLoaded) {
      Set<VesselId> vessels = new HashSet<>();
      ledger.forEach(entry -> vessels.add(entry.vessel()));
      for (VesselId vessel : vessels) {
        fleet.reload(vessel, latest(vessel));
      }
      latestLoaded = true;
    }
  }

  private List<Latest> latest(VesselId vessel) throws StoreUnavailable {
    List<Latest> latest = new ArrayList<>();
    for (Point.Reading reading : store.latest(vessel)) {
      channel(reading)
          .ifPresent(
              channel ->
                  latest.add(
                      new Latest(
                          channel,
                          reading.stream(),
                          reading.sequence(),
                          reading.timeMillis(),
                          reading.value(),
                          reading.quality())));
    }
    return latest;
  }

  private Optional<Channel> channel(Point.Reading reading) {
    return tables
        .of(reading.stream())
        .flatMap(
            known ->
                known.table().channels().stream()
                    .filter(channel -> channel.path().equals(reading.path()))
                    .filter(channel -> channel.source().equals(reading.source()))
                    .reduce((first, second) -> second));
  }

  /** Takes out what can be stored now; what waits for its channel table stays, within limits. */
  private List<Arrival> takeReady() {
    List<Arrival> ready = new ArrayList<>();
    List<Arrival> unready = new ArrayList<>();
    long readings = 0;
    while (!waiting.isEmpty() && readings < READINGS_A_ROUND) {
      Arrival arrival = waiting.removeFirst();
      if (isReadable(arrival.block())) {
        ready.add(arrival);
        readings += arrival.block().readings();
      } else {
        unready.add(arrival);
      }
    }
    for (int i = unready.size() - 1; i >= 0; i--) {
      waiting.addFirst(unready.get(i));
    }
    for (int i = 0; i < unready.size() - MAX_WITHOUT_TABLE; i++) {
      acknowledge(waiting.removeFirst().message());
      counts.blocksPutBack.increment();
    }
    return ready;
  }

  private boolean isReadable(Block block) {
    return tables
        .of(block.stream())
        .map(known -> known.table().channels().size() >= block.channelCount())
        .orElse(false);
  }

  private void show(List<Arrival> stored) {
    long now = clock.millis();
    for (Arrival arrival : stored) {
      Block block = arrival.block();
      List<Latest> latest =
          BlockPoints.latest(block, tables.of(block.stream()).orElseThrow().table());
      fleet.heard(arrival.vessel(), block, latest, now);
    }
  }

  /** Receipts first: a message that is acknowledged without one would only be sent again. */
  private boolean receipt(Map<StoreRound.Owned, IntervalSet> receipts, List<Arrival> stored) {
    Link connection = link;
    if (connection == null) {
      return false;
    }
    for (Map.Entry<StoreRound.Owned, IntervalSet> entry : receipts.entrySet()) {
      String topic = topics.receipts(entry.getKey().vessel());
      List<Range> ranges = entry.getValue().ranges();
      for (int i = 0; i < ranges.size(); i += Messages.MAX_RANGES) {
        List<Range> some = ranges.subList(i, Math.min(ranges.size(), i + Messages.MAX_RANGES));
        ReceiptMessage receipt = new ReceiptMessage(entry.getKey().stream(), some);
        if (!connection.publish(topic, Messages.toJson(receipt))) {
          return false;
        }
        counts.receipts.increment();
      }
    }
    stored.forEach(arrival -> acknowledge(arrival.message()));
    counts.blocksStored.add(stored.size());
    return true;
  }

  private void acknowledge(InboundMessage message) {
    if (link != null) {
      link.acknowledge(message);
    }
  }

  private void pause(String reason, boolean misconfigured) {
    counts.storeFailures.increment();
    StoreState state = misconfigured ? StoreState.MISCONFIGURED : StoreState.DOWN;
    if (storeState != state) {
      log.warn(
          misconfigured
              ? "the store refuses us, mend its configuration: \"{}\"; nothing is dropped"
              : "the store is away: \"{}\"; nothing is acknowledged until it is back",
          reason);
    }
    storeState = state;
    prepared = false;
    round.forget();
    retryNanos = nanos.getAsLong() + backoff.next().toNanos();
  }

  private void up() {
    if (storeState != StoreState.UP) {
      log.info("the store takes readings");
    }
    storeState = StoreState.UP;
    storedNanos = nanos.getAsLong();
    backoff.reset();
  }
}
