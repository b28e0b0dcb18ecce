package org.plimsoll.vessel.alert;

import java.time.Instant;
import java.util.Optional;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;

/**
 * One alert as it stands aboard.
 *
 * @param said what everybody is told of it
 * @param category where it may be acknowledged
 * @param condition priority of its condition, which it may exceed after an escalation
 * @param escalations 0 at first, then 1 to 9 and around, as in {@code ALF}
 * @param unanswered since when nobody answered: when it was raised, came back or escalated
 */
public record Alert(
    AlertMessage said,
    AlertCategory category,
    AlertPriority condition,
    int escalations,
    Instant unanswered) {

  /** Revision numbers go from 1 to 99 and around, as in {@code ALF}. */
  static final int MAX_REVISION = 99;

  static final int MAX_ESCALATIONS = 9;

  /** Longest text, in characters; the rest is cut. */
  static final int MAX_TEXT = 300;

  /** An alert as it is raised. */
  static Alert raised(AlertCondition of, AlertCategory category, AlertState state, Instant now) {
    return new Alert(
        new AlertMessage(
            of.kind().id(),
            of.instance(),
            of.priority(),
            state,
            of.kind().title(),
            cut(of.text()),
            now,
            now,
            Optional.empty(),
            1),
        category,
        of.priority(),
        0,
        now);
  }

  AlertKey key() {
    return new AlertKey(said.id(), said.instance());
  }

  public AlertState state() {
    return said.state();
  }

  public AlertPriority priority() {
    return said.priority();
  }

  /** In another state, by nobody in particular. */
  Alert moved(AlertState state, Instant now) {
    return moved(state, said.acknowledgedBy(), now);
  }

  Alert moved(AlertState state, Optional<String> by, Instant now) {
    return with(priority(), state, said.text(), by, now);
  }

  /** Its condition came back, or is more urgent than it was. */
  Alert again(AlertCondition of, AlertState state, Instant now) {
    return new Alert(
        with(of.priority(), state, cut(of.text()), Optional.empty(), now).said(),
        category,
        of.priority(),
        escalations,
        now);
  }

  /** Announced here again; whoever had it did not answer. */
  Alert returned(AlertState state, Instant now) {
    return new Alert(moved(state, now).said(), category, condition, escalations, now);
  }

  Alert escalated(AlertState state, Instant now) {
    return new Alert(
        with(AlertPriority.ALARM, state, said.text(), Optional.empty(), now).said(),
        category,
        condition,
        escalations % MAX_ESCALATIONS + 1,
        now);
  }

  private Alert with(
      AlertPriority priority, AlertState state, String text, Optional<String> by, Instant now) {
    return new Alert(
        new AlertMessage(
            said.id(),
            said.instance(),
            priority,
            state,
            said.title(),
            text,
            said.raised(),
            now,
            by,
            said.revision() % MAX_REVISION + 1),
        category,
        condition,
        escalations,
        unanswered);
  }

  private static String cut(String foreign) {
    String text = foreign.replaceAll("\\p{Cntrl}", " ");
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 3) + "...";
  }
}
