package org.plimsoll.naval.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.naval.reconciliation.Manifest.Sum;

/**
 * Where a residual lies, by the load cells of the lanes.
 *
 * @param lane its name
 * @param expected sum of the best weights there
 * @param measured by its cells; empty when it has none or they say nothing usable
 * @param residual measured less expected; empty when either is not known
 * @param verdict on it
 */
public record LaneAttribution(
    String lane,
    Sum expected,
    Optional<Mass> measured,
    Optional<Residual> residual,
    Verdict verdict) {

  /**
   * Compares lane by lane, also lanes that should be empty.
   *
   * @param measuredByLane load on the cells of each lane that has them
   * @return the lane that explains most first, then those without a verdict
   */
  public static List<LaneAttribution> of(
      Manifest.Weights weights, Map<String, Mass> measuredByLane) {
    Map<String, List<BestWeight>> lanes = new TreeMap<>();
    measuredByLane.keySet().forEach(lane -> lanes.put(lane, new ArrayList<>()));
    Map<String, Integer> unknown = new TreeMap<>();
    for (CargoUnit unit : weights.unknown()) {
      lanes.computeIfAbsent(unit.lane(), lane -> new ArrayList<>());
      unknown.merge(unit.lane(), 1, Integer::sum);
    }
    for (BestWeight weight : weights.best()) {
      lanes.computeIfAbsent(weight.unit().lane(), lane -> new ArrayList<>()).add(weight);
    }
    List<LaneAttribution> result = new ArrayList<>();
    lanes.forEach(
        (lane, units) -> {
          int without = unknown.getOrDefault(lane, 0);
          Sum expected = Sum.of(units, units.size() + without);
          result.add(lane(lane, expected, Optional.ofNullable(measuredByLane.get(lane))));
        });
    result.sort(Comparator.comparingDouble(LaneAttribution::weight).reversed());
    return List.copyOf(result);
  }

  private static LaneAttribution lane(String lane, Sum expected, Optional<Mass> load) {
    Optional<Mass> measured = load.filter(mass -> mass.quality().isUsable());
    if (measured.isEmpty() || expected.units() < expected.ofUnits()) {
      return new LaneAttribution(lane, expected, measured, Optional.empty(), Verdict.UNVERIFIED);
    }
    Mass mass = measured.get();
    Residual residual =
        new Residual(
            mass.tonnes() - expected.tonnes(), Math.hypot(mass.u95Tonnes(), expected.u95Tonnes()));
    return new LaneAttribution(
        lane,
        expected,
        measured,
        Optional.of(residual),
        mass.isGood() ? Verdict.of(residual.tonnes(), residual.u95Tonnes()) : Verdict.UNVERIFIED);
  }

  private double weight() {
    return residual.map(value -> Math.abs(value.tonnes())).orElse(-1.0);
  }
}
