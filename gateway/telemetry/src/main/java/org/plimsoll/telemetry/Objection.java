package org.plimsoll.telemetry;

import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.BlockResult.Refusal;
import org.plimsoll.telemetry.BlockResult.Refused;

/** The first thing that is wrong with a block. Confined to the reading of that block. */
final class Objection {

  private @Nullable Refused first;

  /** The checksum is right and the content is not. */
  void content(String detail) {
    raise(Refusal.CONTENT, detail);
  }

  void raise(Refusal reason, String detail) {
    if (first == null) {
      first = new Refused(reason, detail);
    }
  }

  boolean isRaised() {
    return first != null;
  }

  @Nullable Refused first() {
    return first;
  }
}
