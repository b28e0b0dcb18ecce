package org.plimsoll.shore.port.voyage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.DataOrigin;

/**
 * From port to port, as far as it was seen: one end may be missing, never both.
 *
 * @param voyage its number, where a call names one
 * @param from UN/LOCODE that she left
 * @param to UN/LOCODE that she came to
 * @param departure from there
 * @param arrival here
 * @param origin the least trusted of what its ends were seen in; empty when people said both
 */
public record Passage(
    Optional<String> voyage,
    Optional<String> from,
    Optional<String> to,
    Optional<Instant> departure,
    Optional<Instant> arrival,
    Optional<DataOrigin> origin) {

  /** Ends of one voyage number farther apart than this are two voyages that share it. */
  static final Duration LONGEST = Duration.ofDays(60);

  private static final double SECONDS_AN_HOUR = 3_600;

  /**
   * The passages of one vessel, in the order of time. Ends belong together when their calls name
   * the same voyage; where at most one of them names any, a departure goes with the next movement
   * if that is an arrival at another port. A ship that comes back to where she left was somewhere
   * that nobody told of, so that makes two passages of one end each.
   */
  public static List<Passage> of(List<Movement> movements) {
    List<Movement> inOrder = new ArrayList<>(movements);
    inOrder.sort(Comparator.comparing(Movement::time));
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Movement first = inOrder.get(i);
      Passage passage = begun(first);
      if (!first.isArrival() && i + 1 < inOrder.size() && isEndOf(first, inOrder.get(i + 1))) {
        i++;
        passage = passage.and(begun(inOrder.get(i)));
      }
      add(passages, passage);
    }
    return List.copyOf(passages);
  }

  private static Passage begun(Movement end) {
    Optional<String> port = Optional.of(end.unlocode());
    Optional<Instant> time = Optional.of(end.time());
    return end.isArrival()
        ? new Passage(end.voyage(), Optional.empty(), port, Optional.empty(), time, end.origin())
        : new Passage(end.voyage(), port, Optional.empty(), time, Optional.empty(), end.origin());
  }

  private static boolean isEndOf(Movement departure, Movement next) {
    if (!next.isArrival()
        || Duration.between(departure.time(), next.time()).compareTo(LONGEST) > 0) {
      return false;
    }
    boolean bothNamed = departure.voyage().isPresent() && next.voyage().isPresent();
    return bothNamed
        ? departure.voyage().equals(next.voyage())
        : !departure.unlocode().equals(next.unlocode());
  }

  /** A voyage that calls on its way is one passage, from its first port to its last. */
  private static void add(List<Passage> passages, Passage next) {
    for (int i = passages.size() - 1; i >= 0; i--) {
      Passage known = passages.get(i);
      if (Duration.between(known.begin(), next.begin()).compareTo(LONGEST) > 0) {
        break;
      }
      if (known.voyage().isPresent() && known.voyage().equals(next.voyage())) {
        passages.set(i, known.and(next));
        return;
      }
    }
    passages.add(next);
  }

  private Passage and(Passage later) {
    // She goes on from where she came to: that is not where the voyage began.
    boolean goesOn = departure.isEmpty() && to.equals(later.from);
    return new Passage(
        voyage.or(later::voyage),
        departure.isPresent() || goesOn ? from : later.from,
        later.arrival.isPresent() ? later.to : to,
        goesOn ? departure : departure.or(later::departure),
        later.arrival.or(this::arrival),
        worse(origin, later.origin));
  }

  private static Optional<DataOrigin> worse(Optional<DataOrigin> one, Optional<DataOrigin> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get() == DataOrigin.LIVE ? other : one;
  }

  /** By what it is counted: when she left, or, where nobody saw that, when she came. */
  public Instant begin() {
    return departure.or(() -> arrival).orElseThrow();
  }

  /** Hours from port to port; empty unless both ends were seen in the order of time. */
  public OptionalDouble hours() {
    if (departure.isEmpty() || arrival.isEmpty() || !departure.get().isBefore(arrival.get())) {
      return OptionalDouble.empty();
    }
    long seconds = Duration.between(departure.get(), arrival.get()).getSeconds();
    return OptionalDouble.of(seconds / SECONDS_AN_HOUR);
  }
}
