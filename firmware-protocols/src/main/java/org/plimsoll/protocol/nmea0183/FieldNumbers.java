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

  static final double[] DIVISORS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

  /** Where {@code hhmmss} ends. */
  private static final int WHOLE_TIME = 6;

  final DecimalField decimal = new DecimalField();
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
    if (length == 0) {
      return Double.NaN;
    }
    double value = unsigned(from(field), length);
    return Double.isNaN(value) ? signedValue(field, length) : value;
  }

  private double signedValue(int field, int length) {
    int from = from(field);
    double value = bytes[from] == '-' ? 0 - unsigned(from + 1, length - 1) : Double.NaN;
    return Double.isNaN(value) ? anyValue(field) : value;
  }

  /** Digits and at most one point; NaN if it is anything else, empty or longer than an octet. */
  private double unsigned(int from, int length) {
    if (length - 1 >>> 3 != 0) {
      return Double.NaN;
    }
    long digits = Octets.digits(Octets.at(bytes, from), length);
    long point = Octets.firstPoint(digits);
    long packed = Octets.withoutPoint(digits, point);
    long alone = length == 1 ? point : 0;
    return (Octets.notDigits(packed) | alone) == 0
        ? Octets.number(packed) / DIVISORS[Octets.decimals(point)]
        : Double.NaN;
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

  /**
   * Whether all of these fields, which must be there, are empty or a few digits: so few that each
   * half octet has a comma, the last one too.
   */
  boolean areDigits(int first, int last) {
    int at = from(first);
    int end = from(last + 1) - 1 - Octets.SIZE;
    if (end < at) {
      return false;
    }
    long word = Octets.get(bytes, end);
    long faults = Octets.notDigitsOrCommas(word);
    long commas = Octets.halvesWithComma(word);
    for (; at < end; at += Octets.SIZE) {
      word = Octets.get(bytes, at);
      faults |= Octets.notDigitsOrCommas(word);
      commas &= Octets.halvesWithComma(word);
    }
    return faults == 0 && Octets.areBoth(commas);
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

  void checkTimeOrNone(int field) {
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
