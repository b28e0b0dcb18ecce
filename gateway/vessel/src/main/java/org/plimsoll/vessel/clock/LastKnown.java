package org.plimsoll.vessel.clock;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The clock's own memory, kept with the readings so that a restart continues.
 *
 * @param clockEpoch last epoch in use; empty before the first start
 * @param epochMillis a time not before any stored reading of that epoch
 */
public record LastKnown(OptionalInt clockEpoch, OptionalLong epochMillis) {

  private static final String EPOCH = "clock.epoch";
  private static final String TIME = "clock.time";

  /** Before the first start. */
  public static LastKnown nothing() {
    return new LastKnown(OptionalInt.empty(), OptionalLong.empty());
  }

  /** From the memory of the outbox; what is not readable counts as unknown. */
  public static LastKnown from(Map<String, String> memory) {
    try {
      return new LastKnown(
          OptionalInt.of(Integer.parseInt(memory.getOrDefault(EPOCH, ""))),
          OptionalLong.of(Long.parseLong(memory.getOrDefault(TIME, ""))));
    } catch (NumberFormatException e) {
      return nothing();
    }
  }

  /** What to commit together with the readings stamped up to this stamp. */
  public static Map<String, String> memory(Stamp newest) {
    return Map.of(
        EPOCH, Integer.toString(newest.clockEpoch()), TIME, Long.toString(newest.epochMillis()));
  }
}
