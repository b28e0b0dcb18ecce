package org.plimsoll.naval.form;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.SurveyAccuracy;

/**
 * How a survey was taken: what decides how far its figures can be trusted.
 *
 * @param breadthBetweenMarksMetres from the port to the starboard marks, above zero
 * @param scatterMetres standard uncertainty of each reading from the motion of the water; a mark
 *     that is not in the map stood in still water
 * @param inclinometerRadians list by an inclinometer, + to starboard; empty without one
 * @param densityAge of the sample at the time of the survey; empty if the time is not known
 * @param densityValidity how long a sample holds
 * @param accuracy of the readings, the density, the deductibles and the constant
 */
public record SurveyCircumstances(
    double breadthBetweenMarksMetres,
    Map<DraughtMark, Double> scatterMetres,
    OptionalDouble inclinometerRadians,
    Optional<Duration> densityAge,
    Duration densityValidity,
    SurveyAccuracy accuracy) {

  /** Domain practice in tidal water. */
  public static final Duration DENSITY_VALIDITY = Duration.ofHours(2);

  private static final double ROOT_OF_TWELVE = Math.sqrt(12);

  public SurveyCircumstances {
    if (!(breadthBetweenMarksMetres > 0)) {
      throw new IllegalArgumentException(
          "breadth between marks of " + breadthBetweenMarksMetres + " m must be > 0");
    }
    scatterMetres = Collections.unmodifiableMap(new EnumMap<>(scatterMetres));
  }

  /**
   * Standard uncertainty of a reading that was taken as the middle of a range: any place within it
   * is as likely.
   *
   * @param rangeMetres from the lowest to the highest water at the mark
   */
  public static double scatterOfRange(double rangeMetres) {
    return rangeMetres / ROOT_OF_TWELVE;
  }

  double greatestScatterMetres() {
    return scatterMetres.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
