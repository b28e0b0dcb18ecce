package org.plimsoll.vessel.state;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;

/**
 * The latest of one channel.
 *
 * @param quantity what is measured
 * @param source by whom
 * @param line the line it comes over; empty for what the gateway derives
 * @param value in the quantity's unit; the last one known, whatever the quality
 * @param quality {@link Quality#ABSENT} if never heard
 * @param timeMillis when it was measured, ms since 1970 UTC; empty if never heard
 * @param ageNanos how long ago that was when the state was made; empty if never heard
 * @param preferred whether the state uses this source for its path
 */
public record ChannelState(
    Quantity quantity,
    String source,
    String line,
    OptionalDouble value,
    Quality quality,
    OptionalLong timeMillis,
    OptionalLong ageNanos,
    boolean preferred) {

  /** The value if a check may be decided on it. */
  public OptionalDouble usable() {
    return quality.isUsable() ? value : OptionalDouble.empty();
  }
}
