package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.Channel;

/** What the cells of an answer's row mean, where the stores are asked the same. */
final class Cells {

  private Cells() {}

  /** A number; empty where the store has none. */
  static OptionalDouble value(JsonNode cell) {
    return cell.isNumber() ? OptionalDouble.of(cell.asDouble()) : OptionalDouble.empty();
  }

  /** Identifier, path, source, unit, resolution, time resolution and title, from a cell on. */
  static Channel channel(JsonNode row, int from) {
    return new Channel(
        row.get(from).asInt(),
        row.get(from + 1).asText(),
        row.get(from + 2).asText(),
        row.get(from + 3).asText(),
        row.get(from + 4).asDouble(),
        row.get(from + 5).asInt(),
        row.get(from + 6).asText());
  }

  /**
   * The points of a bucket: its least and its greatest value, in the order in which it rose or
   * fell. The cells after the first are least, greatest, first and last value.
   */
  static List<History.At> extremes(JsonNode row, long beginMillis, long stepMillis) {
    OptionalDouble least = value(row.get(1));
    OptionalDouble greatest = value(row.get(2));
    boolean rising = row.get(3).asDouble() <= row.get(4).asDouble();
    return List.of(
        new History.At(beginMillis, rising ? least : greatest),
        new History.At(beginMillis + stepMillis / 2, rising ? greatest : least));
  }
}
