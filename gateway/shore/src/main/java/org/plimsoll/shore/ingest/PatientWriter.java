package org.plimsoll.shore.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.WriteOutcome;

/**
 * Writes batches so that one bad point never holds up the good ones, and nothing is dropped because
 * the store is away or is not what it was.
 *
 * <p>A refused batch is bisected until the bad points stand alone. That is safe only because
 * writing a point twice changes nothing. An error that the store itself answers again and again for
 * the same round is bisected too, since a poisonous point can cause one; it counts as the point's
 * fault only if other points could be written meanwhile. A store that refuses everything has lost
 * its tables or has wrong ones: that is nobody's point's fault either.
 *
 * <p>Used by one lane, in its turn at the store.
 */
final class PatientWriter {

  /** Failures of the same round, one after the other, before its points are looked at singly. */
  static final int FAILURES_BEFORE_BLAME = 5;

  /** Points that fail alone, without one that succeeds, before it is the store that is ill. */
  static final int ACCUSED_BEFORE_GIVING_UP = 8;

  /** What became of the points. */
  sealed interface Result {

    /** All are durable but those refused. */
    record Done(List<Refusal> refused) implements Result {}

    /** Not all could be written; all of them again later, once the tables are surely there. */
    record Later(String reason, boolean misconfigured) implements Result {}
  }

  /** A point that the store will not have, and why. */
  record Refusal(Point point, String reason) {}

  private final Store store;
  private int failures;

  PatientWriter(Store store) {
    this.store = store;
  }

  /** Writes all of it that the store has no objection to. */
  Result write(List<? extends Point> points) {
    List<Refusal> refused = new ArrayList<>();
    List<Point> wanted = new ArrayList<>(points.size());
    for (Point point : points) {
      Optional<String> objection = store.objection(point);
      if (objection.isPresent()) {
        refused.add(new Refusal(point, objection.get()));
      } else {
        wanted.add(point);
      }
    }
    Result result = writeWanted(wanted);
    if (result instanceof Result.Done done) {
      refused.addAll(done.refused());
      return new Result.Done(refused);
    }
    return result;
  }

  /** In batches of at most {@link Store#MAX_BATCH}. */
  private Result writeWanted(List<Point> points) {
    Deque<List<Point>> open = new ArrayDeque<>();
    for (int i = 0; i < points.size(); i += Store.MAX_BATCH) {
      open.addLast(points.subList(i, Math.min(points.size(), i + Store.MAX_BATCH)));
    }
    List<Refusal> accused = new ArrayList<>();
    boolean refusedByWord = false;
    int written = 0;
    while (!open.isEmpty()) {
      // Where the first points are bad the last ones may tell that the store is well.
      boolean isDoubtful = written == 0 && !accused.isEmpty();
      List<Point> batch = isDoubtful ? open.removeLast() : open.removeFirst();
      WriteOutcome outcome = store.write(batch);
      if (outcome instanceof WriteOutcome.Written) {
        written += batch.size();
      } else if (outcome instanceof WriteOutcome.Misconfigured wrong) {
        return new Result.Later(wrong.reason(), true);
      } else if (outcome instanceof WriteOutcome.Unavailable away
          && !(away.answered() && failures >= FAILURES_BEFORE_BLAME)) {
        failures = away.answered() ? failures + 1 : 0;
        return new Result.Later(away.reason(), false);
      } else {
        refusedByWord |= outcome instanceof WriteOutcome.Refused;
        splitOrAccuse(batch, reason(outcome), open, accused);
      }
      if (accused.size() >= ACCUSED_BEFORE_GIVING_UP && written == 0) {
        return new Result.Later(accused.get(0).reason(), refusedByWord);
      }
    }
    return accused.isEmpty() || written > 0 || isToBlame(refusedByWord)
        ? new Result.Done(accused)
        : new Result.Later(accused.get(0).reason(), false);
  }

  /** Of a few points alone, none of which could be written: only after a few more attempts. */
  private boolean isToBlame(boolean refusedByWord) {
    failures++;
    return refusedByWord && failures > FAILURES_BEFORE_BLAME;
  }

  /**
   * A whole round went through. Not told after each write: those before the poisonous one of a
   * round go through every time.
   */
  void roundDone() {
    failures = 0;
  }

  private static String reason(WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Refused refused) {
      return refused.reason();
    }
    if (outcome instanceof WriteOutcome.TooLarge large) {
      return large.reason();
    }
    if (outcome instanceof WriteOutcome.Unavailable away) {
      return away.reason();
    }
    throw new AssertionError(outcome);
  }

  private static void splitOrAccuse(
      List<Point> batch, String reason, Deque<List<Point>> open, List<Refusal> accused) {
    if (batch.size() == 1) {
      accused.add(new Refusal(batch.get(0), reason));
    } else {
      open.addFirst(batch.subList(batch.size() / 2, batch.size()));
      open.addFirst(batch.subList(0, batch.size() / 2));
    }
  }
}
