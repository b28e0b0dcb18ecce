package org.plimsoll.configuration;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The problems found so far in one file. Confined to the thread that reads the configuration. */
final class ProblemLog {

  /** More problems than this are not read by anybody; further ones are left out. */
  static final int MOST_PROBLEMS = 100;

  private final String file;
  private final List<String> lines;
  private final Set<Problem> problems = new LinkedHashSet<>();

  ProblemLog(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /** A problem of the file as a whole. */
  void add(String message, String help) {
    add(new Problem(file, 0, 0, 1, message, help, ""));
  }

  void add(Mark mark, int width, String message, String help) {
    int row = mark.getLine();
    String line = row < lines.size() ? lines.get(row) : "";
    add(new Problem(file, row + 1, mark.getColumn() + 1, width, message, help, line));
  }

  void add(Node node, String message, String help) {
    Optional<Mark> start = node.getStartMark();
    if (start.isEmpty()) {
      add(message, help);
    } else {
      add(start.get(), width(start.get(), node.getEndMark()), message, help);
    }
  }

  /** As {@link #add(Node, String, String)}, but the text of the value is never shown. */
  void addSecret(Node node, String message, String help) {
    Mark mark = node.getStartMark().orElseThrow();
    String line = mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "";
    String shown = line.substring(0, Math.min(mark.getColumn(), line.length())) + "***";
    int row = mark.getLine() + 1;
    add(new Problem(file, row, mark.getColumn() + 1, 3, message, help, shown));
  }

  List<Problem> sorted() {
    return problems.stream().sorted().toList();
  }

  /** "did you mean 'x'?", or the list of what is known. */
  static String suggestion(String word, Collection<String> known) {
    Optional<String> nearest = Nearest.of(word, known);
    if (nearest.isPresent()) {
      return "did you mean '" + nearest.get() + "'?";
    }
    return known.isEmpty() ? "" : "known here: " + String.join(", ", known);
  }

  static String kebab(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void add(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  private static int width(Mark start, Optional<Mark> end) {
    return end.filter(mark -> mark.getLine() == start.getLine())
        .map(mark -> Math.max(1, mark.getColumn() - start.getColumn()))
        .orElse(1);
  }
}
