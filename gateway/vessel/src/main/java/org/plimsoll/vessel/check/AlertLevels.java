package org.plimsoll.vessel.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.vessel.alert.AlertKind;

/**
 * The levels of every alert that has some: the defaults of the catalogue, or what stands below the
 * alert's name in the section {@code alerts}, such as {@code warning-degrees}. Levels that are
 * named in {@code without} raise nothing.
 *
 * @param levels of each kind
 * @param special the numbers of single kinds
 */
public record AlertLevels(Map<AlertKind, Levels> levels, Special special) {

  private static final double NONE = Double.NaN;

  /** Heavier goods vehicles have to be weighed on ro-ro passenger ships of several flags. */
  private static final double LEAST_TONNES = 7.5;

  /**
   * How a kind is configured.
   *
   * @param unit the end of its keys
   * @param falling whether a smaller value is worse
   * @param caution default; NaN is none
   * @param most that may be configured
   */
  private record Form(
      AlertKind kind,
      String unit,
      boolean falling,
      double caution,
      double warning,
      double alarm,
      double hysteresis,
      double most) {}

  private static final List<Form> FORMS =
      List.of(
          // metres by which the mark is clear of the water
          new Form(AlertKind.DRAUGHT_LIMIT, "metres", true, NONE, 0.02, 0, 0.03, 2),
          new Form(AlertKind.SUBDIVISION, "metres", true, NONE, 0.02, 0, 0.03, 2),
          // metres from the water to the sill
          new Form(AlertKind.FREEBOARD_DOOR, "metres", true, NONE, 0.6, 0.3, 0.03, 20),
          new Form(AlertKind.LIST, "degrees", false, 0.5, 1, 2, 0.1, 45),
          // metres to the end of the booklet's range
          new Form(AlertKind.TRIM, "metres", true, NONE, 0.2, 0, 0.03, 20),
          new Form(AlertKind.HOG_SAG, "metres", false, 0.03, 0.06, NONE, 0.005, 2),
          // percent of the GM that is required
          new Form(AlertKind.GM_LOW, "percent", true, NONE, 120, 100, 2, 1000),
          // degrees between draughts and inclinometer
          new Form(AlertKind.SENSOR_DISAGREE, "degrees", false, 0.2, NONE, NONE, 0.05, 45),
          // metres above what the policy demands; alarm: metres of clearance
          new Form(AlertKind.UNDER_KEEL, "metres", true, 0.3, 0, 0.3, 0.05, 50),
          // knots above the speed at which the policy fails
          new Form(AlertKind.SQUAT_SPEED, "knots", false, NONE, 0, NONE, 0.3, 40),
          new Form(AlertKind.POSITION_JUMP, "dilution", false, 4, NONE, NONE, 0.5, 100),
          // percent of certificate or limit
          new Form(AlertKind.PASSENGERS, "percent", false, 95, 99.9, 100, 0, 200),
          new Form(AlertKind.CARGO_MASS, "percent", false, NONE, 98, 100, 0.2, 200),
          new Form(AlertKind.DECK_LOAD, "percent", false, 90, 100, 110, 1, 200),
          // minutes that the oldest reading has waited for the shore
          new Form(AlertKind.PORT_LINK, "minutes", false, 5, NONE, NONE, 0, 1440));

  /**
   * Numbers of single kinds.
   *
   * @param listUnderWayDegrees alarm of list while she makes way
   * @param sidesMetres greatest difference of the bend by the port and by the starboard marks
   * @param densityTonnesPerCubicMetre greatest difference of hydrometer and density by hand
   * @param requiredGmMetres by the stability booklet; empty where GM raises no alert
   * @param unweighedLeastTonnes declared, above which a unit has to be weighed
   * @param door the lowest sill; empty where no door raises an alert
   */
  public record Special(
      double listUnderWayDegrees,
      double sidesMetres,
      double densityTonnesPerCubicMetre,
      OptionalDouble requiredGmMetres,
      double unweighedLeastTonnes,
      Optional<Door> door) {}

  /**
   * An opening in the side.
   *
   * @param sillMetres above the keel, from where the marks count
   * @param stationMetres from the after perpendicular, + forward
   */
  public record Door(double sillMetres, double stationMetres) {}

  public AlertLevels {
    levels = Map.copyOf(levels);
  }

  /** The catalogue as it is delivered. */
  public static AlertLevels defaults() {
    return read(Optional.empty());
  }

  /** Reads the levels in the section {@code alerts}. */
  public static AlertLevels read(Optional<Section> alerts) {
    Map<AlertKind, Levels> levels = new EnumMap<>(AlertKind.class);
    for (Form form : FORMS) {
      levels.put(
          form.kind(), levels(form, alerts.flatMap(in -> in.optionalSection(form.kind().key()))));
    }
    return new AlertLevels(levels, special(alerts));
  }

  private static Levels levels(Form form, Optional<Section> section) {
    OptionalDouble caution = level(form, "caution", form.caution(), section);
    OptionalDouble warning = level(form, "warning", form.warning(), section);
    OptionalDouble alarm = level(form, "alarm", form.alarm(), section);
    if (form.kind() != AlertKind.UNDER_KEEL
        && (isAbove(caution, warning) || isAbove(warning, alarm) || isAbove(caution, alarm))) {
      section.ifPresent(
          of ->
              of.problem(
                  "",
                  "a lesser alert of " + form.kind().key() + " would come after a greater one",
                  "caution first, then warning, then alarm, as the value gets worse"));
    }
    String key = "hysteresis-" + form.unit();
    double hysteresis =
        section
            .map(of -> of.number(key, 0, form.most(), form.hysteresis()))
            .orElse(form.hysteresis());
    return new Levels(caution, warning, alarm, hysteresis);
  }

  private static OptionalDouble level(
      Form form, String word, double fallback, Optional<Section> section) {
    String key = word + "-" + form.unit();
    boolean without = section.isPresent() && section.get().texts("without").contains(word);
    boolean given = section.isPresent() && section.get().has(key);
    if (without && given) {
      section.get().problem(key, "without " + word + ", and its level is given", "one of both");
    }
    if (without || !given && Double.isNaN(fallback)) {
      return OptionalDouble.empty();
    }
    double level = given ? section.get().number(key, 0, form.most()) : fallback;
    return OptionalDouble.of(form.falling() ? -level : level);
  }

  private static boolean isAbove(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent() && one.getAsDouble() > other.getAsDouble();
  }

  private static Special special(Optional<Section> alerts) {
    Optional<Section> disagree = of(alerts, AlertKind.SENSOR_DISAGREE);
    Optional<Section> gm = of(alerts, AlertKind.GM_LOW);
    return new Special(
        of(alerts, AlertKind.LIST)
            .map(list -> list.number("alarm-under-way-degrees", 0, 45, 3))
            .orElse(3.0),
        disagree.map(sensors -> sensors.number("caution-metres", 0, 2, 0.04)).orElse(0.04),
        disagree
            .map(sensors -> sensors.number("caution-tonnes-per-cubic-metre", 0, 1, 0.005))
            .orElse(0.005),
        gm.isPresent() && gm.get().has("required-metres")
            ? OptionalDouble.of(gm.get().number("required-metres", 0.05, 20))
            : OptionalDouble.empty(),
        of(alerts, AlertKind.UNWEIGHED)
            .map(unweighed -> unweighed.number("least-tonnes", 0, 1000, LEAST_TONNES))
            .orElse(LEAST_TONNES),
        of(alerts, AlertKind.FREEBOARD_DOOR)
            .filter(door -> door.has("sill-metres") || door.has("station-metres"))
            .map(
                door ->
                    new Door(
                        door.number("sill-metres", 0, 50),
                        door.number("station-metres", -20, 500))));
  }

  private static Optional<Section> of(Optional<Section> alerts, AlertKind kind) {
    return alerts.flatMap(section -> section.optionalSection(kind.key()));
  }

  /** The levels of a kind. */
  Levels of(AlertKind kind) {
    Levels known = levels.get(kind);
    if (known == null) {
      throw new IllegalArgumentException(kind + " has no levels");
    }
    return known;
  }
}
