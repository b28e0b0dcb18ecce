package org.plimsoll.simulator;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.protocol.nmea0183.Xdr;
import org.plimsoll.protocol.nmea0183.Xdr.Transducer;

/**
 * The gate counter, once a second: passengers on board ({@code G}, PAX) and the direction of the
 * ramp ({@code S}, RAMP, 1 aboard and 0 ashore), and what the scanner at the gate reads in the
 * papers of the unit that comes aboard ({@code G}, PAPERS, kilograms) and in the stowage plan
 * ({@code D}, STOWED, metres from the after perpendicular); both are empty when none comes.
 */
final class PassengerCounter implements Device {

  private static final double KILOGRAMS = 1000;

  private final Voice voice;
  private final Beat beat = new Beat(0.3, 1);

  PassengerCounter(Voice voice) {
    this.voice = voice;
  }

  @Override
  public void tick(Truth now, Outlet out) {
    Truth seen = voice.seen(now);
    if (!beat.isDue(now.elapsedSeconds())) {
      return;
    }
    Xdr sentence =
        new Xdr(
            "YX",
            List.of(
                new Transducer('G', OptionalDouble.of(seen.passengers()), "", "PAX"),
                new Transducer(
                    'S', OptionalDouble.of(seen.cargo().isBoarding() ? 1 : 0), "", "RAMP"),
                new Transducer('G', papers(seen.cargo()), "", "PAPERS"),
                new Transducer('D', seen.cargo().bridgeStowedFromApMetres(), "M", "STOWED")));
    voice.uttered(SentenceWriter.bytes(sentence), now).ifPresent(out::say);
  }

  private static OptionalDouble papers(CargoTruth cargo) {
    OptionalDouble tonnes = cargo.bridgeDeclaredTonnes();
    return tonnes.isPresent()
        ? OptionalDouble.of(Math.rint(tonnes.getAsDouble() * KILOGRAMS))
        : tonnes;
  }
}
