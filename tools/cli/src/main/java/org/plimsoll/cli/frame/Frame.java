package org.plimsoll.cli.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.vocabulary.Reading;

/**
 * One frame of a recording.
 *
 * @param kind what it is, such as {@code GPRMC}; empty when malformed
 * @param reason the class of its defect, or empty
 * @param detail the defect, for people
 * @param fields its fields under names with their units
 * @param readings what it measures, in SI
 */
public record Frame(
    Status status,
    String kind,
    String reason,
    String detail,
    Map<String, ? extends @Nullable Object> fields,
    List<Reading> readings) {

  /** What became of it. */
  public enum Status {
    OK,
    /** Sound, but of a kind that is not decoded. */
    UNSUPPORTED,
    MALFORMED
  }

  private static final JsonFactory JSON = new JsonFactory();

  /** A frame that was understood. */
  static Frame ok(
      String kind, Map<String, ? extends @Nullable Object> fields, List<Reading> readings) {
    return new Frame(Status.OK, kind, "", "", fields, readings);
  }

  /** A frame from what a decoder said. */
  static <T> Frame of(Decoded<T> decoded, Function<T, Frame> understood) {
    if (decoded instanceof Decoded.Value<T> value) {
      return understood.apply(value.value());
    }
    if (decoded instanceof Decoded.Unsupported<T> other) {
      return new Frame(Status.UNSUPPORTED, other.what(), "", "", Map.of(), List.of());
    }
    Decoded.Malformed<T> broken = (Decoded.Malformed<T>) decoded;
    return new Frame(
        Status.MALFORMED, "", broken.reason().name(), broken.detail(), Map.of(), List.of());
  }

  /** One JSON object on one line: status, then what there is of frame, reason, fields, readings. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator object = JSON.createGenerator(text)) {
      object.writeStartObject();
      object.writeStringField("status", status.name().toLowerCase(Locale.ROOT));
      if (status == Status.MALFORMED) {
        object.writeStringField("reason", reason);
        object.writeStringField("detail", detail);
      } else {
        object.writeStringField("frame", kind);
      }
      if (status == Status.OK) {
        object.writeFieldName("fields");
        write(object, fields);
        object.writeArrayFieldStart("readings");
        for (Reading reading : readings) {
          write(object, reading);
        }
        object.writeEndArray();
      }
      object.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator object, Reading reading) throws IOException {
    object.writeStartObject();
    object.writeStringField("path", reading.quantity().path());
    object.writeFieldName("value");
    write(object, reading.value().isPresent() ? (Object) reading.value().getAsDouble() : null);
    object.writeStringField("unit", reading.quantity().unit().symbol());
    object.writeStringField("quality", reading.quality().name());
    object.writeEndObject();
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        out.writeFieldName(String.valueOf(field.getKey()));
        write(out, field.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(out, element);
      }
      out.writeEndArray();
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Number number) {
      out.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value == null) {
      out.writeNull();
    } else {
      out.writeString(value.toString());
    }
  }
}
