package org.plimsoll.vessel.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.loadline.DepartureLimit;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.naval.underkeel.UnderKeelResult;

/**
 * Every configured limit held against one survey; what is not configured is empty.
 *
 * @param limit the draught with which she may leave on her route
 * @param marks both midship marks against it
 * @param zoneCaution what the areas of Annex II object to the route
 * @param underKeel the water under the keel
 * @param twistDegrees list forward less list aft
 * @param attitude list, trim, deflection and twist, those that have a limit
 * @param decks decks and lanes
 * @param deckPercent of what each of them bears, by the name in its finding; only what is known
 * @param stability GM by the period of roll, indicative
 */
public record Judgements(
    Optional<DepartureLimit> limit,
    Optional<MarkCompliance> marks,
    Optional<String> zoneCaution,
    Optional<UnderKeelResult> underKeel,
    OptionalDouble twistDegrees,
    List<Finding> attitude,
    List<Finding> decks,
    Map<String, Double> deckPercent,
    Optional<RollPeriodStability.Result> stability) {

  public Judgements {
    attitude = List.copyOf(attitude);
    decks = List.copyOf(decks);
    deckPercent = Map.copyOf(deckPercent);
  }

  /** Nothing configured, or nothing judged yet. */
  public static Judgements none() {
    return new Judgements(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty());
  }
}
