package org.plimsoll.vessel.state;

import java.util.List;
import java.util.Optional;
import org.plimsoll.naval.Phrase;
import org.plimsoll.naval.reconciliation.LaneAttribution;
import org.plimsoll.naval.reconciliation.MomentAttribution;
import org.plimsoll.naval.reconciliation.Verdict;

/**
 * Where in the ship a residual of the cargo lies.
 *
 * @param lanes by the load cells, the one that explains most first; empty unless every unit's place
 *     is known
 * @param moment by the change of trim since the baseline; empty without a residual to explain
 */
public record Attribution(List<LaneAttribution> lanes, Optional<MomentAttribution> moment) {

  public Attribution {
    lanes = List.copyOf(lanes);
  }

  /** Nothing to attribute, or nothing to do it with. */
  public static Attribution none() {
    return new Attribution(List.of(), Optional.empty());
  }

  /** For the master; empty when there is nothing to say. */
  public Optional<String> text() {
    Optional<String> lane =
        lanes.stream()
            .filter(of -> of.verdict() == Verdict.CHECK || of.verdict() == Verdict.DISCREPANCY)
            .findFirst()
            .map(Attribution::words);
    Optional<String> place = moment.map(MomentAttribution::text);
    return lane.isPresent() && place.isPresent()
        ? Optional.of(place.get() + "; " + lane.get())
        : lane.or(() -> place);
  }

  private static String words(LaneAttribution lane) {
    return Phrase.of(
        "%s by its load cells: %+.1f t against its units, U95 %.1f t",
        lane.lane(),
        lane.residual().orElseThrow().tonnes(),
        lane.residual().orElseThrow().u95Tonnes());
  }
}
