package org.plimsoll.telemetry;

import org.plimsoll.telemetry.Coding.Kind;

/**
 * Reads symbols one by one, as {@link Coding} wrote them, at a cursor of its own. Used again for
 * every sequence of a block, so that hostile bytes cannot make many of it. Confined to its caller.
 */
final class Symbols {

  private final BitReader bits;
  private Kind kind = Kind.ZEROS;
  private int k;
  private int runK;
  private int left;
  private int zeros;
  private boolean runRead;
  private boolean malformed;

  Symbols(BitReader bits) {
    this.bits = bits;
  }

  BitReader bits() {
    return bits;
  }

  /** Whether a parameter or a run was out of its range; what was read is then worth nothing. */
  boolean isMalformed() {
    return malformed;
  }

  /** Begins a sequence of so many symbols with the header at the cursor; none has no header. */
  void begin(int count) {
    if (count > 0) {
      readCoding();
    }
    beginCoded(count);
  }

  /** Reads a header; what follows it is begun by {@link #beginCoded}. */
  void readCoding() {
    kind = Kind.ZEROS;
    if (bits.flag()) {
      kind = bits.flag() ? Kind.RUNS : Kind.RICE;
      if (kind == Kind.RUNS) {
        runK = parameter();
      }
      k = parameter();
    }
  }

  /** Begins a sequence in the coding that was read last. */
  void beginCoded(int count) {
    left = count;
    zeros = 0;
    runRead = false;
  }

  /** The next symbol; 0 after the last one. */
  long next() {
    if (left == 0) {
      return 0;
    }
    left--;
    if (kind == Kind.RICE) {
      return bits.rice(k);
    }
    return kind == Kind.ZEROS ? 0 : nextOfRuns();
  }

  /** The next symbol, which stands for a signed number. */
  long nextSigned() {
    return BitReader.unzigzag(next());
  }

  private long nextOfRuns() {
    if (!runRead) {
      long run = bits.rice(runK);
      malformed |= Long.compareUnsigned(run, left + 1L) > 0;
      zeros = (int) Math.min(run & Long.MAX_VALUE, left + 1L);
      runRead = true;
    }
    if (zeros > 0) {
      zeros--;
      return 0;
    }
    runRead = false;
    return bits.rice(k) + 1;
  }

  private int parameter() {
    long value = bits.rice(Coding.PARAMETER_K);
    malformed |= Long.compareUnsigned(value, Coding.MAX_K) > 0;
    return (int) value & Coding.MAX_K;
  }
}
