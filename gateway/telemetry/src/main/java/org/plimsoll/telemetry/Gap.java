package org.plimsoll.telemetry;

/**
 * Sequence numbers whose readings will never come, and why. Loss is data: a gap travels, is stored
 * and is receipted like readings.
 *
 * @param first first sequence number, from 1
 * @param last last sequence number, not below {@code first}
 * @param readings how many readings are gone; 0 when that cannot be told any more
 * @param reason why
 */
public record Gap(long first, long last, long readings, GapReason reason) implements Entry {

  public Gap {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("gap from " + first + " to " + last);
    }
    if (readings < 0) {
      throw new IllegalArgumentException("gap of " + readings + " readings");
    }
  }
}
