package org.plimsoll.shore.port.voyage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One voyage that was sailed, with what is known of it. A figure that is not known of the whole
 * voyage is absent, and the remarks say why.
 *
 * @param passage its movements
 * @param from where it began, by the movements or else by the papers
 * @param to where it ended, likewise
 * @param passengers declared
 * @param declaredKilograms cargo by its declaration, else by a manifest that declares every unit
 * @param weighedKilograms cargo by a manifest whose every unit was weighed
 * @param measuredKilograms cargo by draught
 * @param measuredU95Kilograms of that
 * @param verdict of the reconciliation
 * @param remarks what is missing or doubtful, in words
 */
public record Sailed(
    Passage passage,
    Optional<String> from,
    Optional<String> to,
    OptionalInt passengers,
    OptionalDouble declaredKilograms,
    OptionalDouble weighedKilograms,
    OptionalDouble measuredKilograms,
    OptionalDouble measuredU95Kilograms,
    Optional<String> verdict,
    List<String> remarks) {

  public Sailed {
    remarks = List.copyOf(remarks);
  }

  static Sailed of(Passage passage, Papers papers) {
    Papers.Manifest manifest = papers.manifest();
    OptionalDouble measured =
        papers.reconciled().map(Papers.Reconciled::kilograms).orElse(OptionalDouble.empty());
    OptionalDouble u95 =
        measured.isPresent()
            ? OptionalDouble.of(papers.reconciled().orElseThrow().u95Kilograms())
            : OptionalDouble.empty();
    OptionalDouble declared =
        papers.declaredKilograms().isPresent()
            ? papers.declaredKilograms()
            : whole(manifest.declared(), manifest.units());
    OptionalDouble weighed = whole(manifest.weighed(), manifest.units());
    List<String> remarks = new ArrayList<>();
    movements(passage, remarks);
    if (papers.passengers().isEmpty()) {
      remarks.add("passengers not known");
    }
    if (declared.isEmpty()) {
      remarks.add(part("declared", manifest.declared(), manifest.units()));
    }
    if (weighed.isEmpty()) {
      remarks.add(part("weighed", manifest.weighed(), manifest.units()));
    }
    remarks.addAll(measured(papers));
    return new Sailed(
        passage,
        passage.from().or(papers::from),
        passage.to().or(papers::to),
        papers.passengers(),
        declared,
        weighed,
        measured,
        u95,
        papers.reconciled().map(Papers.Reconciled::verdict),
        remarks);
  }

  private static void movements(Passage passage, List<String> remarks) {
    if (passage.departure().isEmpty()) {
      remarks.add("departure not seen");
    }
    if (passage.arrival().isEmpty()) {
      remarks.add("arrival not seen");
    }
    if (passage.departure().isPresent()
        && passage.arrival().isPresent()
        && passage.hours().isEmpty()) {
      remarks.add("arrival not after departure");
    }
    if (passage.voyage().isEmpty()) {
      remarks.add("no call names the voyage");
    }
  }

  /** The sum of all units; a sum of some is no figure of the voyage. */
  private static OptionalDouble whole(Papers.Sum sum, int units) {
    return units > 0 && sum.units() == units
        ? OptionalDouble.of(sum.kilograms())
        : OptionalDouble.empty();
  }

  private static String part(String what, Papers.Sum sum, int units) {
    return units == 0 || sum.units() == 0
        ? what + " cargo not known"
        : sum.units() + " of " + units + " units " + what;
  }

  private static List<String> measured(Papers papers) {
    if (papers.reconciled().isEmpty()) {
      return List.of("measured cargo not known");
    }
    Papers.Reconciled reconciled = papers.reconciled().get();
    String missing =
        reconciled.kilograms().isEmpty()
            ? "measured cargo not known: "
            : "measured cargo doubtful: ";
    return reconciled
        .objection()
        .map(why -> List.of(missing + why))
        .orElseGet(
            () ->
                reconciled.kilograms().isEmpty() ? List.of("measured cargo not known") : List.of());
  }
}
