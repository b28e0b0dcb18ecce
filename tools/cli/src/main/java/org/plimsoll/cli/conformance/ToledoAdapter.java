package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousDecoder;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/** Frames of the continuous output of Toledo indicators. */
final class ToledoAdapter implements Adapter {

  private static final int WITHOUT_CHECK_BYTE = 17;

  @Override
  public void check(JsonNode record, Comparison comparison) {
    byte[] frame = Hearing.hex(record.get("hex").textValue());
    ToledoChecksum checksum =
        frame.length == WITHOUT_CHECK_BYTE ? ToledoChecksum.NOT_SENT : ToledoChecksum.SENT;
    List<Decoded<Weight>> heard = Hearing.of(new ToledoContinuousDecoder(checksum)::feed, frame);
    @Nullable Weight weight = Weighed.single(heard);
    JsonNode expect = record.get("expect");
    if (expect.has("reject")) {
      comparison.require(weight == null, "reject", "no weight", String.valueOf(weight));
    } else if (weight == null) {
      comparison.require(
          false,
          "weight",
          expect.toString(),
          heard.stream().map(Hearing::inWords).toList().toString());
    } else {
      compare(expect, weight, comparison);
    }
  }

  private static void compare(JsonNode expect, Weight weight, Comparison comparison) {
    JsonNode unit = expect.has("unit") ? expect.get("unit") : TextNode.valueOf("kg");
    if (expect.path("out_of_range").booleanValue()) {
      comparison.require(
          weight.massKilograms().isEmpty() && weight.condition() != Condition.OK,
          "out_of_range",
          "no mass, out of range",
          weight.toString());
    } else {
      comparison.require(
          weight.condition() == Condition.OK, "out_of_range", "false", weight.toString());
      Weighed.compareMass("weight", expect.get("weight"), unit, weight.massKilograms(), comparison);
    }
    if (expect.has("tare")) {
      Weighed.compareMass("tare", expect.get("tare"), unit, weight.tareKilograms(), comparison);
      comparison.compare("net", expect.get("net"), weight.net());
      comparison.compare("motion", expect.get("motion"), weight.motion() == Motion.MOVING);
    }
  }
}
