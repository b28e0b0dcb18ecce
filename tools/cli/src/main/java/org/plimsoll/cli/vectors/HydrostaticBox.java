package org.plimsoll.cli.vectors;

import java.util.Optional;
import org.plimsoll.naval.form.FormHydrostatics.Entered;
import org.plimsoll.naval.form.FormHydrostatics.EnteredRow;
import org.plimsoll.naval.form.FormHydrostatics.SideImmersion;
import org.plimsoll.naval.loadline.BoxShape;

/** The rows of a box: straight in the draught, with one immersion and one moment. */
record HydrostaticBox(BoxShape box, double density) {

  private static final double SHALLOW_METRES = 0.1;

  Entered rows(double deepestMetres) {
    double immersion = box.tonnesPerCentimetre(density);
    double inertia = box.breadthMetres() * Math.pow(box.lengthMetres(), 3) / 12;
    double moment = density * inertia / (100 * box.lengthMetres());
    return new Entered(
        row(SHALLOW_METRES),
        row(deepestMetres + 1),
        moment,
        moment,
        Optional.of(new SideImmersion(immersion, immersion)),
        Optional.empty(),
        density);
  }

  private EnteredRow row(double draughtMetres) {
    return new EnteredRow(
        draughtMetres,
        box.displacementTonnes(draughtMetres, density),
        box.tonnesPerCentimetre(density),
        0);
  }
}
