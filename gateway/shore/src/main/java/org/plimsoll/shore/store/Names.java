package org.plimsoll.shore.store;

import java.util.regex.Pattern;

/** Which names from the network may become tags, and parts of SQL. */
public final class Names {

  /** Letters, digits, {@code _ . -}: nothing that line protocol or SQL gives a meaning. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  private Names() {}

  /** Whether the name may be stored as it is. */
  public static boolean isValid(String name) {
    return FORM.matcher(name).matches();
  }

  static String requireValid(String what, String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          what + " \"" + name + "\": want 1 to 128 letters, digits or _ . -");
    }
    return name;
  }
}
