package org.plimsoll.protocol.nmea0183;

import java.util.OptionalInt;

/**
 * An AIS message, or a part of one, in its six-bit armour; decoded further by {@code
 * org.plimsoll.protocol.ais}.
 */
public sealed interface AisSentence extends Sentence {

  /** How many sentences the message takes, 1 to 9. */
  OptionalInt total();

  /** Which of them this is, from 1. */
  OptionalInt number();

  /** Joins the sentences of a message, 0 to 9; absent in a single one. */
  OptionalInt sequence();

  /** {@code A} or {@code B}, of some receivers {@code 1} or {@code 2}, or empty. */
  String channel();

  /** Six bits a character. */
  String payload();

  /** Bits of the last character that are none of the message's, 0 to 5. */
  OptionalInt fillBits();

  /**
   * Heard from others.
   *
   * <pre>
   * !--VDM,x,x,x,a,s--s,x*hh
   *        1 2 3 4 5    6
   *        | | | | |    fill bits
   *        | | | | six bits a character
   *        | | | channel A or B
   *        | | joins the sentences of a message, 0 to 9; empty for a single one
   *        | number of this one
   *        sentences of the message
   * </pre>
   */
  record Vdm(
      String talker,
      OptionalInt total,
      OptionalInt number,
      OptionalInt sequence,
      String channel,
      String payload,
      OptionalInt fillBits)
      implements AisSentence {
    static Vdm decode(Fields fields) {
      return new Vdm(
          fields.talker(),
          fields.integer(1),
          fields.integer(2),
          fields.integer(3),
          fields.text(4),
          fields.text(5),
          fields.integer(6));
    }
  }

  /**
   * Sent by the own ship.
   *
   * <pre>
   * !--VDO,x,x,x,a,s--s,x*hh
   *        1 2 3 4 5    6
   *        | | | | |    fill bits
   *        | | | | six bits a character
   *        | | | channel A or B
   *        | | joins the sentences of a message, 0 to 9; empty for a single one
   *        | number of this one
   *        sentences of the message
   * </pre>
   */
  record Vdo(
      String talker,
      OptionalInt total,
      OptionalInt number,
      OptionalInt sequence,
      String channel,
      String payload,
      OptionalInt fillBits)
      implements AisSentence {
    static Vdo decode(Fields fields) {
      return new Vdo(
          fields.talker(),
          fields.integer(1),
          fields.integer(2),
          fields.integer(3),
          fields.text(4),
          fields.text(5),
          fields.integer(6));
    }
  }
}
