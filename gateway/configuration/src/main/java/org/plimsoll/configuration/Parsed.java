package org.plimsoll.configuration;

import java.util.Optional;

/**
 * What came of one scalar: a value, or what is wrong with it.
 *
 * @param value the value, or empty
 * @param message what is wrong, with the offending text and the allowed range; empty with a value
 * @param help what to do, or empty
 */
record Parsed<T>(Optional<T> value, String message, String help) {

  static <T> Parsed<T> good(T value) {
    return new Parsed<>(Optional.of(value), "", "");
  }

  static <T> Parsed<T> bad(String message, String help) {
    return new Parsed<>(Optional.empty(), message, help);
  }

  static <T> Parsed<T> bad(String message) {
    return bad(message, "");
  }
}
