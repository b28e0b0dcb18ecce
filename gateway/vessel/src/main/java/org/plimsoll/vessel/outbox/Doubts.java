package org.plimsoll.vessel.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What was given to the outbox in a commit that reported an error: it may be durable all the same,
 * and whoever gave it gives it again. Until the tables were opened again nobody knows; then what is
 * there is not to be written a second time. Guarded by the outbox's lock.
 */
final class Doubts {

  /** Most that are remembered; who gives again gives the same again before anything else. */
  private static final int MAX = 8;

  private record Doubt(Object what, long sequence, boolean isThere) {}

  private final List<Doubt> doubts = new ArrayList<>();
  private @Nullable Doubt attempt;

  /** Was given again in this transaction. */
  private @Nullable Doubt given;

  /** This is about to be written with this number. */
  void attempt(Object what, long sequence) {
    attempt = new Doubt(what, sequence, false);
  }

  void committed() {
    attempt = null;
    doubts.remove(given);
    given = null;
  }

  void failed() {
    given = null;
    if (attempt != null) {
      if (doubts.size() == MAX) {
        doubts.remove(0);
      }
      doubts.add(attempt);
      attempt = null;
    }
  }

  /** The tables were opened again, and this is their last number. */
  void settle(long lastSequence) {
    doubts.removeIf(doubt -> !doubt.isThere && doubt.sequence > lastSequence);
    doubts.replaceAll(doubt -> new Doubt(doubt.what, doubt.sequence, true));
  }

  /** The number that it has got already, when it is given again. */
  OptionalLong resolved(Object what) {
    for (Doubt doubt : doubts) {
      if (doubt.isThere && doubt.what.equals(what)) {
        given = doubt;
        return OptionalLong.of(doubt.sequence);
      }
    }
    return OptionalLong.empty();
  }
}
