package org.plimsoll.protocol.weighing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression from a configuration that cannot be made to search for ever.
 *
 * <p>What is allowed is a part of {@link Pattern}: literals, {@code .}, classes, {@code \d \w \s}
 * and their opposites, groups and alternatives. What repeats is one character or class, at most
 * {@value #MAX_REPEATS} times or open; a group may only be optional; nothing matches emptiness.
 * Anchors, references, looks around and flags are refused: the pattern is of the whole print. What
 * is left may still try many ways, so a match is also given up after {@value #MAX_STEPS} looks at a
 * character.
 */
final class PrintPattern {

  /** Longest pattern, in characters. */
  static final int MAX_LENGTH = 200;

  /** Longest print is 64 bytes. */
  static final int MAX_REPEATS = 64;

  /** Looks at a character in one print: a sound print takes a few hundred. */
  static final int MAX_STEPS = 20_000;

  private static final String REPEATERS = "*+?{";
  private static final String CLASSES = "dDwWsS";

  private final String text;
  private int at;

  private PrintPattern(String text) {
    this.text = text;
  }

  /**
   * The pattern, compiled.
   *
   * @throws IllegalArgumentException if it is none or may not be used, with what is wrong
   */
  static Pattern compile(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "pattern of " + text.length() + " characters, at most " + MAX_LENGTH);
    }
    PrintPattern pattern = new PrintPattern(text);
    pattern.alternatives();
    if (pattern.at < text.length()) {
      throw pattern.refused("a ')' without its '('");
    }
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription() + " in pattern " + text, e);
    }
  }

  /** Whether the whole print fits; false too if that takes too many steps to find out. */
  static boolean matches(Matcher matcher) {
    try {
      return matcher.matches();
    } catch (TooManySteps e) {
      return false;
    }
  }

  /** A matcher that gives up after {@value #MAX_STEPS} steps. */
  static Matcher matcher(Pattern pattern, String print) {
    return pattern.matcher(new Counted(print, new int[1]));
  }

  private void alternatives() {
    sequence();
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      sequence();
    }
  }

  private void sequence() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      if (text.charAt(at) == '(') {
        group();
      } else {
        one();
        repeat();
      }
    }
    if (at == start) {
      throw refused("an empty alternative or group");
    }
  }

  private void group() {
    at++;
    if (text.startsWith("?", at)) {
      boolean plain = text.startsWith("?:", at);
      boolean named = text.startsWith("?<", at) && isLetter(at + 2);
      if (!plain && !named) {
        throw refused("a group that is neither (...), (?:...) nor (?<name>...)");
      }
      at = plain ? at + 2 : text.indexOf('>', at) + 1;
      if (at == 0) {
        throw refused("a name without its '>'");
      }
    }
    alternatives();
    if (at >= text.length() || text.charAt(at) != ')') {
      throw refused("a '(' without its ')'");
    }
    at++;
    if (at < text.length() && text.charAt(at) == '?') {
      at++;
    }
    if (at < text.length() && REPEATERS.indexOf(text.charAt(at)) >= 0) {
      throw refused("a group that repeats; repeat single characters or classes");
    }
  }

  private boolean isLetter(int index) {
    return index < text.length() && Character.isLetter(text.charAt(index));
  }

  /** One character or class. */
  private void one() {
    char next = text.charAt(at);
    if (next == '[') {
      bracket();
    } else if (next == '\\') {
      escape();
    } else if (next == '^' || next == '$') {
      throw refused("'" + next + "'; the pattern is of the whole print without it");
    } else if (REPEATERS.indexOf(next) >= 0 || next == '}' || next == ']') {
      throw refused("'" + next + "' that belongs to nothing; write \\" + next);
    } else {
      at++;
    }
  }

  private void bracket() {
    at++;
    int start = text.startsWith("^", at) ? at + 1 : at;
    at = start;
    while (at < text.length() && (text.charAt(at) != ']' || at == start)) {
      if (text.charAt(at) == '[' || text.startsWith("&&", at)) {
        throw refused("a class within a class");
      }
      if (text.charAt(at) == '\\') {
        escape();
      } else {
        at++;
      }
    }
    if (at >= text.length()) {
      throw refused("a '[' without its ']'");
    }
    at++;
  }

  private void escape() {
    char escaped = at + 1 < text.length() ? text.charAt(at + 1) : 'Q';
    if (CLASSES.indexOf(escaped) < 0 && Character.isLetterOrDigit(escaped)) {
      throw refused("\\" + escaped + "; of these only \\d \\D \\w \\W \\s \\S are known");
    }
    at += 2;
  }

  private void repeat() {
    if (at >= text.length() || REPEATERS.indexOf(text.charAt(at)) < 0) {
      return;
    }
    if (text.charAt(at) == '{') {
      int end = text.indexOf('}', at);
      if (end < 0 || !areCounts(text.substring(at + 1, end))) {
        throw refused("a count that is not {n}, {n,} or {n,m} up to " + MAX_REPEATS);
      }
      at = end;
    }
    at++;
    if (at < text.length() && "?+".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at < text.length() && REPEATERS.indexOf(text.charAt(at)) >= 0) {
      throw refused("a repetition of a repetition");
    }
  }

  private static boolean areCounts(String counts) {
    if (!counts.matches("\\d{1,3}(,\\d{0,3})?")) {
      return false;
    }
    for (String count : counts.split(",")) {
      if (!count.isEmpty() && Integer.parseInt(count) > MAX_REPEATS) {
        return false;
      }
    }
    return true;
  }

  private IllegalArgumentException refused(String what) {
    return new IllegalArgumentException("pattern has " + what + ", at character " + (at + 1));
  }

  /** A print that counts how often its characters are looked at. */
  private record Counted(String print, int[] steps) implements CharSequence {
    @Override
    public int length() {
      return print.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > MAX_STEPS) {
        throw new TooManySteps();
      }
      return print.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return print.substring(start, end);
    }

    @Override
    public String toString() {
      return print;
    }
  }

  /** Leaves the matcher, which has no other way out. */
  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }
}
