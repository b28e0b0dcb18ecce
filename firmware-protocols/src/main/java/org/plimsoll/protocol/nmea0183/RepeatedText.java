package org.plimsoll.protocol.nmea0183;

/**
 * The text of some fields as they came last. A receiver says the same place in each sentence of an
 * epoch, and comparing its text costs a tenth of reading it again. Confined to its decoder's
 * thread.
 */
final class RepeatedText {

  /** Two octets from each end cover a text whole that is neither shorter nor longer than this. */
  private static final int MIN_LENGTH = 2 * Octets.SIZE;

  private static final int MAX_LENGTH = 4 * Octets.SIZE;

  private static final int NONE = -1;

  private long first;
  private long second;
  private long lastButOne;
  private long last;
  private int length = NONE;

  /** Whether the text is the one that was remembered. */
  boolean is(byte[] bytes, int from, int length) {
    int end = from + length;
    return length == this.length
        && (Octets.get(bytes, from) ^ first
                | Octets.get(bytes, from + Octets.SIZE) ^ second
                | Octets.get(bytes, end - 2 * Octets.SIZE) ^ lastButOne
                | Octets.get(bytes, end - Octets.SIZE) ^ last)
            == 0;
  }

  /** From now on no text is the one. */
  void forget() {
    length = NONE;
  }

  /** Remembers a text, unless it is too short or too long. */
  void remember(byte[] bytes, int from, int length) {
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return;
    }
    int end = from + length;
    this.length = length;
    first = Octets.get(bytes, from);
    second = Octets.get(bytes, from + Octets.SIZE);
    lastButOne = Octets.get(bytes, end - 2 * Octets.SIZE);
    last = Octets.get(bytes, end - Octets.SIZE);
  }
}
