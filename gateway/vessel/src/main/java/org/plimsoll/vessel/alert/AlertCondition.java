package org.plimsoll.vessel.alert;

import org.plimsoll.telemetry.AlertPriority;

/**
 * Something that deserves an alert as long as it is present.
 *
 * @param kind which alert
 * @param instance which of several, from 1; the number of the line for a sensor
 * @param priority how urgent it is now
 * @param text what an officer needs to know, with numbers and units
 * @param presence whether it is there, or so near that an alert of it stays for a while
 */
public record AlertCondition(
    AlertKind kind, int instance, AlertPriority priority, String text, Presence presence) {

  /** How far it is there. */
  public enum Presence {
    PRESENT,
    /** Within the hysteresis below a limit: raises nothing, and clears more slowly. */
    LINGERING
  }

  /** A condition that is there. */
  public AlertCondition(AlertKind kind, int instance, AlertPriority priority, String text) {
    this(kind, instance, priority, text, Presence.PRESENT);
  }

  /** The same within the hysteresis below its limit. */
  public static AlertCondition lingering(AlertKind kind, int instance, AlertPriority priority) {
    return new AlertCondition(kind, instance, priority, "", Presence.LINGERING);
  }

  AlertKey key() {
    return new AlertKey(kind.id(), instance);
  }
}
