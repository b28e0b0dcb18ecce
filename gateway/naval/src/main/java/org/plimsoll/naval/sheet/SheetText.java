package org.plimsoll.naval.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plimsoll.naval.departure.Finding;

/**
 * A sheet as aligned text.
 *
 * @param withFormulas whether each line says how it follows from others
 */
public record SheetText(boolean withFormulas) {

  private static final int LEAST_VALUE = 12;

  /** The whole sheet, lines ended by a line feed. */
  public String render(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    text.append(sheet.title()).append('\n').append('\n');
    int label = sheet.heading().stream().mapToInt(entry -> entry.label().length()).max().orElse(1);
    for (Sheet.Entry entry : sheet.heading()) {
      text.append(pad(entry.label(), label)).append("  ").append(entry.text()).append('\n');
    }
    List<Sheet.Line> all =
        sheet.blocks().stream().flatMap(block -> block.lines().stream()).toList();
    Widths widths =
        new Widths(
            width(all.stream().map(Sheet.Line::number), 2),
            width(all.stream().map(Sheet.Line::title), 4),
            width(all.stream().map(Sheet.Line::symbol), 6),
            Math.max(
                LEAST_VALUE,
                width(
                    Stream.concat(
                        sheet.columns().stream(),
                        all.stream().flatMap(line -> line.values().stream())),
                    1)),
            width(all.stream().map(Sheet.Line::unit), 4));
    text.append('\n').append(row("no", "line", "symbol", sheet.columns(), "unit", "", widths));
    for (Sheet.Block block : sheet.blocks()) {
      text.append('\n').append(block.title()).append('\n');
      for (Sheet.Line line : block.lines()) {
        text.append(
            row(
                line.number(),
                line.title(),
                line.symbol(),
                line.values(),
                line.unit(),
                withFormulas ? line.formula() : "",
                widths));
      }
    }
    verdicts(sheet.verdicts(), text);
    if (!sheet.remarks().isEmpty()) {
      text.append("\nRemarks\n");
      sheet.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
    }
    return text.toString();
  }

  private record Widths(int number, int title, int symbol, int value, int unit) {}

  private static void verdicts(List<Finding> verdicts, StringBuilder text) {
    if (verdicts.isEmpty()) {
      return;
    }
    int width = verdicts.stream().mapToInt(one -> one.check().length()).max().orElse(1);
    text.append("\nVerdicts\n");
    for (Finding verdict : verdicts) {
      text.append("  ")
          .append(pad(verdict.check(), width))
          .append("  ")
          .append(pad(verdict.outcome().name(), Finding.Outcome.INCONCLUSIVE.name().length()))
          .append("  ")
          .append(verdict.text())
          .append('\n');
    }
  }

  private static String row(
      String number,
      String title,
      String symbol,
      List<String> values,
      String unit,
      String formula,
      Widths widths) {
    List<String> cells = new ArrayList<>();
    cells.add(pad(number, widths.number()));
    cells.add(pad(title, widths.title()));
    cells.add(pad(symbol, widths.symbol()));
    for (String value : values) {
      cells.add(String.format(Locale.ROOT, "%" + widths.value() + "s", value));
    }
    cells.add(pad(unit, widths.unit()));
    cells.add(formula);
    return "  " + String.join("  ", cells).stripTrailing() + "\n";
  }

  private static int width(Stream<String> texts, int least) {
    return Math.max(least, Collections.max(texts.map(String::length).toList()));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
