package org.plimsoll.cli.frame;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Frames from a byte stream in any chunking. Confined to the thread that feeds it. */
public interface FrameReader {

  /** Takes all remaining bytes. */
  void feed(ByteBuffer bytes, Consumer<? super Frame> sink);

  /** The recording has ended: what was begun is said as it is. */
  default void end(Consumer<? super Frame> sink) {}
}
