package org.plimsoll.vessel.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.naval.departure.Figure;
import org.plimsoll.naval.departure.Figure.Group;
import org.plimsoll.naval.departure.Figure.Unit;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.vocabulary.Quality;

/**
 * A record in the form of a draught record of the port: the figures that were frozen and nothing
 * else. What the record does not have is not in the form. Masses are in kilograms, lengths in
 * metres, the density in kilograms per cubic metre. Confined to its caller.
 */
public final class PortForm {

  /** Name of the finding that says how far the survey may be trusted. */
  static final String SURVEY = "survey";

  /** Name of the figure for the moment that changes trim by a centimetre (MCTC). */
  static final String TRIM_MOMENT = "trim-moment";

  /** Name of the figure for the centre of flotation, from the after perpendicular. */
  static final String FLOTATION = "flotation";

  private static final double LEAST_TRIM_MOMENT = 0.01;
  private static final double MOST_TRIM_MOMENT = 100_000;
  private static final double LEAST_POSITION = -50;
  private static final double MOST_POSITION = 500;

  /** The port takes no lesser draught, and no deeper one, in metres. */
  private static final double LEAST_DRAUGHT = -2;

  private static final double MOST_DRAUGHT = 30;

  /** The port takes no heavier mass, in kilograms. */
  private static final double MOST_KILOGRAMS = 500e6;

  /** From tonnes to kilograms, and from t/m3 to kg/m3: exact, in decimals. */
  private static final int THOUSAND = 3;

  private static final double MOST_U95 = 5;
  private static final double MOST_TRIM = 20;
  private static final double MOST_LIST = 90;
  private static final double LEAST_DENSITY = 900;
  private static final double MOST_DENSITY = 1100;

  private final DepartureRecord record;
  private final List<String> refused = new ArrayList<>();

  private PortForm(DepartureRecord record) {
    this.record = record;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * The form.
     *
     * @param json canonical JSON (RFC 8785): the body of a {@code PUT} to the port
     */
    record Made(String json) implements Outcome {}

    /**
     * A port would not take it.
     *
     * @param reason for the officer
     */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * The form of a record.
   *
   * @param portCall the first id of the call for which it is signed
   * @param key the ship's; without one the form is not signed
   */
  public static Outcome of(DepartureRecord record, UUID portCall, Optional<ShipKey> key) {
    PortForm form = new PortForm(record);
    Map<String, Object> fields = form.fields();
    if (!form.refused.isEmpty()) {
      return new Outcome.Refused(String.join("; ", form.refused));
    }
    if (!fields.containsKey("draughtsMetres") && !fields.containsKey("displacement")) {
      return new Outcome.Refused("the record has neither draughts nor displacement");
    }
    key.ifPresent(
        signs ->
            fields.put(
                "signature",
                Map.of(
                    "algorithm",
                    "Ed25519",
                    "key",
                    signs.publicKey(),
                    "value",
                    signs.sign(signedText(record.vessel(), portCall, fields)))));
    return new Outcome.Made(CanonicalJson.write(fields));
  }

  /** With its vessel and its call, so that the record is none of another. */
  private static String signedText(String vessel, UUID portCall, Map<String, Object> fields) {
    return CanonicalJson.write(
        Map.of("portCall", portCall.toString(), "record", fields, "vessel", vessel));
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("at", record.at().toString());
    fields.put("instant", record.moment().name());
    fields.put("method", record.methodVersion());
    fields.put("quality", quality().name());
    Map<String, Object> draughts = draughts();
    if (!draughts.isEmpty()) {
      fields.put("draughtsMetres", draughts);
    }
    displacement().ifPresent(mass -> fields.put("displacement", mass));
    put(
        fields,
        "deductiblesKilograms",
        thousandfold(value(Group.MASS, "deductibles", Unit.TONNES)),
        0,
        MOST_KILOGRAMS);
    put(
        fields,
        "densityKilogramsPerCubicMetre",
        thousandfold(value(Group.WATER, "density", Unit.TONNES_PER_CUBIC_METRE)),
        LEAST_DENSITY,
        MOST_DENSITY);
    putDraught(fields, "quarterMeanMetres", value(Group.DRAUGHT, "quarter-mean", Unit.METRES));
    put(fields, "trimMetres", value(Group.ATTITUDE, "trim", Unit.METRES), -MOST_TRIM, MOST_TRIM);
    put(
        fields,
        "mctcTonneMetresPerCentimetre",
        value(Group.ATTITUDE, TRIM_MOMENT, Unit.TONNE_METRES_PER_CENTIMETRE),
        LEAST_TRIM_MOMENT,
        MOST_TRIM_MOMENT);
    put(
        fields,
        "lcfMetres",
        value(Group.ATTITUDE, FLOTATION, Unit.METRES),
        LEAST_POSITION,
        MOST_POSITION);
    put(fields, "listDegrees", value(Group.ATTITUDE, "list", Unit.DEGREES), -MOST_LIST, MOST_LIST);
    List<Map<String, Object>> marks = marks();
    if (!marks.isEmpty()) {
      fields.put("marks", marks);
    }
    return fields;
  }

  /** What nobody vouched for is not good. */
  private Quality quality() {
    boolean good =
        record.findings().stream()
            .anyMatch(
                finding ->
                    finding.check().equals(SURVEY) && finding.outcome() == Finding.Outcome.PASS);
    return good ? Quality.GOOD : Quality.DEGRADED;
  }

  /** At the six marks; one uncertainty for all of them, the greatest, if each states one. */
  private Map<String, Object> draughts() {
    Map<String, Object> draughts = new TreeMap<>();
    Optional<BigDecimal> u95 = Optional.of(BigDecimal.ZERO);
    for (DraughtMark mark : DraughtMark.values()) {
      Optional<Figure> read = figure(Group.DRAUGHT, figureName(mark), Unit.METRES);
      putDraught(draughts, camel(mark), read.map(Figure::value));
      if (read.isPresent()) {
        u95 = u95.flatMap(most -> read.get().u95().map(most::max));
      }
    }
    if (!draughts.isEmpty()) {
      put(draughts, "u95", u95, 0, MOST_U95);
    }
    return draughts;
  }

  private Optional<Map<String, Object>> displacement() {
    Optional<Figure> mass = figure(Group.MASS, "displacement", Unit.TONNES);
    Optional<BigDecimal> u95 = mass.flatMap(Figure::u95);
    if (u95.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> displacement = new TreeMap<>();
    put(displacement, "kilograms", thousandfold(mass.map(Figure::value)), 1, MOST_KILOGRAMS);
    put(displacement, "u95Kilograms", thousandfold(u95), 0, MOST_KILOGRAMS);
    return Optional.of(displacement);
  }

  /** The load line on each side, where a limit was known. */
  private List<Map<String, Object>> marks() {
    Optional<BigDecimal> allowed = value(Group.MARK, "allowed", Unit.METRES);
    if (allowed.isEmpty()) {
      return List.of();
    }
    List<Map<String, Object>> marks = new ArrayList<>();
    for (String side : List.of("port", "starboard")) {
      Map<String, Object> mark = new TreeMap<>();
      mark.put("mark", "load line");
      mark.put("side", side.toUpperCase(Locale.ROOT));
      put(mark, "limitMetres", allowed, 0, MOST_DRAUGHT);
      putDraught(mark, "draughtMetres", value(Group.DRAUGHT, "mark-midship-" + side, Unit.METRES));
      mark.put("verdict", verdict(figure(Group.MARK, side, Unit.METRES)));
      marks.add(mark);
    }
    return marks;
  }

  /**
   * Submerged fails; clear by less than the reading is sure of, or by nobody knows what, does not
   * pass.
   */
  private static String verdict(Optional<Figure> margin) {
    if (margin.isPresent() && margin.get().value().signum() < 0) {
      return Finding.Outcome.FAIL.name();
    }
    boolean clear =
        margin
            .filter(of -> of.u95().filter(u95 -> of.value().compareTo(u95) > 0).isPresent())
            .isPresent();
    return (clear ? Finding.Outcome.PASS : Finding.Outcome.INCONCLUSIVE).name();
  }

  private Optional<Figure> figure(Group group, String name, Unit unit) {
    return record.figures().stream()
        .filter(one -> one.group() == group && one.name().equals(name) && one.unit() == unit)
        .findFirst();
  }

  private Optional<BigDecimal> value(Group group, String name, Unit unit) {
    return figure(group, name, unit).map(Figure::value);
  }

  private static Optional<BigDecimal> thousandfold(Optional<BigDecimal> value) {
    return value.map(of -> of.movePointRight(THOUSAND));
  }

  private void putDraught(Map<String, Object> to, String name, Optional<BigDecimal> metres) {
    put(to, name, metres, LEAST_DRAUGHT, MOST_DRAUGHT);
  }

  /** A field that the port would refuse refuses the form: to leave it out would hide it. */
  private void put(
      Map<String, Object> to, String name, Optional<BigDecimal> value, double least, double most) {
    if (value.isEmpty()) {
      return;
    }
    double number = value.get().doubleValue();
    if (number < least || number > most) {
      refused.add(
          "%s is %s, a port takes %s to %s"
              .formatted(
                  name,
                  value.get().toPlainString(),
                  CanonicalJson.number(least),
                  CanonicalJson.number(most)));
    }
    to.put(name, number);
  }

  /** {@code FORWARD_PORT} as the record names it, {@code mark-forward-port}. */
  static String figureName(DraughtMark mark) {
    return "mark-" + mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code FORWARD_PORT} as the port names it, {@code forwardPort}. */
  private static String camel(DraughtMark mark) {
    String[] words = mark.name().toLowerCase(Locale.ROOT).split("_");
    return words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }
}
