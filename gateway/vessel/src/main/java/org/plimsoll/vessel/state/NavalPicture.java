package org.plimsoll.vessel.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.vocabulary.Quality;

/**
 * How she lies, what she carries, and what that is held against.
 *
 * @param surveyed the draught survey; empty when none could be made
 * @param waterDensity t/m3 of the water she floats in
 * @param waterQuality how far the density may be trusted
 * @param waterText whose it is and how old
 * @param deductiblesTonnes fixed, constant and tanks together; empty when a tank is not known
 * @param deductiblesSigmaTonnes standard uncertainty of fixed deductibles and tanks
 * @param tankDoubts the tanks whose content is not known, as long as there is a survey
 * @param judgements every configured limit
 * @param cargo by papers, weighbridge and draught; empty before the first second
 */
public record NavalPicture(
    Optional<SurveyResult.Surveyed> surveyed,
    double waterDensity,
    Quality waterQuality,
    String waterText,
    OptionalDouble deductiblesTonnes,
    double deductiblesSigmaTonnes,
    List<TankDoubt> tankDoubts,
    Judgements judgements,
    Optional<CargoPicture> cargo) {

  public NavalPicture {
    tankDoubts = List.copyOf(tankDoubts);
  }

  /** Before the first second. */
  public static NavalPicture none() {
    return new NavalPicture(
        Optional.empty(),
        Double.NaN,
        Quality.ABSENT,
        "not yet looked at",
        OptionalDouble.empty(),
        0,
        List.of(),
        Judgements.none(),
        Optional.empty());
  }
}
