package org.plimsoll.vessel.outbox;

import java.time.Duration;
import org.plimsoll.configuration.Section;

/**
 * Bounds of the outbox.
 *
 * @param maxBytes most bytes of blocks and rows; acknowledged blocks go first, then the oldest
 *     pending ones, each leaving a gap record; 1 MiB to 1 TiB
 * @param retention how long acknowledged blocks stay, so that the shore can ask again
 */
public record OutboxConfig(long maxBytes, Duration retention) {

  private static final long MIN_BYTES = 1L << 20;
  private static final long MAX_BYTES = 1L << 40;
  private static final long DEFAULT_BYTES = 2L << 30;
  private static final Duration DEFAULT_RETENTION = Duration.ofDays(30);
  private static final Duration MAX_RETENTION = Duration.ofDays(3650);

  public OutboxConfig {
    if (maxBytes < MIN_BYTES || maxBytes > MAX_BYTES) {
      throw new IllegalArgumentException("outbox of " + maxBytes + " bytes");
    }
    if (retention.isNegative() || retention.compareTo(MAX_RETENTION) > 0) {
      throw new IllegalArgumentException("retention " + retention);
    }
  }

  /** 2 GiB, 30 days. */
  public static OutboxConfig defaults() {
    return new OutboxConfig(DEFAULT_BYTES, DEFAULT_RETENTION);
  }

  /** Keys {@code max-size} and {@code retention}. */
  public static OutboxConfig read(Section section) {
    return new OutboxConfig(
        section.size("max-size", MIN_BYTES, MAX_BYTES, DEFAULT_BYTES),
        section.duration("retention", Duration.ZERO, MAX_RETENTION, DEFAULT_RETENTION));
  }
}
