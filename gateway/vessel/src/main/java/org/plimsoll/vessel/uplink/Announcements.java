package org.plimsoll.vessel.uplink;

import java.time.InstantSource;
import java.util.Optional;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.vessel.outbox.Outbox;

/**
 * What a reader must know before the first block of a connection: the ship's status, then her
 * channel table, and the table again whenever it has grown. Blocks follow the table that they need,
 * on the same connection and so in this order. Confined to the uplink thread.
 */
final class Announcements {

  /** A retained message. Not compared: it carries its bytes. */
  record Announcement(String topic, byte[] json, String what, int channels) {}

  private final Topics topics;
  private final ShipFacts ship;
  private final Outbox outbox;
  private final InstantSource clock;

  private boolean statusDue;
  private int channelsSent;

  Announcements(Topics topics, ShipFacts ship, Outbox outbox, InstantSource clock) {
    this.topics = topics;
    this.ship = ship;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A new connection knows nothing. */
  void startOver() {
    statusDue = true;
    channelsSent = 0;
  }

  /**
   * What is due.
   *
   * @param blocksFollow false leaves the channel table for later: nobody reads it before
   */
  Optional<Announcement> next(boolean blocksFollow) {
    if (statusDue) {
      return Optional.of(new Announcement(topics.status(ship.vessel()), status(true), "status", 0));
    }
    ChannelTable table = outbox.channels();
    int size = table.channels().size();
    return blocksFollow && size > channelsSent
        ? Optional.of(
            new Announcement(
                topics.channels(ship.vessel()),
                Messages.toDeflatedJson(table),
                "channel table",
                size))
        : Optional.empty();
  }

  void sent(Announcement announcement) {
    statusDue = false;
    channelsSent = Math.max(channelsSent, announcement.channels());
  }

  /** How many channels a reader knows when it gets what is sent now. */
  int channelsSent() {
    return channelsSent;
  }

  byte[] status(boolean online) {
    return Messages.toJson(
        new StatusMessage(
            ship.vessel(),
            ship.name(),
            online,
            clock.instant(),
            ship.boot(),
            ship.software(),
            outbox.stream(),
            ship.origin()));
  }
}
