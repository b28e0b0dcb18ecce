package org.plimsoll.telemetry;

/** Priority of an alert, MSC.302(87) module A 4; most urgent first. */
public enum AlertPriority {
  EMERGENCY_ALARM,
  ALARM,
  WARNING,
  CAUTION
}
