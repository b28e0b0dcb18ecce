package org.plimsoll.telemetry;

/**
 * Writes and reads blocks, format version 0; the byte diagram is in this module's README.
 *
 * <p>Reading never throws, whatever the bytes, and allocates no more than the samples that the
 * bytes really hold, {@link Block#MAX_SAMPLES} at most. Immutable; any thread.
 */
public final class BlockCodec {

  /** Longest block, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  /** The version that is written. */
  public static final int VERSION = 0;

  /** The bytes of a block; never longer than {@link #MAX_BYTES}. */
  public byte[] encode(Block block) {
    return new BlockWriter(block).write();
  }

  /** The block in these bytes, or why there is none. */
  public BlockResult decode(byte[] bytes) {
    return new BlockReader(bytes).read();
  }
}
