package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.MtSicsDecoder;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/** Replies of an MT-SICS indicator. */
final class MtSicsAdapter implements Adapter {

  @Override
  public void check(JsonNode record, Comparison comparison) {
    List<Decoded<Weight>> heard =
        Hearing.of(new MtSicsDecoder()::feed, Hearing.latin(record.get("response").textValue()));
    JsonNode expect = record.get("expect");
    @Nullable Weight weight = Weighed.single(heard);
    if (!record.get("command").textValue().startsWith("S") && weight == null) {
      checkOtherReply(record, heard, comparison);
    } else if (weight == null) {
      comparison.require(
          false,
          "weight",
          expect.toString(),
          heard.stream().map(Hearing::inWords).toList().toString());
    } else if (expect.has("error")) {
      Condition condition =
          switch (expect.get("error").textValue()) {
            case "overload" -> Condition.OVERLOAD;
            case "underload" -> Condition.UNDERLOAD;
            case "not-executable" -> Condition.NOT_EXECUTABLE;
            default -> Condition.FAULT;
          };
      comparison.require(
          weight.condition() == condition, "error", condition.name(), weight.toString());
    } else {
      comparison.compare("stable", expect.get("stable"), weight.motion() == Motion.STABLE);
      Weighed.compareMass(
          "weight", expect.get("weight"), expect.get("unit"), weight.massKilograms(), comparison);
    }
  }

  /** A reply to a command that is never sent: passed on by its name, and no weight. */
  private static void checkOtherReply(
      JsonNode record, List<Decoded<Weight>> heard, Comparison comparison) {
    String reply = record.get("response").textValue().split(" ")[0];
    comparison.require(
        heard.equals(List.of(Decoded.unsupported(reply))),
        "reply",
        "unsupported " + reply,
        heard.stream().map(Hearing::inWords).toList().toString());
    record.get("expect").fieldNames().forEachRemaining(comparison::leave);
  }
}
