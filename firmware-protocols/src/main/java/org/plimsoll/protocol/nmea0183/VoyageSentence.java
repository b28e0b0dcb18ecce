package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What the crew told the AIS about the voyage. */
public sealed interface VoyageSentence extends Sentence {

  /**
   * Voyage static data.
   *
   * <pre>
   * $--VSD,x.x,x.x,x.x,c--c,hhmmss.ss,xx,xx,x.x,x.x*hh
   *        1   2   3   4    5         6  7  8   9
   *        |   |   |   |    ETA, day, month |   regional flags
   *        |   |   |   destination          navigational status
   *        |   |   persons
   *        |   draught, metres
   *        type of ship and cargo
   * </pre>
   *
   * @param draughtMetres entered by the crew, 0 to 25.5; not measured
   * @param destination without its padding
   * @param arrival UTC; absent if the hour or the minute says "not available"
   */
  record Vsd(
      String talker,
      OptionalDouble shipType,
      OptionalDouble draughtMetres,
      OptionalDouble persons,
      String destination,
      Optional<LocalTime> arrival,
      OptionalInt arrivalDay,
      OptionalInt arrivalMonth,
      OptionalDouble navigationalStatus,
      OptionalDouble regional)
      implements VoyageSentence {
    static Vsd decode(Fields fields) {
      return new Vsd(
          fields.talker(),
          fields.number(1),
          fields.number(2),
          fields.number(3),
          fields.paddedText(4),
          fields.timeOrNone(5),
          fields.integer(6),
          fields.integer(7),
          fields.number(8),
          fields.number(9));
    }
  }
}
