package org.plimsoll.bench.decode;

/**
 * Checksum and split, as anyone would write it first: one loop over the bytes, which finds where a
 * sentence begins ({@code $} or {@code !}, anywhere) and ends ({@code *}, or a line end without
 * one), sums it, notes where each field begins, compares both digits of the checksum, and hands the
 * sentence over where it lies. It reads no field, and what is not sound it leaves out. Confined to
 * one thread.
 */
final class BarePass {

  /** Takes each sound sentence. */
  interface Sink {

    /**
     * @param bytes what holds it
     * @param places where each field begins, the address first, and behind the {@code *}
     * @param fields their count, the address not counted
     */
    void sentence(byte[] bytes, int[] places, int fields);
  }

  private static final int MAX_SENTENCE_BYTES = 1024;

  private final Sink sink;
  private final byte[] carried = new byte[MAX_SENTENCE_BYTES];
  private final int[] places = new int[MAX_SENTENCE_BYTES + 2];
  private int carriedLength;

  BarePass(Sink sink) {
    this.sink = sink;
  }

  /** Takes a chunk; a sentence may begin in one and end in the next. */
  void feed(byte[] bytes, int from, int to) {
    int at = carriedLength == 0 ? from : carryOn(bytes, from, to);
    int rest = sentences(bytes, at, to);
    if (rest < to) {
      carriedLength = Math.min(to - rest, MAX_SENTENCE_BYTES);
      System.arraycopy(bytes, rest, carried, 0, carriedLength);
    }
  }

  /** Reads sentences; where the one begins that does not end here, or {@code to}. */
  private int sentences(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte first = bytes[at];
      if (first != '$' && first != '!') {
        at++;
        continue;
      }
      int end = sentence(bytes, at, Math.min(to, at + MAX_SENTENCE_BYTES));
      if (end < 0) {
        return at;
      }
      at = end;
    }
    return to;
  }

  /** Reads the sentence that begins here; where to look on, or -1 if it does not end here. */
  private int sentence(byte[] bytes, int from, int to) {
    int[] places = this.places;
    int sum = 0;
    int fields = 0;
    places[0] = from + 1;
    for (int at = from + 1; at < to; at++) {
      byte next = bytes[at];
      switch (next) {
        case '$', '!', '\r', '\n' -> {
          return at;
        }
        case '*' -> {
          if (at + 2 >= to) {
            return -1;
          }
          int said = Character.digit(bytes[at + 1], 16) << 4 | Character.digit(bytes[at + 2], 16);
          if (said == (sum & 0xFF)) {
            places[fields + 1] = at + 1;
            sink.sentence(bytes, places, fields);
          }
          return at + 3;
        }
        case ',' -> {
          sum ^= next;
          places[++fields] = at + 1;
        }
        default -> sum ^= next;
      }
    }
    return -1;
  }

  private int carryOn(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte next = bytes[at++];
      if (carriedLength < MAX_SENTENCE_BYTES) {
        carried[carriedLength++] = next;
      }
      if (next == '\r' || next == '\n') {
        sentences(carried, 0, carriedLength);
        carriedLength = 0;
        break;
      }
    }
    return at;
  }
}
