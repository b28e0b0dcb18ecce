package org.plimsoll.shore.port.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.VesselId;

/**
 * One JSON object, read strictly. A getter never throws on bad input: it notes a fault and returns
 * something harmless of the right type, so that all faults are found at once; what was made from it
 * is used only if there are none. A field that nobody asked for is a fault. {@code null} counts as
 * absent, and absent is never zero.
 *
 * <p>Confined to its reader.
 */
final class Fields {

  /** Most faults that are told; the body is refused all the same. */
  static final int MAX_FAULTS = 50;

  /** Longest text of one line, in characters. */
  static final int MAX_TEXT = 200;

  private static final int MAX_QUOTED = 60;
  private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{1," + MAX_TEXT + "}");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final UUID NO_ID = new UUID(0, 0);

  private final ObjectNode object;
  private final String prefix;
  private final List<Fault> faults;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(ObjectNode object) {
    this(object, "", new ArrayList<>());
  }

  private Fields(ObjectNode object, String prefix, List<Fault> faults) {
    this.object = object;
    this.prefix = prefix;
    this.faults = faults;
  }

  String text(String name) {
    return required(name, node -> line(name, node), "");
  }

  Optional<String> optionalText(String name) {
    return value(name).flatMap(node -> line(name, node));
  }

  /** A text of a form; {@code allowed} says which, for people. */
  String text(String name, Pattern form, String allowed) {
    return required(name, node -> formed(name, node, form, allowed), "");
  }

  Optional<String> optionalText(String name, Pattern form, String allowed) {
    return value(name).flatMap(node -> formed(name, node, form, allowed));
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    return required(name, node -> constant(name, node, type), type.getEnumConstants()[0]);
  }

  <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
    return value(name).flatMap(node -> constant(name, node, type));
  }

  /** A list of constants, each once; it may be empty and may not be absent. */
  <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<E> read = EnumSet.noneOf(type);
    int index = 0;
    for (JsonNode node : items(name, type.getEnumConstants().length)) {
      String place = name + "[" + index++ + "]";
      Optional<E> constant = constant(place, node, type);
      if (constant.isPresent() && !read.add(constant.get())) {
        wrong(place, node, "each once");
      }
    }
    optionalNeeded(name, value(name));
    return read;
  }

  /** A time, RFC 3339 in UTC, from 1970 to 2099. */
  Instant time(String name) {
    return required(name, node -> instant(name, node), EARLIEST);
  }

  Optional<Instant> optionalTime(String name) {
    return value(name).flatMap(node -> instant(name, node));
  }

  UUID id(String name) {
    return optionalNeeded(name, optionalId(name)).orElse(NO_ID);
  }

  Optional<UUID> optionalId(String name) {
    return value(name)
        .flatMap(node -> formed(name, node, UUID_TEXT, "a UUID in lower case"))
        .map(UUID::fromString);
  }

  VesselId vessel(String name) {
    String allowed = "imo and 7 digits with a right check digit, or mmsi and 9 digits";
    return required(
        name,
        node -> {
          Optional<VesselId> id = VesselId.parse(node.asText());
          if (id.isEmpty()) {
            wrong(name, node, allowed);
          }
          return id;
        },
        new VesselId("mmsi000000000"));
  }

  int integer(String name, int least, int most) {
    return required(name, node -> whole(name, node, least, most), least);
  }

  OptionalInt optionalInteger(String name, int least, int most) {
    return value(name)
        .flatMap(node -> whole(name, node, least, most))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  double number(String name, double least, double most) {
    return required(name, node -> decimal(name, node, least, most), least);
  }

  OptionalDouble optionalNumber(String name, double least, double most) {
    return value(name)
        .flatMap(node -> decimal(name, node, least, most))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** An object below this one; its unknown fields are faults too. */
  <T> Optional<T> optionalObject(String name, Function<Fields, T> reader) {
    Optional<JsonNode> node = value(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.get() instanceof ObjectNode below)) {
      fault(name, quoted(node.get()) + " is no object", "an object");
      return Optional.empty();
    }
    return Optional.of(within(below, prefix + name + ".", reader));
  }

  /** A list of at most {@code most} objects; empty when it is absent. */
  <T> List<T> objects(String name, int most, Function<Fields, T> reader) {
    List<T> read = new ArrayList<>();
    int index = 0;
    for (JsonNode node : items(name, most)) {
      String place = name + "[" + index++ + "]";
      if (node instanceof ObjectNode below) {
        read.add(within(below, prefix + place + ".", reader));
      } else {
        fault(place, quoted(node) + " is no object", "an object");
      }
    }
    return read;
  }

  /** A list of at most {@code most} lines of text; empty when it is absent. */
  List<String> texts(String name, int most) {
    List<String> read = new ArrayList<>();
    int index = 0;
    for (JsonNode node : items(name, most)) {
      line(name + "[" + index++ + "]", node).ifPresent(read::add);
    }
    return read;
  }

  /** Whether a field is there. Counts as asked for. */
  boolean has(String name) {
    return value(name).isPresent();
  }

  /** Notes a fault that is not of one field alone. */
  void fault(String name, String detail, String allowed) {
    if (faults.size() < MAX_FAULTS) {
      String place = prefix + name;
      faults.add(
          new Fault(
              place.endsWith(".") ? place.substring(0, place.length() - 1) : place,
              detail,
              allowed));
    }
  }

  /** Everything that is wrong; what nobody asked for is. */
  List<Fault> finish() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                fault(cut(name), "unknown field", "one of " + String.join(", ", asked));
              }
            });
    return List.copyOf(faults);
  }

  private <T> T within(ObjectNode below, String path, Function<Fields, T> reader) {
    Fields fields = new Fields(below, path, faults);
    T read = reader.apply(fields);
    fields.finish();
    return read;
  }

  private List<JsonNode> items(String name, int most) {
    Optional<JsonNode> list = value(name);
    if (list.isEmpty()) {
      return List.of();
    }
    if (!list.get().isArray() || list.get().size() > most) {
      fault(name, quoted(list.get()) + " is not allowed", "a list of " + most + " at most");
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    list.get().forEach(items::add);
    return items;
  }

  private Optional<JsonNode> value(String name) {
    asked.add(name);
    @Nullable JsonNode node = object.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private <T> T required(String name, Function<JsonNode, Optional<T>> reader, T harmless) {
    Optional<JsonNode> node = optionalNeeded(name, value(name));
    return node.flatMap(reader).orElse(harmless);
  }

  private <T> Optional<T> optionalNeeded(String name, Optional<T> value) {
    if (value.isEmpty() && value(name).isEmpty()) {
      fault(name, "is missing", "it is required");
    }
    return value;
  }

  private Optional<String> line(String name, JsonNode node) {
    return formed(name, node, LINE, "1 to " + MAX_TEXT + " characters on one line");
  }

  private Optional<String> formed(String name, JsonNode node, Pattern form, String allowed) {
    if (node.isTextual() && !node.asText().isBlank() && form.matcher(node.asText()).matches()) {
      return Optional.of(node.asText());
    }
    wrong(name, node, allowed);
    return Optional.empty();
  }

  private <E extends Enum<E>> Optional<E> constant(String name, JsonNode node, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (node.isTextual() && constant.name().equals(node.asText())) {
        return Optional.of(constant);
      }
    }
    wrong(name, node, "one of " + Arrays.toString(type.getEnumConstants()));
    return Optional.empty();
  }

  private Optional<Instant> instant(String name, JsonNode node) {
    String text = node.isTextual() ? node.asText() : "";
    try {
      if (text.endsWith("Z")) {
        Instant time = Instant.parse(text);
        if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
          return Optional.of(time);
        }
      }
      wrong(name, node, "a time in UTC from 1970 to 2099, such as 2026-01-15T06:42:10Z");
    } catch (DateTimeException e) {
      wrong(name, node, "a time in UTC such as 2026-01-15T06:42:10Z");
    }
    return Optional.empty();
  }

  private Optional<Integer> whole(String name, JsonNode node, int least, int most) {
    if (node.isIntegralNumber()
        && node.canConvertToInt()
        && node.asInt() >= least
        && node.asInt() <= most) {
      return Optional.of(node.asInt());
    }
    wrong(name, node, "a whole number from " + least + " to " + most);
    return Optional.empty();
  }

  private Optional<Double> decimal(String name, JsonNode node, double least, double most) {
    if (node.isNumber() && node.asDouble() >= least && node.asDouble() <= most) {
      return Optional.of(node.asDouble());
    }
    wrong(name, node, "a number from " + plain(least) + " to " + plain(most));
    return Optional.empty();
  }

  private void wrong(String name, JsonNode node, String allowed) {
    fault(name, quoted(node) + " is not allowed", allowed);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String quoted(JsonNode node) {
    return cut(node.toString());
  }

  private static String cut(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= MAX_QUOTED ? clean : clean.substring(0, MAX_QUOTED) + "...";
  }
}
