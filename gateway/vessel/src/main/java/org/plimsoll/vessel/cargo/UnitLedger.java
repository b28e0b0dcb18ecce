package org.plimsoll.vessel.cargo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.loading.RampTally;

/**
 * What is aboard, unit by unit, in the order of the gate. A unit that goes ashore is the one of the
 * nearest weight, by its papers where it was not weighed: nobody reads a name from it. Confined to
 * the pipeline thread.
 */
public final class UnitLedger implements RampTally.Weighings {

  /** Most units; what comes after them is in no ledger, and the ledger says so. */
  static final int MAX_UNITS = 2000;

  /** A unit that goes ashore weighs what it weighed, within twice the error of the bridge. */
  static final double SAME_KILOGRAMS = 200;

  /** Where a unit stands that stands in no lane with load cells. */
  static final String ELSEWHERE = "elsewhere";

  private static final String NONE = "-";
  private static final String SEPARATOR = ";";
  private static final double KILOGRAMS = 1000;

  /**
   * @param number in the order of the gate
   * @param weighedKilograms empty when it rolled aboard without a weighing; its papers are known
   *     then
   * @param declaredKilograms by its papers; empty when nobody said
   * @param positionMetres where it is stowed; empty when nobody said
   */
  private record Unit(
      long number,
      OptionalDouble weighedKilograms,
      OptionalDouble declaredKilograms,
      OptionalDouble positionMetres) {

    /** How far its weight is from another. */
    double off(double kilograms) {
      return Math.abs(weighedKilograms.orElse(declaredKilograms.orElse(0)) - kilograms);
    }
  }

  private final List<LimitsConfig.Lane> lanes;
  private final List<Unit> aboard = new ArrayList<>();
  private long passed;
  private boolean gaps;
  private long changes;
  private long written = -1;
  private String memory = "";

  /**
   * An empty ledger.
   *
   * @param lanes by whose extent a unit is known to stand in one
   */
  public UnitLedger(List<LimitsConfig.Lane> lanes) {
    this.lanes = List.copyOf(lanes);
  }

  /** A unit was weighed on its way aboard. */
  @Override
  public void board(
      double kilograms, OptionalDouble declaredKilograms, OptionalDouble positionMetres) {
    add(OptionalDouble.of(kilograms), declaredKilograms, positionMetres);
  }

  /** A unit rolled aboard without a weighing. */
  @Override
  public void unweighed(double declaredKilograms, OptionalDouble positionMetres) {
    add(OptionalDouble.empty(), OptionalDouble.of(declaredKilograms), positionMetres);
  }

  private void add(
      OptionalDouble weighedKilograms,
      OptionalDouble declaredKilograms,
      OptionalDouble positionMetres) {
    changes++;
    passed++;
    if (aboard.size() < MAX_UNITS) {
      aboard.add(new Unit(passed, weighedKilograms, declaredKilograms, positionMetres));
    } else {
      gaps = true;
    }
  }

  /** A unit was weighed on its way ashore. */
  @Override
  public void land(double kilograms) {
    changes++;
    @Nullable Unit nearest = null;
    for (Unit unit : aboard) {
      if (nearest == null || unit.off(kilograms) <= nearest.off(kilograms)) {
        nearest = unit;
      }
    }
    boolean unlike =
        nearest != null
            && nearest.weighedKilograms().isPresent()
            && nearest.off(kilograms) > SAME_KILOGRAMS;
    if (nearest == null || unlike) {
      gaps = true;
    }
    if (nearest != null) {
      aboard.remove(nearest);
    }
    if (aboard.isEmpty()) {
      gaps = false;
    }
  }

  /** A unit rolled in a direction that nobody knows. */
  @Override
  public void unassigned() {
    changes++;
    gaps = true;
  }

  /** Whether every unit aboard is in the ledger, as far as anybody can tell. */
  public boolean isWhole() {
    return !gaps;
  }

  /** Grows with each change. */
  long changes() {
    return changes;
  }

  /** What is aboard. */
  List<CargoUnit> units() {
    return aboard.stream()
        .map(
            unit ->
                new CargoUnit(
                    "unit " + unit.number(),
                    "vehicle",
                    lane(unit.positionMetres()),
                    unit.positionMetres(),
                    unit.declaredKilograms().isPresent()
                        ? OptionalDouble.of(unit.declaredKilograms().getAsDouble() / KILOGRAMS)
                        : OptionalDouble.empty(),
                    unit.weighedKilograms().isPresent()
                        ? OptionalDouble.of(unit.weighedKilograms().getAsDouble() / KILOGRAMS)
                        : OptionalDouble.empty()))
        .toList();
  }

  private String lane(OptionalDouble positionMetres) {
    for (LimitsConfig.Lane lane : lanes) {
      if (positionMetres.isPresent()
          && lane.extent().filter(of -> of.holds(positionMetres.getAsDouble())).isPresent()) {
        return lane.name();
      }
    }
    return ELSEWHERE;
  }

  /** What must survive a power cut; asked for with every commit, written anew after a change. */
  public String memory() {
    if (written != changes) {
      written = changes;
      memory = write();
    }
    return memory;
  }

  private String write() {
    StringBuilder text = new StringBuilder();
    text.append(passed).append(SEPARATOR).append(gaps);
    for (Unit unit : aboard) {
      text.append(SEPARATOR)
          .append(unit.number())
          .append(':')
          .append(whole(unit.weighedKilograms()))
          .append(':')
          .append(whole(unit.declaredKilograms()))
          .append(':')
          .append(
              unit.positionMetres().isPresent()
                  ? Double.toString(unit.positionMetres().getAsDouble())
                  : NONE);
    }
    return text.toString();
  }

  private static String whole(OptionalDouble kilograms) {
    return kilograms.isPresent() ? Long.toString(Math.round(kilograms.getAsDouble())) : NONE;
  }

  private static OptionalDouble kilograms(String field) {
    return field.equals(NONE) ? OptionalDouble.empty() : OptionalDouble.of(Long.parseLong(field));
  }

  /**
   * Restores what {@link #memory()} said before the restart.
   *
   * @return false if it could not be read; the ledger is then empty and not whole
   */
  public boolean restore(String memory) {
    changes++;
    String[] fields = memory.split(SEPARATOR, -1);
    try {
      long count = Long.parseLong(fields[0]);
      List<Unit> units = new ArrayList<>();
      for (int i = 2; i < Math.min(fields.length, MAX_UNITS + 2); i++) {
        String[] parts = fields[i].split(":", -1);
        units.add(
            new Unit(
                Long.parseLong(parts[0]),
                kilograms(parts[1]),
                kilograms(parts[2]),
                parts.length < 4 || parts[3].equals(NONE)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(parts[3]))));
      }
      passed = count;
      gaps = Boolean.parseBoolean(fields[1]);
      aboard.clear();
      aboard.addAll(units);
      return true;
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      gaps = true;
      return false;
    }
  }
}
