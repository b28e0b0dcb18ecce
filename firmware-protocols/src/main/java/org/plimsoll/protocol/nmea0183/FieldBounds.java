package org.plimsoll.protocol.nmea0183;

/**
 * Where the fields of the sentence at hand lie in the bytes that hold it. Field 0 is the address.
 * Confined to its decoder's thread.
 */
abstract class FieldBounds {

  private static final int CHECKSUM_AND_LINE_END = 3;

  /** Of each byte that is a hexadecimal digit, its value; of all others -1. */
  private static final byte[] HEX = new byte[256];

  static {
    for (int i = 0; i < HEX.length; i++) {
      HEX[i] = (byte) Character.digit(i < 128 ? i : 0, 16);
    }
  }

  /** Where each field begins; the one after the last begins behind the sentence's body. */
  final int[] starts = new int[Nmea0183Decoder.MAX_SENTENCE_BYTES + 8];

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
   * Finds the fields of a sentence that lies whole in a buffer, in one pass, eight bytes at a time.
   *
   * @return behind its checksum, where the line ends; or -1 if it is not a plain sentence with a
   *     right checksum and a line end right behind it, and says nothing then
   */
  int splitWhole(byte[] buffer, int from, int to) {
    int end = Math.min(to, from + Nmea0183Decoder.MAX_SENTENCE_BYTES) - CHECKSUM_AND_LINE_END;
    long xor = 0;
    int found = 0;
    int base = from + 1;
    starts[0] = base;
    while (true) {
      // Commas are gathered of 64 bytes and noted together: one hard branch in place of eight.
      long commas = 0;
      int at = 0;
      int star = -1;
      do {
        if (base + at >= end) {
          return -1;
        }
        long word = Octets.at(buffer, base + at);
        long low = Octets.below(word, ',');
        long marks = Octets.below(word, ',' + 1) ^ low;
        if (low != 0) {
          star = firstStop(word, low);
          if (star >= 0) {
            long body = (1L << star) - 1;
            xor ^= word & body;
            commas |= Octets.gathered(marks & body) << at;
            star = base + at + star / Byte.SIZE;
            break;
          }
        }
        xor ^= word;
        commas |= Octets.gathered(marks) << at;
        at += Octets.SIZE;
      } while (at < Long.SIZE);
      found = note(commas, base, found);
      if (star >= 0) {
        return isSound(buffer, star, end, found, Octets.folded(xor)) ? star + 3 : -1;
      }
      base += Long.SIZE;
    }
  }

  /** The first of the marked bytes at which a sentence stops, as its lowest bit; or -1. */
  private static int firstStop(long word, long marks) {
    for (long rest = marks; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest) & -Byte.SIZE;
      int stop = (int) (word >>> bit) & 0xFF;
      if (stop == '*' || stop == '\r' || stop == '\n' || stop == '$' || stop == '!') {
        return bit;
      }
    }
    return -1;
  }

  /** Notes where the fields begin behind these commas, the first of which is bit 0. */
  private int note(long commas, int base, int found) {
    int last = found + Long.bitCount(commas);
    int at = found;
    long rest = commas;
    // Four at a time, the surplus overwritten later: the count of turns is easier to foresee.
    while (at < last) {
      for (int i = 0; i < 4; i++) {
        starts[++at] = base + Long.numberOfTrailingZeros(rest) + 1;
        rest &= rest - 1;
      }
    }
    return last;
  }

  private boolean isSound(byte[] buffer, int star, int end, int found, int xor) {
    starts[found + 1] = star + 1;
    if (star >= end
        || buffer[star] != '*'
        || starts[0] == star
        || starts[0] == starts[1] - 1
        || !holds(buffer, star, xor)) {
      return false;
    }
    bytes = buffer;
    finish(found, star, xor);
    return true;
  }

  private static boolean holds(byte[] buffer, int star, int sum) {
    int said = HEX[buffer[star + 1] & 0xFF] << 4 | HEX[buffer[star + 2] & 0xFF];
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
