package org.plimsoll.vessel.pipeline;

import java.util.List;
import org.plimsoll.vessel.line.LineConfig;

/** Makes the channels known whose source is certain before anything is heard. */
final class Expected {

  private Expected() {}

  static void channels(List<LineConfig> lines, ChannelBook book) {
    for (LineConfig line : lines) {
      line.dialect()
          .promises(line.id())
          .filter(promise -> !promise.source().isEmpty())
          .forEach(promise -> book.expect(promise.quantity(), promise.source(), line.id()));
    }
  }
}
