package org.plimsoll.vessel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** A page of the file is overwritten: the ship starts, and what stood elsewhere is still there. */
@Tag("slow")
class DamagedPagesTest {

  private static final int PAGE_BYTES = 4096;
  private static final int GROUPS = 60;
  private static final int SAMPLES = 400;

  @TempDir Path temporary;
  private final ManualTime time = new ManualTime();
  private final List<Row> given = new ArrayList<>();
  private Path original;
  private StreamId stream;

  @BeforeEach
  void fill() throws Exception {
    original = temporary.resolve("original");
    SplittableRandom random = new SplittableRandom(7);
    try (Outbox outbox = open(original)) {
      stream = outbox.stream();
      outbox.channelId(new ChannelKey("hull.trim", "draught"), Quantities.TRIM);
      for (int group = 1; group <= GROUPS; group++) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
          long millis = 1_000_000_000_000L + (group * SAMPLES + i) * 100L;
          samples.add(
              new Sample(0, millis, Quality.GOOD, OptionalLong.of(random.nextLong(1L << 40))));
        }
        outbox.append(new CommitGroup(1, samples, Map.of("group", Integer.toString(group))));
        given.add(new Row(group, 1, samples));
        if (group % 5 == 0 && group <= 50) {
          outbox.seal();
        }
      }
    }
  }

  @Test
  void noPageKeepsTheShipFromStarting() throws Exception {
    long pages = Files.size(original.resolve("outbox.db")) / PAGE_BYTES;
    assertThat(pages).isGreaterThan(20);
    int whole = 0;
    int same = 0;
    for (int page = 0; page < pages; page++) {
      try (Outbox outbox = open(damage(page))) {
        whole += survives(outbox, page);
        same += outbox.stream().equals(stream) ? 1 : 0;
      }
    }
    assertThat(same)
        .as("pages whose loss costs no stream, of %d", pages)
        .isGreaterThan((int) pages - 6);
    assertThat(whole).as("rows that are still there").isGreaterThan((int) (same * GROUPS * 0.8));
  }

  /** Returns how many rows of the old stream are still there; the outbox must go on. */
  private int survives(Outbox outbox, int page) throws OutboxFailure {
    int whole = 0;
    IntervalSet accounted = new IntervalSet();
    for (Range range : pending(outbox)) {
      for (Entry entry : entries(outbox, range)) {
        accounted.add(new Range(entry.first(), entry.last()));
        if (entry instanceof Row row) {
          assertThat(row).as("page %d", page).isEqualTo(given.get((int) row.sequence() - 1));
          whole++;
        } else {
          assertThat(((Gap) entry).reason()).isEqualTo(GapReason.DAMAGED);
        }
      }
    }
    OutboxCounts counts = outbox.counts();
    assertThat(counts.acknowledged() + counts.gapRecorded() + counts.pending())
        .isEqualTo(counts.accepted());
    boolean same = outbox.stream().equals(stream);
    if (same) {
      assertThat(counts.lastSequence()).as("page %d", page).isPositive();
      assertThat(accounted.ranges())
          .as("page %d", page)
          .containsExactly(new Range(1, counts.lastSequence()));
    }
    outbox.channelId(new ChannelKey("hull.trim", "draught"), Quantities.TRIM);
    assertThat(outbox.append(CommitGroup.of(1, given.get(0).samples())))
        .isEqualTo(counts.lastSequence() + 1);
    return whole;
  }

  /** What is damaged may show only when it is read; the call after that one finds it mended. */
  private static List<Range> pending(Outbox outbox) throws OutboxFailure {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        while (outbox.counts().unsealedRows() > 0) {
          outbox.seal();
        }
        for (Range range : outbox.pending(PendingOrder.OLDEST_FIRST, 1_000)) {
          outbox.load(range.first());
        }
        return outbox.pending(PendingOrder.OLDEST_FIRST, 1_000);
      } catch (OutboxFailure damaged) {
        assertThat(damaged).hasMessageContaining("SQLITE_CORRUPT");
      }
    }
    while (outbox.counts().unsealedRows() > 0) {
      outbox.seal();
    }
    return outbox.pending(PendingOrder.OLDEST_FIRST, 1_000);
  }

  private static List<Entry> entries(Outbox outbox, Range range) throws OutboxFailure {
    byte[] body = outbox.load(range.first()).orElseThrow().body();
    return ((BlockResult.Good) new BlockCodec().decode(body)).block().entries();
  }

  private Path damage(int page) throws IOException {
    Path copy = Files.createDirectories(temporary.resolve("page" + page));
    Files.copy(original.resolve("outbox.db"), copy.resolve("outbox.db"));
    byte[] garbage = new byte[PAGE_BYTES];
    new SplittableRandom(page).nextBytes(garbage);
    try (RandomAccessFile file = new RandomAccessFile(copy.resolve("outbox.db").toFile(), "rw")) {
      file.seek((long) page * PAGE_BYTES);
      file.write(garbage);
    }
    return copy;
  }

  private Outbox open(Path directory) throws OutboxFailure {
    return SqliteOutbox.open(
        directory,
        OutboxContract.ROOMY,
        DataOrigin.SIMULATED,
        time,
        new SplittableRandom(directory.hashCode()));
  }
}
