package org.plimsoll.protocol.nmea0183;

/**
 * Where fields begin among eight bytes, for each of the 256 ways that commas can stand in them: so
 * that all are noted at once, where a loop over the commas of a sentence would cost as much as all
 * the rest of the scan. Of each place 16 bits.
 */
final class CommaPlaces {

  /** One in each place of a word. */
  static final long LANES = 0x0001000100010001L;

  /** Behind the first four commas; bit 0 of the index is the first byte. */
  static final long[] FIRST = new long[1 << Octets.SIZE];

  /** Behind the other commas; 0 if there are none. */
  static final long[] REST = new long[1 << Octets.SIZE];

  static {
    for (int commas = 0; commas < FIRST.length; commas++) {
      int found = 0;
      for (int at = 0; at < Octets.SIZE; at++) {
        if ((commas >>> at & 1) != 0) {
          long[] places = found < 4 ? FIRST : REST;
          places[commas] |= (long) (at + 1) << Character.SIZE * (found % 4);
          found++;
        }
      }
    }
  }

  private CommaPlaces() {}
}
