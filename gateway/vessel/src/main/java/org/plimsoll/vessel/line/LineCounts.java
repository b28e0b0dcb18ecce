package org.plimsoll.vessel.line;

import java.util.Map;
import org.plimsoll.protocol.Reason;

/**
 * The counters of one line since the start; {@code frames = decoded + unsupported + malformed}.
 *
 * @param bytes bytes received
 * @param frames frames found in them
 * @param decoded frames understood
 * @param unsupported sound frames that this product does not know
 * @param malformed frames refused
 * @param malformedByReason the same by reason
 * @param overlength sentences understood or sound that are longer than the 82 bytes of IEC 61162-1
 * @param dropped readings for which the pipeline had no room
 * @param reopened times the line was opened again
 */
public record LineCounts(
    long bytes,
    long frames,
    long decoded,
    long unsupported,
    long malformed,
    Map<Reason, Long> malformedByReason,
    long overlength,
    long dropped,
    long reopened) {

  public LineCounts {
    malformedByReason = Map.copyOf(malformedByReason);
  }
}
