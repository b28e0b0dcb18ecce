package org.plimsoll.protocol.nmea0183;

/**
 * Where the fields of the sentence at hand lie in the bytes that hold it. Field 0 is the address.
 * Confined to its decoder's thread.
 */
abstract class FieldBounds {

  private static final int CHECKSUM_AND_LINE_END = 3;

  /** Where each field begins; the one after the last begins behind the sentence's body. */
  final int[] starts = new int[Nmea0183Decoder.MAX_SENTENCE_BYTES + 2];

  byte[] bytes;
  int count;
  int bodyEnd;
  private int sum;

  FieldBounds(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Another sentence is at hand. */
  abstract void begin();

  /** Finds the fields and the checksum's sum of the first {@code length} bytes. */
  void split(int length) {
    split(bytes, 0, length);
  }

  /** Finds the fields and the checksum's sum of {@code [from, to)}, its start included. */
  void split(byte[] buffer, int from, int to) {
    bytes = buffer;
    int xor = 0;
    int found = 0;
    int at = from + 1;
    starts[0] = at;
    while (at < to) {
      byte next = buffer[at];
      if (next == '*') {
        break;
      }
      xor ^= next;
      at++;
      if (next == ',') {
        starts[++found] = at;
      }
    }
    finish(found, at, xor);
  }

  /**
   * Finds the fields of a sentence that lies whole in a buffer, in one pass.
   *
   * @return behind its checksum, where the line ends; or -1 if it is not a plain sentence with a
   *     right checksum and a line end right behind it, and says nothing then
   */
  int splitWhole(byte[] buffer, int from, int to) {
    int xor = 0;
    int found = 0;
    int at = from + 1;
    int end = Math.min(to, from + Nmea0183Decoder.MAX_SENTENCE_BYTES) - CHECKSUM_AND_LINE_END;
    starts[0] = at;
    while (at < end) {
      byte next = buffer[at];
      if (next <= ',') {
        if (next == ',') {
          starts[++found] = at + 1;
        } else if (next == '*') {
          break;
        } else if (next == '\r' || next == '\n' || next == '$' || next == '!') {
          return -1;
        }
      }
      xor ^= next;
      at++;
    }
    if (at >= end
        || starts[0] == at
        || starts[0] == starts[1] - 1
        || !holds(buffer, at, xor & 0xFF)) {
      return -1;
    }
    bytes = buffer;
    finish(found, at, xor);
    return at + 3;
  }

  private static boolean holds(byte[] buffer, int star, int sum) {
    int said = Character.digit(buffer[star + 1], 16) << 4 | Character.digit(buffer[star + 2], 16);
    byte behind = buffer[star + 3];
    return said == sum && (behind == '\r' || behind == '\n');
  }

  private void finish(int found, int at, int xor) {
    starts[found + 1] = at + 1;
    count = found;
    sum = xor & 0xFF;
    bodyEnd = at;
    begin();
  }

  /** Fields after the address. */
  int count() {
    return count;
  }

  /** XOR of all bytes between the start and {@code *}. */
  int sum() {
    return sum;
  }

  /** Where {@code *} stands, or the length if there is none. */
  int bodyEnd() {
    return bodyEnd;
  }

  int length(int field) {
    return field > count ? 0 : starts[field + 1] - 1 - starts[field];
  }

  char charAt(int field, int index) {
    return (char) (bytes[starts[field] + index] & 0xFF);
  }

  /** The last three characters of an address of five. */
  int formatterCode() {
    int at = starts[0];
    return SentenceTable.code(bytes[at + 2], bytes[at + 3], bytes[at + 4]);
  }

  boolean isText(int field, String text) {
    if (length(field) != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (charAt(field, i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
