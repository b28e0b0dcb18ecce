package org.plimsoll.protocol.ubx;

import java.util.OptionalDouble;

/**
 * A vector fixed to the earth: x to latitude 0 longitude 0, y to longitude 90 east, z to the north
 * pole. Metres, or metres a second.
 */
public record Ecef(double x, double y, double z) {

  /** Ellipsoid of WGS 84. */
  private static final double MAJOR_METRES = 6_378_137.0;

  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARE = FLATTENING * (2 - FLATTENING);

  /** Nearer to the centre of the earth nobody is. */
  private static final double LEAST_METRES = 6_000_000;

  /** Each round gains three digits near the surface. */
  private static final int ROUNDS = 8;

  /** Geodetic latitude in degrees; absent below the earth's surface by 300 km and more. */
  public OptionalDouble latitude() {
    if (!isNearSurface()) {
      return OptionalDouble.empty();
    }
    double equatorial = Math.hypot(x, y);
    double latitude = Math.atan2(z, equatorial * (1 - ECCENTRICITY_SQUARE));
    for (int round = 0; round < ROUNDS; round++) {
      double sine = Math.sin(latitude);
      double normal = MAJOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARE * sine * sine);
      latitude = Math.atan2(z + ECCENTRICITY_SQUARE * normal * sine, equatorial);
    }
    return OptionalDouble.of(Math.toDegrees(latitude));
  }

  /** Longitude in degrees. */
  public OptionalDouble longitude() {
    return isNearSurface()
        ? OptionalDouble.of(Math.toDegrees(Math.atan2(y, x)))
        : OptionalDouble.empty();
  }

  /** The part of a velocity that goes north where the latitude and longitude are these. */
  double north(double latitudeDegrees, double longitudeDegrees) {
    double latitude = Math.toRadians(latitudeDegrees);
    double longitude = Math.toRadians(longitudeDegrees);
    return Math.cos(latitude) * z
        - Math.sin(latitude) * (Math.cos(longitude) * x + Math.sin(longitude) * y);
  }

  /** The part of a velocity that goes east. */
  double east(double longitudeDegrees) {
    double longitude = Math.toRadians(longitudeDegrees);
    return Math.cos(longitude) * y - Math.sin(longitude) * x;
  }

  private boolean isNearSurface() {
    return Math.sqrt(x * x + y * y + z * z) > LEAST_METRES;
  }
}
