package org.plimsoll.vessel.line;

import java.util.EnumMap;
import java.util.Map;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/** The counters of one line. Confined to the line's event loop. */
final class LineCounters {

  private final Map<Reason, Long> malformedByReason = new EnumMap<>(Reason.class);
  private long bytes;
  private long frames;
  private long decoded;
  private long unsupported;
  private long malformed;
  private long overlength;
  private long dropped;
  private long reopened;

  void bytes(int received) {
    bytes += received;
  }

  void frame(Decoded<?> frame) {
    frames++;
    if (frame instanceof Decoded.Malformed<?> bad) {
      malformed++;
      malformedByReason.merge(bad.reason(), 1L, Long::sum);
    } else if (frame instanceof Decoded.Unsupported<?>) {
      unsupported++;
    } else {
      decoded++;
    }
  }

  void overlength(long sentences) {
    overlength += sentences;
  }

  void dropped(int readings) {
    dropped += readings;
  }

  void reopened() {
    reopened++;
  }

  LineCounts counts() {
    return new LineCounts(
        bytes,
        frames,
        decoded,
        unsupported,
        malformed,
        malformedByReason,
        overlength,
        dropped,
        reopened);
  }
}
