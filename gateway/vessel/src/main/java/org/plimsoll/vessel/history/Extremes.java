package org.plimsoll.vessel.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.Sample;

/** Least and greatest value of one channel in each span of time. Confined to one question. */
final class Extremes {

  private static final byte NOTHING = 0;
  private static final byte UNUSABLE = 1;
  private static final byte USABLE = 2;

  private final Channel channel;
  private final HistoryQuery query;
  private final byte[] heard;
  private final long[] least;
  private final long[] greatest;
  private final long[] leastAt;
  private final long[] greatestAt;
  private long samples;

  Extremes(Channel channel, HistoryQuery query) {
    this.channel = channel;
    this.query = query;
    int buckets = query.buckets();
    heard = new byte[buckets];
    least = new long[buckets];
    greatest = new long[buckets];
    leastAt = new long[buckets];
    greatestAt = new long[buckets];
    Arrays.fill(least, Long.MAX_VALUE);
    Arrays.fill(greatest, Long.MIN_VALUE);
  }

  int channelId() {
    return channel.id();
  }

  String path() {
    return channel.path();
  }

  /** How many readings lie in the time asked for. */
  long samples() {
    return samples;
  }

  void add(Sample sample) {
    int bucket = query.bucket(sample.timeMillis());
    if (bucket < 0) {
      return;
    }
    samples++;
    if (sample.value().isEmpty() || !sample.quality().isUsable()) {
      if (heard[bucket] == NOTHING) {
        heard[bucket] = UNUSABLE;
        leastAt[bucket] = sample.timeMillis();
      }
      return;
    }
    heard[bucket] = USABLE;
    long value = sample.value().getAsLong();
    if (value < least[bucket]) {
      least[bucket] = value;
      leastAt[bucket] = sample.timeMillis();
    }
    if (value > greatest[bucket]) {
      greatest[bucket] = value;
      greatestAt[bucket] = sample.timeMillis();
    }
  }

  History.Series series() {
    List<History.At> points = new ArrayList<>();
    for (int i = 0; i < heard.length; i++) {
      if (heard[i] == UNUSABLE) {
        points.add(new History.At(leastAt[i], OptionalDouble.empty()));
      } else if (heard[i] == USABLE) {
        History.At low = at(leastAt[i], least[i]);
        History.At high = at(greatestAt[i], greatest[i]);
        if (least[i] == greatest[i]) {
          points.add(low);
        } else {
          points.add(leastAt[i] <= greatestAt[i] ? low : high);
          points.add(leastAt[i] <= greatestAt[i] ? high : low);
        }
      }
    }
    return new History.Series(channel, points);
  }

  private History.At at(long timeMillis, long value) {
    return new History.At(timeMillis, OptionalDouble.of(channel.toUnit(value)));
  }
}
