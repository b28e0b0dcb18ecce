package org.plimsoll.naval;

import java.util.List;
import java.util.Optional;
import org.plimsoll.vocabulary.Quality;

/** What a draught survey came to. */
public sealed interface SurveyResult {

  /**
   * The ship was surveyed.
   *
   * @param floating how she lies
   * @param displacement what she weighs with all that is in her
   * @param cargo what she carries; empty when the passengers are not known
   * @param loadLine margin at the midship marks
   * @param quality {@link Quality#GOOD}, or {@link Quality#DEGRADED} with the reasons in {@code
   *     remarks}
   * @param remarks why the result is not to survey standard; empty when it is
   * @param displacementUncertainty of the displacement, by cause
   * @param cargoUncertainty of the cargo, by cause
   */
  record Surveyed(
      FloatingPosition floating,
      Displacement displacement,
      Optional<CargoMeasured> cargo,
      LoadLineMargin loadLine,
      Quality quality,
      List<String> remarks,
      UncertaintyBudget displacementUncertainty,
      UncertaintyBudget cargoUncertainty)
      implements SurveyResult {
    public Surveyed {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * No honest result can be given.
   *
   * @param reason what is missing or impossible, for the officer of the watch
   */
  record Unsurveyable(String reason) implements SurveyResult {}
}
