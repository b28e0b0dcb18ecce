package org.plimsoll.protocol.nmea0183;

/**
 * Where fields begin among eight bytes, for each of the 256 ways that commas can stand in them: so
 * that all are noted at once, where a loop over the commas of a sentence would cost as much as all
 * the rest of the scan. Of each place a byte, the first in the lowest.
 */
final class CommaPlaces {

  /** Behind each comma; bit 0 of the index is the first byte. */
  static final long[] OF = new long[1 << Octets.SIZE];

  /** What makes each place that of the next eight bytes. */
  static final long OCTET = 0x0808080808080808L;

  static {
    for (int commas = 0; commas < OF.length; commas++) {
      int found = 0;
      for (int at = 0; at < Octets.SIZE; at++) {
        if ((commas >>> at & 1) != 0) {
          OF[commas] |= (long) (at + 1) << Byte.SIZE * found++;
        }
      }
    }
  }

  private CommaPlaces() {}
}
