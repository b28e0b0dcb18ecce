package org.plimsoll.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sensor that fails, and stays so.
 *
 * @param sensor which
 * @param kind how
 * @param after the start of the simulation, in simulated time
 */
public record Fault(Sensor sensor, Kind kind, Duration after) {

  /** How a sensor fails. */
  public enum Kind {
    /** It says nothing more. */
    DROP,
    /** It says for ever what it said last. */
    FREEZE,
    /** Bytes of what it says arrive changed. */
    GARBLE
  }

  /** A fault as written, or why it is none. */
  public sealed interface Parsed {
    /** Well written. */
    record Valid(Fault fault) implements Parsed {}

    /** Not a fault; the reason says what is allowed. */
    record Invalid(String reason) implements Parsed {}
  }

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|min)");

  /** Reads {@code SENSOR:KIND[@after]}, such as {@code draught.aft.port:freeze@30s}. */
  public static Parsed parse(String text) {
    int colon = text.indexOf(':');
    int at = text.indexOf('@');
    if (colon < 0 || (at >= 0 && at < colon)) {
      return invalid(text, "is not SENSOR:KIND[@after], such as draught.aft.port:freeze@30s");
    }
    String sensorText = text.substring(0, colon);
    String kindText = text.substring(colon + 1, at < 0 ? text.length() : at);
    List<Sensor> sensors =
        Arrays.stream(Sensor.values()).filter(s -> s.text().equals(sensorText)).toList();
    if (sensors.isEmpty()) {
      String all =
          Arrays.stream(Sensor.values()).map(Sensor::text).collect(Collectors.joining(", "));
      return invalid(text, "names no sensor; there are " + all);
    }
    List<Kind> kinds =
        Arrays.stream(Kind.values())
            .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(kindText))
            .toList();
    if (kinds.isEmpty()) {
      return invalid(text, "has no kind of fault; there are drop, freeze and garble");
    }
    Duration after = Duration.ZERO;
    if (at >= 0) {
      Matcher matcher = DURATION.matcher(text.substring(at + 1));
      if (!matcher.matches()) {
        return invalid(text, "has no time after @, such as 250ms, 30s or 2min");
      }
      after = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
    }
    return new Parsed.Valid(new Fault(sensors.get(0), kinds.get(0), after));
  }

  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  private static Parsed invalid(String text, String reason) {
    return new Parsed.Invalid("fault \"" + text + "\" " + reason);
  }
}
