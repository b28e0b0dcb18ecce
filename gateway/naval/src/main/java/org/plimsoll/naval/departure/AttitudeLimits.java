package org.plimsoll.naval.departure;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;
import org.plimsoll.naval.departure.Finding.Outcome;

/**
 * Limits of the stability booklet and of the strength of the hull.
 *
 * @param greatestListDegrees to either side
 * @param leastTrimMetres + by the stern
 * @param greatestTrimMetres + by the stern
 * @param greatestHogMetres 0 or more
 * @param greatestSagMetres 0 or more
 * @param greatestTwistDegrees between the ends, either way
 */
public record AttitudeLimits(
    double greatestListDegrees,
    double leastTrimMetres,
    double greatestTrimMetres,
    double greatestHogMetres,
    double greatestSagMetres,
    double greatestTwistDegrees) {

  public AttitudeLimits {
    if (!(greatestListDegrees >= 0
        && leastTrimMetres <= greatestTrimMetres
        && greatestHogMetres >= 0
        && greatestSagMetres >= 0
        && greatestTwistDegrees >= 0)) {
      throw new IllegalArgumentException("a limit of attitude is negative, reversed or missing");
    }
  }

  /** One finding for each of list, trim, deflection and twist. */
  public List<Finding> judge(Attitude attitude) {
    return List.of(
        within(
            "list",
            attitude.listDegrees(),
            -greatestListDegrees,
            greatestListDegrees,
            "%.2f degrees, + to starboard, allowed %.2f to %.2f"),
        within(
            "trim",
            attitude.trimMetres(),
            leastTrimMetres,
            greatestTrimMetres,
            "%.3f m, + by the stern, allowed %.3f to %.3f"),
        within(
            "hog-sag",
            attitude.deflectionMetres(),
            -greatestHogMetres,
            greatestSagMetres,
            "%.3f m, + sag, allowed %.3f to %.3f"),
        within(
            "hull-twist",
            attitude.twistDegrees(),
            -greatestTwistDegrees,
            greatestTwistDegrees,
            "%.2f degrees between the ends, allowed %.2f to %.2f"));
  }

  private static Finding within(
      String check, OptionalDouble value, double least, double greatest, String format) {
    if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
      return new Finding(check, Outcome.INCONCLUSIVE, "not known");
    }
    double known = value.getAsDouble();
    Outcome outcome = known >= least && known <= greatest ? Outcome.PASS : Outcome.FAIL;
    return new Finding(check, outcome, Phrase.of(format, known, least, greatest));
  }
}
