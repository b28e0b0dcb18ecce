package org.plimsoll.telemetry;

/**
 * One data channel of a stream (ISO 19848): what is measured, by which source, in which steps.
 *
 * @param id index in the channel table, dense from 0; never reused within a stream
 * @param path Signal K path or ours, 1 to 128 characters
 * @param source the line or the check that the value comes from, 1 to 64 characters
 * @param unit symbol of the unit of the value
 * @param resolution one step of a sample's integer value, in {@code unit}; above 0
 * @param timeResolutionMillis one step of a sample's time, 1 to 3,600,000 ms
 * @param title a few words for pages
 */
public record Channel(
    int id,
    String path,
    String source,
    String unit,
    double resolution,
    int timeResolutionMillis,
    String title) {

  /** Longest path, in characters. */
  public static final int MAX_PATH_LENGTH = 128;

  /** Longest source, unit or title, in characters. */
  public static final int MAX_TEXT_LENGTH = 128;

  /** Coarsest time resolution: one hour. */
  public static final int MAX_TIME_RESOLUTION_MILLIS = 3_600_000;

  /** Time resolution unless a channel is configured finer: 100 ms. */
  public static final int DEFAULT_TIME_RESOLUTION_MILLIS = 100;

  public Channel {
    if (id < 0 || id >= ChannelTable.MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "channel " + id + ", allowed 0 to " + (ChannelTable.MAX_CHANNELS - 1));
    }
    requireLength("path", path, MAX_PATH_LENGTH);
    requireLength("source", source, MAX_TEXT_LENGTH);
    requireLength("unit", unit, MAX_TEXT_LENGTH);
    requireLength("title", title, MAX_TEXT_LENGTH);
    if (!(resolution > 0) || Double.isInfinite(resolution)) {
      throw new IllegalArgumentException("resolution " + resolution + " of " + path + " not > 0");
    }
    if (timeResolutionMillis < 1 || timeResolutionMillis > MAX_TIME_RESOLUTION_MILLIS) {
      throw new IllegalArgumentException(
          "time resolution " + timeResolutionMillis + " ms of " + path + ", allowed 1 to 3600000");
    }
  }

  /** The value of a sample of this channel, in {@link #unit}. */
  public double toUnit(long value) {
    // 1e-7 is not representable but 1e7 is: dividing gives the double nearest to the decimal value
    double steps = Math.rint(1 / resolution);
    return steps > 1 && Math.abs(steps * resolution - 1) < 1e-9
        ? value / steps
        : value * resolution;
  }

  /** The sample value nearest to a value in {@link #unit}; the value must be finite. */
  public long toSteps(double value) {
    double steps = Math.rint(1 / resolution);
    return Math.round(
        steps > 1 && Math.abs(steps * resolution - 1) < 1e-9 ? value * steps : value / resolution);
  }

  private static void requireLength(String what, String text, int max) {
    if (text.isEmpty() || text.length() > max) {
      throw new IllegalArgumentException(
          what + " of " + text.length() + " characters, allowed 1 to " + max);
    }
  }
}
