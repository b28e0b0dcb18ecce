package org.plimsoll.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How one sensor fails: what it still sees, and what becomes of what it says. A later fault takes
 * the place of an earlier one. Confined to the simulator thread.
 */
final class Voice {

  private static final int MOST_CHANGED_BYTES = 3;

  private final List<Fault> faults;
  private final RandomGenerator random;
  private @Nullable Truth frozen;

  Voice(Sensor sensor, List<Fault> all, RandomGenerator random) {
    this.faults =
        all.stream()
            .filter(fault -> fault.sensor() == sensor)
            .sorted(Comparator.comparing(Fault::after).reversed())
            .toList();
    this.random = random;
  }

  /** The truth as the sensor sees it: once it has frozen, always the same. */
  Truth seen(Truth now) {
    if (kindAt(now).orElse(null) != Fault.Kind.FREEZE) {
      frozen = null;
      return now;
    }
    if (frozen == null) {
      frozen = now;
    }
    return frozen;
  }

  /** What of a message reaches the wire; empty when the sensor is silent. */
  Optional<byte[]> uttered(byte[] message, Truth now) {
    Fault.Kind kind = kindAt(now).orElse(null);
    if (kind == Fault.Kind.DROP) {
      return Optional.empty();
    }
    return Optional.of(kind == Fault.Kind.GARBLE ? garbled(message) : message);
  }

  private Optional<Fault.Kind> kindAt(Truth now) {
    double seconds = now.elapsedSeconds();
    return faults.stream()
        .filter(fault -> fault.after().toNanos() / 1e9 <= seconds)
        .map(Fault::kind)
        .findFirst();
  }

  private byte[] garbled(byte[] message) {
    byte[] changed = message.clone();
    int changes = random.nextInt(1, MOST_CHANGED_BYTES + 1);
    for (int i = 0; i < changes; i++) {
      changed[random.nextInt(changed.length)] ^= (byte) random.nextInt(1, 256);
    }
    return changed;
  }
}
