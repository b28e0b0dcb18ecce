package org.plimsoll.protocol.weighing;

import org.jspecify.annotations.Nullable;

/** Units that indicators are set to. */
public enum MassUnit {
  MILLIGRAM("mg", 1e-6),
  GRAM("g", 1e-3),
  KILOGRAM("kg", 1),
  TONNE("t", 1000),
  /** Avoirdupois pound, exact by definition. */
  POUND("lb", 0.45359237),
  /** A sixteenth of a pound. */
  OUNCE("oz", 0.45359237 / 16),
  /** 480 grains. */
  TROY_OUNCE("ozt", 0.0311034768),
  /** A twentieth of a troy ounce. */
  PENNYWEIGHT("dwt", 0.00155517384),
  /** 2000 pounds. */
  SHORT_TON("tn", 907.18474),
  /** A fifth of a gram. */
  CARAT("ct", 2e-4);

  private final String symbol;
  private final double kilograms;

  MassUnit(String symbol, double kilograms) {
    this.symbol = symbol;
    this.kilograms = kilograms;
  }

  /** As it stands in MT-SICS. */
  public String symbol() {
    return symbol;
  }

  /** One of it, in kilograms. */
  public double kilograms() {
    return kilograms;
  }

  double toKilograms(double value) {
    return this == GRAM ? value / 1000 : this == MILLIGRAM ? value / 1e6 : value * kilograms;
  }

  /** The unit of a symbol in lower case; null if there is none. */
  public static @Nullable MassUnit ofSymbol(String symbol) {
    for (MassUnit unit : values()) {
      if (unit.symbol.equals(symbol)) {
        return unit;
      }
    }
    return null;
  }
}
