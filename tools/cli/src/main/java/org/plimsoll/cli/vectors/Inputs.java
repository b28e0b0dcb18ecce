package org.plimsoll.cli.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The inputs of an example, under any of the names and in any of the units that such files use.
 *
 * <p>The getters named {@code need} note what is missing and return not-a-number, so that a
 * calculation reads straight on. Confined to the thread that runs the example.
 */
final class Inputs {

  private static final Map<String, String> LENGTHS = lengths();

  /** Above it a density is in kg/m3. */
  private static final double GREATEST_TONNES = 100;

  private final JsonNode own;
  private final JsonNode outer;
  private final Map<String, JsonNode> ownByPlainName;
  private final Map<String, JsonNode> outerByPlainName;
  private final Set<String> missing;

  Inputs(JsonNode inputs) {
    this(inputs, MissingNode.getInstance(), new LinkedHashSet<>());
  }

  private Inputs(JsonNode own, JsonNode outer, Set<String> missing) {
    this.own = own;
    this.outer = outer;
    this.missing = missing;
    this.ownByPlainName = byPlainName(own);
    this.outerByPlainName = byPlainName(outer);
  }

  /** The inputs below a name, which fall back to those beside it; empty if there are none. */
  Optional<Inputs> below(String name) {
    JsonNode found = find(own, ownByPlainName, name);
    return found.isObject() ? Optional.of(new Inputs(found, own, missing)) : Optional.empty();
  }

  /** These, falling back to those of an earlier case. */
  Inputs after(Inputs earlier) {
    return new Inputs(own, earlier.own, missing);
  }

  /** What {@code need} has not found since the last call. */
  List<String> takeMissing() {
    List<String> taken = List.copyOf(missing);
    missing.clear();
    return taken;
  }

  double needMissing(String name) {
    missing.add(name);
    return Double.NaN;
  }

  boolean has(String... names) {
    for (String name : names) {
      if (!node(name).isMissingNode()) {
        return true;
      }
    }
    return false;
  }

  JsonNode node(String name) {
    JsonNode found = find(own, ownByPlainName, name);
    return found.isMissingNode() ? find(outer, outerByPlainName, name) : found;
  }

  Optional<String> text(String... names) {
    for (String name : names) {
      JsonNode found = node(name);
      if (found.isTextual()) {
        return Optional.of(found.textValue());
      }
    }
    return Optional.empty();
  }

  /** A bare number. */
  OptionalDouble number(String... names) {
    for (String name : names) {
      OptionalDouble found = number(node(name));
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalDouble.empty();
  }

  double need(String... names) {
    OptionalDouble found = number(names);
    return found.isPresent() ? found.getAsDouble() : needMissing(names[0]);
  }

  /** A length, its unit at the end of the name ({@code fwa_mm}), otherwise metres. */
  OptionalDouble metres(String... names) {
    for (String name : names) {
      for (Map.Entry<String, String> unit : LENGTHS.entrySet()) {
        OptionalDouble found = number(node(name + unit.getKey()));
        if (found.isPresent()) {
          BigDecimal metres =
              BigDecimal.valueOf(found.getAsDouble()).multiply(new BigDecimal(unit.getValue()));
          return OptionalDouble.of(metres.doubleValue());
        }
      }
    }
    return OptionalDouble.empty();
  }

  double needMetres(String... names) {
    OptionalDouble found = metres(names);
    return found.isPresent() ? found.getAsDouble() : needMissing(names[0]);
  }

  /** A mass in tonnes. */
  OptionalDouble tonnes(String... names) {
    for (String name : names) {
      OptionalDouble found = number(name, name + "_t", name + "_tonnes", name + "_mt");
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalDouble.empty();
  }

  double needTonnes(String... names) {
    OptionalDouble found = tonnes(names);
    return found.isPresent() ? found.getAsDouble() : needMissing(names[0]);
  }

  /** A density in t/m3, given as 1.025 or as 1025. */
  OptionalDouble density(String... names) {
    for (String name : names) {
      OptionalDouble found =
          number(name, name + "_t_m3", name + "_t_per_m3", name + "_kg_m3", name + "_kg_per_m3");
      if (found.isPresent()) {
        double value = found.getAsDouble();
        return OptionalDouble.of(
            value > GREATEST_TONNES
                ? BigDecimal.valueOf(value).movePointLeft(3).doubleValue()
                : value);
      }
    }
    return OptionalDouble.empty();
  }

  double needDensity(String... names) {
    OptionalDouble found = density(names);
    return found.isPresent() ? found.getAsDouble() : needMissing(names[0]);
  }

  /** The inputs' own names. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    own.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A number, also one written as a text; empty for anything else and for what is not finite. */
  static OptionalDouble number(JsonNode node) {
    double value = Double.NaN;
    if (node.isNumber()) {
      value = node.doubleValue();
    } else if (node.isTextual()) {
      try {
        value = Double.parseDouble(node.textValue().strip());
      } catch (NumberFormatException words) {
        return OptionalDouble.empty();
      }
    }
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** By the exact name, then by one that differs in capitals and separators only. */
  private static JsonNode find(JsonNode object, Map<String, JsonNode> byPlainName, String name) {
    JsonNode exact = object.path(name);
    if (!exact.isMissingNode() && !exact.isNull()) {
      return exact;
    }
    return byPlainName.getOrDefault(plain(name), MissingNode.getInstance());
  }

  private static Map<String, JsonNode> byPlainName(JsonNode object) {
    Map<String, JsonNode> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!field.getValue().isNull()) {
        fields.putIfAbsent(plain(field.getKey()), field.getValue());
      }
    }
    return fields;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  private static Map<String, String> lengths() {
    Map<String, String> lengths = new LinkedHashMap<>();
    lengths.put("", "1");
    lengths.put("_m", "1");
    lengths.put("_metres", "1");
    lengths.put("_mm", "0.001");
    lengths.put("_cm", "0.01");
    lengths.put("_ft", "0.3048");
    lengths.put("_in", "0.0254");
    return lengths;
  }
}
