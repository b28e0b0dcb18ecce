package org.plimsoll.protocol.ais;

import java.util.Optional;

/**
 * How far the ship reaches from the antenna whose position is reported. With {@code bowMetres} and
 * {@code portMetres} both 0 the antenna's place is unknown, and the others are length and beam.
 *
 * @param bowMetres 0 to 511, which means 511 or more
 * @param sternMetres 0 to 511, which means 511 or more
 * @param portMetres 0 to 63, which means 63 or more
 * @param starboardMetres 0 to 63, which means 63 or more
 */
public record Dimensions(int bowMetres, int sternMetres, int portMetres, int starboardMetres) {

  /** Four fields in a row, 9 + 9 + 6 + 6 bits; absent if all are 0. */
  static Optional<Dimensions> decode(Payload bits, int from) {
    int bow = bits.unsigned(from, 9);
    int stern = bits.unsigned(from + 9, 9);
    int port = bits.unsigned(from + 18, 6);
    int starboard = bits.unsigned(from + 24, 6);
    return (bow | stern | port | starboard) == 0
        ? Optional.empty()
        : Optional.of(new Dimensions(bow, stern, port, starboard));
  }
}
