package org.plimsoll.shore.port.status;

/** How the receiver of vessel statuses stands with us. */
public enum PushState {
  /** None is configured. */
  OFF,
  /** Nothing was sent yet. */
  UNKNOWN,
  /** The last one was answered, be it that this call is not known there. */
  UP,
  /** It does not answer, or with an error; tried again with growing pauses. */
  DOWN
}
