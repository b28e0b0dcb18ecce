package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.budget.Budget;
import org.plimsoll.vessel.budget.Forecast;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

class MinuteDigestTest {

  private final ShipUnderTest ship = new ShipUnderTest();

  private static Spending at(Level level) {
    return new Spending(
        level,
        Forecast.NOTHING,
        Forecast.NOTHING,
        new Budget(OptionalLong.of(1_000_000), OptionalLong.empty(), Optional.empty()),
        false,
        Optional.empty(),
        "");
  }

  /** The values, in steps, of one minute. */
  private void minute(Quantity quantity, double... values) {
    for (double value : values) {
      ship.hear("gps", "gps.X", Reading.good(quantity, value));
      ship.pass(Duration.ofSeconds(1));
      ship.second();
    }
    for (int second = values.length; second < 60; second++) {
      ship.pass(Duration.ofSeconds(1));
      ship.second();
    }
  }

  private List<Long> steps(String path) {
    return ship.outbox.samples(path).stream()
        .map(Sample::value)
        .map(OptionalLong::orElseThrow)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "navigation.speedOverGround,     5.0,   5.5,    6.6,     5700, 5000, 6600",
        "navigation.speedOverGround,     5.0,   5.0,    5.0,     5000, -,    -",
        // 359, 1 and 3 degrees: 1 in the middle, from 359 to 3
        "navigation.courseOverGroundTrue, 6.2657, 0.0175, 0.0524, 175, 62657, 524",
        // 1, 359 and 357 degrees
        "navigation.courseOverGroundTrue, 0.0175, 6.2657, 6.2308, 62657, 62308, 175",
        "navigation.position.longitude, 179.9, -179.9, -179.7, -1799000000, 1799000000, -1797000000",
        "navigation.position.latitude,  10, 20, 60, 300000000, 100000000, 600000000",
      })
  void meanLeastAndMost(
      String path, double one, double two, double three, long mean, Long least, Long most) {
    ship.spending = at(Level.STATISTICS);
    ship.second();
    minute(Quantities.of(path).orElseThrow());
    minute(Quantities.of(path).orElseThrow(), one, two, three);
    minute(Quantities.of(path).orElseThrow());
    assertThat(steps(path + ".minuteMean")).containsExactly(mean);
    assertThat(steps(path + ".minuteMin")).isEqualTo(least == null ? List.of() : List.of(least));
    assertThat(steps(path + ".minuteMax")).isEqualTo(most == null ? List.of() : List.of(most));
  }

  @Test
  void areCommitGroupsOfTheirOwnAndOnlyWhileTheyAreWanted() {
    ship.run(130);
    assertThat(digests()).isEmpty();
    ship.spending = at(Level.STATISTICS);
    ship.run(300);
    List<CommitGroup> digests = digests();
    assertThat(digests).hasSize(4);
    assertThat(digests)
        .allSatisfy(
            group ->
                assertThat(group.samples())
                    .allMatch(sample -> path(sample).contains(".minute"))
                    .noneMatch(sample -> path(sample).startsWith("gateway.")));
    ship.spending = at(Level.THIN);
    ship.run(180);
    assertThat(digests()).as("the minute that had begun").hasSize(5);
    assertThat(ship.latest.counts().given()).isEqualTo(ship.outbox.accepted());
  }

  @Test
  void aMinuteOfTwoEpochsIsLeftOut() {
    ship.spending = at(Level.STATISTICS);
    ship.run(90);
    ship.osTime = ship.osTime.minus(Duration.ofHours(1));
    ship.run(60);
    assertThat(digests()).isEmpty();
    ship.run(60);
    assertThat(digests()).hasSize(1);
  }

  @Test
  void whatIsNotUsableCountsForNothing() {
    ship.spending = at(Level.STATISTICS);
    ship.second();
    minute(Quantities.SPEED_OVER_GROUND);
    ship.hear("gps", "gps.X", Reading.invalid(Quantities.SPEED_OVER_GROUND));
    minute(Quantities.SPEED_OVER_GROUND, 4);
    minute(Quantities.SPEED_OVER_GROUND);
    assertThat(steps("navigation.speedOverGround.minuteMean")).containsExactly(4000L);
    assertThat(ship.outbox.samples("navigation.speedOverGround.minuteMean").get(0).quality())
        .isEqualTo(Quality.GOOD);
    assertThat(ship.osTime).isAfter(Instant.EPOCH);
  }

  private List<CommitGroup> digests() {
    return ship.outbox.groups.stream()
        .filter(
            group -> group.samples().stream().anyMatch(sample -> path(sample).contains(".minute")))
        .toList();
  }

  private String path(Sample sample) {
    return ship.outbox.channels().channels().get(sample.channel()).path();
  }
}
