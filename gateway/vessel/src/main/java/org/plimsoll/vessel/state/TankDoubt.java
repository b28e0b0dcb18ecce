package org.plimsoll.vessel.state;

/**
 * A gauged tank of which nobody knows what is in it.
 *
 * @param number its place in the configuration, from 1
 * @param cause why
 * @param text the same in words, with the tank's name and figures
 */
public record TankDoubt(int number, Cause cause, String text) {

  /** Why the content of a tank is not known. */
  public enum Cause {
    /** Its gauge is not heard: the alert of its line tells that. */
    SILENT,
    /** Its gauge is heard, and what it says is no measurement. */
    NO_MEASUREMENT,
    /** Its table has no such sounding or ullage, or no such list. */
    OUTSIDE_TABLE,
    /** Its table has no such trim. */
    OUTSIDE_TRIM
  }
}
