package org.plimsoll.telemetry;

/**
 * Consecutive sequence numbers of a stream, both ends included.
 *
 * @param first from 1
 * @param last not below {@code first}, below {@link Long#MAX_VALUE}
 */
public record Range(long first, long last) {

  public Range {
    if (!isValid(first, last)) {
      throw new IllegalArgumentException("range from " + first + " to " + last);
    }
  }

  /** Whether a range from {@code first} to {@code last} may exist. */
  public static boolean isValid(long first, long last) {
    return first >= 1 && last >= first && last < Long.MAX_VALUE;
  }

  /** How many sequence numbers it holds. */
  public long length() {
    return last - first + 1;
  }

  /** Whether a number stands in both. */
  public boolean overlaps(Range other) {
    return first <= other.last && other.first <= last;
  }
}
