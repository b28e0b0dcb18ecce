package org.plimsoll.protocol.nmea0183;

/**
 * A plain decimal read from bytes: optional sign, digits, optional point and digits, spaces around
 * it. No exponent, no infinity, no NaN. Kept as an integer and its count of decimals, so that
 * degrees, minutes and seconds can be taken apart without rounding.
 */
final class DecimalField {

  /** So many digits fit a long; further decimals are cut, further whole digits are refused. */
  private static final int MAX_DIGITS = 18;

  private static final int NANO_DECIMALS = 9;

  private static final int POINT = '.' - '0';

  private static final long[] POWERS = new long[MAX_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MAX_DIGITS; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private long digits;
  private int decimals;
  private boolean negative;
  private boolean blank;

  /** Reads {@code [from, to)}; false if that is no plain decimal. */
  boolean read(byte[] bytes, int from, int to) {
    return readShort(bytes, from, to) || readAny(bytes, from, to);
  }

  /** Digits and at most one point, too few to overflow, which nearly every field is. */
  private boolean readShort(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > MAX_DIGITS) {
      return false;
    }
    long value = 0;
    int point = -1;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        value = 10 * value + digit;
      } else if (digit == POINT && point < 0) {
        point = at + 1;
      } else {
        return false;
      }
    }
    digits = value;
    decimals = point < 0 ? 0 : to - point;
    negative = false;
    blank = false;
    return length > 1 || length == 1 && point < 0;
  }

  private boolean readAny(byte[] bytes, int from, int to) {
    int at = from;
    int end = to;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    while (end > at && bytes[end - 1] == ' ') {
      end--;
    }
    blank = at == end;
    if (blank) {
      return false;
    }
    byte sign = bytes[at];
    negative = sign == '-';
    if (negative || sign == '+') {
      at++;
    }
    return readDigits(bytes, at, end);
  }

  private boolean readDigits(byte[] bytes, int from, int end) {
    long value = 0;
    int read = 0;
    int point = -1;
    for (int at = from; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        if (value < POWERS[MAX_DIGITS - 1]) {
          value = 10 * value + digit;
          read++;
        } else if (point < 0) {
          return false;
        }
      } else if (bytes[at] == '.' && point < 0) {
        point = read;
      } else {
        return false;
      }
    }
    digits = value;
    decimals = point < 0 ? 0 : read - point;
    if (decimals > MAX_DIGITS) {
      digits = 0;
      decimals = 0;
    }
    return read > 0;
  }

  /** Whether the last {@link #read} met nothing but spaces. */
  boolean isBlank() {
    return blank;
  }

  boolean isNegative() {
    return negative && digits != 0;
  }

  double value() {
    double magnitude = decimals == 0 ? digits : (double) digits / POWERS[decimals];
    return negative && digits != 0 ? -magnitude : magnitude;
  }

  /** Whether it is a whole number without a point that fits an int. */
  boolean isSmallWhole() {
    return decimals == 0 && digits <= Integer.MAX_VALUE;
  }

  /** The digits before the point, without the sign. */
  long whole() {
    return decimals == 0 ? digits : digits / POWERS[decimals];
  }

  /** The magnitude modulo {@code divisor}, decimals included. */
  double remainder(int divisor) {
    return (double) (digits - whole() / divisor * divisor * POWERS[decimals]) / POWERS[decimals];
  }

  /** The digits behind the point as billionths. */
  int nanos() {
    long fraction = digits % POWERS[decimals];
    return (int)
        (decimals <= NANO_DECIMALS
            ? fraction * POWERS[NANO_DECIMALS - decimals]
            : fraction / POWERS[decimals - NANO_DECIMALS]);
  }
}
