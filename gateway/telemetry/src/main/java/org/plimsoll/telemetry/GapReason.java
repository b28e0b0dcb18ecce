package org.plimsoll.telemetry;

/**
 * Why readings are gone.
 *
 * <p>The ordinal is part of the block format: new constants go to the end.
 */
public enum GapReason {
  /** The outbox was full; the oldest had to go. */
  THINNED,
  /** The stored bytes fail their checksum; they are kept aside aboard. */
  DAMAGED
}
