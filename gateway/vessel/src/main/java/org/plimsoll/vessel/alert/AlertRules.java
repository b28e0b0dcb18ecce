package org.plimsoll.vessel.alert;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.configuration.Section;

/** How every kind of alert behaves. */
public final class AlertRules {

  private static final Duration MOST = Duration.ofMinutes(10);

  private final Map<AlertKind, AlertRule> rules = new EnumMap<>(AlertKind.class);

  private AlertRules() {
    for (AlertKind kind : AlertKind.values()) {
      rules.put(kind, AlertRule.of(kind));
    }
  }

  /** The catalogue as it is delivered. */
  public static AlertRules defaults() {
    return new AlertRules();
  }

  /** Reads what every kind may have below its name in the section {@code alerts}. */
  public static AlertRules read(Optional<Section> alerts) {
    AlertRules read = new AlertRules();
    for (AlertKind kind : AlertKind.values()) {
      alerts
          .flatMap(section -> section.optionalSection(kind.key()))
          .ifPresent(section -> read.rules.put(kind, rule(kind, section)));
    }
    return read;
  }

  private static AlertRule rule(AlertKind kind, Section section) {
    AlertRule usual = AlertRule.of(kind);
    boolean escalates = section.flag("escalates", true);
    Duration after =
        section.duration(
            "escalates-after",
            Duration.ofSeconds(1),
            AlertRule.ESCALATES_AFTER,
            AlertRule.ESCALATES_AFTER);
    return new AlertRule(
        section.choice("category", AlertCategory.class, usual.category()),
        section.flag("transferable", false),
        section.choice("armed", AlertRule.Armed.class, usual.armed()),
        section.duration("delay", Duration.ZERO, MOST, usual.delay()),
        section.duration("clears-after", Duration.ZERO, MOST, usual.clearsAfter()),
        section.duration("lingers", Duration.ZERO, MOST, usual.lingers()),
        escalates ? Optional.of(after) : Optional.empty());
  }

  public AlertRule of(AlertKind kind) {
    return rules.getOrDefault(kind, AlertRule.of(kind));
  }

  /** By the number of the alert; one that is no longer in the catalogue behaves as is usual. */
  AlertRule of(int id) {
    for (AlertKind kind : AlertKind.values()) {
      if (kind.id() == id) {
        return of(kind);
      }
    }
    return AlertRule.of(AlertKind.SENSOR_STALE);
  }
}
