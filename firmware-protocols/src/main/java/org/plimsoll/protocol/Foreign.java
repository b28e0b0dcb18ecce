package org.plimsoll.protocol;

/** Makes foreign bytes and text fit to be shown to people: printable and short. */
public final class Foreign {

  /** Most characters of foreign text in a detail. */
  public static final int MAX_SHOWN = 40;

  private Foreign() {}

  /** The text with everything unprintable replaced, cut to {@link #MAX_SHOWN}. */
  public static String quote(String text) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), MAX_SHOWN + 1));
    for (int i = 0; i < text.length() && i < MAX_SHOWN; i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c <= '~' ? c : '?');
    }
    if (text.length() > MAX_SHOWN) {
      shown.append("...");
    }
    return shown.toString();
  }

  /** The bytes as two hexadecimal digits each, cut to {@link #MAX_SHOWN} characters. */
  public static String hex(byte[] bytes, int from, int to) {
    StringBuilder shown = new StringBuilder(MAX_SHOWN);
    for (int i = from; i < to && shown.length() < MAX_SHOWN; i++) {
      shown
          .append(Character.forDigit(bytes[i] >> 4 & 0xF, 16))
          .append(Character.forDigit(bytes[i] & 0xF, 16));
    }
    return shown.toString();
  }
}
