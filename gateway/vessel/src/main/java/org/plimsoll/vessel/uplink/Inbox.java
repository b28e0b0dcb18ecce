package org.plimsoll.vessel.uplink;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.RequestMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the shore: receipts and requests for this ship and this stream. Everything else is counted
 * and ignored. Confined to the uplink thread.
 */
final class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Topics topics;
  private final VesselId vessel;
  private final Outbox outbox;
  private final Flights flights;
  private final InstantSource clock;

  private Optional<Instant> lastReceipt = Optional.empty();
  private long ignored;

  Inbox(Topics topics, VesselId vessel, Outbox outbox, Flights flights, InstantSource clock) {
    this.topics = topics;
    this.vessel = vessel;
    this.outbox = outbox;
    this.flights = flights;
    this.clock = clock;
  }

  void arrived(InboundMessage message) throws OutboxFailure {
    Optional<Topics.Kind> kind =
        topics.vesselOf(message.topic()).filter(vessel::equals).isPresent()
            ? topics.kindOf(message.topic())
            : Optional.empty();
    if (kind.filter(Topics.Kind.RECEIPTS::equals).isPresent()) {
      receipted(Messages.receiptFrom(message.payload()));
    } else if (kind.filter(Topics.Kind.REQUESTS::equals).isPresent()) {
      requested(Messages.requestFrom(message.payload()));
    } else {
      ignore(message.topic());
    }
  }

  private void receipted(MessageResult<ReceiptMessage> result) throws OutboxFailure {
    if (result instanceof MessageResult.Good<ReceiptMessage> good
        && good.message().stream().equals(outbox.stream())) {
      lastReceipt = Optional.of(clock.instant());
      outbox.acknowledge(good.message().ranges());
      flights.receipted(good.message().ranges());
    } else {
      ignore("receipt " + result);
    }
  }

  private void requested(MessageResult<RequestMessage> result) throws OutboxFailure {
    if (result instanceof MessageResult.Good<RequestMessage> good
        && good.message().stream().equals(outbox.stream())) {
      int requeued = outbox.requeue(good.message().ranges());
      LOG.info("Shore asks for {} again: {} blocks", good.message().ranges(), requeued);
    } else {
      ignore("request " + result);
    }
  }

  private void ignore(String what) {
    ignored++;
    LOG.debug("Ignored: {}", what);
  }

  Optional<Instant> lastReceipt() {
    return lastReceipt;
  }

  long ignored() {
    return ignored;
  }
}
