package org.plimsoll.vessel;

/**
 * What went through the gateway since its outbox was made; {@code accepted = acknowledged +
 * gapRecorded + pending}.
 *
 * @param accepted readings durable aboard
 * @param acknowledged readings that the shore's store holds
 * @param pending readings that wait for the shore
 * @param gapRecorded readings thinned out, with a gap record in their place
 * @param dropped readings lost before they were accepted, since the process started
 * @param alertsRaised alerts raised since the process started
 * @param linkOutages times the link to the broker was lost since the process started
 */
public record VesselCounts(
    long accepted,
    long acknowledged,
    long pending,
    long gapRecorded,
    long dropped,
    long alertsRaised,
    long linkOutages) {}
