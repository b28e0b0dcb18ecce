package org.plimsoll.bench;

import java.time.Duration;

/**
 * How a link carries bytes, the same in both directions.
 *
 * @param bitsPerSecond capacity of each direction, shared by all its connections; 0 = unlimited.
 * @param delay one-way delay, 0 to 60 s.
 * @param loss part of the packets that do not arrive, 0 to 0.5; each is sent again after a round
 *     trip and {@link #RESEND_AFTER}, twice that when it is lost again, and what follows waits for
 *     it, as behind TCP. How TCP slows down after a loss is not part of it.
 */
public record LinkShape(long bitsPerSecond, Duration delay, double loss) {

  /** What a sender waits beyond the round trip before it repeats a packet: TCP's least. */
  static final Duration RESEND_AFTER = Duration.ofMillis(200);

  private static final double MOST_LOSS = 0.5;

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  /** A link that neither limits nor delays. */
  public static final LinkShape WIRE = new LinkShape(0, Duration.ZERO);

  /** A link that loses nothing. */
  public LinkShape(long bitsPerSecond, Duration delay) {
    this(bitsPerSecond, delay, 0);
  }

  public LinkShape {
    if (!(loss >= 0 && loss <= MOST_LOSS)) {
      throw new IllegalArgumentException("loss " + loss + " is outside 0 to " + MOST_LOSS);
    }
    if (bitsPerSecond < 0) {
      throw new IllegalArgumentException("bitsPerSecond " + bitsPerSecond + " is below 0");
    }
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("delay " + delay + " is outside 0 to " + LONGEST_DELAY);
    }
  }

  /** Nanoseconds that {@code bytes} occupy the link. */
  long nanosFor(int bytes) {
    return bitsPerSecond == 0 ? 0 : Math.round(bytes * 8e9 / bitsPerSecond);
  }

  /** Nanoseconds that a packet waits for its repetition when it is lost. */
  long nanosToRepetition() {
    return delay.multipliedBy(2).plus(RESEND_AFTER).toNanos();
  }
}
