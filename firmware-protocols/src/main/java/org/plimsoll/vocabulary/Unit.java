package org.plimsoll.vocabulary;

/** Units on the wire and in the store: SI, with degrees for positions, as in Signal K. */
public enum Unit {
  METRE("m"),
  SECOND("s"),
  KILOGRAM("kg"),
  KELVIN("K"),
  PASCAL("Pa"),
  AMPERE("A"),
  RADIAN("rad"),
  /** Latitude and longitude only. */
  DEGREE("deg"),
  METRE_PER_SECOND("m/s"),
  RADIAN_PER_SECOND("rad/s"),
  KILOGRAM_PER_CUBIC_METRE("kg/m3"),
  /** Revolutions of machinery, in turns per second. */
  HERTZ("Hz"),
  BYTE("B"),
  /** A count, a code or a ratio. */
  ONE("1");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The symbol as it stands on the wire, in the store and in {@code meta}. */
  public String symbol() {
    return symbol;
  }
}
