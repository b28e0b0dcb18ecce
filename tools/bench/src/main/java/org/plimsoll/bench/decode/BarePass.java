package org.plimsoll.bench.decode;

/**
 * What anyone would write first: one look at each byte, which finds the sentence, sums it, compares
 * the checksum and notes where each field begins. It reads no field and reports no defect. Confined
 * to one thread.
 */
final class BarePass {

  private static final int MAX_SENTENCE_BYTES = 1024;

  private final byte[] carried = new byte[MAX_SENTENCE_BYTES];
  private final int[] fields = new int[DecodeTimings.CHUNK_BYTES];
  private int carriedLength;
  private long good;
  private long fieldCount;

  /** Takes a chunk; a sentence may begin in one and end in the next. */
  void feed(byte[] bytes, int from, int to) {
    int at = carriedLength == 0 ? from : carryOn(bytes, from, to);
    while (at < to) {
      int end = line(bytes, at, to);
      if (end < 0) {
        carriedLength = Math.min(to - at, MAX_SENTENCE_BYTES);
        System.arraycopy(bytes, at, carried, 0, carriedLength);
        return;
      }
      at = end;
    }
  }

  /** Sentences whose checksum held. */
  long good() {
    return good;
  }

  /** Their fields, the address not counted. */
  long fieldCount() {
    return fieldCount;
  }

  /** Reads the line that begins here; where the next one begins, or -1 if it does not end here. */
  private int line(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '$' && bytes[at] != '!') {
      at++;
    }
    int sum = 0;
    int found = 0;
    at++;
    while (at < to) {
      byte next = bytes[at++];
      if (next == '*') {
        break;
      }
      if (next == '\n') {
        return at;
      }
      sum ^= next;
      if (next == ',') {
        fields[found++] = at;
      }
    }
    int checksum = at;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    if (at >= to) {
      return -1;
    }
    if (at - checksum >= 2
        && (Character.digit(bytes[checksum], 16) << 4 | Character.digit(bytes[checksum + 1], 16))
            == (sum & 0xFF)) {
      good++;
      fieldCount += found;
    }
    return at + 1;
  }

  private int carryOn(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte next = bytes[at++];
      if (carriedLength < MAX_SENTENCE_BYTES) {
        carried[carriedLength++] = next;
      }
      if (next == '\n') {
        line(carried, 0, carriedLength);
        carriedLength = 0;
        break;
      }
    }
    return at;
  }
}
