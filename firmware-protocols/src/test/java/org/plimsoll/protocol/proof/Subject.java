package org.plimsoll.protocol.proof;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;

/**
 * A decoder under proof.
 *
 * @param decoder the object whose memory counts
 * @param feed its way to take bytes
 * @param reset its way to forget
 */
public record Subject<T>(Object decoder, Feed<T> feed, Runnable reset) {

  /** A decoder's way to take bytes. */
  @FunctionalInterface
  public interface Feed<T> {
    void feed(ByteBuffer bytes, Consumer<Decoded<T>> sink);
  }
}
