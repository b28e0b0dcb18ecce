package org.plimsoll.protocol.nmea0183;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * The fields of the sentence at hand, parsed straight from its bytes. Field 0 is the address. A
 * field that is empty or beyond the end is absent; one that cannot be read is absent too and is
 * remembered as the sentence's {@link #fault}, so that sentences decode without a branch per field.
 *
 * <p>Confined to its decoder's thread; holds nothing from one sentence to the next but the talker's
 * text.
 */
final class Fields extends FieldBounds {

  /** What {@link #letter} gives for an empty field. */
  static final char NULL = 0;

  /** Status {@code A}. */
  static final Optional<Character> VALID = Optional.of('A');

  private static final int SEXAGESIMAL = 100;
  private static final int LAST_HOUR = 23;

  /** Every ASCII character, ready made. */
  private static final List<Optional<Character>> CODES =
      IntStream.range(0, 128).mapToObj(c -> Optional.of((char) c)).toList();

  private static final int TALKERS = 64;

  private final DecimalField decimal = new DecimalField();
  private final @Nullable String[] talkers = new String[TALKERS];
  private final int[] talkerCodes = new int[TALKERS];
  private double latitude;
  private double longitude;
  private Decoded.@Nullable Malformed<Sentence> fault;

  /**
   * @param bytes where sentences are assembled, {@code $} or {@code !} first
   */
  Fields(byte[] bytes) {
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

  /** The first two characters of the address. */
  String talker() {
    int at = starts[0];
    int code = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    int slot = code * 31 >> 3 & TALKERS - 1;
    String talker = talkers[slot];
    if (talker == null || talkerCodes[slot] != code) {
      talker = new String(bytes, at, 2, StandardCharsets.ISO_8859_1);
      talkers[slot] = talker;
      talkerCodes[slot] = code;
    }
    return talker;
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

  /** Refuses what {@link #code} refuses. */
  void checkCode(int field) {
    if (letter(field) >= CODES.size()) {
      refuse(field, "not a letter");
    }
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

  /** The number as a primitive; NaN if absent. */
  double value(int field) {
    return read(field) ? decimal.value() : Double.NaN;
  }

  /** A whole number as a primitive; {@code absent} if there is none. */
  int whole(int field, int absent) {
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

  /** Refuses what {@link #time} refuses. */
  void checkTime(int field) {
    readTime(field);
  }

  /** Refuses what {@link #variation} refuses. */
  void checkVariation(int field) {
    letter(field + 1);
    read(field);
  }

  /** {@link #position} as primitives, which are NaN if it is absent. */
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

  OptionalDouble number(int field) {
    return read(field) ? OptionalDouble.of(decimal.value()) : OptionalDouble.empty();
  }

  /** A number, or absent if the field holds anything else. */
  OptionalDouble numberOrText(int field) {
    int length = length(field);
    return length > 0 && decimal.read(bytes, starts[field], starts[field] + length)
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

  private boolean readTime(int field) {
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

  /** A time whose hour 24 or minute 60 says "not available", as in AIS. */
  Optional<LocalTime> timeOrNone(int field) {
    boolean none =
        length(field) >= 4 && (twoDigits(starts[field]) > LAST_HOUR || charAt(field, 2) >= '6');
    return none ? Optional.empty() : time(field);
  }

  /**
   * {@code ddmmyy}. Receivers send impossible dates ({@code 2208-1}) beside good positions: they
   * count as absent.
   */
  Optional<LocalDate> date(int field) {
    if (length(field) != 6) {
      return Optional.empty();
    }
    int at = starts[field];
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
    return Double.isNaN(latitude)
        ? Optional.empty()
        : Optional.of(new Position(latitude, longitude));
  }

  /** Degrees and E or W, east positive; beyond a half circle it says "not available". */
  OptionalDouble variation(int field) {
    char side = letter(field + 1);
    OptionalDouble degrees = number(field);
    if (degrees.isEmpty() || side == NULL || Math.abs(degrees.getAsDouble()) > 180) {
      return OptionalDouble.empty();
    }
    return side == 'W' ? OptionalDouble.of(-degrees.getAsDouble()) : degrees;
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

  String text(int field) {
    return length(field) == 0
        ? ""
        : FieldText.of(bytes, starts[field], starts[field] + length(field));
  }

  /** This field and, with their commas, all behind it. */
  String textToEnd(int field) {
    return field > count ? "" : FieldText.of(bytes, starts[field], bodyEnd);
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
              text(0) + " field " + field + " \"" + Foreign.quote(text(field)) + "\": " + what);
    }
  }

  private boolean read(int field) {
    int length = length(field);
    if (length == 0) {
      return false;
    }
    if (decimal.read(bytes, starts[field], starts[field] + length)) {
      return true;
    }
    if (!decimal.isBlank()) {
      refuse(field, "not a number");
    }
    return false;
  }

  /**
   * {@code dddmm.mmm} by value, not by width: some devices drop the leading zeros. Sixty minutes
   * sharp is a whole degree, as receivers write that round 59.99996.
   */
  private double angle(int field, int limit, char positive, char negative) {
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

  private int twoDigits(int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
  }
}
