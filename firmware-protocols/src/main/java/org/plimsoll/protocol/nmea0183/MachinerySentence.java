package org.plimsoll.protocol.nmea0183;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quantities;

/** Rudder, shaft and engine. */
public sealed interface MachinerySentence extends Sentence {

  /**
   * Rudder sensor angle ({@code $--RSA,x.x,A,x.x,A*hh}); to port is negative.
   *
   * @param starboardDegrees of the starboard or the only rudder
   */
  record Rsa(
      String talker,
      OptionalDouble starboardDegrees,
      Optional<Character> starboardStatus,
      OptionalDouble portDegrees,
      Optional<Character> portStatus)
      implements MachinerySentence {
    static Rsa decode(Fields fields) {
      return new Rsa(
          fields.talker(), fields.number(1), fields.code(2), fields.number(3), fields.code(4));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double degrees = fields.value(1);
      FixMode fix = FixMode.ofStatus(fields.letter(2));
      fields.check("ncnc");
      if (out.begins(fields, "RSA") && !Double.isNaN(degrees)) {
        out.add(fix, Quantities.RUDDER_ANGLE, degrees, Units.DEGREE);
      }
    }

    void readings(ReadingOutput out) {
      if (starboardDegrees.isPresent()) {
        out.add(
            FixMode.ofStatus(starboardStatus),
            Quantities.RUDDER_ANGLE,
            starboardDegrees,
            Units.DEGREE);
      }
    }
  }

  /**
   * Revolutions of a shaft or an engine.
   *
   * <pre>
   * $--RPM,a,x,x.x,x.x,A*hh
   *        1 2 3   4   5
   *        | | |   |   status
   *        | | |   pitch of the propeller, percent, astern negative
   *        | | per minute, counter-clockwise negative
   *        | 0 single or on the centre line, odd starboard, even port
   *        S shaft, E engine
   * </pre>
   *
   * @param source {@code S} or {@code E}
   */
  record Rpm(
      String talker,
      Optional<Character> source,
      OptionalInt number,
      OptionalDouble revolutionsPerMinute,
      OptionalDouble pitchPercent,
      Optional<Character> status)
      implements MachinerySentence {
    static Rpm decode(Fields fields) {
      return new Rpm(
          fields.talker(),
          fields.code(1),
          fields.integer(2),
          fields.number(3),
          fields.number(4),
          fields.code(5));
    }
  }
}
