package org.plimsoll.shore.port.voyage;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A figure over several voyages, of those that have it.
 *
 * @param voyages how many have it
 * @param mean over those; empty when none has
 * @param least of those
 * @param most of those
 */
public record Figure(int voyages, OptionalDouble mean, OptionalDouble least, OptionalDouble most) {

  static Figure of(List<Sailed> voyages, Function<Sailed, OptionalDouble> figure) {
    DoubleSummaryStatistics known =
        voyages.stream()
            .map(figure)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .summaryStatistics();
    int count = Math.toIntExact(known.getCount());
    return count == 0
        ? new Figure(0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty())
        : new Figure(
            count,
            OptionalDouble.of(known.getAverage()),
            OptionalDouble.of(known.getMin()),
            OptionalDouble.of(known.getMax()));
  }
}
