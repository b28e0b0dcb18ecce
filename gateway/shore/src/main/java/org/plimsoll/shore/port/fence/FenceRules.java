package org.plimsoll.shore.port.fence;

import java.time.Duration;

/**
 * When a vessel is inside or outside.
 *
 * @param dwell how long positions must say so
 * @param marginMetres how far outside of the edge is outside
 */
public record FenceRules(Duration dwell, double marginMetres) {

  /** A minute and fifty metres. */
  public static final FenceRules USUAL = new FenceRules(Duration.ofMinutes(1), 50);
}
