package org.plimsoll.telemetry;

import java.util.List;

/**
 * What the shore's store holds durably: the ship may forget it.
 *
 * @param stream of which stream
 * @param ranges at most {@link Messages#MAX_RANGES}; a union, so order and repetition do not matter
 */
public record ReceiptMessage(StreamId stream, List<Range> ranges) {

  public ReceiptMessage {
    ranges = List.copyOf(ranges);
  }
}
