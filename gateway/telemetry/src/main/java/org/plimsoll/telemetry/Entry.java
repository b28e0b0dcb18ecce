package org.plimsoll.telemetry;

/** What stands for one or more sequence numbers of a stream: the readings, or why they are gone. */
public sealed interface Entry permits Row, Gap {

  /** First sequence number, from 1. */
  long first();

  /** Last sequence number, not below {@link #first}. */
  long last();

  /** How many readings it carries, or carried. */
  long readings();
}
