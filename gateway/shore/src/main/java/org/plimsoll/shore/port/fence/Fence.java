package org.plimsoll.shore.port.fence;

import java.util.Optional;
import org.plimsoll.shore.port.Timestamp;

/**
 * A port or a berth of it on the map.
 *
 * @param unlocode the port
 * @param location PORT or BERTH
 * @param name of the feature; one of each in a port
 * @param terminal to which a berth belongs
 * @param area where it is
 */
public record Fence(
    String unlocode,
    Timestamp.Location location,
    String name,
    Optional<String> terminal,
    Polygon area) {

  /**
   * Fastest over ground that a ship alongside is, in m/s: noise of a good receiver, not headway.
   */
  static final double ALL_FAST_METRES_PER_SECOND = 0.3;

  /** On which side of the fence something is. */
  enum Side {
    INSIDE,
    OUTSIDE,
    /** Too near to the edge to say, or at a berth and not fast. */
    BETWEEN
  }

  /**
   * Where a fix lies. At a berth she is inside once she is fast; that her speed is not known leaves
   * it open.
   *
   * @param marginMetres how far outside is outside
   */
  Side side(Fix fix, double marginMetres) {
    if (!area.contains(fix.latitude(), fix.longitude())) {
      return area.isFartherThan(marginMetres, fix.latitude(), fix.longitude())
          ? Side.OUTSIDE
          : Side.BETWEEN;
    }
    if (location != Timestamp.Location.BERTH) {
      return Side.INSIDE;
    }
    boolean fast =
        fix.speedMetresPerSecond().isPresent()
            && fix.speedMetresPerSecond().getAsDouble() <= ALL_FAST_METRES_PER_SECOND;
    return fast ? Side.INSIDE : Side.BETWEEN;
  }
}
