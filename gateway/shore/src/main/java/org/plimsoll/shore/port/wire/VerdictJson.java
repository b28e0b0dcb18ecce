package org.plimsoll.shore.port.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.plimsoll.shore.port.CargoVerdict;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.Measured;
import org.plimsoll.shore.port.Timestamp;

/** What the shore itself says, as JSON. Stateless. */
public final class VerdictJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private VerdictJson() {}

  /**
   * A verdict with the four figures side by side.
   *
   * @param units the manifest as it stood, so that anybody can do the sum again
   */
  public static String of(CargoVerdict verdict, OptionalDouble limitKilograms, List<UUID> units) {
    ObjectNode json =
        JSON.objectNode()
            .put("verdict", verdict.verdict().name())
            .put("overLimit", verdict.overLimit().name())
            .put("text", verdict.text());
    json.set("limit", limit(limitKilograms));
    json.set("declared", sum(verdict.declared()));
    json.set("weighed", sum(verdict.weighed()));
    json.set("best", sum(verdict.best()));
    json.set("measured", measured(verdict.measured()));
    json.set(
        "residual",
        verdict.residual().map(by -> mass(by.kilograms(), by.u95Kilograms())).orElse(null));
    ArrayNode manifest = json.put("units", verdict.units()).putArray("manifest");
    units.forEach(unit -> manifest.add(unit.toString()));
    return json.toString();
  }

  private static ObjectNode limit(OptionalDouble kilograms) {
    ObjectNode json = JSON.objectNode();
    return kilograms.isPresent()
        ? json.put("kilograms", kilograms.getAsDouble())
        : json.putNull("kilograms");
  }

  private static ObjectNode sum(Optional<CargoVerdict.Sum> sum) {
    return sum.map(of -> mass(of.kilograms(), of.u95Kilograms()).put("units", of.units()))
        .orElseGet(() -> JSON.objectNode().putNull("kilograms").put("units", 0));
  }

  private static ObjectNode measured(Measured measured) {
    ObjectNode json =
        measured
            .kilograms()
            .map(kilograms -> mass(kilograms, measured.u95Kilograms()))
            .orElseGet(() -> JSON.objectNode().putNull("kilograms"));
    return json.put("objection", measured.objection().orElse(null));
  }

  private static ObjectNode mass(double kilograms, double u95Kilograms) {
    return JSON.objectNode().put("kilograms", kilograms).put("u95Kilograms", u95Kilograms);
  }

  /** A crossing, canonical. */
  public static String of(Crossing crossing) {
    ObjectNode json =
        JSON.objectNode()
            .put("vessel", crossing.vessel().text())
            .put("unlocode", crossing.unlocode())
            .put("location", crossing.location().name())
            .put("name", crossing.name())
            .put("terminal", crossing.terminal().orElse(null))
            .put("event", crossing.event().name())
            .put("time", crossing.time().toString())
            .put("earliest", crossing.earliest().toString())
            .put("origin", crossing.origin().name());
    return Canonical.of(json).toString();
  }

  /** The timestamp that a crossing is in a call, canonical. */
  public static String timestamp(Crossing crossing) {
    ObjectNode json =
        JSON.objectNode()
            .put("event", crossing.event().name())
            .put("location", crossing.location().name())
            .put("locationName", crossing.name())
            .put("classifier", Timestamp.Classifier.ACT.name())
            .put("time", crossing.time().toString())
            .put("source", Timestamp.Source.PLIMSOLL.name())
            .put("earliest", crossing.earliest().toString())
            .put("origin", crossing.origin().name());
    return Canonical.of(json).toString();
  }
}
