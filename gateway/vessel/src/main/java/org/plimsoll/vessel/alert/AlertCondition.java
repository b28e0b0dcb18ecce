package org.plimsoll.vessel.alert;

import org.plimsoll.telemetry.AlertPriority;

/**
 * Something that deserves an alert as long as it is present.
 *
 * @param kind which alert
 * @param instance which of several, from 1; the number of the line for a sensor
 * @param priority how urgent it is now
 * @param text what an officer needs to know, with numbers and units
 */
public record AlertCondition(AlertKind kind, int instance, AlertPriority priority, String text) {}
