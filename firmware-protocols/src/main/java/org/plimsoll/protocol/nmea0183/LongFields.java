package org.plimsoll.protocol.nmea0183;

/**
 * The fields of a sentence that may be longer than usual: places of as many bytes as a sentence can
 * have. Confined to its decoder's thread.
 */
final class LongFields extends Fields {

  private final char[] places = new char[Nmea0183Decoder.MAX_SENTENCE_BYTES + 2];

  /**
   * @param bytes where sentences are assembled, {@code $} or {@code !} first
   */
  LongFields(byte[] bytes) {
    super(bytes);
  }

  @Override
  void note(int field, int place) {
    places[field] = (char) place;
  }

  @Override
  int place(int field) {
    return places[field];
  }
}
