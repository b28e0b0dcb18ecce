package org.plimsoll.configuration;

/**
 * One thing wrong in a configuration file, and where.
 *
 * @param file name of the file as the user gave it
 * @param line line number from 1; 0 when the problem has no place in the text
 * @param column column number from 1, in characters
 * @param width characters to underline, at least 1
 * @param message what is wrong, with the offending value and the allowed range
 * @param help what to do, or empty
 * @param sourceLine the text of the line, empty when there is none
 */
public record Problem(
    String file, int line, int column, int width, String message, String help, String sourceLine)
    implements Comparable<Problem> {

  /** Longest piece of a source line that is shown; longer lines are cut. */
  private static final int SHOWN_COLUMNS = 120;

  public Problem {
    if (line < 0 || column < 0 || width < 1) {
      throw new IllegalArgumentException("place " + line + ":" + column + " width " + width);
    }
  }

  /** Order in the file: by line, then by column. */
  @Override
  public int compareTo(Problem other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, as editors and terminals make it clickable. */
  public String place() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }

  /**
   * Several lines of text: message, place, source line with a caret, help. No newline at the end.
   */
  public String render() {
    StringBuilder text = new StringBuilder("error: ").append(message);
    String margin = " ".repeat(Math.max(2, Integer.toString(line).length()) + 1);
    text.append("\n").append(margin).append("--> ").append(place());
    if (line > 0) {
      String shown = printable(sourceLine);
      int caret = Math.min(column - 1, shown.length());
      int underline = Math.max(1, Math.min(width, shown.length() - caret));
      text.append("\n").append(margin).append(" |");
      text.append(String.format("%n%" + margin.length() + "d | %s", line, shown).stripTrailing());
      text.append("\n").append(margin).append(" | ");
      text.append(" ".repeat(caret)).append("^".repeat(underline));
    }
    if (!help.isEmpty()) {
      text.append("\n").append(margin).append(" = help: ").append(help);
    }
    return text.toString();
  }

  /**
   * Tabs and control characters become one blank each, so that the caret stands where it should.
   */
  private static String printable(String line) {
    String cut =
        line.length() > SHOWN_COLUMNS ? line.substring(0, SHOWN_COLUMNS - 3) + "..." : line;
    return cut.replaceAll("\\p{Cntrl}", " ");
  }
}
