package org.plimsoll.naval.departure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One figure of a record, in decimals, so that every machine writes the same.
 *
 * @param group what kind of figure
 * @param name within the group, in lower case with hyphens
 * @param value rounded half up to the decimals of its unit
 * @param u95 expanded uncertainty, where it is stated
 */
public record Figure(
    Group group, String name, BigDecimal value, Unit unit, Optional<BigDecimal> u95) {

  /** Kinds of figures, in the order of the record. */
  public enum Group {
    DRAUGHT,
    WATER,
    /** From the waterline to a line, each side. */
    MARK,
    ATTITUDE,
    /** The corrections of the survey, by the name of their line in the form. */
    CORRECTION,
    MASS,
    CLEARANCE,
    /** Indicative only; nothing may be decided on it. */
    INDICATIVE
  }

  /** Units with the decimals of a record. */
  public enum Unit {
    METRES(4),
    TONNES(3),
    TONNES_PER_CUBIC_METRE(5),
    DEGREES(3),
    TONNE_METRES(1),
    TONNE_METRES_PER_CENTIMETRE(2),
    METRES_PER_SECOND(3);

    private final int decimals;

    Unit(int decimals) {
      this.decimals = decimals;
    }

    BigDecimal round(BigDecimal value) {
      return value.setScale(decimals, RoundingMode.HALF_UP);
    }
  }

  public Figure {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a figure of " + group + " has no name");
    }
    value = unit.round(value);
    u95 = u95.map(unit::round);
  }

  /** A figure without a stated uncertainty; {@code value} is finite. */
  public static Figure of(Group group, String name, double value, Unit unit) {
    return new Figure(group, name, BigDecimal.valueOf(value), unit, Optional.empty());
  }

  /** A figure with its U95; both are finite. */
  public static Figure of(Group group, String name, double value, Unit unit, double u95) {
    return new Figure(
        group, name, BigDecimal.valueOf(value), unit, Optional.of(BigDecimal.valueOf(u95)));
  }
}
