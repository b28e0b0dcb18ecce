package org.plimsoll.vessel.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.ManualTime;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.plimsoll.vessel.outbox.StoredBlocks;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** Charts out of a real outbox on disk, in virtual time. */
class StoredHistoryTest {

  private static final String MEAN = Quantities.DRAUGHT_MEAN.path();
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path directory;
  private final ManualTime time = new ManualTime();
  private Outbox outbox;
  private StoredHistory history;

  @BeforeEach
  void open() throws OutboxFailure {
    outbox =
        SqliteOutbox.open(
            directory,
            OutboxConfig.defaults(),
            DataOrigin.SIMULATED,
            time,
            new SplittableRandom(1));
    history = new StoredHistory(new StoredBlocks(directory), outbox::channels);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void eachSpanHasItsLeastAndItsGreatestValueInTheOrderOfTime() throws OutboxFailure {
    long start = time.millis();
    for (int second = 0; second < 600; second++) {
      say(MEAN_CHANNEL, second % 60 == 40 ? 7.0 : second % 60 == 20 ? 3.0 : 5.0);
      outbox.seal();
    }
    History read = history.read(query(start, time.millis(), 20, MEAN));
    assertThat(read.isWhole()).isTrue();
    assertThat(read.stepMillis()).isEqualTo(60_000);
    List<History.At> points = read.series().get(0).points();
    assertThat(points).hasSize(20);
    assertThat(points.get(0)).isEqualTo(at(start + 20_000, 3.0));
    assertThat(points.get(1)).isEqualTo(at(start + 40_000, 7.0));
    assertThat(points.get(19)).isEqualTo(at(start + 9 * 60_000 + 40_000, 7.0));
  }

  @Test
  void readsBothWhatIsSealedAndWhatIsNot() throws OutboxFailure {
    long start = time.millis();
    say(MEAN_CHANNEL, 5.0);
    outbox.seal();
    outbox.acknowledge(List.of(new Range(1, 1)));
    time.pass(Duration.ofMinutes(1));
    say(MEAN_CHANNEL, 5.1);
    outbox.seal();
    time.pass(Duration.ofMinutes(1));
    say(MEAN_CHANNEL, 5.2);
    assertThat(values(history.read(query(start, time.millis(), 1000, MEAN))))
        .containsExactly(5.0, 5.1, 5.2);
  }

  @Test
  void whatLiesBeforeTheSpanIsNeitherShownNorDecoded() throws OutboxFailure {
    say(MEAN_CHANNEL, 4.0);
    outbox.seal();
    time.pass(HOUR.multipliedBy(20));
    say(MEAN_CHANNEL, 5.0);
    outbox.seal();
    time.pass(HOUR);
    say(MEAN_CHANNEL, 6.0);
    outbox.seal();
    long now = time.millis();
    List<Long> shown = new ArrayList<>();
    new StoredBlocks(directory).visit(now - HOUR.toMillis() / 2, block -> shown.add(block.first()));
    assertThat(shown).as("the newest, and the first that is too old").containsExactly(3L, 2L);
    assertThat(values(history.read(query(now - HOUR.toMillis() / 2, now, 1000, MEAN))))
        .containsExactly(6.0);
  }

  @Test
  void blocksThatWereJoinedAreShownWhole() throws OutboxFailure {
    long start = time.millis();
    for (int i = 0; i < 50; i++) {
      say(MEAN_CHANNEL, 5.0 + i / 100.0);
      outbox.seal();
    }
    while (outbox.repack()) {
      time.pass(Duration.ofSeconds(1));
    }
    History read = history.read(query(start, start + 60_000, 2000, MEAN));
    assertThat(values(read)).hasSize(50).startsWith(5.0).endsWith(5.49);
  }

  @Test
  void unusableReadingsAreABreakAndNoZero() throws OutboxFailure {
    long start = time.millis();
    say(MEAN_CHANNEL, 5.0);
    time.pass(HOUR.dividedBy(4));
    append(new Sample(id(MEAN_CHANNEL), time.millis(), Quality.INVALID, OptionalLong.empty()));
    time.pass(HOUR.dividedBy(4));
    append(new Sample(id(MEAN_CHANNEL), time.millis(), Quality.STALE, OptionalLong.of(5000)));
    List<History.At> points =
        history.read(query(start, time.millis() + 1, 1000, MEAN)).series().get(0).points();
    assertThat(points)
        .extracting(History.At::value)
        .containsExactly(OptionalDouble.of(5.0), OptionalDouble.empty(), OptionalDouble.empty());
  }

  @Test
  void ofTwoSourcesTheOneWithMoreReadingsIsShown() throws OutboxFailure {
    long start = time.millis();
    ChannelKey other = new ChannelKey(MEAN, "by-hand");
    say(other, 9.0);
    say(MEAN_CHANNEL, 5.0);
    say(MEAN_CHANNEL, 5.0);
    History read = history.read(query(start, time.millis(), 1000, MEAN, "hull.trim"));
    assertThat(read.series()).as("trim was never measured").hasSize(1);
    assertThat(read.series().get(0).channel().source()).isEqualTo("survey");
  }

  @Test
  void aSpanWithTooManyReadingsIsCutOffAndSaysSo() throws OutboxFailure {
    long start = time.millis();
    for (int i = 0; i < 20; i++) {
      say(MEAN_CHANNEL, 5.0);
      outbox.seal();
    }
    StoredHistory bounded = new StoredHistory(new StoredBlocks(directory), outbox::channels, 5);
    History read = bounded.read(query(start, time.millis(), 1000, MEAN));
    assertThat(read.isWhole()).isFalse();
    assertThat(values(read)).hasSize(5);
  }

  @Test
  void theOutboxGoesOnWhileSomebodyLooks() throws OutboxFailure {
    say(MEAN_CHANNEL, 5.0);
    outbox.seal();
    say(MEAN_CHANNEL, 5.0);
    outbox.seal();
    List<Long> appended = new ArrayList<>();
    new StoredBlocks(directory)
        .visit(
            0,
            block -> {
              try {
                appended.add(outbox.append(group(MEAN_CHANNEL, 6.0)));
                return outbox.seal();
              } catch (OutboxFailure e) {
                throw new AssertionError("the reader is in the way", e);
              }
            });
    assertThat(appended).containsExactly(3L, 4L);
  }

  private static final ChannelKey MEAN_CHANNEL = new ChannelKey(MEAN, "survey");

  private void say(ChannelKey key, double value) throws OutboxFailure {
    outbox.append(group(key, value));
    time.pass(Duration.ofSeconds(1));
  }

  private CommitGroup group(ChannelKey key, double value) throws OutboxFailure {
    long steps = Math.round(value / Quantities.DRAUGHT_MEAN.resolution());
    return new CommitGroup(
        1,
        List.of(new Sample(id(key), time.millis(), Quality.GOOD, OptionalLong.of(steps))),
        Map.of());
  }

  private void append(Sample sample) throws OutboxFailure {
    outbox.append(new CommitGroup(1, List.of(sample), Map.of()));
  }

  private int id(ChannelKey key) throws OutboxFailure {
    Quantity quantity = Quantities.DRAUGHT_MEAN;
    return outbox.channelId(key, quantity);
  }

  private static HistoryQuery query(long from, long to, int points, String... paths) {
    return new HistoryQuery(List.of(paths), from, to, points);
  }

  private static List<Double> values(History history) {
    return history.series().get(0).points().stream()
        .map(History.At::value)
        .map(OptionalDouble::getAsDouble)
        .toList();
  }

  private static History.At at(long millis, double value) {
    return new History.At(millis, OptionalDouble.of(value));
  }

  @Test
  void aTimeIsInOneSpanOnly() {
    long from = Instant.parse("2026-05-01T00:00:00Z").toEpochMilli();
    HistoryQuery day = query(from, from + 24 * 3_600_000L, 1000, MEAN);
    assertThat(day.bucket(from - 1)).isEqualTo(-1);
    assertThat(day.bucket(from)).isZero();
    assertThat(day.bucket(from + day.stepMillis() - 1)).isZero();
    assertThat(day.bucket(from + day.stepMillis())).isEqualTo(1);
    assertThat(day.bucket(from + 24 * 3_600_000L)).isEqualTo(499);
    assertThat(day.bucket(from + 24 * 3_600_000L + 1)).isEqualTo(-1);
  }
}
