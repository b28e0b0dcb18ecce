package org.plimsoll.naval.loadline;

import java.util.ArrayList;
import java.util.List;

/**
 * A closed line of positions, drawn straight from each to the next on a plate carree; coasts are
 * cut short through the land, for a ship is never there.
 *
 * @param corners in order, none repeated at the end; no side crosses the antimeridian
 */
record Outline(List<Position> corners) {

  Outline {
    corners = List.copyOf(corners);
  }

  /** From {@code "longitude latitude, longitude latitude, ..."}. */
  static Outline of(String text) {
    List<Position> corners = new ArrayList<>();
    for (String pair : text.split(",")) {
      String[] degrees = pair.strip().split(" +");
      corners.add(new Position(Double.parseDouble(degrees[1]), Double.parseDouble(degrees[0])));
    }
    return new Outline(corners);
  }

  /** Even-odd rule; a western and a southern side belong to the outline. */
  boolean contains(Position position) {
    double x = position.longitudeDegrees();
    double y = position.latitudeDegrees();
    boolean inside = false;
    Position from = corners.get(corners.size() - 1);
    for (Position to : corners) {
      double y1 = from.latitudeDegrees();
      double y2 = to.latitudeDegrees();
      if (y1 > y != y2 > y) {
        double along = (y - y1) / (y2 - y1);
        double crossing =
            from.longitudeDegrees() + along * (to.longitudeDegrees() - from.longitudeDegrees());
        if (crossing > x) {
          inside = !inside;
        }
      }
      from = to;
    }
    return inside;
  }
}
