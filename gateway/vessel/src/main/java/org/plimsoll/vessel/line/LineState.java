package org.plimsoll.vessel.line;

/** What a watchkeeper needs to know of a line. */
public enum LineState {
  /** Opened or about to be; nothing heard since the start. */
  CONNECTING,
  /** Good frames arrive. */
  GREEN,
  /** Absent, busy, silent or unintelligible; the detail says which. */
  RED
}
