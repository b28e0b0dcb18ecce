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
  DAMAGED,
  /** They waited for the shore longer than the ship keeps them. */
  EXPIRED,
  /** The disk took nothing for too long; they were never written. */
  UNWRITTEN,
  /** More came than the ship could take. */
  OVERRUN,
  /** The shore had them, asks for them again, and the ship has let go of them meanwhile. */
  RELEASED
}
