package org.plimsoll.vessel.bridge;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.vessel.survey.SurveyNotes;

/** Reads what an officer noted for a survey. Stateless. */
final class SurveyRequest {

  /** Longest place or name, in characters. */
  static final int MAX_TEXT = 64;

  private static final double DEEPEST_METRES = 30;
  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;
  private static final double MOST_TONNES = 1_000_000;
  private static final double MOST_PASSENGERS = 10_000;

  private SurveyRequest() {}

  /** Notes that cannot be used; the message is for the reader. */
  static final class BadNotes extends Exception {
    private static final long serialVersionUID = 1L;

    BadNotes(String message) {
      super(message, null, false, false);
    }
  }

  static SurveyNotes read(@Nullable String body, Instant now) throws BadNotes {
    JsonObject notes = object(body);
    OptionalDouble passengers = number(notes, "passengers", 0, MOST_PASSENGERS);
    return new SurveyNotes(
        draughts(notes.getValue("draughtsMetres")),
        needed(notes, "waterDensity", LEAST_DENSITY, GREATEST_DENSITY),
        needed(notes, "deductiblesTonnes", 0, MOST_TONNES),
        passengers.isPresent()
            ? OptionalInt.of((int) passengers.getAsDouble())
            : OptionalInt.empty(),
        text(notes, "place"),
        text(notes, "by"),
        now);
  }

  private static JsonObject object(@Nullable String body) throws BadNotes {
    try {
      if (body != null && Json.decodeValue(body) instanceof JsonObject object) {
        return object;
      }
    } catch (DecodeException e) {
      throw new BadNotes("the body is no JSON");
    }
    throw new BadNotes("a body with draughtsMetres, waterDensity, deductiblesTonnes is needed");
  }

  /** A mark that was not read is null or absent. */
  private static ObservedDraughts draughts(@Nullable Object value) throws BadNotes {
    if (!(value instanceof JsonObject read)) {
      throw new BadNotes("draughtsMetres: want an object such as {\"forwardPort\": 4.71}");
    }
    Map<DraughtMark, Double> metres = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      OptionalDouble draught = number(read, NavalJson.camel(mark.name()), 0, DEEPEST_METRES);
      if (draught.isPresent()) {
        metres.put(mark, draught.getAsDouble());
      }
    }
    return new ObservedDraughts(metres);
  }

  private static double needed(JsonObject notes, String key, double least, double most)
      throws BadNotes {
    OptionalDouble value = number(notes, key, least, most);
    if (value.isEmpty()) {
      throw new BadNotes(key + " is missing");
    }
    return value.getAsDouble();
  }

  private static OptionalDouble number(JsonObject notes, String key, double least, double most)
      throws BadNotes {
    Object value = notes.getValue(key);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return OptionalDouble.of(number.doubleValue());
    }
    throw new BadNotes(key + ": want a number from " + least + " to " + most);
  }

  private static String text(JsonObject notes, String key) throws BadNotes {
    if (notes.getValue(key) instanceof String text
        && !text.isBlank()
        && text.length() <= MAX_TEXT) {
      return text.strip().replaceAll("\\p{Cntrl}", "?");
    }
    throw new BadNotes(key + ": want 1 to " + MAX_TEXT + " characters");
  }
}
