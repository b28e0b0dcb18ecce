package org.plimsoll.bench;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * How much of a vessel's process was in memory at most, held against what a gateway box can give.
 *
 * @param bytes the greatest {@code VmHWM} of her processes; empty where the system does not say it.
 */
record Resident(OptionalLong bytes) {

  /** MB of 10^6 bytes. */
  static final double LIMIT_MEGABYTES = 160;

  private static final double MEGABYTE = 1e6;

  private double megabytes() {
    return bytes.orElse(0) / MEGABYTE;
  }

  /** False above the limit; a system that does not say it cannot tell. */
  boolean isWithinLimit() {
    return megabytes() <= LIMIT_MEGABYTES;
  }

  /** A part of a line of counts, with a comma before it; empty where nothing is known. */
  @Override
  public String toString() {
    if (bytes.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", vessel at most %.1f MB resident%s",
        megabytes(),
        isWithinLimit()
            ? ""
            : String.format(Locale.ROOT, ", ABOVE THE LIMIT OF %.0f", LIMIT_MEGABYTES));
  }
}
