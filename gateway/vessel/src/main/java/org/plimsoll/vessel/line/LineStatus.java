package org.plimsoll.vessel.line;

import java.util.OptionalLong;

/**
 * A line as other threads see it, renewed four times a second.
 *
 * @param id the line's name
 * @param protocol as written in the configuration
 * @param device the stable name or the address
 * @param state for the lamp
 * @param detail why, in a few words
 * @param heardNanos when the last good frame came, on the gateway's nanosecond ticker; empty if
 *     none
 * @param counts the counters
 */
public record LineStatus(
    String id,
    String protocol,
    String device,
    LineState state,
    String detail,
    OptionalLong heardNanos,
    LineCounts counts) {}
