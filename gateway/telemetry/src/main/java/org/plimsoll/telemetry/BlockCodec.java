package org.plimsoll.telemetry;

import java.util.Optional;

/**
 * Writes and reads blocks, format version 1; the byte diagram is in {@code docs/block-format.md} of
 * this module.
 *
 * <p>Reading never throws, whatever the bytes, and allocates at most 1 MB beside the bytes: the
 * samples of a block that was read become objects when somebody asks for them. Immutable; any
 * thread.
 */
public final class BlockCodec {

  /** Longest block, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  /** The version that is written: another one cannot be read at all. */
  public static final int MAJOR = 1;

  /** The minor version that is written: later ones are read, and what they add is skipped. */
  public static final int MINOR = 0;

  /** The bytes of a block; never longer than {@link #MAX_BYTES}. */
  public byte[] encode(Block block) {
    return new BlockWriter(block).write();
  }

  /** The block in these bytes, or why there is none. */
  public BlockResult decode(byte[] bytes) {
    return new BlockReader(bytes).read();
  }

  /**
   * Whose block this is and which sequence numbers it stands for, also when it is of a version that
   * {@link #decode} refuses; empty for what is not a whole block of any version.
   */
  public Optional<BlockEnvelope> envelope(byte[] bytes) {
    return Optional.ofNullable(BlockEnvelope.open(bytes).envelope());
  }
}
