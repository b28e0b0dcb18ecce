package org.plimsoll.configuration;

import java.time.Duration;
import java.util.Optional;

/** Durations as people write them in files and on command lines. */
public final class DurationText {

  private static final Duration LONGEST = Duration.ofDays(36_525);

  private DurationText() {}

  /** Reads {@code 250ms}, {@code 5s}, {@code 10min}, {@code 2h} or {@code 30d}. */
  public static Optional<Duration> parse(String text) {
    return Scalars.duration(text, Duration.ZERO, LONGEST).value();
  }
}
