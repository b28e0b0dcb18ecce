package org.plimsoll.telemetry;

import java.util.List;

/**
 * What the shore wants to have again.
 *
 * @param stream of which stream
 * @param ranges at most {@link Messages#MAX_RANGES}
 */
public record RequestMessage(StreamId stream, List<Range> ranges) {

  public RequestMessage {
    ranges = List.copyOf(ranges);
  }
}
