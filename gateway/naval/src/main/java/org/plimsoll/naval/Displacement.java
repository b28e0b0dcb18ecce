package org.plimsoll.naval;

/**
 * The mass of the floating ship with the corrections that led to it, all in tonnes.
 *
 * @param tableTonnes from the table at the quarter mean
 * @param firstTrimCorrectionTonnes trim x LCF arm x TPC x 100 / LBP
 * @param secondTrimCorrectionTonnes Nemoto's, 50 x trim^2 x dMCTC/dT / LBP
 * @param listCorrectionTonnes 6 x difference of sides x difference of their TPC
 * @param densityCorrectionTonnes from the table's water to the water she floats in
 */
public record Displacement(
    double tableTonnes,
    double firstTrimCorrectionTonnes,
    double secondTrimCorrectionTonnes,
    double listCorrectionTonnes,
    double densityCorrectionTonnes) {

  /** The corrected displacement in tonnes. */
  public double tonnes() {
    return tableTonnes
        + firstTrimCorrectionTonnes
        + secondTrimCorrectionTonnes
        + listCorrectionTonnes
        + densityCorrectionTonnes;
  }
}
