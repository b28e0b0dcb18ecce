package org.plimsoll.naval.form;

import java.util.Optional;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.ObservedDraughts;

/**
 * The six draughts as read, in metres from the underside of the keel.
 *
 * @param forwardPortMetres Fp
 * @param forwardStarboardMetres Fs
 * @param midshipPortMetres Mp
 * @param midshipStarboardMetres Ms
 * @param aftPortMetres Ap
 * @param aftStarboardMetres As
 */
public record FormReadings(
    double forwardPortMetres,
    double forwardStarboardMetres,
    double midshipPortMetres,
    double midshipStarboardMetres,
    double aftPortMetres,
    double aftStarboardMetres) {

  public FormReadings {
    double sum =
        forwardPortMetres
            + forwardStarboardMetres
            + midshipPortMetres
            + midshipStarboardMetres
            + aftPortMetres
            + aftStarboardMetres;
    if (!Double.isFinite(sum)) {
      throw new IllegalArgumentException("a draught is not a finite number");
    }
  }

  /**
   * The six draughts of an observation, a side without a reading completed from the list.
   *
   * @return empty when there are too few to complete them
   */
  public static Optional<FormReadings> of(ObservedDraughts observed) {
    return observed
        .completed()
        .map(
            all ->
                new FormReadings(
                    all.metres().get(DraughtMark.FORWARD_PORT),
                    all.metres().get(DraughtMark.FORWARD_STARBOARD),
                    all.metres().get(DraughtMark.MIDSHIP_PORT),
                    all.metres().get(DraughtMark.MIDSHIP_STARBOARD),
                    all.metres().get(DraughtMark.AFT_PORT),
                    all.metres().get(DraughtMark.AFT_STARBOARD)));
  }
}
