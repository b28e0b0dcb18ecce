package org.plimsoll.vessel.alert;

/** Where an alert may be acknowledged, MSC.302(87) and IEC 62923-1. */
public enum AlertCategory {
  /** At the task station only, whose picture it needs: on our own pages, not from elsewhere. */
  A,
  /** Anywhere on the bridge. */
  B,
  /** Not on the bridge: it is shown there, and goes when its cause has gone. */
  C
}
