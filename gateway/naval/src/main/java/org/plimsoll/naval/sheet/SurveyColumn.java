package org.plimsoll.naval.sheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.form.Appraisal;

/**
 * One survey of a sheet.
 *
 * @param name such as "initial"
 * @param taken when and where, as entered; empty if nobody said
 * @param waterDensity t/m3
 * @param tableDensity t/m3 of the table's water; empty without a table
 * @param deductibles each by itself
 * @param appraisal form and trust
 */
public record SurveyColumn(
    String name,
    Optional<String> taken,
    double waterDensity,
    OptionalDouble tableDensity,
    List<Deducted> deductibles,
    Appraisal appraisal) {

  public SurveyColumn {
    deductibles = List.copyOf(deductibles);
  }

  /**
   * One deductible.
   *
   * @param name such as "ballast 1 port"
   * @param how it was found: a sounding, a mass entered
   * @param massTonnes empty where its table has no answer
   */
  public record Deducted(String name, String how, OptionalDouble massTonnes) {}
}
