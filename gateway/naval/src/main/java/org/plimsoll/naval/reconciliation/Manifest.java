package org.plimsoll.naval.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.reconciliation.BestWeight.Basis;

/**
 * The cargo as it stood at gate close.
 *
 * @param units all that is aboard
 * @param classMeanTonnes mean weight by vehicle class, for units that nobody declared or weighed
 */
public record Manifest(List<CargoUnit> units, Map<String, Double> classMeanTonnes) {
  public Manifest {
    units = List.copyOf(units);
    classMeanTonnes = Map.copyOf(classMeanTonnes);
  }

  /**
   * Chooses the best weight of each unit: weighed, else declared, else the mean of its class. A
   * weight that is not positive is no weight.
   */
  public Weights weights(WeightAccuracy accuracy) {
    List<BestWeight> best = new ArrayList<>();
    List<CargoUnit> unknown = new ArrayList<>();
    for (CargoUnit unit : units) {
      best(unit, accuracy).ifPresentOrElse(best::add, () -> unknown.add(unit));
    }
    return new Weights(best, unknown, sum(Basis.DECLARED, accuracy), sum(Basis.WEIGHED, accuracy));
  }

  private Optional<BestWeight> best(CargoUnit unit, WeightAccuracy accuracy) {
    for (Basis basis : Basis.values()) {
      OptionalDouble tonnes = tonnes(unit, basis);
      if (tonnes.isPresent()) {
        return Optional.of(weight(unit, basis, tonnes.getAsDouble(), accuracy));
      }
    }
    return Optional.empty();
  }

  private Optional<Sum> sum(Basis basis, WeightAccuracy accuracy) {
    List<BestWeight> of = new ArrayList<>();
    for (CargoUnit unit : units) {
      tonnes(unit, basis).ifPresent(tonnes -> of.add(weight(unit, basis, tonnes, accuracy)));
    }
    return of.isEmpty() ? Optional.empty() : Optional.of(Sum.of(of, units.size()));
  }

  private OptionalDouble tonnes(CargoUnit unit, Basis basis) {
    OptionalDouble tonnes =
        switch (basis) {
          case WEIGHED -> unit.weighedTonnes();
          case DECLARED -> unit.declaredTonnes();
          case ESTIMATED -> {
            Double mean = classMeanTonnes.get(unit.vehicleClass());
            yield mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
          }
        };
    boolean usable =
        tonnes.isPresent() && tonnes.getAsDouble() > 0 && Double.isFinite(tonnes.getAsDouble());
    return usable ? tonnes : OptionalDouble.empty();
  }

  private static BestWeight weight(
      CargoUnit unit, Basis basis, double tonnes, WeightAccuracy accuracy) {
    double u95 =
        switch (basis) {
          case WEIGHED -> accuracy.weighedTonnes();
          case DECLARED -> accuracy.declaredPart() * tonnes;
          case ESTIMATED -> accuracy.estimatedPart() * tonnes;
        };
    return new BestWeight(unit, tonnes, u95, basis);
  }

  /**
   * A sum over those units that have a weight of one kind.
   *
   * @param units that it has
   * @param ofUnits that there are
   */
  public record Sum(double tonnes, double u95Tonnes, int units, int ofUnits) {
    static Sum of(List<BestWeight> weights, int ofUnits) {
      double tonnes = 0;
      double variance = 0;
      for (BestWeight weight : weights) {
        tonnes += weight.tonnes();
        variance += weight.u95Tonnes() * weight.u95Tonnes();
      }
      return new Sum(tonnes, Math.sqrt(variance), weights.size(), ofUnits);
    }
  }

  /**
   * What is known of the weights of a manifest.
   *
   * @param best one for each unit that has any
   * @param unknown units without one
   * @param declared sum of what was declared; empty when nothing was
   * @param weighed sum of what was weighed; empty when nothing was
   */
  public record Weights(
      List<BestWeight> best,
      List<CargoUnit> unknown,
      Optional<Sum> declared,
      Optional<Sum> weighed) {
    public Weights {
      best = List.copyOf(best);
      unknown = List.copyOf(unknown);
    }

    /** Sum of the best weights. */
    public Sum total() {
      return Sum.of(best, best.size() + unknown.size());
    }
  }
}
