package org.plimsoll.cli.conformance;

/**
 * Distances on the ellipsoid of WGS 84 (T. Vincenty, Survey Review 176, 1975, inverse problem).
 * They are good to a millimetre but for points that face each other across the earth.
 */
final class Geodesic {

  private static final double MAJOR_METRES = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double MINOR_METRES = MAJOR_METRES * (1 - FLATTENING);
  private static final int MAX_ROUNDS = 100;
  private static final double ENOUGH_RADIANS = 1e-12;

  private Geodesic() {}

  /** The distance in metres between two places in degrees. */
  static double metres(double latitude, double longitude, double toLatitude, double toLongitude) {
    double difference = Math.toRadians(toLongitude - longitude);
    double reduced = Math.atan((1 - FLATTENING) * Math.tan(Math.toRadians(latitude)));
    double toReduced = Math.atan((1 - FLATTENING) * Math.tan(Math.toRadians(toLatitude)));
    double sines = Math.sin(reduced) * Math.sin(toReduced);
    double cosines = Math.cos(reduced) * Math.cos(toReduced);
    double lambda = difference;
    double sinSigma = 0;
    double cosSigma = 1;
    double sigma = 0;
    double cosSquareAlpha = 1;
    double cosTwiceMiddle = 0;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      double east = Math.cos(toReduced) * Math.sin(lambda);
      double north =
          Math.cos(reduced) * Math.sin(toReduced)
              - Math.sin(reduced) * Math.cos(toReduced) * Math.cos(lambda);
      sinSigma = Math.hypot(east, north);
      if (sinSigma == 0) {
        return 0;
      }
      cosSigma = sines + cosines * Math.cos(lambda);
      sigma = Math.atan2(sinSigma, cosSigma);
      double sinAlpha = cosines * Math.sin(lambda) / sinSigma;
      cosSquareAlpha = 1 - sinAlpha * sinAlpha;
      cosTwiceMiddle = cosSquareAlpha == 0 ? 0 : cosSigma - 2 * sines / cosSquareAlpha;
      double before = lambda;
      double c = FLATTENING / 16 * cosSquareAlpha * (4 + FLATTENING * (4 - 3 * cosSquareAlpha));
      double bracket = cosTwiceMiddle + c * cosSigma * (2 * cosTwiceMiddle * cosTwiceMiddle - 1);
      lambda = difference + (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * bracket);
      if (Math.abs(lambda - before) <= ENOUGH_RADIANS) {
        break;
      }
    }
    return MINOR_METRES * arc(cosSquareAlpha, sinSigma, cosSigma, sigma, cosTwiceMiddle);
  }

  private static double arc(
      double cosSquareAlpha,
      double sinSigma,
      double cosSigma,
      double sigma,
      double cosTwiceMiddle) {
    double square =
        cosSquareAlpha
            * (MAJOR_METRES * MAJOR_METRES - MINOR_METRES * MINOR_METRES)
            / (MINOR_METRES * MINOR_METRES);
    double a = 1 + square / 16384 * (4096 + square * (square * (320 - 175 * square) - 768));
    double b = square / 1024 * (256 + square * (square * (74 - 47 * square) - 128));
    double twice = 2 * cosTwiceMiddle * cosTwiceMiddle - 1;
    double third =
        b
            / 6
            * cosTwiceMiddle
            * (4 * sinSigma * sinSigma - 3)
            * (4 * cosTwiceMiddle * cosTwiceMiddle - 3);
    return a * (sigma - b * sinSigma * (cosTwiceMiddle + b / 4 * (cosSigma * twice - third)));
  }
}
