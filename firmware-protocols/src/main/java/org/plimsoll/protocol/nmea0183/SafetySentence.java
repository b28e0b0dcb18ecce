package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/** Doors, fire detection and events. None of it is a reading. */
public sealed interface SafetySentence extends Sentence {

  /**
   * Door status.
   *
   * <pre>
   * $--DOR,a,hhmmss.ss,aa,aa,xxx,xxx,a,a,c--c*hh
   *        1 2         3  4  5   6   7 8 9
   *        | UTC       |  division   | | text
   *        |           FD fire, WT   | switch: O seaway or C harbour mode
   *        |           watertight,   O open, C closed, X fault
   *        |           HD hull       number of the door, or how many
   *        S status of a section, E event, F fault
   * </pre>
   */
  record Dor(
      String talker,
      Optional<Character> message,
      Optional<LocalTime> time,
      String system,
      String division,
      String subdivision,
      OptionalInt number,
      Optional<Character> status,
      Optional<Character> switchSetting,
      String text)
      implements SafetySentence {
    static Dor decode(Fields fields) {
      return new Dor(
          fields.talker(),
          fields.code(1),
          fields.time(2),
          fields.text(3),
          fields.text(4),
          fields.text(5),
          fields.integer(6),
          fields.code(7),
          fields.code(8),
          fields.textToEnd(9));
    }
  }

  /**
   * Fire detection.
   *
   * <pre>
   * $--FIR,a,hhmmss.ss,aa,aa,xxx,xxx,a,a,c--c*hh
   *        1 2         3  4  5   6   7 8 9
   *        | UTC       |  division   | | text
   *        |           FD, GD, WD .. | A acknowledged, V not
   *        |                         A activated, V not, X fault
   *        |                     number of the detector, or how many
   *        S status of a section, E event, F fault, D disabled
   * </pre>
   */
  record Fir(
      String talker,
      Optional<Character> message,
      Optional<LocalTime> time,
      String system,
      String division,
      String subdivision,
      OptionalInt number,
      Optional<Character> condition,
      Optional<Character> acknowledged,
      String text)
      implements SafetySentence {
    static Fir decode(Fields fields) {
      return new Fir(
          fields.talker(),
          fields.code(1),
          fields.time(2),
          fields.text(3),
          fields.text(4),
          fields.text(5),
          fields.integer(6),
          fields.code(7),
          fields.code(8),
          fields.textToEnd(9));
    }
  }

  /**
   * General event ({@code $--EVE,hhmmss.ss,c--c,c--c*hh}).
   *
   * @param tag who reports it
   */
  record Eve(String talker, Optional<LocalTime> time, String tag, String text)
      implements SafetySentence {
    static Eve decode(Fields fields) {
      return new Eve(fields.talker(), fields.time(1), fields.text(2), fields.textToEnd(3));
    }
  }
}
