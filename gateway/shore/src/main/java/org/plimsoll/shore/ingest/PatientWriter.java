package org.plimsoll.shore.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.WriteOutcome;

/**
 * Writes batches so that one bad point never holds up the good ones, and nothing is dropped because
 * the store is away.
 *
 * <p>A refused batch is bisected until the bad points stand alone. That is safe only because
 * writing a point twice changes nothing. An error that the store itself answers again and again for
 * the same batch is bisected too, since a poisonous point can cause one; it counts as the point's
 * fault only if other points could be written meanwhile.
 *
 * <p>Confined to the ingest thread.
 */
final class PatientWriter {

  /** Answers of 5xx to the same round, one after the other, before it is bisected. */
  static final int ERRORS_BEFORE_BISECTING = 5;

  /** Points that fail alone, without one that succeeds, before it is the store that is ill. */
  static final int SUSPECTS_BEFORE_GIVING_UP = 8;

  /** What became of the points. */
  sealed interface Result {

    /** All are durable but those refused. */
    record Done(List<Refusal> refused) implements Result {}

    /** Not all could be written; all of them again later. */
    record Later(String reason, boolean misconfigured) implements Result {}
  }

  /** A point that the store will not have, and why. */
  record Refusal(Point point, String reason) {}

  private final Store store;
  private int errors;

  PatientWriter(Store store) {
    this.store = store;
  }

  /** Writes all of it, in batches of at most {@link Store#MAX_BATCH}. */
  Result write(List<? extends Point> points) {
    Deque<List<? extends Point>> open = new ArrayDeque<>();
    for (int i = 0; i < points.size(); i += Store.MAX_BATCH) {
      open.addLast(points.subList(i, Math.min(points.size(), i + Store.MAX_BATCH)));
    }
    List<Refusal> refused = new ArrayList<>();
    List<Refusal> suspects = new ArrayList<>();
    boolean bisectErrors = errors >= ERRORS_BEFORE_BISECTING;
    int written = 0;
    while (!open.isEmpty()) {
      List<? extends Point> batch = open.removeFirst();
      WriteOutcome outcome = store.write(batch);
      if (outcome instanceof WriteOutcome.Written) {
        written += batch.size();
      } else if (outcome instanceof WriteOutcome.Refused no) {
        splitOrAccuse(batch, no.reason(), open, refused);
      } else if (outcome instanceof WriteOutcome.TooLarge large) {
        splitOrAccuse(batch, large.reason(), open, refused);
      } else if (outcome instanceof WriteOutcome.Unavailable away) {
        if (!away.answered() || !bisectErrors) {
          errors = away.answered() ? errors + 1 : 0;
          return new Result.Later(away.reason(), false);
        }
        splitOrAccuse(batch, away.reason(), open, suspects);
        if (suspects.size() >= SUSPECTS_BEFORE_GIVING_UP && written == 0) {
          return new Result.Later(away.reason(), false);
        }
      } else if (outcome instanceof WriteOutcome.Misconfigured wrong) {
        return new Result.Later(wrong.reason(), true);
      } else {
        throw new AssertionError(outcome);
      }
    }
    if (!suspects.isEmpty() && written == 0) {
      return new Result.Later(suspects.get(0).reason(), false);
    }
    refused.addAll(suspects);
    return new Result.Done(refused);
  }

  /**
   * A whole round went through. Not told after each write: those before the poisonous one of a
   * round go through every time.
   */
  void roundDone() {
    errors = 0;
  }

  private static void splitOrAccuse(
      List<? extends Point> batch,
      String reason,
      Deque<List<? extends Point>> open,
      List<Refusal> accused) {
    if (batch.size() == 1) {
      accused.add(new Refusal(batch.get(0), reason));
    } else {
      open.addFirst(batch.subList(batch.size() / 2, batch.size()));
      open.addFirst(batch.subList(0, batch.size() / 2));
    }
  }
}
