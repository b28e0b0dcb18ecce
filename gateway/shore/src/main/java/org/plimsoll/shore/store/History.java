package org.plimsoll.shore.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer to a {@link HistoryQuery}.
 *
 * @param source whose readings these are; empty when there are none
 * @param stepMillis width of a bucket; 0 when these are the readings themselves
 * @param points ascending in time; of each bucket its least and its greatest value
 */
public record History(Optional<String> source, long stepMillis, List<At> points) {

  public History {
    points = List.copyOf(points);
  }

  /**
   * A value at a time.
   *
   * @param value empty when the reading had none that may be used
   */
  public record At(long timeMillis, OptionalDouble value) {}
}
