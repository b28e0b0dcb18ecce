package org.plimsoll.web.signalk;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The latest of one channel, in our words.
 *
 * @param path in our vocabulary
 * @param source who measured it, such as {@code gps.GPRMC}
 * @param unit as the vocabulary writes it
 * @param title for people
 * @param value in {@code unit}; empty when there is none that may be used: stale, invalid, absent
 * @param timeMillis when it was measured, ms since 1970 UTC; empty if never heard
 * @param preferred whether this source is the one to show for its path
 */
public record SignalKReading(
    String path,
    String source,
    String unit,
    String title,
    OptionalDouble value,
    OptionalLong timeMillis,
    boolean preferred) {}
