package org.plimsoll.protocol.nmea0183;

/**
 * The fields as angles and positions, and what a sentence of given kinds of fields refuses. A
 * position that is said again, as in each sentence of an epoch, is not read again.
 *
 * <p>Confined to its decoder's thread.
 */
abstract class FieldAngles extends FieldNumbers {

  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  /** The bit by which S differs from N, and W from E. */
  private static final int SIDE_BIT = 4;

  /** The text of {@link #latitude} and {@link #longitude}. */
  private final RepeatedText said = new RepeatedText();

  private double latitude;
  private double longitude;

  FieldAngles(byte[] bytes) {
    super(bytes);
  }

  /**
   * Refuses what a record refuses whose fields are of these kinds, the first one first.
   *
   * @param kinds {@code n} number, {@code i} whole number, {@code c} letter, {@code t} time, {@code
   *     o} time or none, {@code p...} position, {@code v.} number and side; the rest is text
   */
  void check(String kinds) {
    for (int field = 1; field <= kinds.length(); field++) {
      switch (kinds.charAt(field - 1)) {
        case 'n' -> value(field);
        case 'i' -> whole(field, 0);
        case 'c' -> checkCode(field);
        case 't' -> checkTime(field);
        case 'o' -> checkTimeOrNone(field);
        case 'p' -> checkPosition(field);
        case 'v' -> signed(field);
        default -> {
          // Text is what it is.
        }
      }
    }
  }

  /** {@link Fields#variation}; NaN if absent. */
  double signed(int field) {
    char side = letter(field + 1);
    double degrees = value(field);
    if (side == NULL || Math.abs(degrees) > 180) {
      return Double.NaN;
    }
    return side == 'W' ? -degrees : degrees;
  }

  /** {@link Fields#position} as primitives, which are NaN if it is absent. */
  void checkPosition(int field) {
    int from = from(field);
    int length = field + 3 > count ? 0 : from(field + 4) - 1 - from;
    if (!said.is(bytes, from, length)) {
      said.forget();
      readPosition(field);
      if (!Double.isNaN(latitude)) {
        said.remember(bytes, from, length);
      }
    }
  }

  private void readPosition(int field) {
    latitude = Double.NaN;
    longitude = Double.NaN;
    if (length(field) == 0
        || length(field + 1) == 0
        || length(field + 2) == 0
        || length(field + 3) == 0) {
      return;
    }
    double north = angle(field, 90, 'N', 'S');
    double east = angle(field + 2, 180, 'E', 'W');
    if (fault() == null) {
      latitude = north;
      longitude = east;
    }
  }

  /** Of the last {@link #checkPosition}, or NaN. */
  double latitude() {
    return latitude;
  }

  /** Of the last {@link #checkPosition}, or NaN. */
  double longitude() {
    return longitude;
  }

  /**
   * {@code dddmm.mmm} by value, not by width: some devices drop the leading zeros. Sixty minutes
   * sharp is a whole degree, as receivers write that round 59.99996.
   */
  private double angle(int field, int limit, char positive, char negative) {
    int from = from(field);
    long digits = Octets.digits(Octets.at(bytes, from), Octets.SIZE);
    int point = Octets.indexOf(Octets.firstPoint(digits));
    int decimals = length(field) - point - 1;
    int side = bytes[from(field + 1)];
    if (point - 1 < Octets.SIZE - 1
        && point > 0
        && decimals - 1 >>> 3 == 0
        && (side - positive) * (side - negative) == 0
        && length(field + 1) == 1) {
      long before = digits << Long.SIZE - Byte.SIZE * point;
      long behind = Octets.digits(Octets.at(bytes, from + point + 1), decimals);
      int whole = Octets.number(before);
      int degrees = whole / SEXAGESIMAL;
      long fraction =
          (long) (whole - degrees * SEXAGESIMAL) * POWERS[decimals] + Octets.number(behind);
      double minutes = fraction / DIVISORS[decimals];
      double angle = degrees + minutes / 60;
      if ((Octets.notDigits(before) | Octets.notDigits(behind)) == 0
          && minutes <= 60
          && angle <= limit) {
        // Which hemisphere comes next no processor can foresee: so the sign is set, not chosen.
        long sign = (long) (side >>> SIDE_BIT) << Long.SIZE - 1;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(angle) | sign);
      }
    }
    return anyAngle(field, limit, positive, negative);
  }

  private double anyAngle(int field, int limit, char positive, char negative) {
    if (!read(field)) {
      refuse(field, "not an angle");
      return 0;
    }
    char side = letter(field + 1);
    if (side != positive && side != negative) {
      refuse(field + 1, "neither " + positive + " nor " + negative);
      return 0;
    }
    long degrees = decimal.whole() / SEXAGESIMAL;
    double minutes = decimal.remainder(SEXAGESIMAL);
    double angle = degrees + minutes / 60;
    if (decimal.isNegative() || minutes > 60 || !(angle <= limit)) {
      refuseRange(field, "angle");
      return 0;
    }
    return side == negative ? -angle : angle;
  }
}
