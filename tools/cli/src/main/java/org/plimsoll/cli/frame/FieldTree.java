package org.plimsoll.cli.frame;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A record as names and plain values: {@code null} for what is absent, {@link Number}, {@link
 * Boolean}, {@link String}, {@link List}, and {@link Map} for a record within it.
 */
public final class FieldTree {

  private FieldTree() {}

  /** The components of a record, in order. */
  public static Map<String, @Nullable Object> of(Record record) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      fields.put(component.getName(), plain(read(component, record)));
    }
    return fields;
  }

  /** The value at a dotted path, such as {@code position.latitudeDegrees}; null if absent. */
  public static @Nullable Object at(Map<?, ?> fields, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return fields.get(path);
    }
    return fields.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(inner, path.substring(dot + 1))
        : null;
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (InvocationTargetException | IllegalAccessException notARecordOfOurs) {
      throw new IllegalArgumentException("cannot read " + component, notARecordOfOurs);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? (Object) number.getAsDouble() : null;
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? (Object) number.getAsInt() : null;
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? (Object) number.getAsLong() : null;
    }
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    }
    if (value instanceof Record record) {
      return of(record);
    }
    if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    if (value instanceof Collection<?> many) {
      List<@Nullable Object> list = new ArrayList<>(many.size());
      many.forEach(each -> list.add(plain(each)));
      return list;
    }
    if (value instanceof int[] numbers) {
      List<@Nullable Object> list = new ArrayList<>(numbers.length);
      for (int number : numbers) {
        list.add(number);
      }
      return list;
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
    return isPlain ? value : value.toString();
  }
}
