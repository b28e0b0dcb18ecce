package org.plimsoll.vessel.mapping;

import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** A measuring point that is asked for by one request for registers. */
public sealed interface PolledPoint permits RegisterPoint, RegisterWeight {

  /** What to ask for; a value of several registers is read in one request. */
  ReadRegisters request();

  /** What it means. */
  Quantity quantity();

  /**
   * The reading in an answer to {@link #request()}; invalid if the device refused, or said that it
   * has no value.
   */
  Reading reading(RegisterResponse response);

  /**
   * Reads one entry of {@code points}.
   *
   * @param leastUnit lowest address of a unit on this kind of line
   * @param mostUnit highest
   */
  static PolledPoint read(Section section, int leastUnit, int mostUnit) {
    int unit = section.integer("unit", leastUnit, mostUnit);
    return section.text("profile", "").equals(RegisterWeight.PROFILE)
        ? RegisterWeight.read(section, unit)
        : RegisterPoint.read(section, unit);
  }
}
