package org.plimsoll.telemetry;

import java.util.OptionalLong;
import org.plimsoll.vocabulary.Quality;

/**
 * One reading of one channel, stamped and judged: what is stored, sent and never changed again.
 *
 * @param channel id in the stream's channel table, from 0
 * @param timeMillis time of measurement in ms since 1970-01-01 UTC by the gateway's clock, a
 *     multiple of the channel's time resolution; unique per channel and clock epoch; 0 to the end
 *     of the year 9999
 * @param quality how far the value may be trusted
 * @param value in steps of the channel's resolution; empty only when the quality is not usable,
 *     because absent is never zero
 */
public record Sample(int channel, long timeMillis, Quality quality, OptionalLong value) {

  /** The end of the year 9999. */
  public static final long MAX_TIME_MILLIS = 253_402_300_799_999L;

  public Sample {
    if (channel < 0 || channel >= ChannelTable.MAX_CHANNELS) {
      throw new IllegalArgumentException("channel " + channel);
    }
    if (timeMillis < 0 || timeMillis > MAX_TIME_MILLIS) {
      throw new IllegalArgumentException("time " + timeMillis + " ms is not in 1970 to 9999");
    }
    if (value.isEmpty() && quality.isUsable()) {
      throw new IllegalArgumentException("channel " + channel + " has no value but is " + quality);
    }
  }
}
