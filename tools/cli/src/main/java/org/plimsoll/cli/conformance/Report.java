package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.plimsoll.cli.vectors.VectorReport;

/** The result of a run, for people and for programs. */
final class Report {

  private static final int MOST_NAMES_SHOWN = 12;

  private final List<FileTally> files;
  private final int shown;
  private final VectorReport vectors;

  /** A report that shows so many disagreements of each file. */
  Report(List<FileTally> files, int shown, VectorReport vectors) {
    this.files = files;
    this.shown = shown;
    this.vectors = vectors;
  }

  boolean passes() {
    return files.stream().allMatch(this::passes) && vectors.passes();
  }

  /** Whole by itself, and its family meets the gate. */
  private boolean passes(FileTally file) {
    return file.isWhole() && familyPercent(file) >= file.gatePercent();
  }

  private double familyPercent(FileTally member) {
    long agreed = 0;
    long disagreed = 0;
    for (FileTally file : files) {
      if (file.family().equals(member.family())) {
        agreed += file.agreed();
        disagreed += file.disagreed();
      }
    }
    return agreed + disagreed == 0 ? 0 : 100.0 * agreed / (agreed + disagreed);
  }

  /** One line a file, and below it what was skipped and what disagreed. */
  String text() {
    if (files.isEmpty()) {
      return vectors.text();
    }
    int width = files.stream().mapToInt(file -> file.file().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(" ".repeat(width))
        .append(
            "  records   agreed  disagreed  skipped     fields   agreed %  family %   gate %\n");
    for (FileTally file : files) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, width) + "s %8d %8d %10d %8d %10d %10s %9s %8s  %s\n",
              file.file(),
              file.records(),
              file.agreed(),
              file.disagreed(),
              file.skippedRecords(),
              file.fieldsCompared(),
              percent(file.agreedPercent()),
              percent(familyPercent(file)),
              file.gatePercent(),
              passes(file) ? "passed" : "FAILED"));
    }
    for (FileTally file : files) {
      details(file, text);
    }
    long failed = files.stream().filter(file -> !passes(file)).count();
    text.append('\n')
        .append(sum(FileTally::records))
        .append(" records: ")
        .append(sum(FileTally::agreed))
        .append(" agreed, ")
        .append(sum(FileTally::disagreed))
        .append(" disagreed, ")
        .append(sum(FileTally::skippedRecords))
        .append(" skipped; ")
        .append(
            failed == 0
                ? "every file passed its gate\n"
                : failed + " of " + files.size() + " files failed\n");
    if (!vectors.files().isEmpty()) {
      text.append('\n').append(vectors.text());
    }
    return text.toString();
  }

  private void details(FileTally file, StringBuilder text) {
    if (file.skipped().isEmpty() && file.fieldsLeft().isEmpty() && file.disagreed() == 0) {
      return;
    }
    text.append('\n').append(file.file()).append('\n');
    if (!file.skipped().isEmpty()) {
      text.append("  skipped: ").append(list(file.skipped())).append('\n');
    }
    if (!file.fieldsLeft().isEmpty()) {
      text.append("  fields not compared: ").append(list(file.fieldsLeft())).append('\n');
    }
    file.disagreements().stream()
        .limit(shown)
        .forEach(
            one ->
                text.append("  ")
                    .append(one.record())
                    .append(' ')
                    .append(one.field())
                    .append(": expected ")
                    .append(one.expected())
                    .append(", got ")
                    .append(one.got())
                    .append('\n'));
  }

  /** Rounded down: 99.9996 is not 100. */
  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.3f", Math.floor(1000 * value) / 1000);
  }

  /** Names with their counts, the most frequent first. */
  private static String list(Map<String, Long> counts) {
    String names =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_NAMES_SHOWN)
            .map(one -> one.getKey() + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", "));
    int others = counts.size() - MOST_NAMES_SHOWN;
    return others > 0 ? names + ", and " + others + " more" : names;
  }

  /** The same and everything that the text cuts off, as one object. */
  String json() {
    ObjectNode report = new ObjectMapper().createObjectNode();
    report.put("passed", passes());
    ArrayNode list = report.putArray("files");
    for (FileTally file : files) {
      ObjectNode entry = list.addObject();
      entry.put("file", file.file());
      entry.put("passed", passes(file));
      entry.put("gatePercent", file.gatePercent());
      entry.put("agreedPercent", file.agreedPercent());
      entry.put("familyPercent", familyPercent(file));
      entry.put("records", file.records());
      entry.put("agreed", file.agreed());
      entry.put("disagreed", file.disagreed());
      entry.put("fieldsCompared", file.fieldsCompared());
      ObjectNode skipped = entry.putObject("skipped");
      file.skipped().forEach(skipped::put);
      ObjectNode left = entry.putObject("fieldsNotCompared");
      file.fieldsLeft().forEach(left::put);
      ArrayNode disagreements = entry.putArray("disagreements");
      for (Disagreement one : file.disagreements()) {
        disagreements
            .addObject()
            .put("record", one.record())
            .put("field", one.field())
            .put("expected", one.expected())
            .put("got", one.got());
      }
    }
    if (!vectors.files().isEmpty()) {
      vectors.addTo(report);
    }
    return report.toPrettyString() + "\n";
  }

  private long sum(ToLongFunction<FileTally> count) {
    return files.stream().mapToLong(count).sum();
  }
}
