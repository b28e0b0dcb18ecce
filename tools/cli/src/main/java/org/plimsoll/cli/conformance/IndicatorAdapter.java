package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.IndicatorDecoder;
import org.plimsoll.protocol.weighing.IndicatorProfile;
import org.plimsoll.protocol.weighing.IndicatorProfiles;
import org.plimsoll.protocol.weighing.MassUnit;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/** Prints of indicators of several makers. */
final class IndicatorAdapter implements Adapter {

  @Override
  public void check(JsonNode record, Comparison comparison) {
    Optional<IndicatorProfile> profile = profile(record.get("family").textValue());
    if (profile.isEmpty()) {
      comparison.skip(Comparison.NO_DECODER);
      return;
    }
    List<Decoded<Weight>> heard =
        Hearing.of(
            new IndicatorDecoder(profile.get())::feed,
            Hearing.latin(record.get("input").textValue()));
    @Nullable Weight weight = Weighed.single(heard);
    if (weight == null) {
      comparison.require(
          false, "weight", "a weight", heard.stream().map(Hearing::inWords).toList().toString());
    } else if (record.has("expect")) {
      compare(record.get("expect"), weight, comparison);
    } else {
      comparison.agree();
    }
  }

  private static void compare(JsonNode expect, Weight weight, Comparison comparison) {
    JsonNode unit = expect.has("unit") ? expect.get("unit") : TextNode.valueOf("kg");
    Weighed.compareMass("weight", expect.get("weight"), unit, weight.massKilograms(), comparison);
    if (expect.has("stable")) {
      comparison.compare("stable", expect.get("stable"), weight.motion() == Motion.STABLE);
    }
    if (expect.has("mode")) {
      comparison.compare("mode", expect.get("mode"), weight.net() ? "net" : "gross");
    }
    if (expect.has("overload")) {
      comparison.compare(
          "overload", expect.get("overload"), weight.condition() == Condition.OVERLOAD);
    }
  }

  /** The profile of a family; "same" is the one above it in the corpus. */
  private static Optional<IndicatorProfile> profile(String family) {
    if (family.startsWith("ST/US comma") || family.equals("same")) {
      return Optional.of(IndicatorProfiles.COMMA);
    }
    return switch (family.split(" ")[0]) {
      case "Rinstrum" ->
          Optional.of(
              family.equals("Rinstrum A")
                  ? IndicatorProfiles.RINSTRUM_A.withUnit(MassUnit.KILOGRAM)
                  : IndicatorProfiles.RINSTRUM_B);
      case "Ohaus" -> Optional.of(IndicatorProfiles.OHAUS);
      case "Cardinal" -> Optional.of(IndicatorProfiles.CARDINAL_SB);
      case "SMA" -> Optional.of(IndicatorProfiles.SMA);
      default -> Optional.empty();
    };
  }
}
