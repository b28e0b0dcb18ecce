package org.plimsoll.shore.ingest;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what ships say of themselves: statuses, channel tables, alerts, what they measure now; and
 * asks for the rows that stay missing. Every station on the store hears all of it, whichever
 * divides the blocks among them.
 *
 * <p>Confined to the news thread.
 */
final class News implements LinkWork {

  private static final Logger log = LoggerFactory.getLogger(News.class);

  /** Most vessels whose trouble is remembered, so that it is reported once. */
  private static final int MAX_TROUBLED = 1_000;

  private final Topics topics;
  private final ChannelTables tables;
  private final Fleet fleet;
  private final StoreKeeper keeper;
  private final BlockIntake intake;
  private final Receipted receipted;
  private final HoleWatch holes;
  private final IngestCounts counts;
  private final InstantSource clock;
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private @Nullable Link link;

  News(Ingest.Ashore ashore, StoreKeeper keeper, BlockIntake intake, LongSupplier nanos) {
    this.topics = ashore.topics();
    this.tables = ashore.tables();
    this.fleet = ashore.fleet();
    this.counts = ashore.counts();
    this.clock = ashore.clock();
    this.keeper = keeper;
    this.intake = intake;
    this.receipted = new Receipted(fleet);
    this.holes = new HoleWatch(fleet, receipted, nanos);
  }

  @Override
  public void connected(Link connection) {
    link = connection;
  }

  @Override
  public void lost() {
    link = null;
  }

  @Override
  public void arrived(InboundMessage message) {
    Optional<String> objection =
        topics
            .vesselOf(message.topic())
            .map(vessel -> hear(vessel, message))
            .orElseGet(() -> Optional.of("topic is none of a vessel"));
    if (objection.isPresent()) {
      counts.messagesRefused.increment();
      report(message.topic(), objection.get());
    } else {
      troubles.remove(message.topic());
    }
    if (link != null) {
      link.acknowledge(message);
    }
  }

  /** What is wrong with the message, if anything is. */
  private Optional<String> hear(VesselId vessel, InboundMessage message) {
    Topics.Kind kind = topics.kindOf(message.topic()).orElseThrow();
    return switch (kind) {
      case STATUS -> status(vessel, message.payload());
      case CHANNELS -> channels(vessel, message.payload());
      case ALERTS -> alert(vessel, message.payload());
      case BLOCKS -> block(message);
      case RECEIPTS -> receipt(vessel, message.payload());
      case BACKLOG, REQUESTS -> Optional.of("not subscribed to");
    };
  }

  private Optional<String> status(VesselId vessel, byte[] json) {
    MessageResult<StatusMessage> result = Messages.statusFrom(json);
    if (result instanceof MessageResult.Refused<StatusMessage> refused) {
      return Optional.of(refused.detail());
    }
    StatusMessage status = ((MessageResult.Good<StatusMessage>) result).message();
    if (!status.vessel().equals(vessel)) {
      return Optional.of("it claims to be " + status.vessel());
    }
    boolean was = fleet.vessel(vessel).map(known -> known.isOnline()).orElse(false);
    fleet.heard(status, clock.millis());
    if (was != status.online()) {
      log.info("{} is {}", vessel, status.online() ? "online" : "offline");
    }
    return Optional.empty();
  }

  private Optional<String> channels(VesselId vessel, byte[] json) {
    MessageResult<ChannelTable> result = Messages.channelsFrom(json);
    if (result instanceof MessageResult.Refused<ChannelTable> refused) {
      return Optional.of(refused.detail());
    }
    return tables.put(vessel, ((MessageResult.Good<ChannelTable>) result).message());
  }

  private Optional<String> alert(VesselId vessel, byte[] json) {
    MessageResult<AlertMessage> result = Messages.alertFrom(json);
    if (result instanceof MessageResult.Refused<AlertMessage> refused) {
      return Optional.of(refused.detail());
    }
    fleet.heard(vessel, ((MessageResult.Good<AlertMessage>) result).message(), clock.millis());
    return Optional.empty();
  }

  /**
   * What she measures now, whichever station stores it. What is wrong with a block is said by the
   * one that would have to store it.
   */
  private Optional<String> block(InboundMessage message) {
    if (intake.read(message) instanceof BlockIntake.Result.Taken taken
        && intake.isReadable(taken.block())) {
      ChannelTable table = tables.of(taken.block().stream()).orElseThrow().table();
      fleet.heard(
          taken.vessel(), taken.block(), BlockPoints.latest(taken.block(), table), clock.millis());
    }
    return Optional.empty();
  }

  private Optional<String> receipt(VesselId vessel, byte[] json) {
    MessageResult<ReceiptMessage> result = Messages.receiptFrom(json);
    if (result instanceof MessageResult.Refused<ReceiptMessage> refused) {
      return Optional.of(refused.detail());
    }
    if (receipted.heard(vessel, ((MessageResult.Good<ReceiptMessage>) result).message())) {
      keeper.othersWrite();
    }
    return Optional.empty();
  }

  private void report(String topic, String objection) {
    if (troubles.size() >= MAX_TROUBLED && !troubles.containsKey(topic)) {
      return;
    }
    if (!objection.equals(troubles.put(topic, objection))) {
      log.warn("refused a message on {}: {}", topic.replaceAll("\\p{Cntrl}", "?"), objection);
    }
  }

  @Override
  public boolean work() {
    Link connection = link;
    if (connection == null) {
      return true;
    }
    List<HoleWatch.Wanted> all = holes.wanted();
    List<Link.Publication> requests = new ArrayList<>();
    for (HoleWatch.Wanted wanted : all) {
      requests.add(
          new Link.Publication(
              topics.requests(wanted.vessel()), Messages.toJson(wanted.request())));
    }
    if (!connection.publish(requests)) {
      return false;
    }
    counts.requests.add(all.size());
    for (HoleWatch.Wanted wanted : all) {
      log.info(
          "asked {} again for {} ranges of stream {}",
          wanted.vessel(),
          wanted.request().ranges().size(),
          wanted.request().stream());
    }
    return true;
  }
}
