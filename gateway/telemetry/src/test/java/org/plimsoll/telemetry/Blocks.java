package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.plimsoll.vocabulary.Quality;

/** Blocks for tests. */
final class Blocks {

  static final StreamId STREAM = new StreamId("00112233445566778899aabbccddeeff");

  private Blocks() {}

  static Sample sample(int channel, long timeMillis, Quality quality, long value) {
    return new Sample(channel, timeMillis, quality, OptionalLong.of(value));
  }

  static Sample absent(int channel, long timeMillis, Quality quality) {
    return new Sample(channel, timeMillis, quality, OptionalLong.empty());
  }

  /** What a vessel seals: channels at their rates with jitter and losses, drifting or swinging. */
  static Block ordinary(RandomGenerator random) {
    int channels = 1 + random.nextInt(40);
    int rows = 1 + random.nextInt(120);
    long time = 1_770_000_000_000L + 100L * random.nextInt(1_000_000);
    double[] level = new double[channels];
    List<Entry> entries = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      List<Sample> samples = new ArrayList<>();
      for (int c = 0; c < channels; c++) {
        int perRow = c % 7 == 3 ? 5 : 1;
        for (int i = 0; i < perRow; i++) {
          if (random.nextInt(200) == 0 || c % 11 == 5 && r % 10 != 0) {
            continue;
          }
          level[c] += random.nextGaussian() * (c % 5);
          double swing = c % 3 == 0 ? 300 * Math.sin((r + c) * 0.7) : 0;
          long at = time + 1000L * r + 100L * (i * 2 + c % 4 + (random.nextInt(50) == 0 ? 1 : 0));
          samples.add(sample(c, at, Quality.GOOD, Math.round(1000 * c + level[c] + swing)));
        }
      }
      entries.add(new Row(1000 + r, 3, samples));
    }
    return new Block(STREAM, channels, DataOrigin.LIVE, entries);
  }

  /** Any block that is allowed, extreme values among them. */
  static Block random(RandomGenerator random) {
    int channels = 1 + random.nextInt(60);
    long sequence = random.nextInt(10) == 0 ? Long.MAX_VALUE - 1000 : 1 + random.nextInt(1 << 30);
    long time = random.nextLong(Sample.MAX_TIME_MILLIS - 1_000_000);
    int epoch = random.nextInt(5);
    List<Entry> entries = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(4) == 0) {
        long last = sequence + random.nextInt(20);
        entries.add(
            new Gap(
                sequence,
                last,
                random.nextLong(1L << 40),
                GapReason.values()[random.nextInt(GapReason.values().length)]));
        sequence = last + 1;
      } else {
        epoch += random.nextInt(3) == 0 ? 1 : 0;
        List<Sample> samples = new ArrayList<>();
        int size = random.nextInt(40);
        for (int s = 0; s < size; s++) {
          samples.add(randomSample(random, channels, time + random.nextInt(100_000)));
        }
        entries.add(new Row(sequence++, epoch, samples));
      }
    }
    return new Block(
        StreamId.random(random),
        channels,
        DataOrigin.values()[random.nextInt(DataOrigin.values().length)],
        entries);
  }

  private static Sample randomSample(RandomGenerator random, int channels, long time) {
    int channel = random.nextInt(channels);
    Quality quality = Quality.values()[random.nextInt(Quality.values().length)];
    if (!quality.isUsable() && random.nextBoolean()) {
      return absent(channel, time, quality);
    }
    long value =
        switch (random.nextInt(4)) {
          case 0 -> random.nextLong();
          case 1 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
          default -> random.nextInt(100_000);
        };
    return sample(channel, time, quality, value);
  }
}
