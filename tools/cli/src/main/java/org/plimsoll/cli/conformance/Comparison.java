package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one record. Confined to the thread that checks it. */
final class Comparison {

  /** Reason of a sound frame of a kind that is not decoded, when the decoder says just that. */
  static final String UNSUPPORTED = "unsupported, passed on as such";

  /** Reason of a record whose protocol nobody decodes. */
  static final String NO_DECODER = "no decoder";

  /** Disagreements of one record that are kept; the others are counted. */
  private static final int MAX_KEPT = 20;

  private static final int MAX_SHOWN = 120;

  private final String id;
  private final List<Disagreement> disagreements = new ArrayList<>();
  private final Map<String, Long> left = new LinkedHashMap<>();
  private long compared;
  private long disagreed;
  private @Nullable String skipped;
  private boolean mustAgree;

  Comparison(String id) {
    this.id = id;
  }

  /** Compares numbers to the last digits of a double. */
  void compare(String field, JsonNode expected, @Nullable Object got) {
    compare(field, expected, got, 0);
  }

  /**
   * Compares.
   *
   * @param tolerance how far numbers may be apart, because the expectation was rounded
   */
  void compare(String field, JsonNode expected, @Nullable Object got, double tolerance) {
    compared++;
    if (!Values.agree(expected, got, tolerance)) {
      disagree(field, expected.toString(), String.valueOf(got));
    }
  }

  /** A field that was compared and agrees. */
  void agree() {
    compared++;
  }

  /** A condition beyond a single value, such as "no weight may come out". */
  void require(boolean holds, String field, String expected, String got) {
    compared++;
    if (!holds) {
      disagree(field, expected, got);
    }
  }

  /** A field that cannot be compared. */
  void leave(String field) {
    left.merge(field, 1L, Long::sum);
  }

  /** The whole record cannot be compared. */
  void skip(String reason) {
    skipped = reason;
  }

  /** No gate forgives a disagreement of this record. */
  void mustAgreeWhateverTheGate() {
    mustAgree = true;
  }

  private void disagree(String field, String expected, String got) {
    disagreed++;
    if (disagreements.size() < MAX_KEPT) {
      disagreements.add(new Disagreement(id, field, shortened(expected), shortened(got)));
    }
  }

  long compared() {
    return compared;
  }

  boolean mustAgree() {
    return mustAgree;
  }

  boolean disagrees() {
    return disagreed > 0;
  }

  List<Disagreement> disagreements() {
    return disagreements;
  }

  Map<String, Long> left() {
    return left;
  }

  /** Why the record counts neither as agreed nor as disagreed. */
  Optional<String> skipped() {
    if (disagreed > 0) {
      return Optional.empty();
    }
    if (skipped == null && compared == 0) {
      return Optional.of("nothing to compare");
    }
    return Optional.ofNullable(skipped);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
  }
}
