package org.plimsoll.naval.departure;

import java.util.OptionalInt;
import org.plimsoll.naval.departure.Finding.Outcome;

/**
 * The greatest number of passengers by the passenger ship safety certificate.
 *
 * @param greatest 0 or more
 */
public record PassengerLimit(int greatest) {
  public PassengerLimit {
    if (greatest < 0) {
      throw new IllegalArgumentException("passengers: at most " + greatest);
    }
  }

  /** Judges a count; nobody counted is not nobody aboard. */
  public Finding judge(OptionalInt aboard) {
    if (aboard.isEmpty() || aboard.getAsInt() < 0) {
      return Finding.of("passengers", Outcome.INCONCLUSIVE, "not counted, allowed %d", greatest);
    }
    int passengers = aboard.getAsInt();
    return Finding.of(
        "passengers",
        passengers <= greatest ? Outcome.PASS : Outcome.FAIL,
        "%d aboard, allowed %d",
        passengers,
        greatest);
  }
}
