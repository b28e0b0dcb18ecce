package org.plimsoll.protocol.nmea0183;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a line repeats for ever, such as talkers and addresses, so that each is made once.
 * When there are too many, a newer one takes the place of an older one. Confined to its decoder's
 * thread.
 */
final class KnownTexts {

  /** Longer ones are made each time. */
  static final int MAX_LENGTH = 40;

  /** Texts kept; a power of two. */
  private static final int SLOTS = 128;

  /** Places that one text may have. */
  private static final int PROBES = 8;

  private final @Nullable String[] texts = new String[SLOTS];

  /** The bytes as ISO 8859-1. */
  String of(byte[] bytes, int from, int length) {
    if (length > MAX_LENGTH) {
      return made(bytes, from, length);
    }
    int hash = hash(bytes, from, length);
    for (int probe = 0; probe < PROBES; probe++) {
      int slot = hash + probe & SLOTS - 1;
      String text = texts[slot];
      if (text == null) {
        text = made(bytes, from, length);
        texts[slot] = text;
        return text;
      }
      if (is(text, bytes, from, length)) {
        return text;
      }
    }
    String text = made(bytes, from, length);
    texts[hash & SLOTS - 1] = text;
    return text;
  }

  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + bytes[from + i];
    }
    return hash ^ hash >>> 7 ^ hash >>> 14;
  }

  private static boolean is(String text, byte[] bytes, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != (bytes[from + i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  private static String made(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
