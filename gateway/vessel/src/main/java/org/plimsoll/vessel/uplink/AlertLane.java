package org.plimsoll.vessel.uplink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;

/**
 * Alert transitions that the broker has not taken yet, in their order. Full, the oldest goes: the
 * newest state of an alert is what counts, and every state is a reading in the outbox as well.
 *
 * <p>Every new connection hears what is active again: the broker keeps no alerts, and a shore that
 * was away would otherwise know nothing until the next transition. Confined to the uplink thread.
 */
final class AlertLane {

  static final int CAPACITY = 256;

  private record Identity(int id, int instance) {}

  private final Deque<AlertMessage> waiting = new ArrayDeque<>();
  private final Deque<AlertMessage> unanswered = new ArrayDeque<>();
  private final Map<Identity, AlertMessage> active = new LinkedHashMap<>();
  private long dropped;

  void add(AlertMessage alert) {
    Identity identity = new Identity(alert.id(), alert.instance());
    active.remove(identity);
    if (alert.state() != AlertState.NORMAL && active.size() < CAPACITY) {
      active.put(identity, alert);
    }
    enqueue(alert);
  }

  private void enqueue(AlertMessage alert) {
    if (size() == CAPACITY) {
      if (waiting.isEmpty()) {
        unanswered.removeFirst();
      } else {
        waiting.removeFirst();
      }
      dropped++;
    }
    waiting.addLast(alert);
  }

  /** The next to send; until it is answered it counts as waiting. */
  Optional<AlertMessage> take() {
    AlertMessage alert = waiting.pollFirst();
    if (alert == null) {
      return Optional.empty();
    }
    unanswered.addLast(alert);
    return Optional.of(alert);
  }

  void answered(AlertMessage alert) {
    unanswered.remove(alert);
  }

  /** The connection is gone: what it did not answer is sent again, in the old order. */
  void startOver() {
    while (!unanswered.isEmpty()) {
      waiting.addFirst(unanswered.removeLast());
    }
  }

  /** There is a new connection: what is active is said again, unless it waits anyway. */
  void repeatActive() {
    for (AlertMessage alert : List.copyOf(active.values())) {
      if (!waiting.contains(alert)) {
        enqueue(alert);
      }
    }
  }

  int size() {
    return waiting.size() + unanswered.size();
  }

  /** Whether one of those that the broker has not taken yet is of such a priority. */
  boolean hasAny(Predicate<AlertPriority> priority) {
    return Stream.concat(waiting.stream(), unanswered.stream())
        .anyMatch(alert -> priority.test(alert.priority()));
  }

  long dropped() {
    return dropped;
  }
}
