package org.plimsoll.protocol;

import java.util.function.Function;

/**
 * The outcome of one frame. A decoder emits exactly one per frame, whatever the frame holds.
 *
 * @param <T> what the protocol's frames mean
 */
public sealed interface Decoded<T> {

  /**
   * A frame that was understood.
   *
   * @param value what it says
   */
  record Value<T>(T value) implements Decoded<T> {}

  /**
   * A sound frame of a kind that is not decoded here; never an error.
   *
   * @param what names the kind, such as {@code AIVDM}
   */
  record Unsupported<T>(String what) implements Decoded<T> {}

  /**
   * A frame, or a run of bytes between frames, that cannot be trusted.
   *
   * @param reason the class of the defect, for counters
   * @param detail the offending text or number, for people; a few dozen characters
   */
  record Malformed<T>(Reason reason, String detail) implements Decoded<T> {}

  /** The same outcome, a value turned into another. */
  default <R> Decoded<R> map(Function<? super T, ? extends R> turn) {
    return flatMap(value -> new Value<>(turn.apply(value)));
  }

  /** The same outcome, a value turned into what may be none. */
  default <R> Decoded<R> flatMap(Function<? super T, Decoded<R>> turn) {
    if (this instanceof Value<T> value) {
      return turn.apply(value.value());
    }
    if (this instanceof Unsupported<T> unsupported) {
      return new Unsupported<>(unsupported.what());
    }
    Malformed<T> malformed = (Malformed<T>) this;
    return new Malformed<>(malformed.reason(), malformed.detail());
  }

  /** A frame that was understood. */
  static <T> Decoded<T> value(T value) {
    return new Value<>(value);
  }

  /** A sound frame of a kind that is not decoded here. */
  static <T> Decoded<T> unsupported(String what) {
    return new Unsupported<>(what);
  }

  /** A frame that cannot be trusted. */
  static <T> Decoded<T> malformed(Reason reason, String detail) {
    return new Malformed<>(reason, detail);
  }
}
