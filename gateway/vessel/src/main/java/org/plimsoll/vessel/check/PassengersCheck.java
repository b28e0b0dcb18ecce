package org.plimsoll.vessel.check;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/** Whether there are more passengers on board than the certificate allows. */
final class PassengersCheck implements Check {

  private final Certificate certificate;

  PassengersCheck(Certificate certificate) {
    this.certificate = certificate;
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
    if (passengers > certificate.passengers()) {
      return new Finding(
          Verdict.FAIL, text, List.of(new AlertCondition(alert(), 1, AlertPriority.ALARM, text)));
    }
    return Finding.pass(text);
  }
}
