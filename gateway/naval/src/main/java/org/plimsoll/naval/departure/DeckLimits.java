package org.plimsoll.naval.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.departure.Finding.Outcome;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.naval.reconciliation.OverLimit;

/**
 * What decks and lanes bear.
 *
 * @param decks each with the lanes on it
 * @param laneTonnes greatest load by lane; a lane without a limit is judged with its deck only
 */
public record DeckLimits(List<Deck> decks, Map<String, Double> laneTonnes) {

  /**
   * A deck with an evenly spread load.
   *
   * @param lanes on it
   * @param areaSquareMetres that bears
   * @param greatestTonnesPerSquareMetre of the capacity plan
   */
  public record Deck(
      String name,
      List<String> lanes,
      double areaSquareMetres,
      double greatestTonnesPerSquareMetre) {
    public Deck {
      lanes = List.copyOf(lanes);
      if (!(areaSquareMetres > 0 && greatestTonnesPerSquareMetre > 0)) {
        throw new IllegalArgumentException("deck " + name + " bears nothing");
      }
    }

    double greatestTonnes() {
      return areaSquareMetres * greatestTonnesPerSquareMetre;
    }
  }

  public DeckLimits {
    decks = List.copyOf(decks);
    laneTonnes = Map.copyOf(laneTonnes);
  }

  /**
   * One finding for each lane with a limit and for each deck.
   *
   * @param loads by lane; a lane that is not in it is not known, which is not empty
   */
  public List<Finding> judge(Map<String, Mass> loads) {
    List<Finding> findings = new ArrayList<>();
    laneTonnes.keySet().stream()
        .sorted()
        .forEach(
            lane ->
                findings.add(
                    load(
                        "lane-" + lane, List.of(lane), loads, laneTonnes.getOrDefault(lane, 0.0))));
    for (Deck deck : decks) {
      findings.add(load("deck-" + deck.name(), deck.lanes(), loads, deck.greatestTonnes()));
    }
    return List.copyOf(findings);
  }

  private static Finding load(
      String check, List<String> lanes, Map<String, Mass> loads, double limitTonnes) {
    double tonnes = 0;
    double variance = 0;
    List<String> unknown = new ArrayList<>();
    for (String lane : lanes) {
      @Nullable Mass load = loads.get(lane);
      if (load == null || !load.quality().isUsable()) {
        unknown.add(lane);
      } else {
        tonnes += load.tonnes();
        variance += load.u95Tonnes() * load.u95Tonnes();
      }
    }
    double u95 = Math.sqrt(variance);
    Outcome outcome = Finding.outcome(OverLimit.of(tonnes, u95, limitTonnes));
    if (unknown.isEmpty()) {
      return Finding.of(
          check, outcome, "%.1f t ± %.1f t, allowed %.1f t", tonnes, u95, limitTonnes);
    }
    // What is not known can only add to what is: a failure stands, nothing else does.
    return Finding.of(
        check,
        outcome == Outcome.FAIL ? outcome : Outcome.INCONCLUSIVE,
        "%.1f t ± %.1f t without %s, allowed %.1f t",
        tonnes,
        u95,
        String.join(", ", unknown),
        limitTonnes);
  }
}
