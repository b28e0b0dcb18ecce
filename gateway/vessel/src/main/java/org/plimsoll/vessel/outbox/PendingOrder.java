package org.plimsoll.vessel.outbox;

/** From which end of the backlog to take. */
public enum PendingOrder {
  OLDEST_FIRST,
  NEWEST_FIRST
}
