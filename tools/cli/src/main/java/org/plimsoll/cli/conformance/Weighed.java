package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.MassUnit;
import org.plimsoll.protocol.weighing.Weight;

/** What weighing protocols have in common: a weight in the indicator's unit. */
final class Weighed {

  private static final Map<String, MassUnit> UNITS =
      Stream.of(MassUnit.values()).collect(Collectors.toMap(MassUnit::symbol, unit -> unit));

  private Weighed() {}

  /** The only weight among what was heard, or null. */
  static @Nullable Weight single(List<Decoded<Weight>> heard) {
    List<Weight> weights =
        heard.stream()
            .filter(Decoded.Value.class::isInstance)
            .map(one -> ((Decoded.Value<Weight>) one).value())
            .toList();
    return weights.size() == 1 ? weights.get(0) : null;
  }

  /** Compares a mass with the number that the indicator shows in its unit. */
  static void compareMass(
      String field, JsonNode shown, JsonNode unit, OptionalDouble kilograms, Comparison to) {
    double factor = UNITS.get(unit.textValue()).kilograms();
    Object got = kilograms.isPresent() ? (Object) (kilograms.getAsDouble() / factor) : null;
    to.compare(field, shown, got);
  }
}
