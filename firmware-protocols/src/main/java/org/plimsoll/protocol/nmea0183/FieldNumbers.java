package org.plimsoll.protocol.nmea0183;

import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * The fields as numbers and letters, parsed straight from the bytes without an object. A field that
 * is empty or beyond the end is absent; one that cannot be read is absent too and is remembered as
 * the sentence's {@link #fault}, so that sentences decode without a branch per field.
 *
 * <p>Nearly every field is digits and at most one point; those are read as {@link Octets}, without
 * a loop. What is not falls through to the {@code any...} methods, which go byte by byte and
 * decide.
 *
 * <p>Confined to its decoder's thread.
 */
abstract class FieldNumbers extends FieldBounds {

  /** What {@link #letter} gives for an empty field. */
  static final char NULL = 0;

  static final int SEXAGESIMAL = 100;
  static final int LAST_HOUR = 23;

  /** Behind the last ASCII character. */
  static final int ASCII_END = 128;

  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };
  private static final double[] DIVISORS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

  /** Where {@code hhmmss} ends. */
  private static final int WHOLE_TIME = 6;

  /** The bit by which S differs from N, and W from E. */
  private static final int SIDE_BIT = 4;

  final DecimalField decimal = new DecimalField();
  private double latitude;
  private double longitude;
  private Decoded.@Nullable Malformed<Sentence> fault;

  FieldNumbers(byte[] bytes) {
    super(bytes);
  }

  @Override
  void begin() {
    fault = null;
  }

  /** The first field that could not be read, or null. */
  Decoded.@Nullable Malformed<Sentence> fault() {
    return fault;
  }

  /** A single character, or {@link #NULL}. */
  char letter(int field) {
    int length = length(field);
    if (length == 0) {
      return NULL;
    }
    if (length > 1) {
      refuse(field, "more than one letter");
    }
    return charAt(field, 0);
  }

  /** Refuses what {@link Fields#code} refuses. */
  void checkCode(int field) {
    if (letter(field) >= ASCII_END) {
      refuse(field, "not a letter");
    }
  }

  /** The number; NaN if absent. */
  double value(int field) {
    int length = length(field);
    if (length - 1 >>> 3 == 0) {
      long digits = Octets.digits(Octets.at(bytes, from(field)), length);
      long point = Octets.firstPoint(digits);
      long packed = Octets.withoutPoint(digits, point);
      long alone = length == 1 ? point : 0;
      if ((Octets.notDigits(packed) | alone) == 0) {
        return Octets.number(packed) / DIVISORS[Octets.decimals(point)];
      }
    }
    return length == 0 ? Double.NaN : anyValue(field);
  }

  private double anyValue(int field) {
    return read(field) ? decimal.value() : Double.NaN;
  }

  /** A whole number; {@code absent} if there is none. */
  int whole(int field, int absent) {
    int length = length(field);
    if (length - 1 >>> 3 == 0) {
      long digits = Octets.digits(Octets.at(bytes, from(field)), length);
      if (Octets.notDigits(digits) == 0) {
        return Octets.number(digits);
      }
    }
    return length == 0 ? absent : anyWhole(field, absent);
  }

  private int anyWhole(int field, int absent) {
    if (!read(field)) {
      return absent;
    }
    if (decimal.isSmallWhole()) {
      int small = (int) decimal.whole();
      return decimal.isNegative() ? -small : small;
    }
    double value = decimal.value();
    if (value != Math.rint(value)) {
      refuse(field, "not a whole number");
      return absent;
    }
    if (Math.abs(value) > Integer.MAX_VALUE) {
      refuseRange(field, "whole number");
      return absent;
    }
    return (int) value;
  }

  /** Refuses what {@link #whole} refuses in any of the fields, both included. */
  void checkWhole(int first, int last) {
    if (!areDigits(first, Math.min(last, count))) {
      for (int field = first; field <= last; field++) {
        whole(field, 0);
      }
    }
  }

  /** Whether all of these fields, which must be there, are empty or 1 to 8 digits. */
  boolean areDigits(int first, int last) {
    int from = from(first);
    int longest = 0;
    for (int field = first; field <= last; field++) {
      int next = from(field + 1);
      longest = Math.max(longest, next - from);
      from = next;
    }
    long faults = 0;
    int end = from - 1;
    for (int at = from(first); at < end; at += Octets.SIZE) {
      long marks = Octets.notDigitsOrCommas(Octets.at(bytes, at));
      faults |= Octets.first(marks, Math.min(Octets.SIZE, end - at));
    }
    return faults == 0 && longest <= Octets.SIZE + 1;
  }

  /** Refuses what {@link Fields#time} refuses. */
  void checkTime(int field) {
    int length = length(field);
    int decimals = length - WHOLE_TIME - 1;
    long clock = Octets.at(bytes, from(field));
    if (decimals - 1 >>> 3 == 0) {
      long fraction = Octets.digits(Octets.at(bytes, from(field) + WHOLE_TIME + 1), decimals);
      if ((Octets.notClock(clock) | Octets.notDigits(fraction)) == 0
          && bytes[from(field) + WHOLE_TIME] == '.') {
        return;
      }
    } else if (length == WHOLE_TIME && Octets.notClock(clock) == 0) {
      return;
    }
    if (length > 0) {
      readTime(field);
    }
  }

  private void checkTimeOrNone(int field) {
    if (!saysNoTime(field)) {
      checkTime(field);
    }
  }

  /** Whether hour 24 or minute 60 says "not available", as in AIS. */
  boolean saysNoTime(int field) {
    return length(field) >= 4 && (twoDigits(from(field)) > LAST_HOUR || charAt(field, 2) >= '6');
  }

  /** A number of two digits, or -1. */
  int twoDigits(int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
  }

  /** Reads {@code hhmmss.sss} into {@link #decimal}; false if it is absent or none. */
  boolean readTime(int field) {
    if (!read(field)) {
      return false;
    }
    long whole = decimal.whole();
    if (decimal.isNegative()
        || whole >= (LAST_HOUR + 1) * SEXAGESIMAL * SEXAGESIMAL
        || (int) whole / SEXAGESIMAL % SEXAGESIMAL > 59
        || (int) whole % SEXAGESIMAL > 60) {
      refuseRange(field, "time");
      return false;
    }
    return true;
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
    if (fault == null) {
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

  /** Reads any decimal into {@link #decimal}; false if the field is empty, blank or none. */
  boolean read(int field) {
    int length = length(field);
    if (length == 0) {
      return false;
    }
    if (decimal.read(bytes, from(field), from(field) + length)) {
      return true;
    }
    if (!decimal.isBlank()) {
      refuse(field, "not a number");
    }
    return false;
  }

  void refuse(int field, String what) {
    refuse(Reason.SYNTAX, field, what);
  }

  void refuseRange(int field, String what) {
    refuse(Reason.RANGE, field, what + " out of range");
  }

  private void refuse(Reason reason, int field, String what) {
    if (fault == null) {
      fault =
          new Decoded.Malformed<>(
              reason,
              Foreign.quote(text(0))
                  + " field "
                  + field
                  + " \""
                  + Foreign.quote(text(field))
                  + "\": "
                  + what);
    }
  }

  /** The field as text, its escapes resolved; empty if it is absent. */
  String text(int field) {
    return length(field) == 0 ? "" : FieldText.of(bytes, from(field), from(field) + length(field));
  }
}
