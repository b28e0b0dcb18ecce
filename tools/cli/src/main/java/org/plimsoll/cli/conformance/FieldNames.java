package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.frame.FieldTree;

/**
 * The corpus's names of fields and the components that hold them, written as {@code
 * name=component}. Behind {@code !} stands a code that means "not available", for which the
 * component is absent; behind {@code ~} what the corpus rounded the value to.
 */
final class FieldNames {

  /** Where a field is. */
  private record Place(String path, @Nullable Double notAvailable, double tolerance) {}

  private final Map<String, Place> places = new LinkedHashMap<>();

  /** Reads words of the form {@code name=component!code~tolerance}. */
  FieldNames(String words) {
    for (String word : words.strip().split("\\s+")) {
      String[] sides = word.split("=");
      String[] rounded = sides[1].split("~");
      String[] coded = rounded[0].split("!");
      places.put(
          sides[0],
          new Place(
              coded[0],
              coded.length > 1 ? (Double) Double.parseDouble(coded[1]) : null,
              rounded.length > 1 ? Double.parseDouble(rounded[1]) : 0));
    }
  }

  /**
   * Compares one field.
   *
   * @return whether the record has a component for it
   */
  boolean compare(String name, JsonNode expected, Map<String, ?> fields, Comparison comparison) {
    Place place = places.get(name);
    if (place == null || !fields.containsKey(place.path().split("\\.")[0])) {
      return false;
    }
    Object got = FieldTree.at(fields, place.path());
    boolean isNone =
        got == null
            && place.notAvailable() != null
            && expected.isNumber()
            && expected.doubleValue() == place.notAvailable();
    if (isNone) {
      comparison.agree();
    } else {
      comparison.compare(name, expected, got, place.tolerance());
    }
    return true;
  }
}
