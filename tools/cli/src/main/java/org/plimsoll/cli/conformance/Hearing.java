package org.plimsoll.cli.conformance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;

/** Feeds a decoder and keeps all that it says. */
final class Hearing {

  private Hearing() {}

  /** What a decoder says to these bytes. */
  static <T> List<Decoded<T>> of(BiConsumer<ByteBuffer, Consumer<Decoded<T>>> feed, byte[] bytes) {
    List<Decoded<T>> heard = new ArrayList<>();
    feed.accept(ByteBuffer.wrap(bytes), heard::add);
    return heard;
  }

  /** As a line carries it: one byte a character. */
  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** The outcome in a word or two, for a report. */
  static String inWords(Decoded<?> decoded) {
    if (decoded instanceof Decoded.Malformed<?> broken) {
      return "malformed " + broken.reason() + ": " + broken.detail();
    }
    if (decoded instanceof Decoded.Unsupported<?> other) {
      return "unsupported " + other.what();
    }
    return decoded.toString();
  }
}
