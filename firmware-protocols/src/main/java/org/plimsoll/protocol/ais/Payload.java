package org.plimsoll.protocol.ais;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The bits of one message, out of their armour: each character of a sentence carries six, most
 * significant first.
 *
 * <pre>
 * 0x30 '0' .. 0x57 'W'  carry  0 .. 39
 * 0x60 '`' .. 0x77 'w'  carry 40 .. 63
 * </pre>
 *
 * Fields are read without a look at the length: the caller asks {@link #bits} first. Confined to
 * its decoder's thread.
 */
final class Payload {

  /** Bound of one message, 1536 bits; the longest of the norm takes five slots and 1064 bits. */
  static final int MAX_CHARACTERS = 256;

  /** What {@link #append} found. */
  enum Appended {
    ALL,
    NOT_ARMOUR,
    TOO_LONG
  }

  private static final int BITS = 6;
  private static final int TEN_THOUSANDTHS_OF_MINUTE = 600_000;
  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);

  /** What each character carries, or -1. */
  private static final byte[] ARMOUR = new byte[128];

  static {
    Arrays.fill(ARMOUR, (byte) -1);
    for (int value = 0; value < 1 << BITS; value++) {
      ARMOUR[value < 40 ? '0' + value : '`' + value - 40] = (byte) value;
    }
  }

  /** First bit in the highest place; one word more than needed, for a field that ends the last. */
  private final long[] words = new long[MAX_CHARACTERS * BITS / Long.SIZE + 1];

  private final byte[] text = new byte[MAX_CHARACTERS];
  private int count;
  private int bits;

  void clear() {
    count = 0;
    bits = 0;
  }

  /** Takes further characters; unless all of them are taken, the message is lost. */
  Appended append(String armour, int fillBits) {
    int length = armour.length();
    if (count + length > MAX_CHARACTERS) {
      return Appended.TOO_LONG;
    }
    int at = count * BITS;
    int word = at / Long.SIZE;
    int room = Long.SIZE - at % Long.SIZE;
    long gathered = room == Long.SIZE ? 0 : words[word];
    for (int i = 0; i < length; i++) {
      char c = armour.charAt(i);
      int value = c < ARMOUR.length ? ARMOUR[c] : -1;
      if (value < 0) {
        return Appended.NOT_ARMOUR;
      }
      room -= BITS;
      if (room > 0) {
        gathered |= (long) value << room;
      } else {
        words[word++] = gathered | value >>> -room;
        room += Long.SIZE;
        gathered = room == Long.SIZE ? 0 : (long) value << room;
      }
    }
    words[word] = gathered;
    count += length;
    bits = Math.max(0, count * BITS - fillBits);
    return Appended.ALL;
  }

  /** How many bits there are. */
  int bits() {
    return bits;
  }

  int type() {
    return unsigned(0, BITS);
  }

  int repeat() {
    return unsigned(6, 2);
  }

  int mmsi() {
    return unsigned(8, 30);
  }

  /** 1 to 31 bits. */
  int unsigned(int from, int length) {
    return (int) (aligned(from) >>> Long.SIZE - length);
  }

  /** 1 to 32 bits, two's complement. */
  int signed(int from, int length) {
    return (int) (aligned(from) >> Long.SIZE - length);
  }

  boolean flag(int at) {
    return aligned(at) < 0;
  }

  /** The 64 bits from there on. */
  private long aligned(int from) {
    int word = from / Long.SIZE;
    int used = from % Long.SIZE;
    return words[word] << used | words[word + 1] >>> 1 >>> Long.SIZE - 1 - used;
  }

  /** Absent beyond the end. */
  Optional<Boolean> optionalFlag(int at) {
    if (at >= bits) {
      return Optional.empty();
    }
    return flag(at) ? YES : NO;
  }

  /** Absent if any of it is beyond the end. */
  OptionalInt optional(int from, int length) {
    return from + length > bits ? OptionalInt.empty() : OptionalInt.of(unsigned(from, length));
  }

  /** Absent outside of the limits, both included. */
  OptionalInt within(int from, int length, int least, int most) {
    int value = unsigned(from, length);
    return value < least || value > most ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Absent if 0. */
  OptionalInt nonZero(int from, int length) {
    int value = unsigned(from, length);
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** A fraction of {@code perUnit}; absent if 0. */
  OptionalDouble nonZero(int from, int length, double perUnit) {
    int value = unsigned(from, length);
    return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value / perUnit);
  }

  /** Ten bits by 0.1 knot. */
  OptionalDouble speedKnots(int from) {
    int value = unsigned(from, 10);
    return value == 1023 ? OptionalDouble.empty() : OptionalDouble.of(value / 10.0);
  }

  /** Twelve bits by 0.1 degree. */
  OptionalDouble course(int from) {
    int value = unsigned(from, 12);
    return value >= 3600 ? OptionalDouble.empty() : OptionalDouble.of(value / 10.0);
  }

  /** Nine bits by degree. */
  OptionalInt heading(int from) {
    return within(from, 9, 0, 359);
  }

  /** 28 bits by 0.0001 minute. */
  OptionalDouble longitude(int from) {
    return angle(signed(from, 28), TEN_THOUSANDTHS_OF_MINUTE, 180);
  }

  /** 27 bits by 0.0001 minute. */
  OptionalDouble latitude(int from) {
    return angle(signed(from, 27), TEN_THOUSANDTHS_OF_MINUTE, 90);
  }

  /** Absent beyond the limit; the norm says 181 and 91 degrees for "not available". */
  static OptionalDouble angle(int value, int perDegree, int limitDegrees) {
    return Math.abs(value) > limitDegrees * perDegree
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) value / perDegree);
  }

  /** Year, month and day, 14 + 4 + 5 bits; absent if there is no such day. */
  Optional<LocalDate> date(int from) {
    int year = unsigned(from, 14);
    int month = unsigned(from + 14, 4);
    int day = unsigned(from + 18, 5);
    boolean real =
        year >= 1
            && year <= 9999
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  /** Hour, minute and second, 5 + 6 + 6 bits; absent unless all are there. */
  Optional<LocalTime> time(int from) {
    int hour = unsigned(from, 5);
    int minute = unsigned(from + 5, 6);
    int second = unsigned(from + 11, 6);
    return hour > 23 || minute > 59 || second > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour, minute, second));
  }

  /** All whole characters of six bits from there to the end, read as the text of a field. */
  String text(int from) {
    return text(from, (bits - from) / BITS);
  }

  /** Characters of six bits, up to the first {@code @}, without blanks at the end. */
  String text(int from, int characters) {
    int end = 0;
    for (int i = 0; i < characters; i++) {
      int code = unsigned(from + i * BITS, BITS);
      if (code == 0) {
        break;
      }
      text[i] = (byte) (code < 32 ? code + '@' : code);
      if (code != ' ') {
        end = i + 1;
      }
    }
    return new String(text, 0, end, StandardCharsets.ISO_8859_1);
  }
}
