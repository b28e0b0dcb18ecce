package org.plimsoll.cli.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * The result of a run over files of examples, for people and for programs.
 *
 * @param files with their sums
 * @param shown disagreements shown of each file
 */
public record VectorReport(List<VectorTally> files, int shown) {

  public VectorReport {
    files = List.copyOf(files);
  }

  /** Whether in every file something was compared and nothing disagreed. */
  public boolean passes() {
    return files.stream().allMatch(VectorTally::passes);
  }

  /** A line for each file, then for each what disagreed and what was not compared. */
  public String text() {
    if (files.isEmpty()) {
      return "";
    }
    int width = files.stream().mapToInt(file -> file.file().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(" ".repeat(width)).append("  vectors    steps   agreed  disagreed  skipped\n");
    for (VectorTally file : files) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, width) + "s %8d %8d %8d %10d %8d  %s\n",
              file.file(),
              file.examples(),
              file.steps(),
              file.agreed(),
              file.disagreed(),
              file.left(),
              file.passes() ? "passed" : "FAILED"));
    }
    for (VectorTally file : files) {
      list(text, file.file() + " disagreed", first(file.disagreements()));
      list(text, file.file() + " skipped", file.skipped());
      list(text, file.file() + ", errors of the sources, not repeated", file.sourceErrors());
      list(text, file.file() + ", the truth inside the stated U95", file.bands());
    }
    return text.toString();
  }

  private List<String> first(List<String> all) {
    return all.subList(0, Math.min(Math.max(0, shown), all.size()));
  }

  private static void list(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append('\n');
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  /** Adds a list {@code vectors}, with everything that the text cuts off. */
  public void addTo(ObjectNode report) {
    ArrayNode list = report.putArray("vectors");
    for (VectorTally file : files) {
      ObjectNode entry = list.addObject();
      entry.put("file", file.file());
      entry.put("passed", file.passes());
      entry.put("vectors", file.examples());
      entry.put("steps", file.steps());
      entry.put("agreed", file.agreed());
      entry.put("disagreed", file.disagreed());
      entry.put("skipped", file.left());
      file.disagreements().forEach(entry.putArray("disagreements")::add);
      file.skipped().forEach(entry.putArray("notCompared")::add);
      file.sourceErrors().forEach(entry.putArray("sourceErrors")::add);
      file.bands().forEach(entry.putArray("withinU95")::add);
    }
  }
}
