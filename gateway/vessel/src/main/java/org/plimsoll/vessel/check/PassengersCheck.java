package org.plimsoll.vessel.check;

import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/** Whether there are more passengers on board than the certificate allows. */
final class PassengersCheck implements Check {

  private static final double PERCENT = 100;

  private final Certificate certificate;
  private final Levels levels;

  PassengersCheck(Certificate certificate, AlertLevels levels) {
    this.certificate = certificate;
    this.levels = levels.of(AlertKind.PASSENGERS);
  }

  @Override
  public String id() {
    return "passengers";
  }

  @Override
  public String title() {
    return "Passengers against certificate";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.PASSENGERS;
  }

  @Override
  public Finding judge(VesselState state) {
    OptionalDouble counted = state.usable(Quantities.PASSENGERS_ON_BOARD);
    if (counted.isEmpty()) {
      return Finding.inconclusive("no usable count of passengers");
    }
    long passengers = Math.round(counted.getAsDouble());
    String text =
        String.format(
            Locale.ROOT, "%d on board, certificate %d", passengers, certificate.passengers());
    boolean over = passengers > certificate.passengers();
    double percent =
        passengers == 0 ? 0 : PERCENT * passengers / Math.max(certificate.passengers(), 0.5);
    return new Finding(
        over ? Verdict.FAIL : Verdict.PASS,
        text,
        levels.conditions(alert(), 1, percent, () -> text));
  }
}
