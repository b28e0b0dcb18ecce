package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/** What was published and acknowledged, in order. */
final class RecordingLink implements Link {
  final IntervalSet receipted = new IntervalSet();
  final List<InboundMessage> acknowledged = new ArrayList<>();
  boolean broken;

  @Override
  public boolean publish(List<Publication> all) {
    if (broken && !all.isEmpty()) {
      return false;
    }
    for (Publication each : all) {
      assertThat(each.topic()).isEqualTo("plimsoll/v1/imo9876543/receipts");
      ReceiptMessage receipt =
          ((MessageResult.Good<ReceiptMessage>) Messages.receiptFrom(each.payload())).message();
      receipt.ranges().forEach(receipted::add);
    }
    return true;
  }

  @Override
  public void acknowledge(InboundMessage message) {
    acknowledged.add(message);
  }

  /** A block as it arrives from the ship of these tests. */
  static InboundMessage arrival(Block block) {
    return message("plimsoll/v1/imo9876543/blocks", new BlockCodec().encode(block));
  }

  static InboundMessage message(String topic, byte[] payload) {
    return new InboundMessage(topic, payload, false, 1, 1);
  }
}
