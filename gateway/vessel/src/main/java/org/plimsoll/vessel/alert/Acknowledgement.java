package org.plimsoll.vessel.alert;

import org.plimsoll.telemetry.AlertMessage;

/** What became of an officer's acknowledgement. */
public sealed interface Acknowledgement {

  /** Done; the alert in its new state. */
  record Done(AlertMessage alert) implements Acknowledgement {}

  /** There is no such alert now. */
  record Unknown() implements Acknowledgement {}

  /** It cannot be acknowledged, and why: done already, a caution, or several of the kind. */
  record Refused(String reason) implements Acknowledgement {}
}
