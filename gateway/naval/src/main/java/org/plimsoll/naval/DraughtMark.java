package org.plimsoll.naval;

/** The six places where a draught is read. */
public enum DraughtMark {
  FORWARD_PORT,
  FORWARD_STARBOARD,
  MIDSHIP_PORT,
  MIDSHIP_STARBOARD,
  AFT_PORT,
  AFT_STARBOARD
}
