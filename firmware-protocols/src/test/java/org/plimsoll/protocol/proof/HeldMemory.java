package org.plimsoll.protocol.proof;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes that an object holds with everything it refers to, as a 64-bit JVM with compressed pointers
 * lays them out. What stands in static fields is shared by all lines and not counted, nor are enum
 * constants and classes.
 */
public final class HeldMemory {

  private static final int HEADER = 12;
  private static final int ARRAY_HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int NODE = 32;
  private static final int UNKNOWN = 64;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();
  private long bytes;

  private HeldMemory() {}

  /** Bytes held by the root and all that it reaches. */
  public static long of(Object root) {
    HeldMemory memory = new HeldMemory();
    memory.reach(root);
    while (!memory.waiting.isEmpty()) {
      memory.count(memory.waiting.pop());
    }
    return memory.bytes;
  }

  private void reach(Object object) {
    if (object != null && !(object instanceof Enum) && !(object instanceof Class)) {
      if (seen.add(object)) {
        waiting.push(object);
      }
    }
  }

  private void count(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      array(object, type.getComponentType());
    } else if (object instanceof String text) {
      bytes += 24 + aligned(ARRAY_HEADER + text.length());
    } else if (object instanceof Collection<?> collection) {
      bytes += UNKNOWN + (long) NODE * collection.size();
      collection.forEach(this::reach);
    } else if (object instanceof Map<?, ?> map) {
      bytes += UNKNOWN + (long) 2 * NODE * map.size();
      map.keySet().forEach(this::reach);
      map.values().forEach(this::reach);
    } else if (object instanceof Buffer buffer) {
      bytes += UNKNOWN + buffer.capacity();
    } else if (object instanceof Optional<?> optional) {
      bytes += 16;
      optional.ifPresent(this::reach);
    } else if (type.getName().startsWith("java.")) {
      bytes += UNKNOWN;
    } else {
      fields(object, type);
    }
  }

  private void array(Object array, Class<?> component) {
    int length = Array.getLength(array);
    bytes += aligned(ARRAY_HEADER + (long) length * size(component));
    if (!component.isPrimitive()) {
      for (Object element : (Object[]) array) {
        reach(element);
      }
    }
  }

  private void fields(Object object, Class<?> type) {
    long size = HEADER;
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          size += size(field.getType());
          if (!field.getType().isPrimitive()) {
            reach(valueOf(field, object));
          }
        }
      }
    }
    bytes += aligned(size);
  }

  private static Object valueOf(Field field, Object object) {
    field.setAccessible(true);
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static long aligned(long size) {
    return size + 7 & ~7L;
  }

  private static int size(Class<?> type) {
    if (!type.isPrimitive()) {
      return REFERENCE;
    }
    if (type == long.class || type == double.class) {
      return Long.BYTES;
    }
    if (type == int.class || type == float.class) {
      return Integer.BYTES;
    }
    return type == short.class || type == char.class ? Short.BYTES : 1;
  }
}
