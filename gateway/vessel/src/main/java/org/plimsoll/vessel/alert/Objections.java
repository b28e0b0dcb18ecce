package org.plimsoll.vessel.alert;

import java.util.Optional;
import org.plimsoll.telemetry.AlertPriority;

/** Why a command is refused. */
final class Objections {

  private Objections() {}

  /** What stands against the command; empty if nothing does. */
  static Optional<String> to(AlertCommand command, Alert alert, AlertRule rule) {
    boolean acknowledges = command.verb() == AlertCommand.Verb.ACKNOWLEDGE;
    if (AlertTransitions.after(
            alert.state(), command.verb().event(), alert.priority(), alert.category())
        .isEmpty()) {
      return Optional.of(acknowledges ? notAcknowledged(alert) : notDone(command, alert));
    }
    if (acknowledges
        && alert.category() == AlertCategory.A
        && command.station() == AlertCommand.Station.REMOTE) {
      return Optional.of("category A: acknowledged at the panel only, with its picture");
    }
    if (command.verb() == AlertCommand.Verb.TRANSFER && !rule.transferable()) {
      return Optional.of("its announcement is not given to another system");
    }
    if (command.revision().isPresent()
        && command.revision().getAsLong() != alert.said().revision()) {
      return Optional.of("it has changed since: look at it again");
    }
    return Optional.empty();
  }

  private static String notAcknowledged(Alert alert) {
    if (alert.priority() == AlertPriority.CAUTION) {
      return "a caution is not acknowledged";
    }
    if (alert.category() == AlertCategory.C) {
      return "category C: not acknowledged on the bridge";
    }
    return alert
        .said()
        .acknowledgedBy()
        .map(who -> "already acknowledged by " + who)
        .orElse("nothing to acknowledge");
  }

  private static String notDone(AlertCommand command, Alert alert) {
    String verb = command.verb() == AlertCommand.Verb.SILENCE ? "silenced" : "transferred";
    return alert.priority() == AlertPriority.CAUTION
        ? "a caution is not " + verb
        : "it makes no sound now, so it is not " + verb;
  }
}
