package org.plimsoll.protocol.proof;

import java.util.List;
import java.util.stream.Stream;

/** Everything that a fuzzer asks, by name. */
public final class Targets {

  private Targets() {}

  /** All of them, in the order in which they are run. */
  public static List<Target> all() {
    return Stream.of(
            SentenceTargets.all(), BusTargets.all(), ModbusTargets.all(), WeighingTargets.all())
        .flatMap(List::stream)
        .toList();
  }

  /** The one of this name. */
  public static Target named(String name) {
    return all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no target " + name));
  }
}
