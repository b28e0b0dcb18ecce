package org.plimsoll.vessel.outbox;

import java.util.List;
import java.util.Map;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;

/**
 * What becomes durable together, or not at all.
 *
 * @param clockEpoch which run of the gateway's clock stamped the samples
 * @param samples at most {@link Row#MAX_SAMPLES}; may be empty when only the memory changes
 * @param memory small facts that must survive together with the samples; an empty text forgets the
 *     key; what is not named stays as it was
 */
public record CommitGroup(int clockEpoch, List<Sample> samples, Map<String, String> memory) {

  /** Longest text of one memory entry, in characters. */
  public static final int MAX_MEMORY_LENGTH = 65_536;

  public CommitGroup {
    samples = List.copyOf(samples);
    memory = Map.copyOf(memory);
    if (samples.size() > Row.MAX_SAMPLES) {
      throw new IllegalArgumentException(
          samples.size() + " samples, allowed " + Row.MAX_SAMPLES + " at most");
    }
    memory.forEach(
        (key, text) -> {
          if (text.length() > MAX_MEMORY_LENGTH) {
            throw new IllegalArgumentException(
                "memory \"" + key + "\" of " + text.length() + " characters");
          }
        });
  }

  /** A group that changes no memory. */
  public static CommitGroup of(int clockEpoch, List<Sample> samples) {
    return new CommitGroup(clockEpoch, samples, Map.of());
  }
}
