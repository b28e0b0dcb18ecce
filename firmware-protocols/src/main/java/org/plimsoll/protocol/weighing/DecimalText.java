package org.plimsoll.protocol.weighing;

import java.util.OptionalDouble;

/** Numbers as indicators print them. */
final class DecimalText {

  private static final int MAX_LENGTH = 12;

  private DecimalText() {}

  /** Sign, digits, point, digits, at most 12 places; no exponent and no name of a number. */
  static OptionalDouble parse(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (i > 0 || c != '-' && c != '+') {
        return OptionalDouble.empty();
      }
    }
    return digits > 0 && points <= 1 && text.length() <= MAX_LENGTH
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }
}
