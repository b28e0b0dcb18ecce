package org.plimsoll.protocol.nmea0183;

/**
 * Where the fields of the sentence at hand lie in the bytes that hold it. Field 0 is the address.
 * Places are bytes, which {@link LongFields} widens: so that the places of eight commas are noted
 * at once, and a field is found without asking how long the sentence is.
 *
 * <p>Confined to its decoder's thread.
 */
abstract class FieldBounds {

  /** From its start to its {@code *}, a sentence that is not longer has all places in a byte. */
  static final int NEAR_BYTES = 240;

  private static final int CHECKSUM_AND_LINE_END = 3;

  /**
   * How far {@link #scan} may look beyond that, and what one store writes behind the last place.
   */
  private static final int BEYOND = 5 * Octets.SIZE;

  /** Of each byte that is a hexadecimal digit, its value; of all others -1. */
  private static final byte[] HEX = new byte[256];

  static {
    for (int i = 0; i < HEX.length; i++) {
      HEX[i] = (byte) Character.digit(i < 128 ? i : 0, 16);
    }
  }

  /**
   * Where each field begins, counted from the address; the one after the last begins behind the
   * sentence's body.
   */
  private final byte[] places = new byte[NEAR_BYTES + BEYOND];

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
    finish(buffer, from + 1, walk(buffer, from + 1, to));
  }

  /**
   * Finds the fields of a sentence that lies whole in a buffer, in one pass.
   *
   * @return behind its checksum, where the line ends; or -1 if it is not a plain sentence of usual
   *     length with a right checksum and a line end right behind it
   */
  int splitWhole(byte[] buffer, int from, int to) {
    int end = Math.min(to - CHECKSUM_AND_LINE_END, from + NEAR_BYTES);
    int star = scan(buffer, from + 1, end);
    if (star >= 0 && star < end && !isStop(buffer[star])) {
      star = walk(buffer, from + 1, end);
    }
    if (star < 0 || star >= end || !isSound(buffer, from + 1, star, sum)) {
      return -1;
    }
    finish(buffer, from + 1, star);
    return star + CHECKSUM_AND_LINE_END;
  }

  /** Notes fields, count and sum up to where the sentence stops, byte by byte. */
  private int walk(byte[] buffer, int from, int end) {
    int xor = 0;
    int found = 0;
    int at = from;
    while (at < end && !isStop(buffer[at])) {
      byte next = buffer[at++];
      xor ^= next;
      if (next == ',') {
        note(++found, at - from);
      }
    }
    count = found;
    sum = xor & 0xFF;
    return at;
  }

  /**
   * Notes fields, count and sum up to the first byte below a comma, which stops nearly every
   * sentence: eight bytes at a time, with no branch but where it stops. Three times in each round,
   * for a method so long is not inlined, where it would have to share the processor's registers.
   *
   * @return where that byte is, which may be beyond the end; -1 if there is none up to the end
   */
  private int scan(byte[] buffer, int from, int end) {
    byte[] to = places;
    long xor = 0;
    long offset = 0;
    int next = 1;
    int at = from;
    long word;
    long low;
    while (true) {
      if (at >= end) {
        return -1;
      }
      word = Octets.at(buffer, at);
      low = Octets.below(word, ',');
      if (low != 0) {
        break;
      }
      int commas = Octets.gathered(Octets.below(word, ',' + 1));
      Octets.set(to, next, CommaPlaces.OF[commas] + offset);
      next += Integer.bitCount(commas);
      xor ^= word;
      offset += CommaPlaces.OCTET;
      at += Octets.SIZE;
      word = Octets.at(buffer, at);
      low = Octets.below(word, ',');
      if (low != 0) {
        break;
      }
      commas = Octets.gathered(Octets.below(word, ',' + 1));
      Octets.set(to, next, CommaPlaces.OF[commas] + offset);
      next += Integer.bitCount(commas);
      xor ^= word;
      offset += CommaPlaces.OCTET;
      at += Octets.SIZE;
      word = Octets.at(buffer, at);
      low = Octets.below(word, ',');
      if (low != 0) {
        break;
      }
      commas = Octets.gathered(Octets.below(word, ',' + 1));
      Octets.set(to, next, CommaPlaces.OF[commas] + offset);
      next += Integer.bitCount(commas);
      xor ^= word;
      offset += CommaPlaces.OCTET;
      at += Octets.SIZE;
    }
    long stop = low & -low;
    long before = Octets.before(stop);
    int commas = Octets.gathered(Octets.below(word, ',' + 1) & before);
    Octets.set(to, next, CommaPlaces.OF[commas] + offset);
    count = next + Integer.bitCount(commas) - 1;
    sum = Octets.folded(xor ^ word & before);
    return at + Octets.indexOf(stop);
  }

  private static boolean isStop(byte next) {
    return next == '*' || next == '\r' || next == '\n' || next == '$' || next == '!';
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

  private void finish(byte[] buffer, int address, int end) {
    note(count + 1, end + 1 - address);
    bytes = buffer;
    base = address;
    bodyEnd = end;
    begin();
  }

  /** Notes where a field begins, counted from the address. */
  void note(int field, int place) {
    places[field] = (byte) place;
  }

  /** Where a field begins, counted from the address. */
  int place(int field) {
    return places[field] & 0xFF;
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
