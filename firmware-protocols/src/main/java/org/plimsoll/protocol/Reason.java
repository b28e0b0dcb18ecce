package org.plimsoll.protocol;

/** Why a frame is malformed. */
public enum Reason {
  /** The check value is wrong, or missing where it is required. */
  CHECKSUM,
  /** The frame is whole, but a field cannot be read. */
  SYNTAX,
  /** A field can be read, but its value cannot be. */
  RANGE,
  /** The frame was cut off, or did not come at all. */
  TRUNCATED,
  /** The frame did not end within the protocol's bound. */
  OVERLONG,
  /** Bytes outside any frame; one for a run of them, not one for each. */
  NOISE,
  /** A sound frame that nobody asked for: late, doubled, or from another unit. */
  UNEXPECTED
}
