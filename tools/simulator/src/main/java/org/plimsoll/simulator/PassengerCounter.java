package org.plimsoll.simulator;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.protocol.nmea0183.Xdr;
import org.plimsoll.protocol.nmea0183.Xdr.Transducer;

/**
 * The gate counter, once a second: passengers on board ({@code G}, PAX) and the direction of the
 * ramp ({@code S}, RAMP, 1 aboard and 0 ashore).
 */
final class PassengerCounter implements Device {

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
                    'S', OptionalDouble.of(seen.cargo().isBoarding() ? 1 : 0), "", "RAMP")));
    voice.uttered(SentenceWriter.bytes(sentence), now).ifPresent(out::say);
  }
}
