package org.plimsoll.vessel.state;

import org.plimsoll.vessel.alert.AlertRule.Armed;

/** Whether she makes way. */
public enum Way {
  /** She lies still: alongside, as far as the gateway can tell. */
  ALONGSIDE,
  UNDER_WAY,
  /** Nobody says how fast she is, or not for long enough. */
  UNKNOWN;

  /** Whether a condition with such an arming counts; what is not known disarms nothing. */
  public boolean counts(Armed armed) {
    return switch (armed) {
      case ALWAYS -> true;
      case ALONGSIDE -> this != UNDER_WAY;
      case UNDER_WAY -> this != ALONGSIDE;
    };
  }
}
