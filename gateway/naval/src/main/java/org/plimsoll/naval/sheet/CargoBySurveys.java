package org.plimsoll.naval.sheet;

import java.math.BigDecimal;
import org.plimsoll.naval.UncertaintyBudget;

/**
 * The difference of two surveys.
 *
 * @param tonnes came aboard, negative when it went ashore
 * @param uncertainty of the difference
 */
public record CargoBySurveys(BigDecimal tonnes, UncertaintyBudget uncertainty) {

  /** Whether it came aboard. */
  public boolean isLoaded() {
    return tonnes.signum() >= 0;
  }
}
