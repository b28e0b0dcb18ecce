package org.plimsoll.telemetry;

/**
 * Where readings come from; marked from the first byte to the last page.
 *
 * <p>The ordinal is part of the block format: new constants go to the end.
 */
public enum DataOrigin {
  /** Measured by this ship, now. */
  LIVE,
  /** Made by a simulator. */
  SIMULATED,
  /** Played from a recording. */
  REPLAYED
}
