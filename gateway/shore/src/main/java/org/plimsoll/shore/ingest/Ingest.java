package org.plimsoll.shore.ingest;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/**
 * Takes the blocks of one lane into the store: decode, store, ledger, receipt, acknowledge, in this
 * order. It keeps nothing that is not stored elsewhere; whatever is interrupted comes again.
 *
 * <p>While the store is away nothing is acknowledged, so the broker stops sending when the receive
 * window is full. Confined to the thread of its lane.
 */
final class Ingest implements LinkWork {

  /**
   * Most readings of one round; the last block may exceed it. So long another lane waits for its
   * turn, half a second on a store that is busy.
   */
  static final int READINGS_A_ROUND = 8_000;

  private final Ashore ashore;
  private final StoreKeeper keeper;
  private final StoreRound round;
  private final BlockIntake intake;
  private final DeadLetters deadLetters;
  private final Topics topics;
  private final IngestCounts counts;
  private final int maxWithoutTable;
  private final Runnable chore;
  private final Deque<Arrival> waiting = new ArrayDeque<>();
  private @Nullable Link link;

  /**
   * @param receiveMaximum most blocks unacknowledged, and so in memory; the broker holds back the
   *     rest. When more than half of them wait for a channel table, the oldest is let go without a
   *     receipt: the ship still has it and sends it again, and others get past.
   * @param chore what else this lane does, between two rounds
   */
  Ingest(
      Ashore ashore, StoreKeeper keeper, BlockIntake intake, int receiveMaximum, Runnable chore) {
    this.ashore = ashore;
    this.keeper = keeper;
    this.round = keeper.newRound();
    this.intake = intake;
    this.deadLetters = ashore.deadLetters();
    this.topics = ashore.topics();
    this.counts = ashore.counts();
    this.maxWithoutTable = receiveMaximum / 2;
    this.chore = chore;
  }

  /** What the lanes share; each part is for any thread. */
  record Ashore(
      Topics topics,
      ChannelTables tables,
      DeadLetters deadLetters,
      Fleet fleet,
      IngestCounts counts,
      InstantSource clock) {

    /** Shows the newest readings of a block whose channel table is known. */
    void show(VesselId vessel, Block block) {
      ChannelTable table = tables.of(block.stream()).orElseThrow().table();
      fleet.heard(vessel, block, BlockPoints.latest(block, table), clock.millis());
    }
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
    BlockIntake.Result result = intake.read(message);
    if (result instanceof BlockIntake.Result.Taken taken) {
      waiting.addLast(new Arrival(message, taken.vessel(), taken.block()));
    } else {
      refuse(message, (BlockIntake.Result.Refused) result);
    }
  }

  /** Kept aside and acknowledged, but not receipted: the ship keeps it too. */
  private void refuse(InboundMessage message, BlockIntake.Result.Refused refused) {
    counts.deadLetters.increment();
    if (!deadLetters.keep(refused.vessel(), "block", message.payload(), refused.reason())) {
      counts.deadLettersNotKept.increment();
    }
    acknowledge(message);
  }

  @Override
  public boolean work() {
    if (!keeper.isReady()) {
      return true;
    }
    chore.run();
    List<Arrival> ready = takeReady();
    if (ready.isEmpty()) {
      return true;
    }
    Optional<Map<StoreRound.Owned, IntervalSet>> receipts = keeper.store(round, ready);
    if (receipts.isEmpty()) {
      ready.forEach(waiting::addLast);
      return true;
    }
    ready.forEach(arrival -> ashore.show(arrival.vessel(), arrival.block()));
    return receipt(receipts.get(), ready);
  }

  /** Takes out what can be stored now; what waits for its channel table stays, within limits. */
  private List<Arrival> takeReady() {
    List<Arrival> ready = new ArrayList<>();
    List<Arrival> unready = new ArrayList<>();
    long readings = 0;
    while (!waiting.isEmpty() && readings < READINGS_A_ROUND) {
      Arrival arrival = waiting.removeFirst();
      if (intake.isReadable(arrival.block())) {
        ready.add(arrival);
        readings += arrival.block().readings();
      } else {
        unready.add(arrival);
      }
    }
    if (!unready.isEmpty()) {
      keeper.tableMissed();
    }
    for (int i = unready.size() - 1; i >= 0; i--) {
      waiting.addFirst(unready.get(i));
    }
    for (int i = 0; i < unready.size() - maxWithoutTable; i++) {
      acknowledge(waiting.removeFirst().message());
      counts.blocksPutBack.increment();
    }
    return ready;
  }

  /** Receipts first: a message that is acknowledged without one would only be sent again. */
  private boolean receipt(Map<StoreRound.Owned, IntervalSet> receipts, List<Arrival> stored) {
    Link connection = link;
    if (connection == null) {
      return false;
    }
    List<Link.Publication> messages = new ArrayList<>();
    receipts.forEach((owned, rows) -> messages.addAll(messages(owned, rows)));
    if (!connection.publish(messages)) {
      return false;
    }
    counts.receipts.add(messages.size());
    stored.forEach(arrival -> acknowledge(arrival.message()));
    counts.blocksStored.add(stored.size());
    return true;
  }

  private List<Link.Publication> messages(StoreRound.Owned owned, IntervalSet rows) {
    List<Link.Publication> messages = new ArrayList<>();
    List<Range> ranges = rows.ranges();
    for (int i = 0; i < ranges.size(); i += Messages.MAX_RANGES) {
      List<Range> some = ranges.subList(i, Math.min(ranges.size(), i + Messages.MAX_RANGES));
      ReceiptMessage receipt = new ReceiptMessage(owned.stream(), some);
      messages.add(new Link.Publication(topics.receipts(owned.vessel()), Messages.toJson(receipt)));
    }
    return messages;
  }

  private void acknowledge(InboundMessage message) {
    if (link != null) {
      link.acknowledge(message);
    }
  }
}
