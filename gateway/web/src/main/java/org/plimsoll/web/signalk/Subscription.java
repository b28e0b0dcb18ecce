package org.plimsoll.web.signalk;

import java.util.regex.Pattern;

/**
 * What a client wants to hear.
 *
 * @param context {@code vessels.self}, {@code vessels.*}, {@code *} or the context of one vessel
 * @param path with {@code *} for any characters
 * @param everyTicks at most once in this many refreshes, from 1
 */
record Subscription(String context, String path, int everyTicks) {

  static final String SELF = "vessels.self";

  /** Longest period, in refreshes: a day. */
  static final int MAX_TICKS = 86_400;

  /** Longest context or path, in characters. */
  static final int MAX_TEXT = 160;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.:*-]{0," + MAX_TEXT + "}");

  /** Everything of the vessels of this context, as soon as it changes. */
  static Subscription all(String context) {
    return new Subscription(context, "*", 1);
  }

  /** Whether a text from outside can be a context or a path. */
  static boolean isFair(String text) {
    return FORM.matcher(text).matches();
  }

  /** Whether only the vessel that is {@code self} can be meant. */
  boolean isOfSelf() {
    return context.equals(SELF);
  }

  boolean means(String vessel, boolean isSelf) {
    return isSelf && isOfSelf() || matches(context, vessel);
  }

  boolean means(Leaf leaf) {
    return leaf.path().isEmpty() || matches(path, leaf.path());
  }

  /** Linear: the last star may always be tried again alone. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int from = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
