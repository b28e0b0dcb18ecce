package org.plimsoll.telemetry;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A message in the zlib format (RFC 1950). Worth it for a channel table alone, which says the same
 * words a hundred times: on a link of 64 kbit/s two seconds of it become a quarter.
 */
final class Deflated {

  /** Deflate with a window of 32 KiB, which is what we write: the first byte. JSON has a brace. */
  private static final byte MARK = 0x78;

  private static final int CHUNK_BYTES = 8192;

  private Deflated() {}

  static byte[] of(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK_BYTES];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** Whether these bytes claim to be one. */
  static boolean isOne(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == MARK;
  }

  /** What was deflated; empty if it is damaged, cut, followed by anything, or above the bound. */
  static Optional<byte[]> inflate(byte[] bytes, int atMostBytes) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK_BYTES];
      while (!inflater.finished()) {
        int length = inflater.inflate(chunk);
        if (length == 0 && !inflater.finished() || out.size() + length > atMostBytes) {
          return Optional.empty();
        }
        out.write(chunk, 0, length);
      }
      return inflater.getRemaining() == 0 ? Optional.of(out.toByteArray()) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
