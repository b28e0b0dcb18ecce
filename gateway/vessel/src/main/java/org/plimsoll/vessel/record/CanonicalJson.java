package org.plimsoll.vessel.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that is signed (RFC 8785): keys ascending by their UTF-16 units, no white
 * space, numbers and texts as ECMAScript writes them. Stateless.
 */
final class CanonicalJson {

  /** So many digits tell every double from its neighbours. */
  private static final int ENOUGH_DIGITS = 17;

  /** Whole numbers of up to so many digits are written without an exponent. */
  private static final int MOST_PLAIN = 21;

  /** So many zeros at most, the one before the point included, before there is an exponent. */
  private static final int MOST_ZEROS = 6;

  private CanonicalJson() {}

  /**
   * An object.
   *
   * @param object its values are texts, numbers, lists and objects, none of them null
   * @throws IllegalArgumentException when a value is anything else, or no finite number
   */
  static String write(Map<String, ?> object) {
    StringBuilder json = new StringBuilder();
    object(json, object);
    return json.toString();
  }

  private static void object(StringBuilder json, Map<?, ?> object) {
    Map<String, Object> sorted = new TreeMap<>();
    object.forEach((name, value) -> sorted.put((String) name, value));
    json.append('{');
    sorted.forEach(
        (name, value) -> {
          json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
          text(json, name);
          json.append(':');
          value(json, value);
        });
    json.append('}');
  }

  private static void list(StringBuilder json, List<?> list) {
    json.append('[');
    for (int i = 0; i < list.size(); i++) {
      json.append(i == 0 ? "" : ",");
      value(json, list.get(i));
    }
    json.append(']');
  }

  private static void value(StringBuilder json, Object value) {
    if (value instanceof String text) {
      text(json, text);
    } else if (value instanceof Number number) {
      json.append(number(number.doubleValue()));
    } else if (value instanceof Map<?, ?> object) {
      object(json, object);
    } else if (value instanceof List<?> list) {
      list(json, list);
    } else {
      throw new IllegalArgumentException(value.getClass().getName() + " is nothing to write");
    }
  }

  /** A text with its quotation marks. */
  static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> json.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    json.append('"');
  }

  /**
   * A number as {@code Number::toString} of ECMAScript has it: the fewest digits that are this
   * double and no other.
   *
   * @throws IllegalArgumentException when it is not finite
   */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    String sign = value < 0 ? "-" : "";
    return sign + pointed(digits, digits.length() - shortest.scale());
  }

  /**
   * @param point how many digits stand before the point; none or less when it begins with zeros
   */
  private static String pointed(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= MOST_PLAIN) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= MOST_PLAIN) {
      return digits.substring(0, point) + '.' + digits.substring(point);
    }
    if (-MOST_ZEROS < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String fraction = count == 1 ? "" : '.' + digits.substring(1);
    return digits.charAt(0) + fraction + 'e' + (exponent < 0 ? "" : "+") + exponent;
  }

  /** Not by {@link Double#toString}, which before Java 19 wrote more digits than needed. */
  private static BigDecimal shortest(double positive) {
    BigDecimal exact = new BigDecimal(positive);
    for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
      // The nearest first; above a power of two the gap is wider than below it, so that the
      // farther one may be the same double where the nearest is not.
      for (RoundingMode mode :
          new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == positive) {
          return rounded.stripTrailingZeros();
        }
      }
    }
    return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
