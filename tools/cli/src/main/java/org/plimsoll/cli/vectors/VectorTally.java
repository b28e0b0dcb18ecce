package org.plimsoll.cli.vectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums of one file of examples. Confined to the thread that reads it. */
public final class VectorTally {

  /** Disagreements of one file that are kept. */
  private static final int MAX_KEPT = 1000;

  private final String file;
  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, Integer> skipped = new LinkedHashMap<>();
  private final List<String> sourceErrors = new ArrayList<>();
  private final List<String> bands = new ArrayList<>();
  private int examples;
  private int steps;
  private int agreed;
  private int disagreed;
  private int left;

  VectorTally(String file) {
    this.file = file;
  }

  void addExample() {
    examples++;
  }

  void agree() {
    steps++;
    agreed++;
  }

  void disagree(String example, String step, String what) {
    steps++;
    disagreed++;
    keep(disagreements, example + " " + step + ": " + what);
  }

  void skip(String example, String step, String reason) {
    steps++;
    left++;
    skipped.merge(example + " " + step + ": " + reason, 1, Integer::sum);
  }

  /** An example of which nothing can be made. */
  void skipExample(String example, String reason) {
    skipped.merge(example + ": " + reason, 1, Integer::sum);
  }

  void sourceError(String text) {
    keep(sourceErrors, text);
  }

  void band(String text) {
    keep(bands, text);
  }

  private static void keep(List<String> list, String text) {
    if (list.size() < MAX_KEPT) {
      list.add(text);
    }
  }

  /** Whether something was compared and nothing disagreed. */
  public boolean passes() {
    return disagreed == 0 && agreed > 0;
  }

  public String file() {
    return file;
  }

  public int examples() {
    return examples;
  }

  public int steps() {
    return steps;
  }

  public int agreed() {
    return agreed;
  }

  public int disagreed() {
    return disagreed;
  }

  /** Steps that were not compared. */
  public int left() {
    return left;
  }

  public List<String> disagreements() {
    return List.copyOf(disagreements);
  }

  /** What was not compared and why, in the order of the file. */
  public List<String> skipped() {
    return List.copyOf(skipped.keySet());
  }

  /** Errors of the sources that the file records and that were not repeated. */
  public List<String> sourceErrors() {
    return List.copyOf(sourceErrors);
  }

  /** Truths that were held against a stated band. */
  public List<String> bands() {
    return List.copyOf(bands);
  }
}
