package org.plimsoll.protocol.nmea0183;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Text and dates of fields. */
final class FieldText {

  private FieldText() {}

  static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '@' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** The date, if there is one in the calendar. */
  static Optional<LocalDate> date(int year, int month, int day) {
    boolean real =
        year >= 1
            && year <= 9999
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  /** Text between two places, with its escapes resolved. */
  static String of(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '^') {
        return unescaped(bytes, from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String unescaped(byte[] bytes, int from, int to) {
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
