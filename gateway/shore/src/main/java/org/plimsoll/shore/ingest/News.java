package org.plimsoll.shore.ingest;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what ships say of themselves: statuses, channel tables, alerts; and asks for the rows that
 * stay missing.
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
  private final HoleWatch holes;
  private final IngestCounts counts;
  private final InstantSource clock;
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private @Nullable Link link;

  News(
      Topics topics,
      ChannelTables tables,
      Fleet fleet,
      HoleWatch holes,
      IngestCounts counts,
      InstantSource clock) {
    this.topics = topics;
    this.tables = tables;
    this.fleet = fleet;
    this.holes = holes;
    this.counts = counts;
    this.clock = clock;
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
      case BLOCKS, RECEIPTS, REQUESTS -> Optional.of("not subscribed to");
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
    for (HoleWatch.Wanted wanted : holes.wanted()) {
      if (!connection.publish(
          topics.requests(wanted.vessel()), Messages.toJson(wanted.request()))) {
        return false;
      }
      counts.requests.increment();
      log.info(
          "asked {} again for {} ranges of stream {}",
          wanted.vessel(),
          wanted.request().ranges().size(),
          wanted.request().stream());
    }
    return true;
  }
}
