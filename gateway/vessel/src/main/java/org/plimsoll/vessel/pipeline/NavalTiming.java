package org.plimsoll.vessel.pipeline;

/**
 * How long the naval computation of a second takes: survey, limits and cargo.
 *
 * @param computations that the figures are of, the last hundred seconds
 * @param medianSeconds half of them took less
 * @param p99Seconds 99 of 100 took less
 * @param maxSeconds the longest
 */
public record NavalTiming(
    int computations, double medianSeconds, double p99Seconds, double maxSeconds) {}
