package org.plimsoll.shore.port.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.DataOrigin;

/** Which arrivals and departures are one voyage. */
class PassageTest {

  private static final Instant START = Instant.parse("2026-01-15T00:00:00Z");

  /**
   * Movements as {@code hour sign port [voyage] [origin]}, + for an arrival; passages as {@code
   * voyage:from>to hours}.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          both calls name it                | 0 - A 12; 8 + B 12                        | 12:A>B 8.0
          whatever order it was told in     | 8 + B 12; 0 - A 12                        | 12:A>B 8.0
          nobody names it                   | 0 - A; 7 + B                              | -:A>B 7.0
          the departure alone is named      | 0 - A 12; 7 + B                           | 12:A>B 7.0
          the arrival alone is named        | 0 - A; 7 + B 12                           | 12:A>B 7.0
          and back                          | 0 - A 1; 8 + B 1; 20 - B 2; 29 + A 2      | 1:A>B 8.0, 2:B>A 9.0
          one port alone has a book         | 0 - A 1; 30 + A 2                         | 1:A>? -, 2:?>A -
          and no numbers                    | 0 - A; 30 + A                             | -:A>? -, -:?>A -
          a round trip by its own number    | 0 - A 7; 5 + A 7                          | 7:A>A 5.0
          two numbers are two voyages       | 0 - A 1; 8 + B 2                          | 1:A>? -, 2:?>B -
          under way                         | 0 - A 12                                  | 12:A>? -
          an arrival that nobody saw        | 0 - A 1; 20 - B 2; 28 + A 2               | 1:A>? -, 2:B>A 8.0
          a call on the way                 | 0 - A 5; 4 + B 5; 6 - B 5; 10 + C 5       | 5:A>C 10.0
          a call on the way, beginning lost | 4 + B 5; 6 - B 5; 10 + C 5                | 5:?>C -
          a call on the way, under way      | 0 - A 5; 4 + B 5; 6 - B 5                 | 5:A>B 4.0
          a number used again a year later  | 0 - A 1; 8 + B 1; 8760 - A 1; 8768 + B 1  | 1:A>B 8.0, 1:A>B 8.0
          laid up for a summer              | 0 - A; 2000 + B                           | -:A>? -, -:?>B -
          she came before she left          | 0 + B 3; 2 - A 3                          | 3:A>B -
          no time at all                    | 1 - A 4; 1 + B 4                          | 4:A>B -
          """)
  void endsFindEachOther(String name, String movements, String passages) {
    List<Movement> told = Arrays.stream(movements.split(";")).map(PassageTest::movement).toList();
    assertThat(Passage.of(told).stream().map(PassageTest::words).collect(Collectors.joining(", ")))
        .isEqualTo(passages);
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, LIVE, LIVE",
    "LIVE, SIMULATED, SIMULATED",
    "REPLAYED, LIVE, REPLAYED",
    ", SIMULATED, SIMULATED",
    "LIVE, , LIVE",
    ", , "
  })
  void whatWasSeenInSimulatedDataStaysMarked(
      DataOrigin departure, DataOrigin arrival, DataOrigin expected) {
    Passage passage =
        Passage.of(
                List.of(
                    new Movement(false, "A", Optional.empty(), START, optional(departure)),
                    new Movement(
                        true, "B", Optional.empty(), START.plusSeconds(9), optional(arrival))))
            .get(0);
    assertThat(passage.origin()).isEqualTo(optional(expected));
  }

  private static Optional<DataOrigin> optional(DataOrigin origin) {
    return Optional.ofNullable(origin);
  }

  static Movement movement(String text) {
    String[] words = text.strip().split(" ");
    return new Movement(
        words[1].equals("+"),
        words[2],
        words.length > 3 ? Optional.of(words[3]) : Optional.empty(),
        START.plusSeconds(3_600L * Integer.parseInt(words[0])),
        Optional.empty());
  }

  private static String words(Passage passage) {
    return passage.voyage().orElse("-")
        + ":"
        + passage.from().orElse("?")
        + ">"
        + passage.to().orElse("?")
        + " "
        + (passage.hours().isPresent() ? passage.hours().getAsDouble() : "-");
  }
}
