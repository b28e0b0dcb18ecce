package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousDecoder;
import org.plimsoll.protocol.weighing.ToledoFrame;
import org.plimsoll.protocol.weighing.ToledoSetting;
import org.plimsoll.protocol.weighing.ToledoSetting.Expansion;
import org.plimsoll.protocol.weighing.ToledoSetting.Layout;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * Frames of the continuous output of Toledo indicators: what they show, and what it weighs, which
 * is nothing while out of range.
 */
final class ToledoAdapter implements Adapter {

  private static final int WITHOUT_CHECK_BYTE = 17;

  @Override
  public void check(JsonNode record, Comparison comparison) {
    byte[] bytes = Hearing.hex(record.get("hex").textValue());
    ToledoSetting setting =
        new ToledoSetting(
            bytes.length == WITHOUT_CHECK_BYTE ? ToledoChecksum.NOT_SENT : ToledoChecksum.SENT,
            Layout.WITH_TARE,
            Expansion.TENTHS);
    List<Decoded<ToledoFrame>> frames =
        Hearing.of(new ToledoContinuousDecoder(setting)::feedFrames, bytes);
    List<Decoded<Weight>> weights = Hearing.of(new ToledoContinuousDecoder(setting)::feed, bytes);
    JsonNode expect = record.get("expect");
    String all = frames.stream().map(Hearing::inWords).toList().toString();
    Weight weight = Weighed.single(weights);
    if (expect.has("reject")) {
      comparison.mustAgreeWhateverTheGate();
      comparison.require(weight == null, "reject", "no weight", String.valueOf(weight));
    } else if (weight == null
        || frames.size() != 1
        || !(frames.get(0) instanceof Decoded.Value<ToledoFrame> frame)) {
      comparison.require(false, "weight", expect.toString(), all);
    } else {
      compare(expect, frame.value(), comparison);
      compare(expect, weight, comparison);
    }
  }

  /** As the indicator shows it. */
  private static void compare(JsonNode expect, ToledoFrame frame, Comparison comparison) {
    List<Object> shown = new ArrayList<>();
    frame.shown().ifPresent(shown::add);
    comparison.compare("weight", expect.get("weight"), shown.isEmpty() ? null : shown.get(0));
    if (expect.has("out_of_range")) {
      comparison.compare("out_of_range", expect.get("out_of_range"), frame.isOutOfRange());
    }
    if (expect.has("unit")) {
      comparison.compare(
          "unit", expect.get("unit"), frame.unit() == null ? null : frame.unit().symbol());
    }
    if (expect.has("checksum_present")) {
      comparison.leave("checksum_present (a setting of the line)");
    }
  }

  /** As it counts. */
  private static void compare(JsonNode expect, Weight weight, Comparison comparison) {
    JsonNode unit = expect.has("unit") ? expect.get("unit") : TextNode.valueOf("kg");
    if (expect.path("out_of_range").booleanValue()) {
      comparison.require(
          weight.massKilograms().isEmpty() && weight.condition() != Condition.OK,
          "out_of_range",
          "no mass, out of range",
          weight.toString());
    } else {
      Weighed.compareMass("weight", expect.get("weight"), unit, weight.massKilograms(), comparison);
    }
    if (expect.has("tare")) {
      Weighed.compareMass("tare", expect.get("tare"), unit, weight.tareKilograms(), comparison);
      comparison.compare("net", expect.get("net"), weight.net());
      comparison.compare("motion", expect.get("motion"), weight.motion() == Motion.MOVING);
    }
  }
}
