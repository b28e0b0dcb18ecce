package org.plimsoll.shore.port;

import java.util.Optional;
import org.plimsoll.vocabulary.Quality;

/**
 * The cargo by the difference of two draught records, or why there is none. Their errors are taken
 * as independent, which is never too good: what both have in common cancels.
 *
 * @param kilograms present when both records have what it takes
 * @param u95Kilograms of it
 * @param objection why it verifies nothing; empty when it may
 */
public record Measured(
    Optional<Double> kilograms, double u95Kilograms, Optional<String> objection) {

  /** From the records before and after loading. */
  public static Measured between(DraughtRecord before, DraughtRecord after) {
    if (!before.at().isBefore(after.at())) {
      return without("the baseline is not before the departure");
    }
    if (before.displacement().isEmpty() || after.displacement().isEmpty()) {
      return without("a draught record has no displacement");
    }
    if (before.deductiblesKilograms().isEmpty() || after.deductiblesKilograms().isEmpty()) {
      return without("a draught record does not say what tanks, stores and persons weigh");
    }
    if (!before.quality().isUsable() || !after.quality().isUsable()) {
      return without("a draught record is " + before.quality().worseOf(after.quality()));
    }
    DraughtRecord.Displacement first = before.displacement().get();
    DraughtRecord.Displacement second = after.displacement().get();
    double net =
        second.kilograms()
            - after.deductiblesKilograms().getAsDouble()
            - (first.kilograms() - before.deductiblesKilograms().getAsDouble());
    boolean degraded = isDegraded(before) || isDegraded(after);
    return new Measured(
        Optional.of(net),
        Math.hypot(first.u95Kilograms(), second.u95Kilograms()),
        degraded ? Optional.of("a draught record is DEGRADED") : Optional.empty());
  }

  private static boolean isDegraded(DraughtRecord record) {
    return record.quality() == Quality.DEGRADED;
  }

  private static Measured without(String reason) {
    return new Measured(Optional.empty(), 0, Optional.of(reason));
  }
}
