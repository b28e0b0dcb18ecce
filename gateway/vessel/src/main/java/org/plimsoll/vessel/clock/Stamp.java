package org.plimsoll.vessel.clock;

/**
 * A time that identifies a reading together with its channel.
 *
 * @param epochMillis ms since 1970-01-01 UTC; never decreases within a clock epoch
 * @param clockEpoch counts the backward steps of the clock, from 1
 */
public record Stamp(long epochMillis, int clockEpoch) {}
