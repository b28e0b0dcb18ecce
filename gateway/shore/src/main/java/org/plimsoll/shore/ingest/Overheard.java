package org.plimsoll.shore.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What passes between ships and all stations, whichever takes it in: live blocks, which are shown,
 * and receipts. Asks ships for the rows that nobody receipts.
 *
 * <p>Confined to the thread of its connection.
 */
final class Overheard implements Hearing.Ear {

  private static final Logger log = LoggerFactory.getLogger(Overheard.class);

  private final Ingest.Ashore ashore;
  private final StoreKeeper keeper;
  private final BlockIntake intake;
  private final Receipted receipted;
  private final HoleWatch holes;

  Overheard(Ingest.Ashore ashore, StoreKeeper keeper, BlockIntake intake, LongSupplier nanos) {
    this.ashore = ashore;
    this.keeper = keeper;
    this.intake = intake;
    this.receipted = new Receipted(ashore.fleet());
    this.holes = new HoleWatch(ashore.fleet(), receipted, nanos);
  }

  @Override
  public Optional<String> hear(VesselId vessel, Topics.Kind kind, InboundMessage message) {
    return switch (kind) {
      case BLOCKS -> block(message);
      case RECEIPTS -> receipt(vessel, message.payload());
      case STATUS, CHANNELS, ALERTS, BACKLOG, REQUESTS -> Optional.of("not subscribed to");
    };
  }

  /** What is wrong with a block is said by the station that would have to store it. */
  private Optional<String> block(InboundMessage message) {
    if (intake.read(message) instanceof BlockIntake.Result.Taken taken
        && intake.isReadable(taken.block())) {
      ashore.show(taken.vessel(), taken.block());
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

  @Override
  public boolean answer(Link link) {
    List<HoleWatch.Wanted> all = holes.wanted();
    List<Link.Publication> requests = new ArrayList<>();
    for (HoleWatch.Wanted wanted : all) {
      requests.add(
          new Link.Publication(
              ashore.topics().requests(wanted.vessel()), Messages.toJson(wanted.request())));
    }
    if (!link.publish(requests)) {
      return false;
    }
    ashore.counts().requests.add(all.size());
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
