package org.plimsoll.naval;

import static org.plimsoll.naval.DraughtMark.AFT_PORT;
import static org.plimsoll.naval.DraughtMark.AFT_STARBOARD;
import static org.plimsoll.naval.DraughtMark.FORWARD_PORT;
import static org.plimsoll.naval.DraughtMark.FORWARD_STARBOARD;
import static org.plimsoll.naval.DraughtMark.MIDSHIP_PORT;
import static org.plimsoll.naval.DraughtMark.MIDSHIP_STARBOARD;

import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The means of port and starboard at the three stations, and half the difference of the sides.
 *
 * @param forwardMetres mean at the forward marks
 * @param midshipMetres mean at the midship marks
 * @param aftMetres mean at the aft marks
 * @param halfDifferenceMetres (starboard - port) / 2 at the midship marks, or the mean of the other
 *     complete pairs when midship lacks a side; + when starboard is deeper
 */
record Sides(
    double forwardMetres, double midshipMetres, double aftMetres, double halfDifferenceMetres) {

  /**
   * Completes the stations. A station with one side only takes the other from the half difference
   * of the complete pairs, which is right where the marks of all stations stand equally far apart.
   *
   * @return empty when a station has no reading, or when no pair is complete
   */
  static Optional<Sides> of(ObservedDraughts observed) {
    OptionalDouble forward = halfDifference(observed, FORWARD_PORT, FORWARD_STARBOARD);
    OptionalDouble midship = halfDifference(observed, MIDSHIP_PORT, MIDSHIP_STARBOARD);
    OptionalDouble aft = halfDifference(observed, AFT_PORT, AFT_STARBOARD);
    OptionalDouble half =
        midship.isPresent()
            ? midship
            : Stream.of(forward, aft).flatMapToDouble(OptionalDouble::stream).average();
    if (half.isEmpty()) {
      return Optional.empty();
    }
    double halfMetres = half.getAsDouble();
    OptionalDouble meanForward = mean(observed, FORWARD_PORT, FORWARD_STARBOARD, halfMetres);
    OptionalDouble meanMidship = mean(observed, MIDSHIP_PORT, MIDSHIP_STARBOARD, halfMetres);
    OptionalDouble meanAft = mean(observed, AFT_PORT, AFT_STARBOARD, halfMetres);
    if (meanForward.isEmpty() || meanMidship.isEmpty() || meanAft.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Sides(
            meanForward.getAsDouble(),
            meanMidship.getAsDouble(),
            meanAft.getAsDouble(),
            halfMetres));
  }

  /**
   * By how much the difference of the sides (starboard - port) differs between stations: 0 for a
   * straight hull with true readings, and where fewer than two stations have both sides.
   */
  static double disagreementMetres(ObservedDraughts observed) {
    DoubleSummaryStatistics differences =
        Stream.of(
                halfDifference(observed, FORWARD_PORT, FORWARD_STARBOARD),
                halfDifference(observed, MIDSHIP_PORT, MIDSHIP_STARBOARD),
                halfDifference(observed, AFT_PORT, AFT_STARBOARD))
            .flatMapToDouble(OptionalDouble::stream)
            .summaryStatistics();
    return differences.getCount() < 2 ? 0 : 2 * (differences.getMax() - differences.getMin());
  }

  double midshipPortMetres() {
    return midshipMetres - halfDifferenceMetres;
  }

  double midshipStarboardMetres() {
    return midshipMetres + halfDifferenceMetres;
  }

  private static OptionalDouble halfDifference(
      ObservedDraughts observed, DraughtMark portMark, DraughtMark starboardMark) {
    OptionalDouble port = observed.at(portMark);
    OptionalDouble starboard = observed.at(starboardMark);
    return port.isPresent() && starboard.isPresent()
        ? OptionalDouble.of((starboard.getAsDouble() - port.getAsDouble()) / 2)
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(
      ObservedDraughts observed,
      DraughtMark portMark,
      DraughtMark starboardMark,
      double halfDifference) {
    OptionalDouble port = observed.at(portMark);
    OptionalDouble starboard = observed.at(starboardMark);
    if (port.isPresent() && starboard.isPresent()) {
      return OptionalDouble.of((port.getAsDouble() + starboard.getAsDouble()) / 2);
    }
    if (port.isPresent()) {
      return OptionalDouble.of(port.getAsDouble() + halfDifference);
    }
    return starboard.isPresent()
        ? OptionalDouble.of(starboard.getAsDouble() - halfDifference)
        : OptionalDouble.empty();
  }
}
