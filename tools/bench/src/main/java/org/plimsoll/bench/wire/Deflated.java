package org.plimsoll.bench.wire;

import java.util.zip.Deflater;

/** Deflate at its usual level, with the zlib header, each piece for itself. */
final class Deflated {

  private static final int BUFFER_BYTES = 1 << 16;

  private Deflated() {}

  /** How many bytes the content takes. */
  static long bytes(byte[] content) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(content);
      deflater.finish();
      byte[] buffer = new byte[BUFFER_BYTES];
      long bytes = 0;
      while (!deflater.finished()) {
        bytes += deflater.deflate(buffer);
      }
      return bytes;
    } finally {
      deflater.end();
    }
  }
}
