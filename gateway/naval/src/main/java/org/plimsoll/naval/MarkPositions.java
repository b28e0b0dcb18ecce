package org.plimsoll.naval;

/**
 * Where the draught marks are along the ship, each from the after perpendicular, + forward.
 *
 * @param forwardFromApMetres forward of {@code midshipFromApMetres}
 * @param midshipFromApMetres usually half the length between perpendiculars
 * @param aftFromApMetres aft of {@code midshipFromApMetres}
 */
public record MarkPositions(
    double forwardFromApMetres, double midshipFromApMetres, double aftFromApMetres) {

  public MarkPositions {
    if (!(aftFromApMetres < midshipFromApMetres && midshipFromApMetres < forwardFromApMetres)) {
      throw new IllegalArgumentException(
          "marks at "
              + aftFromApMetres
              + ", "
              + midshipFromApMetres
              + ", "
              + forwardFromApMetres
              + " m must ascend from aft to forward");
    }
  }
}
