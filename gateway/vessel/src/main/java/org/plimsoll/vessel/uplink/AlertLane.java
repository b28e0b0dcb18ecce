package org.plimsoll.vessel.uplink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.plimsoll.telemetry.AlertMessage;

/**
 * Alert transitions that the broker has not taken yet, in their order. Full, the oldest goes: the
 * newest state of an alert is what counts, and every state is a reading in the outbox as well.
 * Confined to the uplink thread.
 */
final class AlertLane {

  static final int CAPACITY = 256;

  private final Deque<AlertMessage> waiting = new ArrayDeque<>();
  private final Deque<AlertMessage> unanswered = new ArrayDeque<>();
  private long dropped;

  void add(AlertMessage alert) {
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

  int size() {
    return waiting.size() + unanswered.size();
  }

  long dropped() {
    return dropped;
  }
}
