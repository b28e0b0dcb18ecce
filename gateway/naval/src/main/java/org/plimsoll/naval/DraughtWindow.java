package org.plimsoll.naval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the six draughts are now, from the readings of the latest while: for each mark the end of
 * the straight line that fits them best. A mean would lag half the window behind a ship that is
 * being loaded, which on a ferry is more than the uncertainty that she states. With readings of
 * less than {@link #LEAST_SECONDS} a line would follow the swell, and the mean is taken.
 *
 * <p>Readings are collected second by second, whatever the rate of the sensor, so a window holds at
 * most one figure for each mark and second. Confined to one thread.
 */
public final class DraughtWindow {

  /** Three periods of the swell. */
  public static final int LEAST_SECONDS = 24;

  /** Longest window. */
  public static final int MOST_SECONDS = 600;

  static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final int seconds;
  private final Map<DraughtMark, Deque<Second>> marks = new EnumMap<>(DraughtMark.class);

  /**
   * A window.
   *
   * @param seconds 1 to {@link #MOST_SECONDS}; a minute averages a swell of 3 to 15 s
   */
  public DraughtWindow(int seconds) {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "a window of " + seconds + " s, allowed 1 to " + MOST_SECONDS);
    }
    this.seconds = seconds;
    for (DraughtMark mark : DraughtMark.values()) {
      marks.put(mark, new ArrayDeque<>());
    }
  }

  /** The readings of one mark within one second. */
  static final class Second {
    final long index;
    private double metresSum;
    private double offsetSum;
    private int count;

    private Second(long index) {
      this.index = index;
    }

    private void add(double metres, double offsetSeconds) {
      metresSum += metres;
      offsetSum += offsetSeconds;
      count++;
    }

    double metres() {
      return metresSum / count;
    }

    /** Mean time of the readings, in seconds since the beginning of this second. */
    double offsetSeconds() {
      return offsetSum / count;
    }
  }

  /**
   * What the window says.
   *
   * @param draughts of each mark with a reading, at the time of its newest
   * @param deviationsMetres standard deviation of the seconds about the fitted line: the sea state
   * @param scatter how far the motion leaves the draughts in doubt
   * @param seconds for how long the shortest of the marks has been heard
   */
  public record Estimate(
      ObservedDraughts draughts,
      Map<DraughtMark, Double> deviationsMetres,
      Scatter scatter,
      int seconds) {
    public Estimate {
      deviationsMetres = Map.copyOf(deviationsMetres);
    }
  }

  /**
   * Takes a reading; one that is not a number is no reading.
   *
   * @param nowNanos of a clock that never goes back
   */
  public void add(DraughtMark mark, long nowNanos, double metres) {
    if (!Double.isFinite(metres)) {
      return;
    }
    Deque<Second> series = series(mark);
    long index = Math.floorDiv(nowNanos, NANOS_PER_SECOND);
    Second last = series.peekLast();
    if (last == null || last.index < index) {
      last = new Second(index);
      series.addLast(last);
    }
    last.add(metres, Math.floorMod(nowNanos, NANOS_PER_SECOND) / (double) NANOS_PER_SECOND);
    forget(series, index);
  }

  /** Forgets what a mark said; for a sensor that fell silent, so that old values never speak. */
  public void clear(DraughtMark mark) {
    series(mark).clear();
  }

  /** The draughts; empty when no mark has a reading within the window. */
  public Optional<Estimate> estimate(long nowNanos) {
    long now = Math.floorDiv(nowNanos, NANOS_PER_SECOND);
    Map<DraughtMark, FittedLine> lines = new EnumMap<>(DraughtMark.class);
    Map<DraughtMark, Double> metres = new EnumMap<>(DraughtMark.class);
    Map<DraughtMark, Double> deviations = new EnumMap<>(DraughtMark.class);
    int shortest = seconds;
    for (Map.Entry<DraughtMark, Deque<Second>> entry : marks.entrySet()) {
      Deque<Second> series = entry.getValue();
      forget(series, now);
      if (!series.isEmpty()) {
        FittedLine line = FittedLine.of(series);
        lines.put(entry.getKey(), line);
        metres.put(entry.getKey(), line.endMetres());
        deviations.put(entry.getKey(), line.deviationMetres());
        shortest = Math.min(shortest, (int) (now - series.getFirst().index) + 1);
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                new ObservedDraughts(metres), deviations, new ObservedScatter(lines), shortest));
  }

  private void forget(Deque<Second> series, long now) {
    while (!series.isEmpty() && now - series.getFirst().index >= seconds) {
      series.removeFirst();
    }
  }

  private Deque<Second> series(DraughtMark mark) {
    return marks.computeIfAbsent(mark, key -> new ArrayDeque<>());
  }
}
