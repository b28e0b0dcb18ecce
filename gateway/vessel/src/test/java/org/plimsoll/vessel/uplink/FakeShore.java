package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;

/** A shore that stores what it can decode and sends receipts, or fails to. */
final class FakeShore {

  final IntervalSet stored = new IntervalSet();
  final Map<Long, Entry> entries = new HashMap<>();
  final List<Block> arrivals = new ArrayList<>();
  final List<Long> arrivalNanos = new ArrayList<>();
  final List<String> alerts = new ArrayList<>();

  /** How many of the arrivals came on the topic of what has waited. */
  int backlogArrivals;

  boolean storeWorks = true;
  double receiptLoss;

  private final FakeBroker broker;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final VesselId vessel;
  private final RandomGenerator random;
  private int knownChannels;

  FakeShore(FakeBroker broker, VesselId vessel, RandomGenerator random) {
    this.broker = broker;
    this.vessel = vessel;
    this.random = random;
    broker.shore = this::hear;
  }

  private void hear(FakeBroker.Taken message) {
    switch (topics.kindOf(message.topic()).orElseThrow()) {
      case CHANNELS -> {
        ChannelTable table =
            ((MessageResult.Good<ChannelTable>) Messages.channelsFrom(message.payload())).message();
        knownChannels = Math.max(knownChannels, table.channels().size());
      }
      case BLOCKS -> store(message);
      case BACKLOG -> {
        backlogArrivals++;
        store(message);
      }
      case ALERTS -> alerts.add(new String(message.payload()));
      default -> {
        // status: the broker keeps it
      }
    }
  }

  private void store(FakeBroker.Taken message) {
    Block block = ((BlockResult.Good) new BlockCodec().decode(message.payload())).block();
    if (block.channelCount() > knownChannels) {
      // the broker refused the table that went before it: let go without a receipt, it comes again
      return;
    }
    arrivals.add(block);
    arrivalNanos.add(message.nanos());
    if (!storeWorks) {
      return;
    }
    for (Entry entry : block.entries()) {
      Entry before = entries.put(entry.first(), entry);
      if (before != null && !before.equals(entry)) {
        throw new AssertionError("two contents for " + entry.first());
      }
    }
    stored.add(block.range());
    if (random.nextDouble() >= receiptLoss) {
      receipt(block);
    }
  }

  void receipt(Block block) {
    broker.after(
        Duration.ofMillis(20 + random.nextInt(30)),
        () ->
            broker.toShip(
                topics.receipts(vessel),
                Messages.toJson(new ReceiptMessage(block.stream(), List.of(block.range())))));
  }

  Range lastArrival() {
    return arrivals.get(arrivals.size() - 1).range();
  }
}
