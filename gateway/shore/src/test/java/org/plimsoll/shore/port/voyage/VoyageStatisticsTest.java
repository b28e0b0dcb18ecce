package org.plimsoll.shore.port.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is added up, and what is not because it is not known. */
class VoyageStatisticsTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-06-01T00:00:00Z");

  /** Manifest as units, declared units and mass, weighed units and mass; - is what nobody said. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing at all            | - | 0 0 0 0 0      | -    | -    | passengers not known; declared cargo not known; weighed cargo not known; measured cargo not known
          a whole manifest          | - | 2 2 50 2 52    | 50   | 52   | passengers not known; measured cargo not known
          half of it weighed        | - | 2 2 50 1 20    | 50   | -    | passengers not known; 1 of 2 units weighed; measured cargo not known
          some of it declared       | - | 3 2 50 0 0     | -    | -    | passengers not known; 2 of 3 units declared; weighed cargo not known; measured cargo not known
          the declaration goes before | 70 | 3 2 50 3 60 | 70   | 60   | passengers not known; measured cargo not known
          """)
  void aSumOfSomeUnitsIsNoFigure(
      String name, String said, String manifest, String declared, String weighed, String remarks) {
    Sailed sailed =
        Sailed.of(passages("0 - A 1; 8 + B 1").get(0), papers(OptionalInt.empty(), said, manifest));
    assertThat(sailed.declaredKilograms()).isEqualTo(number(declared));
    assertThat(sailed.weighedKilograms()).isEqualTo(number(weighed));
    assertThat(sailed.measuredKilograms()).isEmpty();
    assertThat(String.join("; ", sailed.remarks())).isEqualTo(remarks);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          measured and sound      | 900 |                             | 900 |
          measured and doubtful   | 900 | a draught record is DEGRADED | 900 | measured cargo doubtful: a draught record is DEGRADED
          could not be measured   | -   | a draught record is STALE    | -   | measured cargo not known: a draught record is STALE
          nobody says why         | -   |                             | -   | measured cargo not known
          """)
  void theDraughtsSayItOrTheRemarksDo(
      String name, String kilograms, String objection, String measured, String remark) {
    Papers papers =
        new Papers(
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(3),
            OptionalDouble.of(1),
            new Papers.Manifest(1, Papers.Sum.NONE, new Papers.Sum(1, 5)),
            Optional.of(
                new Papers.Reconciled(
                    number(kilograms), 18, Optional.ofNullable(objection), "CHECK")));
    Sailed sailed = Sailed.of(passages("0 - A 1; 8 + B 1").get(0), papers);
    assertThat(sailed.measuredKilograms()).isEqualTo(number(measured));
    assertThat(sailed.measuredU95Kilograms().isPresent()).isEqualTo(!measured.equals("-"));
    assertThat(sailed.remarks()).containsExactlyElementsOf(Stream.ofNullable(remark).toList());
  }

  @Test
  void monthsAreOfTheDepartureAndTheEmptyOneIsThere() {
    // 2026-01-15 and so many hours: 31 January 23:00, 1 February 00:00, 1 April.
    VoyageStatistics statistics =
        statistics("407 - A 1; 415 + B 1; 408 - B 2; 416 + A 2; 1824 + B 3");
    assertThat(statistics.months())
        .extracting(month -> month.month() + " " + month.summary().voyages())
        .containsExactly("2026-01 1", "2026-02 1", "2026-03 0", "2026-04 1");
    VoyageStatistics.Summary march = statistics.months().get(2).summary();
    assertThat(march.hours().mean()).as("no voyage has no mean, and not 0").isEmpty();
    assertThat(statistics.voyages().get(2).remarks()).contains("departure not seen");
  }

  @Test
  void aMeanIsOfThoseThatAreKnown() {
    Map<String, Papers> papers =
        Map.of(
            "1", papers(OptionalInt.of(100), "-", "2 0 0 2 800"),
            "2", papers(OptionalInt.of(200), "-", "2 0 0 1 800"),
            "3", papers(OptionalInt.empty(), "-", "0 0 0 0 0"));
    VoyageStatistics.Summary all =
        VoyageStatistics.of(
                passages("0 - A 1; 8 + B 1; 20 - B 2; 29 + A 2; 40 - A 3"), papers, FROM, TO)
            .all();
    assertThat(all.voyages()).isEqualTo(3);
    assertThat(all.passengers()).isEqualTo(figure(2, 150, 100, 200));
    assertThat(all.hours()).isEqualTo(figure(2, 8.5, 8, 9));
    assertThat(all.weighedKilograms()).isEqualTo(figure(1, 800, 800, 800));
    assertThat(all.measuredKilograms().voyages()).isZero();
    assertThat(all.measuredKilograms().most()).isEmpty();
  }

  @Test
  void thePapersNameThePortsThatNobodySaw() {
    Papers papers =
        new Papers(
            Optional.of("X"),
            Optional.of("Y"),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Papers.Manifest.NONE,
            Optional.empty());
    Sailed sailed =
        VoyageStatistics.of(passages("0 - A 1"), Map.of("1", papers), FROM, TO).voyages().get(0);
    assertThat(sailed.from()).as("what was seen goes before the papers").contains("A");
    assertThat(sailed.to()).contains("Y");
    assertThat(sailed.remarks()).contains("arrival not seen");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T00:00:00Z, 2026-01-15T00:00:01Z, 1",
    "2026-01-15T00:00:01Z, 2026-02-01T00:00:00Z, 0",
    "2026-01-01T00:00:00Z, 2026-01-15T00:00:00Z, 0"
  })
  void theBeginIsInItAndTheEndIsNot(Instant from, Instant to, int voyages) {
    assertThat(VoyageStatistics.of(passages("0 - A 1; 8 + B 1"), Map.of(), from, to).voyages())
        .hasSize(voyages);
  }

  @Test
  void noVoyagesAreNoMonths() {
    VoyageStatistics none = VoyageStatistics.of(List.of(), Map.of(), FROM, TO);
    assertThat(none.months()).isEmpty();
    assertThat(none.all().voyages()).isZero();
  }

  private static VoyageStatistics statistics(String movements) {
    return VoyageStatistics.of(passages(movements), Map.of(), FROM, TO);
  }

  private static List<Passage> passages(String movements) {
    return Passage.of(Stream.of(movements.split(";")).map(PassageTest::movement).toList());
  }

  private static Papers papers(OptionalInt passengers, String declared, String manifest) {
    int[] of = Stream.of(manifest.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Papers(
        Optional.empty(),
        Optional.empty(),
        passengers,
        number(declared),
        new Papers.Manifest(of[0], new Papers.Sum(of[1], of[2]), new Papers.Sum(of[3], of[4])),
        Optional.empty());
  }

  private static Figure figure(int voyages, double mean, double least, double most) {
    return new Figure(
        voyages, OptionalDouble.of(mean), OptionalDouble.of(least), OptionalDouble.of(most));
  }

  private static OptionalDouble number(String text) {
    return text.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
