package org.plimsoll.protocol.nmea0183;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alf;

/**
 * Joins the two sentences of an alert: the first has the state and the title, the second the
 * description and, from some makers, nothing else. They belong together by talker, sequence, maker,
 * identifier and instance.
 *
 * <p>Holds at most {@value #MAX_WAITING} first sentences; one more pushes the oldest out, which
 * then stands without its description. Confined to the thread that hears the line.
 */
public final class AlertJoiner {

  /** First sentences that may wait for their second one. */
  public static final int MAX_WAITING = 16;

  /**
   * One alert as far as it was heard.
   *
   * @param alert the first or only sentence; its text is the title
   * @param description the text of the second sentence, or empty
   */
  public record Alert(Alf alert, String description) {}

  private final Deque<Alf> waiting = new ArrayDeque<>(MAX_WAITING);

  /**
   * Takes a sentence.
   *
   * @return the alert if it is whole now; the one that was pushed out or superseded by this first
   *     sentence; or nothing. A second sentence without its first says nothing.
   */
  public Optional<Alert> join(Alf alf) {
    if (alf.total().orElse(1) < 2) {
      return Optional.of(new Alert(alf, ""));
    }
    Optional<Alf> begun = take(alf);
    if (alf.number().orElse(1) == 1) {
      Optional<Alf> ousted =
          begun.isEmpty() && waiting.size() == MAX_WAITING
              ? Optional.of(waiting.removeFirst())
              : begun;
      waiting.addLast(alf);
      return ousted.map(title -> new Alert(title, ""));
    }
    return begun.map(title -> new Alert(title, alf.text()));
  }

  private Optional<Alf> take(Alf other) {
    for (Iterator<Alf> each = waiting.iterator(); each.hasNext(); ) {
      Alf title = each.next();
      if (belongTogether(title, other)) {
        each.remove();
        return Optional.of(title);
      }
    }
    return Optional.empty();
  }

  private static boolean belongTogether(Alf one, Alf other) {
    return one.talker().equals(other.talker())
        && one.sequence().equals(other.sequence())
        && one.manufacturer().equals(other.manufacturer())
        && one.identifier().equals(other.identifier())
        && one.instance().equals(other.instance());
  }
}
