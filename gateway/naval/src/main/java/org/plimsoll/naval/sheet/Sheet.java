package org.plimsoll.naval.sheet;

import java.util.List;
import org.plimsoll.naval.departure.Finding;

/**
 * What stands on the sheet, from top to bottom.
 *
 * @param title of the sheet
 * @param heading ship, place, persons
 * @param columns the surveys by name, one or two
 * @param blocks the lines
 * @param verdicts each with the figures that decided
 * @param remarks in words
 */
public record Sheet(
    String title,
    List<Entry> heading,
    List<String> columns,
    List<Block> blocks,
    List<Finding> verdicts,
    List<String> remarks) {

  public Sheet {
    heading = List.copyOf(heading);
    columns = List.copyOf(columns);
    blocks = List.copyOf(blocks);
    verdicts = List.copyOf(verdicts);
    remarks = List.copyOf(remarks);
  }

  /** A label and what it says. */
  public record Entry(String label, String text) {}

  /** Lines under a heading. */
  public record Block(String title, List<Line> lines) {
    public Block {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line.
   *
   * @param number on the UNECE form; empty for one that it does not number
   * @param symbol as in formulas; may be empty
   * @param formula how it follows from others; may be empty
   * @param values one for each column, empty where a survey has none
   * @param isResult whether the reader looks for it first
   */
  public record Line(
      String number,
      String title,
      String symbol,
      String unit,
      String formula,
      List<String> values,
      boolean isResult) {
    public Line {
      values = List.copyOf(values);
    }
  }
}
