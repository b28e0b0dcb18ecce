package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.MtSicsDecoder;
import org.plimsoll.protocol.weighing.MtSicsReply;
import org.plimsoll.protocol.weighing.MtSicsReply.Outcome;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Motion;

/** Replies of an MT-SICS indicator: what they say, and what weight that gives. */
final class MtSicsAdapter implements Adapter {

  @Override
  public void check(JsonNode record, Comparison comparison) {
    byte[] response = Hearing.latin(record.get("response").textValue());
    List<Decoded<MtSicsReply>> heard = Hearing.of(new MtSicsDecoder()::feedReplies, response);
    JsonNode expect = record.get("expect");
    if (heard.size() != 1 || !(heard.get(0) instanceof Decoded.Value<MtSicsReply> value)) {
      comparison.require(
          false,
          "reply",
          expect.toString(),
          heard.stream().map(Hearing::inWords).toList().toString());
      return;
    }
    MtSicsReply reply = value.value();
    Weight weight = Weighed.single(Hearing.of(new MtSicsDecoder()::feed, response));
    if (expect.has("error")) {
      Outcome expected = outcome(expect.get("error").textValue());
      comparison.require(
          reply.outcome() == expected, "error", expected.name(), reply.outcome().name());
      comparison.require(
          weight == null || weight.massKilograms().isEmpty(),
          "weight",
          "none",
          String.valueOf(weight));
    } else if (expect.has("serial")) {
      comparison.compare("serial", expect.get("serial"), reply.text());
    } else if (weight == null) {
      comparison.require(false, "weight", expect.toString(), reply.toString());
    } else {
      comparison.compare("stable", expect.get("stable"), weight.motion() == Motion.STABLE);
      Weighed.compareMass(
          "weight", expect.get("weight"), expect.get("unit"), weight.massKilograms(), comparison);
    }
  }

  private static Outcome outcome(String error) {
    return switch (error) {
      case "overload", "tare-range-upper" -> Outcome.ABOVE_RANGE;
      case "underload" -> Outcome.BELOW_RANGE;
      case "not-executable" -> Outcome.NOT_EXECUTABLE;
      case "syntax" -> Outcome.SYNTAX_ERROR;
      default -> throw new IllegalArgumentException("error " + error);
    };
  }
}
