package org.plimsoll.vessel.pipeline;

/**
 * What became of readings before the outbox, since the start.
 *
 * @param offered readings that lines handed over
 * @param given readings of lines and of the gateway itself that are to be kept, and those lost
 *     before: accepted or gap-recorded by the outbox, or waiting
 * @param dropped readings lost: the queue was full, or the outbox failed for too long
 * @param thinned readings shown but not recorded: their source is faster than the time resolution
 * @param gated readings marked invalid: out of range, or a position that jumped
 * @param waiting readings not yet accepted by the outbox
 * @param alertsRaised alerts raised
 * @param outboxFailure why the outbox accepts nothing; empty when it does
 * @param naval how long the naval computation of a second takes
 */
public record PipelineCounts(
    long offered,
    long given,
    long dropped,
    long thinned,
    long gated,
    long waiting,
    long alertsRaised,
    String outboxFailure,
    NavalTiming naval) {}
