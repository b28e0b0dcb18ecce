package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a decoded value is the expected one. */
final class Values {

  /** What two ways to compute the same double may differ in. */
  private static final double RELATIVE_ROUNDING = 1e-12;

  private static final String UTC = "+00:00";

  private Values() {}

  /**
   * Null agrees with what is absent and with an empty text, a number with a text that writes it,
   * lists and objects element by element.
   */
  static boolean agree(JsonNode expected, @Nullable Object got, double tolerance) {
    if (expected.isNull() || expected.isTextual() && expected.textValue().isEmpty()) {
      return got == null || got.equals("");
    }
    if (got == null) {
      return false;
    }
    if (expected.isNumber()) {
      return agree(expected.doubleValue(), got, tolerance);
    }
    if (expected.isBoolean()) {
      return got.equals(expected.booleanValue());
    }
    if (expected.isTextual()) {
      return got instanceof Number number
          ? agreesWithText(number, expected.textValue(), tolerance)
          : got.toString().equals(expected.textValue()) || isSameTime(expected.textValue(), got);
    }
    if (expected.isArray() && got instanceof List<?> list) {
      return agreeAll(expected, list, tolerance);
    }
    return expected.isObject() && got instanceof Map<?, ?> map && agree(expected, map, tolerance);
  }

  private static boolean agree(double expected, Object got, double tolerance) {
    if (got instanceof Boolean flag) {
      return expected == (flag ? 1 : 0);
    }
    if (got instanceof String text) {
      double number = parsed(text);
      return Math.abs(expected - number) <= tolerance + rounding(expected);
    }
    return got instanceof Number number
        && Math.abs(expected - number.doubleValue()) <= tolerance + rounding(expected);
  }

  private static boolean agreeAll(JsonNode expected, List<?> got, double tolerance) {
    if (expected.size() != got.size()) {
      return false;
    }
    for (int i = 0; i < got.size(); i++) {
      if (!agree(expected.get(i), got.get(i), tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static boolean agree(JsonNode expected, Map<?, ?> got, double tolerance) {
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      if (!agree(field.getValue(), got.get(field.getKey()), tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static boolean agreesWithText(Number got, String text, double tolerance) {
    double number = parsed(text);
    return Math.abs(number - got.doubleValue()) <= tolerance + rounding(number);
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text.trim());
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private static boolean isSameTime(String expected, Object got) {
    if (expected.length() < 8 || expected.charAt(2) != ':') {
      return false;
    }
    String time = expected.endsWith(UTC) ? expected.replace(UTC, "") : expected;
    try {
      return LocalTime.parse(time).equals(LocalTime.parse(got.toString()));
    } catch (DateTimeParseException notATime) {
      return false;
    }
  }

  private static double rounding(double value) {
    return RELATIVE_ROUNDING * Math.max(1, Math.abs(value));
  }
}
