package org.plimsoll.vessel.mapping;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.weighing.MassUnit;

/** The unit that an indicator's display is set to. */
final class DisplayUnit {

  private DisplayUnit() {}

  /** Reads {@code display-unit}, required. */
  static MassUnit read(Section section) {
    MassUnit unit = find(section, section.text("display-unit"));
    return unit == null ? MassUnit.KILOGRAM : unit;
  }

  /** Reads {@code display-unit}; null if the prints tell it. */
  static @Nullable MassUnit readOptional(Section section) {
    return section.has("display-unit") ? find(section, section.text("display-unit")) : null;
  }

  private static @Nullable MassUnit find(Section section, String symbol) {
    MassUnit unit = MassUnit.ofSymbol(symbol);
    if (unit == null && section.has("display-unit")) {
      section.problem(
          "display-unit",
          "'" + symbol + "' is not a unit of mass",
          "one of "
              + Arrays.stream(MassUnit.values())
                  .map(MassUnit::symbol)
                  .collect(Collectors.joining(", ")));
    }
    return unit;
  }
}
