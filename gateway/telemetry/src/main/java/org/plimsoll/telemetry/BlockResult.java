package org.plimsoll.telemetry;

/** What became of bytes that claim to be a block. */
public sealed interface BlockResult {

  /** A whole, checked block. */
  record Good(Block block) implements BlockResult {}

  /** Not a block that this version can read; nothing of it is believed. */
  record Refused(Refusal reason, String detail) implements BlockResult {}

  /** Why bytes are refused. */
  enum Refusal {
    /** Longer than {@link BlockCodec#MAX_BYTES}, or more entries or samples than allowed. */
    OVERLONG,
    /** Ends too early. */
    TRUNCATED,
    /** Does not begin like a block. */
    NOT_A_BLOCK,
    /** A block of a version that this reader does not know. */
    UNKNOWN_VERSION,
    /** The CRC-32C over the bytes is wrong. */
    CHECKSUM,
    /** The checksum is right and the content is not: a defect of the writer, or malice. */
    CONTENT
  }
}
