package org.plimsoll.shore.ingest;

import java.time.InstantSource;
import java.util.Optional;
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
 * Hears what ships say of themselves: statuses, channel tables, alerts. Every station on the store
 * hears all of it, whichever divides the blocks among them.
 *
 * <p>Confined to the news thread.
 */
final class News implements Hearing.Ear {

  private static final Logger log = LoggerFactory.getLogger(News.class);

  private final ChannelTables tables;
  private final Fleet fleet;
  private final InstantSource clock;

  News(Ingest.Ashore ashore) {
    this.tables = ashore.tables();
    this.fleet = ashore.fleet();
    this.clock = ashore.clock();
  }

  @Override
  public Optional<String> hear(VesselId vessel, Topics.Kind kind, InboundMessage message) {
    return switch (kind) {
      case STATUS -> status(vessel, message.payload());
      case CHANNELS -> channels(vessel, message.payload());
      case ALERTS -> alert(vessel, message.payload());
      case BLOCKS, BACKLOG, RECEIPTS, REQUESTS -> Optional.of("not subscribed to");
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
}
