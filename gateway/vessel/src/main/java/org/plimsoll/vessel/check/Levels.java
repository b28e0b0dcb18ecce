package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;

/**
 * Above what a value deserves which alert. What must not be too small is judged by its negative.
 *
 * @param hysteresis how far a value must fall below a level before its alert goes soon
 */
public record Levels(
    OptionalDouble caution, OptionalDouble warning, OptionalDouble alarm, double hysteresis) {

  private record Level(AlertPriority priority, OptionalDouble above) {}

  /** The same with another level of alarm. */
  Levels withAlarm(double above) {
    return new Levels(caution, warning, OptionalDouble.of(above), hysteresis);
  }

  /** With the alarm as a warning, and nothing below. */
  Levels asWarning() {
    return new Levels(OptionalDouble.empty(), alarm, OptionalDouble.empty(), hysteresis);
  }

  /**
   * The conditions of a value: the most urgent that is present, and the one that lingers.
   *
   * @param text asked for when there is something to say
   */
  List<AlertCondition> conditions(
      AlertKind kind, int instance, double value, Supplier<String> text) {
    List<AlertCondition> conditions = new ArrayList<>();
    boolean lingers = false;
    for (Level level :
        List.of(
            new Level(AlertPriority.ALARM, alarm),
            new Level(AlertPriority.WARNING, warning),
            new Level(AlertPriority.CAUTION, caution))) {
      if (level.above().isEmpty()) {
        continue;
      }
      double above = level.above().getAsDouble();
      if (value > above) {
        conditions.add(new AlertCondition(kind, instance, level.priority(), text.get()));
        return conditions;
      }
      if (!lingers && value > above - hysteresis) {
        lingers = true;
        conditions.add(AlertCondition.lingering(kind, instance, level.priority()));
      }
    }
    return conditions;
  }
}
