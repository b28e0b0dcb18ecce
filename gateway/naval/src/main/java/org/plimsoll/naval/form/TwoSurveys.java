package org.plimsoll.naval.form;

import java.math.BigDecimal;

/**
 * Cargo by two surveys at the same berth, before and after: lightship, constant and whatever else
 * is the same in both cancels.
 *
 * @param initialNetTonnes displacement less deductibles before
 * @param finalNetTonnes displacement less deductibles after
 */
public record TwoSurveys(BigDecimal initialNetTonnes, BigDecimal finalNetTonnes) {

  /**
   * Of two completed forms.
   *
   * @throws IllegalArgumentException if a form has no net displacement or the forms were kept in
   *     different precision
   */
  public static TwoSurveys of(CompletedForm initial, CompletedForm last) {
    if (initial.precision() != last.precision()) {
      throw new IllegalArgumentException(
          "forms in " + initial.precision() + " and " + last.precision());
    }
    return new TwoSurveys(net(initial), net(last));
  }

  /** What came aboard between the surveys, in tonnes; negative when it went ashore. */
  public BigDecimal cargoTonnes() {
    return finalNetTonnes.subtract(initialNetTonnes);
  }

  private static BigDecimal net(CompletedForm form) {
    return form.value(FormLine.NET)
        .orElseThrow(() -> new IllegalArgumentException("a form has no net displacement"));
  }
}
