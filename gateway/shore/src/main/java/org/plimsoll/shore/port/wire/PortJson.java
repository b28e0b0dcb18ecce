package org.plimsoll.shore.port.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Pattern;
import org.plimsoll.shore.port.CargoUnit;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.Declaration;
import org.plimsoll.shore.port.Inspection;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.PortRecord;
import org.plimsoll.shore.port.ReconciliationRequest;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.Voyage;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.telemetry.DataOrigin;

/** Bodies as records. Stateless. */
public final class PortJson {

  /** Heaviest unit or cargo that is believed, in kg; a large container ship carries half of it. */
  static final double MAX_KILOGRAMS = 5e8;

  /** Heaviest single unit that is believed, in kg. */
  static final double MAX_UNIT_KILOGRAMS = 1e6;

  /** U95 of a weighing that does not say its own, in kg: a usual weighbridge. */
  static final double USUAL_WEIGHING_U95_KILOGRAMS = 50;

  /** How far the clock of another may be ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int MAX_PERSONS = 20_000;
  private static final int MAX_VERSION = 1_000_000;
  private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
  private static final String A_UNLOCODE = "a UN/LOCODE such as RUVVO";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} _./-]{1,64}");
  private static final String A_NAME = "1 to 64 letters, digits, spaces or _ . / -";
  private static final Pattern REFERENCE =
      Pattern.compile("[A-Z]{2}[A-Z2-9]{3}[0-9]{9}|urn:mrn:[A-Za-z0-9:._-]{1,180}");
  private static final Pattern UNIT = Pattern.compile("[\\p{L}\\p{N} -]{1,32}");

  private PortJson() {}

  /**
   * Reads a body.
   *
   * @param now by the shore's clock; an actual time later than that is not believed
   */
  public static Body read(RecordKind kind, String text, Instant now) {
    Optional<ObjectNode> object = Canonical.object(text);
    if (object.isEmpty()) {
      return new Body.Refused(
          List.of(new Fault("", "not a JSON object", "one object, each field once, UTF-8")));
    }
    Fields fields = new Fields(object.get());
    PortRecord record = record(kind, fields, now);
    Optional<UUID> supersedes = fields.optionalId("supersedes");
    fields.optionalText("remark");
    List<Fault> faults = fields.finish();
    return faults.isEmpty()
        ? new Body.Read(record, supersedes, Canonical.of(object.get()).toString())
        : new Body.Refused(faults);
  }

  private static PortRecord record(RecordKind kind, Fields fields, Instant now) {
    return switch (kind) {
      case VOYAGE ->
          new Voyage(
              fields.vessel("vessel"),
              fields.text("number", NAME, A_NAME),
              fields.optionalText("from", UNLOCODE, A_UNLOCODE),
              fields.optionalText("to", UNLOCODE, A_UNLOCODE));
      case PORT_CALL -> call(fields);
      case TIMESTAMP -> timestamp(fields, now);
      case DECLARATION -> declaration(fields);
      case CARGO_UNIT -> unit(fields, now);
      case DRAUGHT_RECORD -> DraughtJson.read(fields, now);
      case RECONCILIATION ->
          new ReconciliationRequest(
              fields.id("baseline"), fields.id("departure"), mass(fields, "limitKilograms"));
      case INSPECTION -> inspection(fields, now);
      case CROSSING -> crossing(fields);
      case UKC_REQUEST -> UkcJson.request(fields, now);
      case UKC_PLAN -> UkcJson.plan(fields, now);
      case WITHHOLDING -> new Withholding(fields.choices("withheld", Withholding.What.class));
    };
  }

  private static OptionalDouble mass(Fields fields, String name) {
    return fields.optionalNumber(name, 1, MAX_KILOGRAMS);
  }

  private static PortCall call(Fields fields) {
    return new PortCall(
        fields.vessel("vessel"),
        fields.text("unlocode", UNLOCODE, A_UNLOCODE),
        fields.optionalText(
            "reference", REFERENCE, "UN/LOCODE, year and five digits, or urn:mrn:..."),
        fields.optionalText("terminal", NAME, A_NAME),
        fields.optionalText("berth", NAME, A_NAME),
        fields.optionalText("voyageIn", NAME, A_NAME),
        fields.optionalText("voyageOut", NAME, A_NAME),
        fields.choice("status", PortCall.Status.class));
  }

  private static Timestamp timestamp(Fields fields, Instant now) {
    Timestamp timestamp =
        new Timestamp(
            fields.choice("event", Timestamp.Event.class),
            fields.choice("location", Timestamp.Location.class),
            fields.optionalText("locationName", NAME, A_NAME),
            fields.optionalChoice("service", Timestamp.Facility.class),
            fields.choice("classifier", Timestamp.Classifier.class),
            fields.time("time"),
            fields.choice("source", Timestamp.Source.class),
            fields.optionalId("replyTo"),
            fields.optionalTime("earliest"),
            fields.optionalChoice("origin", DataOrigin.class));
    if (fields.has("event") && timestamp.event().isMovement() == timestamp.service().isPresent()) {
      fields.fault(
          "service",
          timestamp.event()
              + (timestamp.event().isMovement() ? " is of no" : " is of a")
              + " service",
          "a service for START and COMPLETION, none for ARRIVAL and DEPARTURE");
    }
    if (timestamp.classifier() == Timestamp.Classifier.ACT) {
      past(fields, "time", timestamp.time(), now);
    }
    boolean seen = timestamp.earliest().isPresent() || timestamp.origin().isPresent();
    if (seen && timestamp.source() != Timestamp.Source.PLIMSOLL) {
      fields.fault("earliest", "given with " + timestamp.source(), "only what PLIMSOLL saw has it");
    }
    return timestamp;
  }

  /** What has happened cannot lie ahead. */
  static void past(Fields fields, String name, Instant time, Instant now) {
    if (time.minus(AHEAD).isAfter(now)) {
      fields.fault(name, time + " lies ahead", "not later than " + now);
    }
  }

  private static Declaration declaration(Fields fields) {
    Declaration declaration =
        new Declaration(
            fields.choice("kind", Declaration.Subject.class),
            fields.integer("version", 1, MAX_VERSION),
            fields.choice("state", Declaration.State.class),
            fields.optionalInteger("passengers", 0, MAX_PERSONS),
            fields.optionalInteger("crew", 0, MAX_PERSONS),
            fields.optionalInteger("units", 0, MAX_PERSONS),
            mass(fields, "declaredKilograms"));
    fields.optionalText("reference");
    boolean persons = declaration.subject() == Declaration.Subject.PERSONS;
    if (persons && (declaration.passengers().isEmpty() || declaration.crew().isEmpty())) {
      fields.fault("passengers", "a number is missing", "passengers and crew, each 0 or more");
    }
    if (!persons && (declaration.passengers().isPresent() || declaration.crew().isPresent())) {
      fields.fault("passengers", "persons in a declaration of another kind", "kind PERSONS");
    }
    boolean cargo = declaration.units().isPresent() || declaration.massKilograms().isPresent();
    if (cargo && declaration.subject() != Declaration.Subject.CARGO) {
      fields.fault("units", "cargo in a declaration of another kind", "kind CARGO");
    }
    return declaration;
  }

  private static CargoUnit unit(Fields fields, Instant now) {
    fields.optionalText("description");
    fields.optionalText("lane", NAME, A_NAME);
    fields.optionalNumber("positionMetres", -50, 500);
    fields.texts("dangerousGoods", 20);
    return new CargoUnit(
        fields.text("unitId", UNIT, "1 to 32 letters, digits, spaces or -"),
        fields.choice("type", CargoUnit.Type.class),
        fields.optionalObject(
            "declared",
            declared ->
                new CargoUnit.Declared(
                    declared.number("kilograms", 1, MAX_UNIT_KILOGRAMS),
                    declared.choice("basis", CargoUnit.Basis.class))),
        fields.optionalObject(
            "weighed",
            weighed -> {
              Instant at = weighed.time("at");
              past(weighed, "at", at, now);
              weighed.optionalText("certificate");
              return new CargoUnit.Weighed(
                  weighed.number("kilograms", 1, MAX_UNIT_KILOGRAMS),
                  weighed
                      .optionalNumber("u95Kilograms", 0, MAX_UNIT_KILOGRAMS)
                      .orElse(USUAL_WEIGHING_U95_KILOGRAMS),
                  weighed.text("instrument"),
                  at);
            }));
  }

  private static Inspection inspection(Fields fields, Instant now) {
    Instant at = fields.time("at");
    past(fields, "at", at, now);
    return new Inspection(
        fields.id("unit"),
        fields.choice("finding", Inspection.Finding.class),
        fields.text("by", NAME, A_NAME),
        at);
  }

  private static Crossing crossing(Fields fields) {
    return new Crossing(
        fields.vessel("vessel"),
        fields.text("unlocode", UNLOCODE, A_UNLOCODE),
        fields.choice("location", Timestamp.Location.class),
        fields.text("name", NAME, A_NAME),
        fields.optionalText("terminal", NAME, A_NAME),
        fields.choice("event", Timestamp.Event.class),
        fields.time("time"),
        fields.time("earliest"),
        fields.choice("origin", DataOrigin.class));
  }
}
