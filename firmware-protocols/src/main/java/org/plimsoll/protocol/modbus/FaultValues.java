package org.plimsoll.protocol.modbus;

import java.util.Set;

/**
 * Which numbers of a measuring point mean that there is no measurement.
 *
 * @param usual all ones of unsigned and of sign and magnitude, both extremes of signed integers
 * @param further numbers as the registers hold them, before any scaling
 */
public record FaultValues(boolean usual, Set<Double> further) {

  /** As most sensors have it. */
  public static final FaultValues USUAL = new FaultValues(true, Set.of());

  /** Every number is a measurement. */
  public static final FaultValues NONE = new FaultValues(false, Set.of());

  public FaultValues {
    further = Set.copyOf(further);
  }

  /** These besides the usual ones. */
  public static FaultValues usualAnd(Set<Double> further) {
    return new FaultValues(true, further);
  }

  boolean has(double number) {
    return !further.isEmpty() && further.contains(number);
  }
}
