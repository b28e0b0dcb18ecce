package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.state.VesselState;

/** Whether decks and lanes bear what stands on them. */
final class DecksCheck implements Check {

  /** Names of the parts in a fixed order: the place of each is the instance of its alert. */
  private final List<String> parts = new ArrayList<>();

  DecksCheck(LimitsConfig limits) {
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
    return Parts.of(
        state.naval().judgements().decks(),
        AlertPriority.WARNING,
        check -> alert(),
        check -> Math.max(1, parts.indexOf(check) + 1));
  }
}
