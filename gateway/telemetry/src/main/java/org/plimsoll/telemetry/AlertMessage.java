package org.plimsoll.telemetry;

import java.time.Instant;
import java.util.Optional;

/**
 * One transition of one alert.
 *
 * @param id what the alert is about, 1 to 9,999,999 as in {@code ALF}
 * @param instance which of several of the kind, from 1
 * @param priority how urgent
 * @param state the state after the transition
 * @param title a few words
 * @param text one sentence, with the numbers that decided
 * @param raised when the condition began
 * @param changed when this transition happened
 * @param acknowledgedBy who acknowledged it, once somebody did
 * @param revision counts the transitions of this alert, so that the newest is known whatever the
 *     order of arrival
 */
public record AlertMessage(
    int id,
    int instance,
    AlertPriority priority,
    AlertState state,
    String title,
    String text,
    Instant raised,
    Instant changed,
    Optional<String> acknowledgedBy,
    long revision) {}
