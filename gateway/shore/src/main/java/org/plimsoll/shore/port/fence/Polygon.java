package org.plimsoll.shore.port.fence;

import java.util.List;

/**
 * An area on a map: rings of corners, of which the second and later ones are holes. Distances are
 * right within a fraction of a percent for areas of a few kilometres; it must not span the date
 * line.
 *
 * @param rings each closed, as in GeoJSON: the last corner is the first
 */
record Polygon(List<List<Corner>> rings) {

  private static final double METRES_PER_DEGREE = 111_195;

  /** One corner, in degrees. */
  record Corner(double latitude, double longitude) {}

  Polygon {
    rings = rings.stream().map(List::copyOf).toList();
  }

  /** Whether a point lies in it, by the number of edges to the east of it. */
  boolean contains(double latitude, double longitude) {
    boolean inside = false;
    for (List<Corner> ring : rings) {
      for (int i = 1; i < ring.size(); i++) {
        Corner a = ring.get(i - 1);
        Corner b = ring.get(i);
        if (a.latitude() > latitude != b.latitude() > latitude) {
          double part = (latitude - a.latitude()) / (b.latitude() - a.latitude());
          inside ^= longitude < a.longitude() + part * (b.longitude() - a.longitude());
        }
      }
    }
    return inside;
  }

  /** Whether a point is farther from each of its edges than that. */
  boolean isFartherThan(double metres, double latitude, double longitude) {
    double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    for (List<Corner> ring : rings) {
      for (int i = 1; i < ring.size(); i++) {
        double ax = (ring.get(i - 1).longitude() - longitude) * east;
        double ay = (ring.get(i - 1).latitude() - latitude) * METRES_PER_DEGREE;
        double bx = (ring.get(i).longitude() - longitude) * east;
        double by = (ring.get(i).latitude() - latitude) * METRES_PER_DEGREE;
        if (fromOrigin(ax, ay, bx, by) <= metres) {
          return false;
        }
      }
    }
    return true;
  }

  /** How far the edge from a to b is from the origin. */
  private static double fromOrigin(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
    return Math.hypot(ax + along * dx, ay + along * dy);
  }
}
