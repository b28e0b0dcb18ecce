package org.plimsoll.vessel.alert;

/** What became of an officer's command. */
public sealed interface AlertReply {

  /** Done; the alert in its new state. */
  record Done(Alert alert) implements AlertReply {}

  /** There is no such alert now. */
  record Unknown() implements AlertReply {}

  /** It cannot be, and why: done already, a caution, or several of the kind. */
  record Refused(String reason) implements AlertReply {}
}
