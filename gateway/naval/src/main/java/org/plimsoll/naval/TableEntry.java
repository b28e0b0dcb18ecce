package org.plimsoll.naval;

/** What a hydrostatic table says when it is entered: a row, or why it has none. */
public sealed interface TableEntry {

  /** The table covers the argument. */
  record Found(HydrostaticRow row) implements TableEntry {}

  /**
   * The argument lies outside the table, which is never extrapolated nor clamped.
   *
   * @param reason the argument and the table's range
   */
  record OutOfRange(String reason) implements TableEntry {}
}
