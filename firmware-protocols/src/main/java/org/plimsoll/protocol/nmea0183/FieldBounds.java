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

  /** Places for every field that a sentence can have, and for what one store writes beyond. */
  private static final int PLACES = Nmea0183Decoder.MAX_SENTENCE_BYTES + 2 + Octets.SIZE;

  /**
   * Where each field begins, counted from the address, two bytes each; the one after the last
   * begins behind the sentence's body.
   */
  private final byte[] places = new byte[Character.BYTES * PLACES];

  byte[] bytes;
  int count;
  int bodyEnd;
  private int base;
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
    int xor = 0;
    int found = 0;
    int at = from + 1;
    while (at < to) {
      byte next = buffer[at];
      if (next == '*') {
        break;
      }
      xor ^= next;
      at++;
      if (next == ',') {
        Octets.setChar(places, ++found, at - from - 1);
      }
    }
    finish(buffer, from + 1, found, at, xor & 0xFF);
  }

  /**
   * Finds the fields of a sentence that lies whole in a buffer, in one pass, eight bytes at a time.
   *
   * @return behind its checksum, where the line ends; or -1 if it is not a plain sentence with a
   *     right checksum and a line end right behind it
   */
  int splitWhole(byte[] buffer, int from, int to) {
    int end = Math.min(to, from + Nmea0183Decoder.MAX_SENTENCE_BYTES) - CHECKSUM_AND_LINE_END;
    int star = scan(buffer, from + 1, end);
    if (star < 0 || star >= end || !isSound(buffer, from + 1, star, sum)) {
      return -1;
    }
    finish(buffer, from + 1, count, star, sum);
    return star + CHECKSUM_AND_LINE_END;
  }

  /**
   * Notes the fields, their count and the sum up to where the sentence stops; -1 if it does not.
   * The inner loop is all that most bytes see: what it needs must fit the processor's registers.
   */
  private int scan(byte[] buffer, int from, int end) {
    byte[] to = places;
    int safe = Math.min(end, buffer.length - Octets.SIZE + 1);
    long xor = 0;
    long offset = 0;
    int next = Character.BYTES;
    int at = from;
    while (true) {
      long word = 0;
      long low = 0;
      for (; at < safe; at += Octets.SIZE) {
        word = Octets.get(buffer, at);
        low = Octets.below(word, ',');
        if (low != 0) {
          break;
        }
        next = note(Octets.gathered(Octets.below(word, ',' + 1)), offset, to, next);
        xor ^= word;
        offset += Octets.SIZE * CommaPlaces.LANES;
      }
      if (at >= end) {
        return -1;
      }
      if (at >= safe) {
        word = Octets.at(buffer, at);
        low = Octets.below(word, ',');
      }
      int stop = firstStop(word, low);
      long body = stop < 0 ? word : word & (1L << stop) - 1;
      long commas = Octets.below(body, ',' + 1) ^ Octets.below(body, ',');
      next = note(Octets.gathered(commas), offset, to, next);
      xor ^= body;
      if (stop >= 0) {
        count = next / Character.BYTES - 1;
        sum = Octets.folded(xor);
        return at + stop / Byte.SIZE;
      }
      offset += Octets.SIZE * CommaPlaces.LANES;
      at += Octets.SIZE;
    }
  }

  /**
   * Notes the fields that begin behind the commas of eight bytes: four at a time, not one by one.
   */
  private static int note(int commas, long offset, byte[] to, int next) {
    Octets.set(to, next, CommaPlaces.FIRST[commas] + offset);
    long rest = CommaPlaces.REST[commas];
    if (rest != 0) {
      Octets.set(to, next + Octets.SIZE, rest + offset);
    }
    return next + Character.BYTES * Integer.bitCount(commas);
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

  private static boolean isSound(byte[] buffer, int address, int star, int sum) {
    byte first = buffer[address];
    return buffer[star] == '*' && first != '*' && first != ',' && holds(buffer, star, sum);
  }

  private static boolean holds(byte[] buffer, int star, int sum) {
    int said = HEX[buffer[star + 1] & 0xFF] << 4 | HEX[buffer[star + 2] & 0xFF];
    byte behind = buffer[star + 3];
    return said == sum && (behind == '\r' || behind == '\n');
  }

  private void finish(byte[] buffer, int address, int found, int end, int xor) {
    Octets.setChar(places, found + 1, end + 1 - address);
    bytes = buffer;
    base = address;
    count = found;
    sum = xor;
    bodyEnd = end;
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
    return field > count ? 0 : place(field + 1) - 1 - place(field);
  }

  /** Where the field begins, if it is there. */
  int from(int field) {
    return base + place(field);
  }

  private int place(int field) {
    return Octets.charAt(places, field);
  }

  char charAt(int field, int index) {
    return (char) (bytes[from(field) + index] & 0xFF);
  }

  /** The last three characters of an address of five. */
  int formatterCode() {
    int at = base;
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
