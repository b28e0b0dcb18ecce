package org.plimsoll.vessel.alert;

import java.time.Instant;

/**
 * Now.
 *
 * @param time by the gateway's clock, for people
 * @param nanos on the gateway's nanosecond ticker, for how long something takes: a clock that is
 *     set neither ends a silence nor escalates a warning
 */
public record Tick(Instant time, long nanos) {}
