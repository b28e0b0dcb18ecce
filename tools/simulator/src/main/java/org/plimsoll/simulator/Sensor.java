package org.plimsoll.simulator;

import java.util.Locale;

/** Everything aboard that can fail. */
public enum Sensor {
  GPS,
  DRAUGHT_FORWARD_PORT,
  DRAUGHT_FORWARD_STARBOARD,
  DRAUGHT_MIDSHIP_PORT,
  DRAUGHT_MIDSHIP_STARBOARD,
  DRAUGHT_AFT_PORT,
  DRAUGHT_AFT_STARBOARD,
  WEIGHBRIDGE,
  DECK,
  COUNTER,
  HULL;

  /** As it is written on the command line: {@code draught.forward.port}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
