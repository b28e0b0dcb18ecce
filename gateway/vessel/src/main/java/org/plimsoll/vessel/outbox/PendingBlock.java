package org.plimsoll.vessel.outbox;

import org.plimsoll.telemetry.Range;

/**
 * A sealed block that waits for its receipt. Not compared: it carries its bytes.
 *
 * @param range its sequence numbers
 * @param readings how many readings its rows carry
 * @param channelCount how many channels a reader must know
 * @param body the encoded block; not to be changed
 */
public record PendingBlock(Range range, long readings, int channelCount, byte[] body) {}
