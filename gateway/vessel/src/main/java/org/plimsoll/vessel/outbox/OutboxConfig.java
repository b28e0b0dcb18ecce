package org.plimsoll.vessel.outbox;

import java.time.Duration;
import org.plimsoll.configuration.Section;

/**
 * Bounds of the outbox.
 *
 * @param maxBytes most bytes of blocks and rows; acknowledged blocks go first, then the oldest
 *     pending ones, each leaving a gap record; 1 MiB to 1 TiB
 * @param retention how long acknowledged blocks stay, so that the shore can ask again
 * @param maxAge how long pending blocks wait for the shore; then each leaves a gap record
 * @param diskReserve bytes of the disk that the outbox leaves free: when less is left, whoever took
 *     it, old blocks make room for new ones
 */
public record OutboxConfig(long maxBytes, Duration retention, Duration maxAge, long diskReserve) {

  static final long MIN_BYTES = 1L << 20;

  /** Less than a block has room in. */
  private static final long LEAST_BYTES = 4096;

  private static final long MAX_BYTES = 1L << 40;
  private static final long DEFAULT_BYTES = 2L << 30;
  private static final Duration DEFAULT_RETENTION = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final Duration DEFAULT_MAX_AGE = Duration.ofDays(365);
  private static final Duration LEAST_MAX_AGE = Duration.ofHours(1);
  private static final long DEFAULT_RESERVE = 32L << 20;

  public OutboxConfig {
    if (maxBytes < LEAST_BYTES || maxBytes > MAX_BYTES) {
      throw new IllegalArgumentException("outbox of " + maxBytes + " bytes");
    }
    if (diskReserve < MIN_BYTES || diskReserve > MAX_BYTES) {
      throw new IllegalArgumentException("disk reserve of " + diskReserve + " bytes");
    }
    if (retention.isNegative() || retention.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("retention " + retention);
    }
    if (maxAge.compareTo(LEAST_MAX_AGE) < 0 || maxAge.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("max age " + maxAge);
    }
  }

  /** These, and for the rest the defaults. */
  public OutboxConfig(long maxBytes, Duration retention) {
    this(maxBytes, retention, DEFAULT_MAX_AGE, DEFAULT_RESERVE);
  }

  /** 2 GiB, 30 days, 365 days, 32 MiB. */
  public static OutboxConfig defaults() {
    return new OutboxConfig(DEFAULT_BYTES, DEFAULT_RETENTION);
  }

  /** Keys {@code max-size}, {@code retention}, {@code max-age} and {@code disk-reserve}. */
  public static OutboxConfig read(Section section) {
    return new OutboxConfig(
        section.size("max-size", MIN_BYTES, MAX_BYTES, DEFAULT_BYTES),
        section.duration("retention", Duration.ZERO, LONGEST, DEFAULT_RETENTION),
        section.duration("max-age", LEAST_MAX_AGE, LONGEST, DEFAULT_MAX_AGE),
        section.size("disk-reserve", MIN_BYTES, MAX_BYTES, DEFAULT_RESERVE));
  }
}
