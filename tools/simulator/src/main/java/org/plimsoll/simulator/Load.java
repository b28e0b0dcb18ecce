package org.plimsoll.simulator;

/**
 * Masses aboard and their moments.
 *
 * @param massTonnes sum
 * @param longitudinalTonneMetres about the after perpendicular, + forward
 * @param transverseTonneMetres about the centre line, + to starboard
 * @param verticalTonneMetres about the keel, + up
 */
record Load(
    double massTonnes,
    double longitudinalTonneMetres,
    double transverseTonneMetres,
    double verticalTonneMetres) {

  static Load of(
      double massTonnes, double fromApMetres, double starboardMetres, double heightMetres) {
    return new Load(
        massTonnes,
        massTonnes * fromApMetres,
        massTonnes * starboardMetres,
        massTonnes * heightMetres);
  }

  Load plus(Load other) {
    return new Load(
        massTonnes + other.massTonnes,
        longitudinalTonneMetres + other.longitudinalTonneMetres,
        transverseTonneMetres + other.transverseTonneMetres,
        verticalTonneMetres + other.verticalTonneMetres);
  }
}
