package org.plimsoll.vessel.mapping;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.protocol.nmea0183.Xdr;
import org.plimsoll.vocabulary.Reading;

/**
 * Sentences of one line as readings: standard ones by themselves, transducers by configuration.
 *
 * @param transducers the {@code XDR} transducers that mean something aboard this ship
 */
public record SentenceMapping(List<TransducerPoint> transducers) {

  public SentenceMapping {
    transducers = List.copyOf(transducers);
  }

  /** The readings of one sentence; none if nobody configured its transducers. */
  public List<Reading> readings(Sentence sentence) {
    if (!(sentence instanceof Xdr xdr)) {
      return SentenceReadings.of(sentence);
    }
    List<Reading> readings = new ArrayList<>();
    for (Xdr.Transducer transducer : xdr.transducers()) {
      for (TransducerPoint point : transducers) {
        if (point.matches(transducer)) {
          readings.add(point.reading(transducer));
        }
      }
    }
    return readings;
  }
}
