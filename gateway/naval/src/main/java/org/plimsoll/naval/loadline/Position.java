package org.plimsoll.naval.loadline;

/**
 * A place on the sea.
 *
 * @param latitudeDegrees + north, -90 to 90
 * @param longitudeDegrees + east, -180 to 180
 */
public record Position(double latitudeDegrees, double longitudeDegrees) {
  public Position {
    if (!(Math.abs(latitudeDegrees) <= 90 && Math.abs(longitudeDegrees) <= 180)) {
      throw new IllegalArgumentException(
          "position %s, %s is not on the earth".formatted(latitudeDegrees, longitudeDegrees));
    }
  }

  /** A place beside this one; over the antimeridian, and never over a pole. */
  Position beside(double northDegrees, double eastDegrees) {
    double latitude = Math.max(-90, Math.min(90, latitudeDegrees + northDegrees));
    double longitude = longitudeDegrees + eastDegrees;
    if (longitude > 180) {
      longitude -= 360;
    } else if (longitude < -180) {
      longitude += 360;
    }
    return new Position(latitude, longitude);
  }
}
