package org.plimsoll.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of one JSON object from the other side, each checked as it is read. {@link BadField}
 * stays inside {@link Messages}, which turns it into a value.
 */
final class JsonFields {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_STRING_LENGTH = 4096;
  private static final int MAX_NUMBER_LENGTH = 40;
  private static final int MAX_QUOTED_LENGTH = 80;

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxStringLength(MAX_STRING_LENGTH)
                      .maxNameLength(MAX_STRING_LENGTH)
                      .maxNumberLength(MAX_NUMBER_LENGTH)
                      .maxDocumentLength(Messages.MAX_BYTES)
                      .build())
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  private final JsonNode node;

  private JsonFields(JsonNode node) {
    this.node = node;
  }

  static JsonFields of(byte[] json) {
    if (json.length > Messages.MAX_BYTES) {
      throw new BadField(json.length + " bytes, allowed " + Messages.MAX_BYTES + " at most");
    }
    try {
      return object("message", MAPPER.readTree(json));
    } catch (IOException e) {
      throw new BadField("not JSON: " + firstLine(String.valueOf(e.getMessage())));
    }
  }

  String text(String name, int maxLength) {
    JsonNode value = member(name);
    if (!value.isTextual()
        || value.textValue().isEmpty()
        || value.textValue().length() > maxLength) {
      throw bad(name, value, "a text of 1 to " + maxLength + " characters");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name, int maxLength) {
    return node.path(name).isMissingNode() || node.path(name).isNull()
        ? Optional.empty()
        : Optional.of(text(name, maxLength));
  }

  boolean bool(String name) {
    JsonNode value = member(name);
    if (!value.isBoolean()) {
      throw bad(name, value, "true or false");
    }
    return value.booleanValue();
  }

  long integer(String name, long min, long max) {
    JsonNode value = member(name);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < min
        || value.longValue() > max) {
      throw bad(name, value, "an integer from " + min + " to " + max);
    }
    return value.longValue();
  }

  double positive(String name) {
    JsonNode value = member(name);
    if (!value.isNumber() || !(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
      throw bad(name, value, "a number above 0");
    }
    return value.doubleValue();
  }

  Instant instant(String name) {
    String text = text(name, MAX_NUMBER_LENGTH);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw bad(name, member(name), "a time such as 2026-05-01T12:00:00Z");
    }
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    JsonNode value = member(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value.textValue())) {
        return constant;
      }
    }
    throw bad(name, value, "one of " + List.of(type.getEnumConstants()));
  }

  VesselId vessel(String name) {
    return VesselId.parse(text(name, MAX_NUMBER_LENGTH))
        .orElseThrow(() -> bad(name, member(name), "imo and 7 digits or mmsi and 9 digits"));
  }

  StreamId stream(String name) {
    return StreamId.parse(text(name, MAX_NUMBER_LENGTH))
        .orElseThrow(() -> bad(name, member(name), "32 hexadecimal digits"));
  }

  List<JsonFields> list(String name, int maxSize) {
    JsonNode value = member(name);
    if (!value.isArray() || value.size() > maxSize) {
      throw bad(name, value, "a list of at most " + maxSize);
    }
    List<JsonFields> list = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      list.add(object(name, element));
    }
    return list;
  }

  private static JsonFields object(String name, JsonNode value) {
    if (!value.isObject()) {
      throw bad(name, value, "an object");
    }
    return new JsonFields(value);
  }

  private JsonNode member(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      throw new BadField("no \"" + name + "\"");
    }
    return value;
  }

  private static BadField bad(String name, JsonNode value, String wanted) {
    String text =
        value.isContainerNode() ? value.getNodeType() + " of " + value.size() : quote(value);
    return new BadField("\"" + name + "\" is " + text + ", wanted " + wanted);
  }

  private static String quote(JsonNode value) {
    String text = value.toString();
    return text.length() <= MAX_QUOTED_LENGTH ? text : text.substring(0, MAX_QUOTED_LENGTH) + "...";
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** A member is missing or not what it should be. */
  static final class BadField extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadField(String message) {
      super(message, null, false, false);
    }
  }
}
