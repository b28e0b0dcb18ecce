package org.plimsoll.shore.store;

/** Which names from the network may become tags, and parts of SQL. */
public final class Names {

  private static final int MAX_LENGTH = 128;

  private Names() {}

  /**
   * Whether the name may be stored as it is: letters, digits, {@code _ . -}, to which line protocol
   * and SQL give no meaning.
   */
  public static boolean isValid(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isPlain(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '.'
        || c == '_'
        || c == '-';
  }

  static String requireValid(String what, String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          what + " \"" + name + "\": want 1 to 128 letters, digits or _ . -");
    }
    return name;
  }
}
