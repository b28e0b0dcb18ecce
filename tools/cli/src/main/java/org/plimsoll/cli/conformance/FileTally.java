package org.plimsoll.cli.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums of one file. Confined to the thread that reads it. */
final class FileTally {

  /** Reason of a line that is no record. */
  static final String BROKEN = "not a record";

  /** Disagreements of one file that are kept. */
  private static final int MAX_KEPT = 1000;

  /** Different reasons or names that are told apart; the others are one. */
  private static final int MAX_NAMES = 200;

  private final String file;
  private final String family;
  private final double gatePercent;
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private final Map<String, Long> fieldsLeft = new LinkedHashMap<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private long records;
  private long agreed;
  private long disagreed;
  private long fieldsCompared;
  private boolean invented;

  /**
   * Nothing yet.
   *
   * @param family files of one family meet their gate together
   */
  FileTally(String file, String family, double gatePercent) {
    this.file = file;
    this.family = family;
    this.gatePercent = gatePercent;
  }

  void add(Comparison comparison) {
    records++;
    fieldsCompared += comparison.compared();
    comparison.left().forEach((field, times) -> count(fieldsLeft, field, times));
    if (comparison.disagrees()) {
      disagreed++;
      invented |= comparison.mustAgree();
      int room = MAX_KEPT - disagreements.size();
      disagreements.addAll(
          comparison.disagreements().subList(0, Math.min(room, comparison.disagreements().size())));
    } else if (comparison.skipped().isPresent()) {
      count(skipped, comparison.skipped().orElseThrow(), 1);
    } else {
      agreed++;
    }
  }

  void addBroken() {
    records++;
    count(skipped, BROKEN, 1);
  }

  /** Of the records that could be compared; 0 if none could. */
  double agreedPercent() {
    return agreed + disagreed == 0 ? 0 : 100.0 * agreed / (agreed + disagreed);
  }

  /**
   * Whether every line was a record with a decoder, some could be compared, and nothing was made of
   * those that must be refused.
   */
  boolean isWhole() {
    return agreed + disagreed > 0
        && !invented
        && !skipped.containsKey(Comparison.NO_DECODER)
        && !skipped.containsKey(BROKEN);
  }

  String file() {
    return file;
  }

  String family() {
    return family;
  }

  double gatePercent() {
    return gatePercent;
  }

  long records() {
    return records;
  }

  long agreed() {
    return agreed;
  }

  long disagreed() {
    return disagreed;
  }

  long skippedRecords() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  long fieldsCompared() {
    return fieldsCompared;
  }

  Map<String, Long> skipped() {
    return skipped;
  }

  Map<String, Long> fieldsLeft() {
    return fieldsLeft;
  }

  List<Disagreement> disagreements() {
    return disagreements;
  }

  private static void count(Map<String, Long> counts, String name, long times) {
    boolean known = counts.containsKey(name) || counts.size() < MAX_NAMES;
    counts.merge(known ? name : "others", times, Long::sum);
  }
}
