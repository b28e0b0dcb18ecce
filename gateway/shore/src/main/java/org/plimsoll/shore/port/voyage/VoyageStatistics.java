package org.plimsoll.shore.port.voyage;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The voyages of one vessel over a time, and what they come to. A voyage belongs to the time and
 * the month (UTC) in which she left, or came where nobody saw her leave.
 *
 * @param voyages in the order of time
 * @param months from the first with a voyage to the last, those between without one included
 * @param all over the whole time
 */
public record VoyageStatistics(List<Sailed> voyages, List<Month> months, Summary all) {

  public VoyageStatistics {
    voyages = List.copyOf(voyages);
    months = List.copyOf(months);
  }

  /** A month, UTC. */
  public record Month(YearMonth month, Summary summary) {}

  /**
   * Voyages together.
   *
   * @param voyages how many there are
   * @param hours from port to port
   * @param passengers declared
   * @param declaredKilograms cargo declared
   * @param weighedKilograms cargo weighed
   * @param measuredKilograms cargo by draught
   */
  public record Summary(
      int voyages,
      Figure hours,
      Figure passengers,
      Figure declaredKilograms,
      Figure weighedKilograms,
      Figure measuredKilograms) {

    static Summary of(List<Sailed> voyages) {
      return new Summary(
          voyages.size(),
          Figure.of(voyages, one -> one.passage().hours()),
          Figure.of(voyages, VoyageStatistics::passengers),
          Figure.of(voyages, Sailed::declaredKilograms),
          Figure.of(voyages, Sailed::weighedKilograms),
          Figure.of(voyages, Sailed::measuredKilograms));
    }
  }

  /**
   * Adds up.
   *
   * @param passages of the vessel, in the order of time
   * @param papers by the number of the voyage
   * @param from begin
   * @param to end, not in it
   */
  public static VoyageStatistics of(
      List<Passage> passages, Map<String, Papers> papers, Instant from, Instant to) {
    List<Sailed> voyages = new ArrayList<>();
    for (Passage passage : passages) {
      if (!passage.begin().isBefore(from) && passage.begin().isBefore(to)) {
        Papers hers =
            passage
                .voyage()
                .map(number -> papers.getOrDefault(number, Papers.NONE))
                .orElse(Papers.NONE);
        voyages.add(Sailed.of(passage, hers));
      }
    }
    return new VoyageStatistics(voyages, months(voyages), Summary.of(voyages));
  }

  private static List<Month> months(List<Sailed> voyages) {
    List<Month> months = new ArrayList<>();
    if (voyages.isEmpty()) {
      return months;
    }
    YearMonth last = month(voyages.get(voyages.size() - 1));
    for (YearMonth at = month(voyages.get(0)); !at.isAfter(last); at = at.plusMonths(1)) {
      YearMonth month = at;
      months.add(
          new Month(
              month,
              Summary.of(voyages.stream().filter(one -> month(one).equals(month)).toList())));
    }
    return months;
  }

  private static YearMonth month(Sailed voyage) {
    return YearMonth.from(voyage.passage().begin().atZone(ZoneOffset.UTC));
  }

  private static OptionalDouble passengers(Sailed voyage) {
    return voyage.passengers().isPresent()
        ? OptionalDouble.of(voyage.passengers().getAsInt())
        : OptionalDouble.empty();
  }
}
