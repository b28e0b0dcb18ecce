package org.plimsoll.protocol.nmea2000;

import java.util.List;
import org.plimsoll.vocabulary.Reading;

/**
 * A message of the bus that was understood.
 *
 * @param message who said it
 * @param group what it says
 */
public record BusReport(BusMessage message, ParameterGroup group) {

  /** The readings of it, in SI. */
  public List<Reading> readings() {
    return GroupReadings.of(group);
  }
}
