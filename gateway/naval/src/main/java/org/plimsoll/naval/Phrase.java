package org.plimsoll.naval;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Words with figures in them, for people: {@code Phrase.of("%.1f t of %s", 12.25, "oil")}. Knows
 * {@code %s}, {@code %d}, {@code %.3f} and {@code %+.3f}, always with a decimal point, and rounds
 * half away from zero in decimal. Every second says some thirty of them, and the general formatter
 * of Java, which looks up a locale's signs for each figure, took most of the time of a survey.
 */
public final class Phrase {

  private static final int MOST_PLACES = 9;

  private final String format;
  private final Object[] arguments;
  private final StringBuilder text;
  private int at;
  private int argument;

  private Phrase(String format, Object[] arguments) {
    this.format = format;
    this.arguments = arguments;
    this.text = new StringBuilder(format.length() + 8 * arguments.length);
  }

  /**
   * The words.
   *
   * @throws IllegalArgumentException if the format has a directive that is not known, or not as
   *     many as there are arguments
   */
  public static String of(String format, Object... arguments) {
    Phrase phrase = new Phrase(format, arguments);
    phrase.write();
    if (phrase.argument != arguments.length) {
      throw new IllegalArgumentException("too many arguments for: " + format);
    }
    return phrase.text.toString();
  }

  private void write() {
    int percent = format.indexOf('%');
    while (percent >= 0) {
      text.append(format, at, percent);
      at = percent + 1;
      directive();
      percent = format.indexOf('%', at);
    }
    text.append(format, at, format.length());
  }

  private void directive() {
    char first = next();
    if (first == 's' || first == 'd') {
      text.append(argument());
    } else if (first == '+' && next() == '.') {
      figure(true);
    } else if (first == '.') {
      figure(false);
    } else {
      throw unknown();
    }
  }

  private void figure(boolean signed) {
    int places = next() - '0';
    if (places < 0 || places > MOST_PLACES || next() != 'f') {
      throw unknown();
    }
    double value = ((Number) argument()).doubleValue();
    text.append(signed && value >= 0 ? "+" : "");
    if (Double.isFinite(value)) {
      text.append(BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString());
    } else {
      text.append(value);
    }
  }

  private char next() {
    if (at == format.length()) {
      throw unknown();
    }
    return format.charAt(at++);
  }

  private Object argument() {
    if (argument == arguments.length) {
      throw new IllegalArgumentException("too few arguments for: " + format);
    }
    return arguments[argument++];
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException("no such directive in: " + format);
  }
}
