package org.plimsoll.naval.loadline;

import java.util.List;
import java.util.Optional;

/**
 * A route through load line zones, in the order of the voyage.
 *
 * @param legs at least one
 * @param arrival a limit of the destination, if it has one
 */
public record Route(String name, List<RouteLeg> legs, Optional<Arrival> arrival) {
  public Route {
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("route " + name + " has no leg");
    }
  }
}
