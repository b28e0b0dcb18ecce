package org.plimsoll.protocol.nmea0183;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
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
final class Fields {

  /** What {@link #letter} gives for an empty field. */
  static final char NULL = 0;

  /** Status {@code A}. */
  static final Optional<Character> VALID = Optional.of('A');

  private static final int SEXAGESIMAL = 100;
  private static final int LAST_HOUR = 23;

  /** Every ASCII character, ready made. */
  private static final List<Optional<Character>> CODES =
      IntStream.range(0, 128).mapToObj(c -> Optional.of((char) c)).toList();

  private final byte[] bytes;

  /** Where each field begins; the one after the last begins behind the sentence's body. */
  private final int[] starts = new int[Nmea0183Decoder.MAX_SENTENCE_BYTES + 2];

  private final DecimalField decimal = new DecimalField();
  private int count;
  private int sum;
  private int bodyEnd;
  private String talker = "";
  private Decoded.@Nullable Malformed<Sentence> fault;

  /**
   * @param bytes where sentences are assembled, {@code $} or {@code !} first
   */
  Fields(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Finds the fields and the checksum's sum of the first {@code length} bytes. */
  void split(int length) {
    int xor = 0;
    int found = 0;
    int at = 1;
    starts[0] = 1;
    while (at < length) {
      byte next = bytes[at];
      if (next == '*') {
        break;
      }
      xor ^= next;
      at++;
      if (next == ',') {
        starts[++found] = at;
      }
    }
    starts[found + 1] = at + 1;
    count = found;
    sum = xor & 0xFF;
    bodyEnd = at;
    fault = null;
  }

  /** Fields after the address. */
  int count() {
    return count;
  }

  /** XOR of all bytes between the start and {@code *}. */
  int sum() {
    return sum;
  }

  /** Where {@code *} stands, or the length if there is none. */
  int bodyEnd() {
    return bodyEnd;
  }

  /** The first field that could not be read, or null. */
  Decoded.@Nullable Malformed<Sentence> fault() {
    return fault;
  }

  int length(int field) {
    return field > count ? 0 : starts[field + 1] - 1 - starts[field];
  }

  char charAt(int field, int index) {
    return (char) (bytes[starts[field] + index] & 0xFF);
  }

  boolean isText(int field, String text) {
    if (length(field) != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (charAt(field, i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first two characters of the address. */
  String talker() {
    if (talker.length() != 2 || talker.charAt(0) != bytes[1] || talker.charAt(1) != bytes[2]) {
      talker = new String(bytes, 1, 2, StandardCharsets.ISO_8859_1);
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
    if (!read(field)) {
      return OptionalInt.empty();
    }
    double value = decimal.value();
    if (value != Math.rint(value)) {
      refuse(field, "not a whole number");
      return OptionalInt.empty();
    }
    if (Math.abs(value) > Integer.MAX_VALUE) {
      refuseRange(field, "whole number");
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) value);
  }

  /** {@code hhmmss.sss}; a leap second reads as the last nanosecond before it. */
  Optional<LocalTime> time(int field) {
    if (!read(field)) {
      return Optional.empty();
    }
    long whole = decimal.whole();
    long hour = whole / (SEXAGESIMAL * SEXAGESIMAL);
    int minute = (int) (whole / SEXAGESIMAL % SEXAGESIMAL);
    int second = (int) (whole % SEXAGESIMAL);
    if (decimal.isNegative() || hour > 23 || minute > 59 || second > 60) {
      refuseRange(field, "time");
      return Optional.empty();
    }
    return Optional.of(
        second == 60
            ? LocalTime.of((int) hour, minute, 59, 999_999_999)
            : LocalTime.of((int) hour, minute, second, decimal.nanos()));
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
    return dateOf(year + (year < 80 ? 2000 : 1900), twoDigits(at + 2), twoDigits(at));
  }

  /** Day, month and four-digit year in three fields. */
  Optional<LocalDate> date(int day, int month, int year) {
    OptionalInt d = integer(day);
    OptionalInt m = integer(month);
    OptionalInt y = integer(year);
    return d.isPresent() && m.isPresent() && y.isPresent()
        ? dateOf(y.getAsInt(), m.getAsInt(), d.getAsInt())
        : Optional.empty();
  }

  /** Latitude, N or S, longitude, E or W; absent if any of the four is. */
  Optional<Position> position(int field) {
    if (length(field) == 0
        || length(field + 1) == 0
        || length(field + 2) == 0
        || length(field + 3) == 0) {
      return Optional.empty();
    }
    double latitude = angle(field, 90, 'N', 'S');
    double longitude = angle(field + 2, 180, 'E', 'W');
    return fault == null ? Optional.of(new Position(latitude, longitude)) : Optional.empty();
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
    String text = text(field);
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '@' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return text.substring(0, end);
  }

  String text(int field) {
    return length(field) == 0 ? "" : text(starts[field], starts[field] + length(field));
  }

  /** This field and, with their commas, all behind it. */
  String textToEnd(int field) {
    return field > count ? "" : text(starts[field], bodyEnd);
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

  private static Optional<LocalDate> dateOf(int year, int month, int day) {
    boolean real =
        year >= 1
            && year <= 9999
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  private int twoDigits(int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
  }

  /** Text between two places, with its escapes resolved. */
  private String text(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '^') {
        return unescaped(from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String unescaped(int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      int high = i + 2 < to ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < to ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '^' && high >= 0 && low >= 0) {
        text.append((char) (high << 4 | low));
        i += 2;
      } else {
        text.append((char) (bytes[i] & 0xFF));
      }
    }
    return text.toString();
  }
}
