package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.state.VesselState;

/** Whether decks and lanes bear what stands on them. */
final class DecksCheck implements Check {

  /** Names of the parts in a fixed order: the place of each is the instance of its alert. */
  private final List<String> parts = new ArrayList<>();

  private final Levels levels;

  DecksCheck(LimitsConfig limits, AlertLevels levels) {
    this.levels = levels.of(AlertKind.DECK_LOAD);
    limits.decks().laneTonnes().keySet().stream()
        .sorted()
        .forEach(lane -> parts.add("lane-" + lane));
    limits.decks().decks().forEach(deck -> parts.add("deck-" + deck.name()));
  }

  @Override
  public String id() {
    return "decks";
  }

  @Override
  public String title() {
    return "Deck and lane loads";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.DECK_LOAD;
  }

  @Override
  public Finding judge(VesselState state) {
    List<org.plimsoll.naval.departure.Finding> decks = state.naval().judgements().decks();
    Finding judged = Parts.of(decks, AlertPriority.WARNING, check -> alert(), this::instance);
    // What may be too much for the load cells' uncertainty is a caution; how much it is decides.
    List<AlertCondition> conditions = new ArrayList<>(judged.conditions());
    Map<String, Double> percent = state.naval().judgements().deckPercent();
    for (org.plimsoll.naval.departure.Finding deck : decks) {
      if (percent.containsKey(deck.check())) {
        conditions.removeIf(
            condition ->
                condition.instance() == instance(deck.check())
                    && condition.priority() == AlertPriority.WARNING);
        conditions.addAll(
            levels.conditions(
                alert(),
                instance(deck.check()),
                percent.get(deck.check()),
                () -> deck.check() + " " + deck.text()));
      }
    }
    return new Finding(judged.verdict(), judged.text(), conditions, judged.undecided());
  }

  private int instance(String check) {
    return Math.max(1, parts.indexOf(check) + 1);
  }
}
