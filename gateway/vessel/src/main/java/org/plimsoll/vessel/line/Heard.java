package org.plimsoll.vessel.line;

import java.util.List;
import org.plimsoll.vocabulary.Reading;

/**
 * What one frame of a line said.
 *
 * @param line the line's name
 * @param source who said it: {@code line.GPRMC} for a sentence, {@code line.3} for a Modbus unit,
 *     {@code line} for an indicator
 * @param readings not empty
 */
public record Heard(String line, String source, List<Reading> readings) {}
