package org.plimsoll.shore.port.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON in the one way in which it is kept and compared. Stateless. */
public final class Canonical {

  /** Deepest nesting of a body; ours have three levels. */
  private static final int MAX_DEPTH = 16;

  /** Beyond this a double does not hold every whole number. */
  private static final double EXACT = 1L << 53;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final ObjectMapper MAPPER = mapper();

  private Canonical() {}

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    return mapper;
  }

  /** The object that a text is; empty when it is none, or says a field twice. */
  public static Optional<ObjectNode> object(String text) {
    try {
      return MAPPER.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Fields ascending, no nulls, whole numbers without a fraction. */
  static JsonNode of(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties()
          .forEach(
              field -> {
                if (!field.getValue().isNull()) {
                  sorted.put(field.getKey(), of(field.getValue()));
                }
              });
      ObjectNode object = JSON.objectNode();
      sorted.forEach(object::set);
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JSON.arrayNode();
      node.forEach(item -> array.add(of(item)));
      return array;
    }
    if (node.isNumber()) {
      double number = node.asDouble();
      boolean whole = number == Math.rint(number) && Math.abs(number) < EXACT;
      return whole ? JSON.numberNode((long) number) : JSON.numberNode(number);
    }
    return node;
  }
}
