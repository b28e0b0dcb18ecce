package org.plimsoll.vessel.line;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of the sources on a line, each made once. Confined to the line's event loop; one for
 * each opening.
 */
final class SourceNames {

  /** Most names of a line that are remembered; further ones are made each time. */
  static final int MAX_SOURCES = 256;

  private static final Pattern FAIR = Pattern.compile("[A-Za-z0-9-]{1,15}");

  private final String line;
  private final Map<String, Map<String, String>> names = new HashMap<>();
  private int size;

  SourceNames(String line) {
    this.line = line;
  }

  /** {@code line.who.what}, or {@code line.what} if {@code who} is empty. */
  String of(String who, String what) {
    Map<String, String> ofWho = names.get(who);
    String known = ofWho == null ? null : ofWho.get(what);
    if (known != null) {
      return known;
    }
    String name = who.isEmpty() ? line + "." + what : line + "." + who + "." + what;
    if (size < MAX_SOURCES) {
      size++;
      names.computeIfAbsent(who, first -> new HashMap<>()).put(what, name);
    }
    return name;
  }

  /** Whether a text from outside may stand in a name. */
  static boolean isFair(String text) {
    return FAIR.matcher(text).matches();
  }
}
