package org.plimsoll.protocol.nmea0183;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plimsoll.protocol.Foreign;

/**
 * The fields of the sentence at hand as the values of its record. Field 0 is the address.
 *
 * <p>Confined to its decoder's thread; holds nothing from one sentence to the next but the texts of
 * talkers and of addresses.
 */
class Fields extends FieldAngles {

  /** Status {@code A}. */
  static final Optional<Character> VALID = Optional.of('A');

  /** Every ASCII character, ready made. */
  private static final List<Optional<Character>> CODES =
      IntStream.range(0, ASCII_END).mapToObj(c -> Optional.of((char) c)).toList();

  private static final int TALKER_BITS = 5;
  private static final int TALKER_HASH = 0x9E3779B1;

  private final KnownTexts texts = new KnownTexts();

  /** Talkers said of late, by their two characters. */
  private final String[] talkers = new String[1 << TALKER_BITS];

  private final int[] talkerCodes = new int[1 << TALKER_BITS];

  /**
   * @param bytes where sentences are assembled, {@code $} or {@code !} first
   */
  Fields(byte[] bytes) {
    super(bytes);
  }

  /** The first two characters of the address. */
  String talker() {
    int at = from(0);
    int code = (bytes[at] & 0xFF) << Byte.SIZE | bytes[at + 1] & 0xFF;
    int slot = code * TALKER_HASH >>> Integer.SIZE - TALKER_BITS;
    if (code != talkerCodes[slot]) {
      talkerCodes[slot] = code;
      talkers[slot] = texts.of(bytes, at, 2);
    }
    return talkers[slot];
  }

  /**
   * Whether a talker can be called so; two bits turned at one place leave the checksum as it was.
   */
  boolean talkerIsShown() {
    return isShown(charAt(0, 0)) && isShown(charAt(0, 1));
  }

  /** The whole address, fit to be shown. */
  String address() {
    int length = length(0);
    return isPlain(length) ? texts.of(bytes, from(0), length) : Foreign.quote(text(0));
  }

  /** Whether the address can be shown as it is. */
  private boolean isPlain(int length) {
    if (length > Foreign.MAX_SHOWN) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = charAt(0, i);
      if (!isShown(c) || c == '^') {
        return false;
      }
    }
    return true;
  }

  private static boolean isShown(char c) {
    return c >= ' ' && c <= '~';
  }

  /** A single ASCII character. */
  Optional<Character> code(int field) {
    char letter = letter(field);
    if (letter == NULL) {
      return Optional.empty();
    }
    if (letter >= CODES.size()) {
      refuse(field, "not a letter");
      return Optional.empty();
    }
    return CODES.get(letter);
  }

  OptionalDouble number(int field) {
    double value = value(field);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** A number, or absent if the field holds anything else. */
  OptionalDouble numberOrText(int field) {
    int length = length(field);
    return length > 0 && decimal.read(bytes, from(field), from(field) + length)
        ? OptionalDouble.of(decimal.value())
        : OptionalDouble.empty();
  }

  OptionalInt integer(int field) {
    int value = whole(field, Integer.MIN_VALUE);
    return value == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** {@code hhmmss.sss}; a leap second reads as the last nanosecond before it. */
  Optional<LocalTime> time(int field) {
    if (!readTime(field)) {
      return Optional.empty();
    }
    int whole = (int) decimal.whole();
    int hour = whole / (SEXAGESIMAL * SEXAGESIMAL);
    int minute = whole / SEXAGESIMAL % SEXAGESIMAL;
    int second = whole % SEXAGESIMAL;
    return Optional.of(
        second == 60
            ? LocalTime.of(hour, minute, 59, 999_999_999)
            : LocalTime.of(hour, minute, second, decimal.nanos()));
  }

  /** A time whose hour 24 or minute 60 says "not available", as in AIS. */
  Optional<LocalTime> timeOrNone(int field) {
    return saysNoTime(field) ? Optional.empty() : time(field);
  }

  /**
   * {@code ddmmyy}. Receivers send impossible dates ({@code 2208-1}) beside good positions: they
   * count as absent.
   */
  Optional<LocalDate> date(int field) {
    if (length(field) != 6) {
      return Optional.empty();
    }
    int at = from(field);
    int year = twoDigits(at + 4);
    if (year < 0) {
      return Optional.empty();
    }
    return FieldText.date(year + (year < 80 ? 2000 : 1900), twoDigits(at + 2), twoDigits(at));
  }

  /** Day, month and four-digit year in three fields. */
  Optional<LocalDate> date(int day, int month, int year) {
    OptionalInt d = integer(day);
    OptionalInt m = integer(month);
    OptionalInt y = integer(year);
    return d.isPresent() && m.isPresent() && y.isPresent()
        ? FieldText.date(y.getAsInt(), m.getAsInt(), d.getAsInt())
        : Optional.empty();
  }

  /** Latitude, N or S, longitude, E or W; absent if any of the four is. */
  Optional<Position> position(int field) {
    checkPosition(field);
    return Double.isNaN(latitude())
        ? Optional.empty()
        : Optional.of(new Position(latitude(), longitude()));
  }

  /** Degrees and E or W, east positive; beyond a half circle it says "not available". */
  OptionalDouble variation(int field) {
    double degrees = signed(field);
    return Double.isNaN(degrees) ? OptionalDouble.empty() : OptionalDouble.of(degrees);
  }

  /** A number whose sign is the letter behind it; absent without the letter. */
  OptionalDouble sided(int field, char negative) {
    OptionalDouble value = number(field);
    char side = letter(field + 1);
    if (value.isEmpty() || side == NULL) {
      return OptionalDouble.empty();
    }
    return side == negative ? OptionalDouble.of(-value.getAsDouble()) : value;
  }

  /** Text of a fixed width, without the {@code @} and the spaces that fill it. */
  String paddedText(int field) {
    return FieldText.withoutPadding(text(field));
  }

  /** This field and, with their commas, all behind it. */
  String textToEnd(int field) {
    return field > count ? "" : FieldText.of(bytes, from(field), bodyEnd);
  }
}
