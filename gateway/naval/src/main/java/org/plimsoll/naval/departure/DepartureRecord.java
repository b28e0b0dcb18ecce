package org.plimsoll.naval.departure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.naval.departure.Figure.Group;

/**
 * How she lay at one instant, what was judged of it and by which method: what SOLAS II-1/8.7 and
 * its national forms want determined and recorded before sailing. It is immutable; a correction is
 * another record. The order in which figures and findings came does not matter: equal content is an
 * equal record with equal bytes.
 *
 * @param moment of the voyage
 * @param vessel identity, as on the wire
 * @param voyage as the ship calls it
 * @param at the instant of the draughts
 * @param methodVersion of the computation, {@link #METHOD_VERSION} for this code
 * @param persons all that are aboard; empty when nobody counted
 * @param figures by group and name
 * @param findings by the name of the check
 */
public record DepartureRecord(
    Moment moment,
    String vessel,
    String voyage,
    Instant at,
    String methodVersion,
    OptionalInt persons,
    List<Figure> figures,
    List<Finding> findings) {

  /** Changes whenever a formula, a constant or a rounding changes a figure. */
  public static final String METHOD_VERSION = "naval-2";

  /** No survey has more figures. */
  public static final int MOST_FIGURES = 500;

  /** No ship has more checks. */
  public static final int MOST_FINDINGS = 200;

  /** Which survey of a voyage. */
  public enum Moment {
    ARRIVAL,
    /** Deck empty, before loading. */
    BASELINE,
    DEPARTURE
  }

  private static final List<Required> REQUIRED =
      List.of(
          new Required(Group.DRAUGHT, "forward"),
          new Required(Group.DRAUGHT, "aft"),
          new Required(Group.WATER, "density"),
          new Required(Group.MARK, "port"),
          new Required(Group.MARK, "starboard"),
          new Required(Group.ATTITUDE, "trim"));

  private record Required(Group group, String name) {}

  public DepartureRecord {
    figures =
        figures.stream()
            .sorted(Comparator.comparing(Figure::group).thenComparing(Figure::name))
            .toList();
    findings = findings.stream().sorted(Comparator.comparing(Finding::check)).toList();
    if (figures.size() > MOST_FIGURES || findings.size() > MOST_FINDINGS) {
      throw new IllegalArgumentException(
          "%d figures and %d findings, at most %d and %d"
              .formatted(figures.size(), findings.size(), MOST_FIGURES, MOST_FINDINGS));
    }
    requireOnce(figures.stream().map(figure -> figure.group() + " " + figure.name()).toList());
    requireOnce(findings.stream().map(Finding::check).toList());
  }

  /**
   * What the record should have and has not: draughts forward and aft, density, the distance of the
   * waterline from the line on each side, trim, persons. A record may be kept with gaps, but it
   * says so.
   */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (Required required : REQUIRED) {
      if (figures.stream()
          .noneMatch(
              figure ->
                  figure.group() == required.group() && figure.name().equals(required.name()))) {
        missing.add(required.group() + " " + required.name());
      }
    }
    if (persons.isEmpty()) {
      missing.add("persons");
    }
    return List.copyOf(missing);
  }

  /** The worst outcome of all findings; without any it is inconclusive. */
  public Finding.Outcome worst() {
    return findings.stream()
        .map(Finding::outcome)
        .min(Comparator.naturalOrder())
        .orElse(Finding.Outcome.INCONCLUSIVE);
  }

  /** The bytes to sign; see {@link CanonicalForm}. */
  public byte[] canonicalBytes() {
    return CanonicalForm.write(this);
  }

  private static void requireOnce(List<String> names) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        twice.add(name);
      }
    }
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("more than once: " + String.join(", ", twice));
    }
  }
}
