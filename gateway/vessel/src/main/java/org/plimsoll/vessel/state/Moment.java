package org.plimsoll.vessel.state;

import java.time.Instant;
import org.plimsoll.vessel.clock.ClockState;

/**
 * When a state was made.
 *
 * @param time by the gateway's clock
 * @param clockEpoch counts the backward steps of the clock
 * @param nanos on the gateway's nanosecond ticker
 * @param upNanos how long the gateway has been running
 * @param clock what the time is worth
 */
public record Moment(Instant time, int clockEpoch, long nanos, long upNanos, ClockState clock) {}
