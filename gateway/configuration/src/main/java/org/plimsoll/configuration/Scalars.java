package org.plimsoll.configuration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of scalars to values, with their ranges. Never throws. */
final class Scalars {

  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(ms|s|min|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12}) ?(B|KiB|MiB|GiB|TiB)");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,3})?");
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}|0x[0-9a-fA-F]{1,15}");

  private Scalars() {}

  static Parsed<Integer> integer(String text, int least, int most) {
    if (!INTEGER.matcher(text).matches()) {
      return Parsed.bad("'" + text + "' is not a whole number; allowed: " + least + " to " + most);
    }
    long value =
        text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
    if (value < least || value > most) {
      return Parsed.bad(text + " is outside " + least + " to " + most);
    }
    return Parsed.good((int) value);
  }

  static Parsed<Double> number(String text, double least, double most) {
    if (!NUMBER.matcher(text).matches()) {
      return Parsed.bad(
          "'" + text + "' is not a number; allowed: " + plain(least) + " to " + plain(most));
    }
    double value = Double.parseDouble(text);
    if (value < least || value > most) {
      return Parsed.bad(text + " is outside " + plain(least) + " to " + plain(most));
    }
    return Parsed.good(value);
  }

  static Parsed<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Parsed.good(true);
      case "false" -> Parsed.good(false);
      default -> Parsed.bad("'" + text + "' is neither true nor false");
    };
  }

  static Parsed<Duration> duration(String text, Duration least, Duration most) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Parsed.bad(
          "'" + text + "' is not a duration; allowed: " + text(least) + " to " + text(most),
          "write a number and a unit: 250ms, 5s, 10min, 2h or 30d");
    }
    BigDecimal millis =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitMillis(matcher.group(2))));
    Duration value = Duration.ofMillis(millis.setScale(0, RoundingMode.HALF_UP).longValue());
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      return Parsed.bad(text + " is outside " + text(least) + " to " + text(most));
    }
    return Parsed.good(value);
  }

  static Parsed<Long> size(String text, long least, long most) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Parsed.bad(
          "'" + text + "' is not a size; allowed: " + sizeText(least) + " to " + sizeText(most),
          "write a number and a unit: 512KiB, 64MiB or 2GiB");
    }
    int shift = 10 * List.of("B", "KiB", "MiB", "GiB", "TiB").indexOf(matcher.group(2));
    long count = Long.parseLong(matcher.group(1));
    if (count > (Long.MAX_VALUE >> shift) || (count << shift) < least || (count << shift) > most) {
      return Parsed.bad(text + " is outside " + sizeText(least) + " to " + sizeText(most));
    }
    return Parsed.good(count << shift);
  }

  static <E extends Enum<E>> Parsed<E> choice(String text, Class<E> type) {
    List<String> known = new ArrayList<>();
    for (E value : type.getEnumConstants()) {
      if (ProblemLog.kebab(value).equals(text)) {
        return Parsed.good(value);
      }
      known.add(ProblemLog.kebab(value));
    }
    String message = "'" + text + "' is not one of " + String.join(", ", known);
    String help = Nearest.of(text, known).map(near -> "did you mean '" + near + "'?").orElse("");
    return Parsed.bad(message, help);
  }

  /** A duration as it is written in a file, in the largest unit that keeps it whole. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    for (String unit : List.of("d", "h", "min", "s")) {
      if (millis != 0 && millis % unitMillis(unit) == 0) {
        return millis / unitMillis(unit) + unit;
      }
    }
    return millis == 0 ? "0s" : millis + "ms";
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "min" -> 60_000;
      case "h" -> 3_600_000;
      case "d" -> 86_400_000;
      default -> throw new AssertionError(unit);
    };
  }

  private static String sizeText(long bytes) {
    long count = bytes;
    for (String unit : List.of("B", "KiB", "MiB", "GiB")) {
      if (count == 0 || count % 1024 != 0) {
        return count + unit;
      }
      count /= 1024;
    }
    return count + "TiB";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
