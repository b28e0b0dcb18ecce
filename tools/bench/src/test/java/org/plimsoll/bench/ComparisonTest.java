package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.bench.Ashore.Place;
import org.plimsoll.bench.Ashore.Stored;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** An outbox of forty rows of two readings against stores that lack something. */
class ComparisonTest {

  private static final String PATH = Quantities.DEPTH_BELOW_TRANSDUCER.path();
  private static final int ROWS = 40;
  private static final int STRETCH = 10;

  @TempDir Path directory;

  private final List<List<Stored>> store = new ArrayList<>();
  private long askedFor;
  private OutboxFile aboard;

  /** A store that holds all that the outbox holds. */
  @BeforeEach
  void fill() throws Exception {
    try (Outbox outbox =
        SqliteOutbox.open(
            directory,
            OutboxConfig.defaults(),
            DataOrigin.SIMULATED,
            InstantSource.fixed(Instant.parse("2026-11-21T17:45:00Z")),
            new SplittableRandom(1))) {
      int channel =
          outbox.channelId(new ChannelKey(PATH, "gps"), Quantities.DEPTH_BELOW_TRANSDUCER);
      for (int row = 0; row < ROWS; row++) {
        List<Sample> samples = new ArrayList<>();
        List<Stored> stored = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          long time = 1_000L * row + 100 * i;
          samples.add(new Sample(channel, time, Quality.GOOD, OptionalLong.of(500 + row)));
          stored.add(
              new Stored(new Place(PATH, "gps", 1, time), OptionalDouble.of((500 + row) * 0.01)));
        }
        outbox.append(CommitGroup.of(1, samples));
        store.add(stored);
        if (row % 7 == 0) {
          outbox.seal();
        }
      }
    }
    aboard = OutboxFile.read(directory);
  }

  @Test
  void findsEqualsInStretches() throws Exception {
    assertThat(compare()).isEqualTo(new Comparison(2 * ROWS, 0, 0, 0, 0));
    assertThat(compare().isComplete()).isTrue();
    assertThat(askedFor).as("most rows asked for at once").isEqualTo(STRETCH / 2);
  }

  @ParameterizedTest
  @CsvSource({"0", "4", "5", "39"})
  void findsWhatIsMissing(int row) throws Exception {
    store.get(row).remove(1);
    assertThat(compare()).isEqualTo(new Comparison(2 * ROWS - 1, 1, 0, 0, 0));
  }

  @Test
  void aReadingUnderAnotherNumberIsMissingThere() throws Exception {
    store.get(30).add(store.get(3).remove(0));
    assertThat(compare()).isEqualTo(new Comparison(2 * ROWS - 1, 1, 1, 0, 0));
  }

  @Test
  void findsWhatNobodyAccepted() throws Exception {
    store.get(12).add(new Stored(new Place(PATH, "gyro", 1, 0), OptionalDouble.of(1)));
    assertThat(compare()).isEqualTo(new Comparison(2 * ROWS, 0, 1, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"5.31", "5.3001", ","})
  void findsWhatIsAltered(Double value) throws Exception {
    Stored good = store.get(30).remove(0);
    store
        .get(30)
        .add(
            new Stored(
                good.place(), value == null ? OptionalDouble.empty() : OptionalDouble.of(value)));
    assertThat(compare()).isEqualTo(new Comparison(2 * ROWS - 1, 0, 0, 1, 0));
  }

  @Test
  void findsWhatIsAcceptedTwice() throws Exception {
    try (Outbox outbox =
        SqliteOutbox.open(
            directory,
            OutboxConfig.defaults(),
            DataOrigin.SIMULATED,
            InstantSource.system(),
            new SplittableRandom(2))) {
      outbox.append(
          CommitGroup.of(
              1, List.of(new Sample(0, 1_000L * (ROWS - 1), Quality.GOOD, OptionalLong.of(539)))));
    }
    aboard = OutboxFile.read(directory);
    store.add(List.of());
    Comparison comparison = compare();
    assertThat(comparison.repeated()).isOne();
    assertThat(comparison.isComplete()).isFalse();
  }

  private Comparison compare() throws Exception {
    long rows = store.stream().mapToLong(List::size).sum();
    return Comparison.of(
        aboard,
        stretch -> {
          askedFor = Math.max(askedFor, stretch.last() - stretch.first() + 1);
          List<Stored> of =
              store.subList((int) stretch.first() - 1, (int) stretch.last()).stream()
                  .flatMap(List::stream)
                  .toList();
          assertThat(of)
              .as("times of the stretch")
              .allMatch(row -> row.place().timeMillis() <= stretch.toMillis());
          return of;
        },
        rows,
        STRETCH);
  }
}
