package org.plimsoll.shore.port.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.plimsoll.shore.port.DraughtRecord;
import org.plimsoll.vocabulary.Quality;

/** Draught records. Stateless. */
final class DraughtJson {

  private static final List<String> MARKS =
      List.of(
          "forwardPort",
          "forwardStarboard",
          "midshipPort",
          "midshipStarboard",
          "aftPort",
          "aftStarboard");

  /** Deepest draught that is believed, in metres: no ship afloat has it. */
  private static final double MAX_DRAUGHT = 30;

  private static final int MAX_MARKS = 12;

  private static final Pattern ED25519 = Pattern.compile("Ed25519");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_-]{86}");

  private DraughtJson() {}

  private enum Side {
    PORT,
    STARBOARD
  }

  private enum Outcome {
    PASS,
    FAIL,
    INCONCLUSIVE
  }

  static DraughtRecord read(Fields fields, Instant now) {
    Instant at = fields.time("at");
    PortJson.past(fields, "at", at, now);
    Optional<DraughtRecord.Draughts> draughts =
        fields.optionalObject("draughtsMetres", DraughtJson::draughts);
    described(fields);
    signature(fields);
    DraughtRecord record =
        new DraughtRecord(
            fields.choice("instant", DraughtRecord.Moment.class),
            at,
            draughts.orElse(DraughtRecord.Draughts.NONE),
            fields.optionalObject(
                "displacement",
                mass ->
                    new DraughtRecord.Displacement(
                        mass.number("kilograms", 1, PortJson.MAX_KILOGRAMS),
                        mass.number("u95Kilograms", 0, PortJson.MAX_KILOGRAMS))),
            fields.optionalNumber("deductiblesKilograms", 0, PortJson.MAX_KILOGRAMS),
            fields.choice("quality", Quality.class));
    if (draughts.isEmpty() && record.displacement().isEmpty()) {
      fields.fault("draughtsMetres", "neither draughts nor displacement", "at least one of them");
    }
    if (record.quality() == Quality.INVALID || record.quality() == Quality.ABSENT) {
      fields.fault("quality", record.quality() + " is nothing to record", "GOOD to STALE");
    }
    return record;
  }

  /** Kept as it was said: whoever reads the record checks it, and need not believe the shore. */
  private static void signature(Fields fields) {
    fields.optionalObject(
        "signature",
        signature -> {
          signature.text("algorithm", ED25519, "Ed25519");
          signature.text("key", KEY, "32 bytes in base64url, 43 characters");
          return signature.text("value", SIGNATURE, "64 bytes in base64url, 86 characters");
        });
  }

  private static DraughtRecord.Draughts draughts(Fields fields) {
    DraughtRecord.Draughts draughts =
        new DraughtRecord.Draughts(
            mean(fields, "forward"), mean(fields, "midship"), mean(fields, "aft"));
    fields.optionalNumber("u95", 0, 5);
    if (draughts.isEmpty()) {
      fields.fault("", "no draught at all", "at least one of " + MARKS);
    }
    return draughts;
  }

  private static OptionalDouble mean(Fields fields, String mark) {
    return DoubleStream.concat(side(fields, mark + "Port"), side(fields, mark + "Starboard"))
        .average();
  }

  private static DoubleStream side(Fields fields, String name) {
    return fields.optionalNumber(name, -2, MAX_DRAUGHT).stream();
  }

  /** What is shown as it was said. */
  private static void described(Fields fields) {
    fields.optionalNumber("densityKilogramsPerCubicMetre", 900, 1100);
    fields.optionalNumber("quarterMeanMetres", -2, MAX_DRAUGHT);
    fields.optionalNumber("trimMetres", -20, 20);
    fields.optionalNumber("mctcTonneMetresPerCentimetre", 0.01, 100_000);
    fields.optionalNumber("lcfMetres", -50, 500);
    fields.optionalNumber("listDegrees", -90, 90);
    fields.optionalText("method");
    fields.objects(
        "marks",
        MAX_MARKS,
        mark -> {
          mark.text("mark");
          mark.choice("side", Side.class);
          mark.optionalNumber("limitMetres", 0, MAX_DRAUGHT);
          mark.optionalNumber("draughtMetres", -2, MAX_DRAUGHT);
          return mark.choice("verdict", Outcome.class);
        });
  }
}
