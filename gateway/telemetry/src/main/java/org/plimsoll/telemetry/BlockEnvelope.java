package org.plimsoll.telemetry;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.BlockResult.Refusal;
import org.plimsoll.telemetry.BlockResult.Refused;

/**
 * What every version of the block format says in the same bytes: whose block it is and which
 * sequence numbers it stands for. So a block of a later version, whose content nobody here can
 * read, can still be checked, kept, carried and asked for.
 *
 * @param major a reader of another major version reads no more than the envelope
 * @param minor a reader of an older minor version reads the block and skips what it does not know
 * @param stream whose sequence numbers these are
 * @param origin where the readings come from, as a number
 * @param range its sequence numbers
 * @param extensionBytes bytes that this version does not read
 */
public record BlockEnvelope(
    int major, int minor, StreamId stream, int origin, Range range, int extensionBytes) {

  static final byte[] MAGIC = {'P', 'L', 'B'};

  /** Magic, version, stream, origin. */
  static final int FIXED_BYTES = 21;

  /** The checksum at the end. */
  static final int CRC_BYTES = 4;

  private static final int MIN_BYTES = FIXED_BYTES + 3 + CRC_BYTES;

  /** Longest number in base 128. */
  private static final int MAX_VARINT_BYTES = 9;

  /**
   * Whether decoding and encoding such a block gives all of it back. Otherwise it is to be carried
   * as it is.
   */
  public boolean isWrittenHere() {
    return major == BlockCodec.MAJOR && minor <= BlockCodec.MINOR && extensionBytes == 0;
  }

  /** An envelope and where the content begins, or why there is none. */
  record Opened(@Nullable BlockEnvelope envelope, int contentByte, @Nullable Refused refused) {

    private static Opened refused(Refusal reason, String detail) {
      return new Opened(null, 0, new Refused(reason, detail));
    }
  }

  static Opened open(byte[] bytes) {
    if (bytes.length > BlockCodec.MAX_BYTES) {
      return Opened.refused(Refusal.OVERLONG, bytes.length + " bytes");
    }
    for (int i = 0; i < Math.min(bytes.length, MAGIC.length); i++) {
      if (bytes[i] != MAGIC[i]) {
        return Opened.refused(
            Refusal.NOT_A_BLOCK, "byte " + i + " is 0x" + Integer.toHexString(bytes[i] & 0xff));
      }
    }
    if (bytes.length < MIN_BYTES) {
      return Opened.refused(Refusal.TRUNCATED, bytes.length + " bytes");
    }
    int end = bytes.length - CRC_BYTES;
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    long stored = fixed(bytes, end, CRC_BYTES);
    if (stored != crc.getValue()) {
      return Opened.refused(
          Refusal.CHECKSUM, String.format("stored %08x, computed %08x", stored, crc.getValue()));
    }
    return openChecked(bytes, end);
  }

  private static Opened openChecked(byte[] bytes, int end) {
    int version = bytes[MAGIC.length] & 0xff;
    int major = version >> 4;
    if (major == 0) {
      return Opened.refused(Refusal.UNKNOWN_VERSION, "version 0");
    }
    StreamId stream = StreamId.of(fixed(bytes, 4, Long.BYTES), fixed(bytes, 12, Long.BYTES));
    int at = FIXED_BYTES;
    long[] numbers = new long[3];
    for (int i = 0; i < numbers.length; i++) {
      int length = varintBytes(bytes, at, end);
      if (length == 0) {
        return Opened.refused(Refusal.CONTENT, "number at byte " + at);
      }
      for (int b = length - 1; b >= 0; b--) {
        numbers[i] = numbers[i] << 7 | bytes[at + b] & 0x7f;
      }
      at += length;
    }
    long first = numbers[0];
    long more = numbers[1];
    if (first < 1 || more > Long.MAX_VALUE - 1 - first) {
      return Opened.refused(Refusal.CONTENT, "sequence " + first + " and " + more + " more");
    }
    if (numbers[2] > end - at) {
      return Opened.refused(Refusal.TRUNCATED, "extension of " + numbers[2] + " bytes");
    }
    int extension = (int) numbers[2];
    return new Opened(
        new BlockEnvelope(
            major,
            version & 15,
            stream,
            bytes[20] & 0xff,
            new Range(first, first + more),
            extension),
        at + extension,
        null);
  }

  /** How long the number is; 0 if it does not end or has more than 63 bits. */
  private static int varintBytes(byte[] bytes, int at, int end) {
    for (int length = 1; length <= MAX_VARINT_BYTES && at + length <= end; length++) {
      if (bytes[at + length - 1] >= 0) {
        return length;
      }
    }
    return 0;
  }

  private static long fixed(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << Byte.SIZE | bytes[at + i] & 0xff;
    }
    return value;
  }
}
