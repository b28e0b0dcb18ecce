package org.plimsoll.bench.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quality;

/**
 * What the sources of a ship said, frame by frame.
 *
 * @param title where it comes from
 * @param channels channel {@code i} at index {@code i}
 * @param frames by time
 */
record Recording(String title, List<Channel> channels, List<Frame> frames) {

  /** When a recording is taken to begin: 2026-05-01 00:00 UTC. */
  static final long BEGIN_MILLIS = 1_777_593_600_000L;

  /** Step of the times of a sample. */
  static final int TIME_STEP_MILLIS = 100;

  private static final int COMMIT_MILLIS = 1000;

  private static final StreamId STREAM = new StreamId("5b1d0c8f3a9e47d26c80e1f7b4925a36");

  Recording {
    channels = List.copyOf(channels);
    frames = List.copyOf(frames);
  }

  /**
   * @param path as in the store
   * @param source which device said it
   * @param resolution value of one step
   */
  record Channel(String path, String source, double resolution) {

    /** The value of so many steps. */
    double toUnit(long steps) {
      double perUnit = Math.rint(1 / resolution);
      return perUnit > 1 && Math.abs(perUnit * resolution - 1) < 1e-9
          ? steps / perUnit
          : steps * resolution;
    }
  }

  /**
   * What one source said at once.
   *
   * @param millis when it arrived, since the beginning
   */
  record Frame(long millis, List<Reading> readings) {

    /** When it was measured, as a sample says it. */
    long timeMillis() {
      return BEGIN_MILLIS + Math.floorDiv(millis, TIME_STEP_MILLIS) * (long) TIME_STEP_MILLIS;
    }
  }

  /** A value in steps of its channel's resolution. */
  record Reading(int channel, long steps) {}

  long readings() {
    return frames.stream().mapToLong(frame -> frame.readings().size()).sum();
  }

  /** The frames of each stretch of this length, those without frames left out. */
  List<List<Frame>> cut(long millis) {
    List<List<Frame>> cut = new ArrayList<>();
    List<Frame> piece = new ArrayList<>();
    long until = millis;
    for (Frame frame : frames) {
      while (frame.millis() >= until) {
        if (!piece.isEmpty()) {
          cut.add(piece);
          piece = new ArrayList<>();
        }
        until += millis;
      }
      piece.add(frame);
    }
    if (!piece.isEmpty()) {
      cut.add(piece);
    }
    return cut;
  }

  /** The blocks that a vessel seals that commits once a second and seals after this time. */
  List<Block> blocks(long sealMillis) {
    List<Block> blocks = new ArrayList<>();
    long sequence = 1;
    for (List<Frame> piece : cut(sealMillis)) {
      List<Entry> rows = new ArrayList<>();
      List<Sample> samples = new ArrayList<>();
      long second = Math.floorDiv(piece.get(0).millis(), COMMIT_MILLIS);
      for (Frame frame : piece) {
        long now = Math.floorDiv(frame.millis(), COMMIT_MILLIS);
        if (now != second) {
          rows.add(new Row(sequence++, 1, samples));
          samples = new ArrayList<>();
          second = now;
        }
        for (Reading reading : frame.readings()) {
          samples.add(
              new Sample(
                  reading.channel(),
                  frame.timeMillis(),
                  Quality.GOOD,
                  OptionalLong.of(reading.steps())));
        }
      }
      rows.add(new Row(sequence++, 1, samples));
      blocks.add(new Block(STREAM, channels.size(), DataOrigin.REPLAYED, rows));
    }
    return blocks;
  }
}
