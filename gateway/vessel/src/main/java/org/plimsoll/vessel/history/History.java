package org.plimsoll.vessel.history;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.Channel;

/**
 * The answer to a {@link HistoryQuery}.
 *
 * @param stepMillis width of a span of time
 * @param isWhole false when the answer was cut off because the span holds too many readings
 * @param series one for each path that the ship knows, in the order asked
 */
public record History(long stepMillis, boolean isWhole, List<Series> series) {

  public History {
    series = List.copyOf(series);
  }

  /**
   * One quantity.
   *
   * @param channel whose readings these are: of several sources the one with the most
   * @param points ascending in time; of each span its least and its greatest value
   */
  public record Series(Channel channel, List<At> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A value at a time.
   *
   * @param timeMillis in ms since 1970-01-01 UTC
   * @param value in the channel's unit; empty when nothing in the span may be used
   */
  public record At(long timeMillis, OptionalDouble value) {}
}
