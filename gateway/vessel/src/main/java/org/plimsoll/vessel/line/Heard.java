package org.plimsoll.vessel.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plimsoll.vocabulary.Reading;

/**
 * What one frame of a line said: some readings, or the time, or both.
 *
 * @param line the line's name
 * @param source who said it: {@code line.GPRMC} for a sentence, {@code line.3} for a Modbus unit,
 *     {@code line} for an indicator
 * @param utc the time that a satellite receiver with a fix says
 */
public record Heard(String line, String source, List<Reading> readings, Optional<Instant> utc) {

  /** Nothing about the time. */
  public Heard(String line, String source, List<Reading> readings) {
    this(line, source, readings, Optional.empty());
  }

  boolean isEmpty() {
    return readings.isEmpty() && utc.isEmpty();
  }
}
