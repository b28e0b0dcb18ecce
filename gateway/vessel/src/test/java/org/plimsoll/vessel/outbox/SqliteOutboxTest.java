package org.plimsoll.vessel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quantities;

class SqliteOutboxTest extends OutboxContract {

  @TempDir Path temporary;
  private final SplittableRandom random = new SplittableRandom(1);
  private int directories;
  private Path directory;
  private @Nullable SqliteDisk disk;

  @Override
  Outbox open(OutboxConfig config) throws OutboxFailure {
    directory = temporary.resolve("outbox" + directories++);
    return openAt(directory, config, DataOrigin.SIMULATED);
  }

  private Outbox openAt(Path at, OutboxConfig config, DataOrigin origin) throws OutboxFailure {
    SqliteDisk opened = SqliteDisk.of(at, time, random);
    Outbox found = StoredOutbox.open(opened, config, origin, time);
    disk = at.equals(directory) ? opened : disk;
    return found;
  }

  private void reopen() throws OutboxFailure {
    outbox.close();
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
  }

  @Test
  void everythingIsThereAfterARestart() throws OutboxFailure {
    append(2);
    append(3);
    outbox.seal();
    outbox.acknowledge(List.of(new Range(1, 2)));
    append(4);
    outbox.seal();
    append(5);
    outbox.append(new CommitGroup(1, List.of(), Map.of("tally", "12")));
    StreamId stream = outbox.stream();
    OutboxCounts counts = outbox.counts();
    reopen();
    assertThat(outbox.stream()).isEqualTo(stream);
    assertThat(outbox.counts()).isEqualTo(counts);
    assertThat(outbox.memory()).isEqualTo(Map.of("tally", "12"));
    assertThat(outbox.channels().channels()).hasSize(1);
    assertThat(append(1)).isEqualTo(5);
  }

  @Test
  void numbersGoOnEvenWhenNothingIsLeft() throws OutboxFailure {
    append(2);
    outbox.seal();
    outbox.acknowledge(List.of(new Range(1, 1)));
    time.pass(Duration.ofDays(31));
    outbox.seal();
    reopen();
    assertThat(outbox.counts().accepted()).isEqualTo(2);
    assertThat(append(1)).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetCostsNothing() throws OutboxFailure {
    append(2);
    outbox.seal();
    time.pass(Duration.ofDays(365 * 20));
    outbox.seal();
    append(1);
    outbox.seal();
    assertThat(outbox.counts().gapRecorded()).as("twenty years at once").isZero();
    reopen();
    time.pass(Duration.ofDays(-365 * 56));
    append(1);
    outbox.seal();
    outbox.acknowledge(List.of(new Range(1, 1)));
    time.pass(Duration.ofDays(365 * 40));
    outbox.seal();
    assertThat(outbox.counts().gapRecorded()).isZero();
    assertThat(outbox.requeue(List.of(new Range(1, 1)))).as("still retained").isOne();
  }

  @Test
  void aSecondProcessIsToldWhichDirectoryIsTaken() {
    assertThatThrownBy(() -> openAt(directory, ROOMY, DataOrigin.LIVE))
        .isInstanceOf(OutboxFailure.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("in use");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> openAt(file.resolve("below"), ROOMY, DataOrigin.LIVE))
        .isInstanceOf(OutboxFailure.class)
        .hasMessageContaining("file/below");
  }

  @Test
  void readingsKeepTheOriginOfTheirRun() throws OutboxFailure {
    append(1);
    outbox.close();
    outbox = openAt(directory, ROOMY, DataOrigin.LIVE);
    append(1);
    outbox.seal();
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 9))
        .containsExactly(new Range(1, 1), new Range(2, 2));
    assertThat(decode(1).origin()).isEqualTo(DataOrigin.SIMULATED);
    assertThat(decode(2).origin()).isEqualTo(DataOrigin.LIVE);
  }

  @Test
  void aDamagedRowBecomesAGapAndIsKeptAside() throws OutboxFailure, SQLException {
    append(1);
    append(2);
    append(3);
    outbox.close();
    sql("UPDATE rows SET body = zeroblob(40) WHERE sequence = 2");
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
    outbox.seal();
    Block block = decode(1);
    assertThat(block.entries())
        .containsExactly(
            new Row(1, 1, samples(1, 1)),
            new Gap(2, 2, 2, GapReason.DAMAGED),
            new Row(3, 1, samples(3, 3)));
    assertThat(outbox.counts().gapRecorded()).isEqualTo(2);
    assertThat(outbox.counts().pending()).isEqualTo(4);
    assertThat(outbox.counts().quarantined()).isOne();
    outbox.close();
    assertThat(count("SELECT COUNT(*) FROM quarantine WHERE first = 2 AND length(body) = 40"))
        .isOne();
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
  }

  @Test
  void aRowThatVanishedLeavesAGap() throws OutboxFailure, SQLException {
    append(1);
    append(1);
    append(1);
    outbox.close();
    sql("DELETE FROM rows WHERE sequence = 2");
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
    outbox.seal();
    assertThat(decode(1).entries().get(1)).isEqualTo(new Gap(2, 2, 0, GapReason.DAMAGED));
  }

  @Test
  void aDamagedBlockBecomesAGapAndIsKeptAside() throws OutboxFailure, SQLException {
    append(2);
    append(3);
    outbox.seal();
    append(4);
    outbox.seal();
    outbox.close();
    sql("UPDATE blocks SET body = substr(body, 1, length(body) - 1) || x'00' WHERE first = 1");
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
    assertThat(decode(1).entries()).containsExactly(new Gap(1, 2, 5, GapReason.DAMAGED));
    assertThat(decode(3).readings()).isEqualTo(4);
    assertThat(outbox.counts().gapRecorded()).isEqualTo(5);
    assertThat(outbox.counts().accepted()).isEqualTo(9);
    outbox.close();
    assertThat(count("SELECT COUNT(*) FROM quarantine WHERE first = 1 AND last = 2")).isOne();
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
  }

  /** As after a return to older software: it cannot be read here, and it is whole. */
  @Test
  void aBlockOfALaterVersionIsCarriedAsItIs() throws OutboxFailure, SQLException {
    for (int i = 0; i < 20; i++) {
      append(2);
      outbox.seal();
    }
    byte[] later = outbox.load(7).orElseThrow().body().clone();
    later[3] = 0x20;
    CRC32C crc = new CRC32C();
    crc.update(later, 0, later.length - 4);
    ByteBuffer.wrap(later).putInt(later.length - 4, (int) crc.getValue());
    outbox.close();
    sql("UPDATE blocks SET body = x'" + HexFormat.of().formatHex(later) + "' WHERE first = 7");
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
    repackAll();
    assertThat(outbox.pending(PendingOrder.OLDEST_FIRST, 9))
        .contains(new Range(1, 6), new Range(7, 7));
    assertThat(outbox.load(7).orElseThrow().body()).isEqualTo(later);
    assertThat(outbox.counts().gapRecorded()).isZero();
    assertThat(outbox.counts().pending()).isEqualTo(40);
    assertThat(outbox.acknowledge(List.of(new Range(7, 7)))).isOne();
    assertThat(outbox.counts().acknowledged()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNoDatabaseIsPutAsideAndTheShipStarts() throws OutboxFailure, IOException {
    append(1);
    StreamId before = outbox.stream();
    outbox.close();
    Files.writeString(directory.resolve("outbox.db"), "not a database ".repeat(1000));
    outbox = openAt(directory, ROOMY, DataOrigin.SIMULATED);
    assertThat(outbox.stream()).isNotEqualTo(before);
    assertThat(append(1)).isOne();
    try (var aside = Files.newDirectoryStream(directory, "damaged-*")) {
      assertThat(aside).hasSize(1);
    }
  }

  @Test
  void aStoreOfLaterSoftwareIsLeftAlone() throws SQLException, OutboxFailure {
    outbox.close();
    sql("PRAGMA user_version = 99");
    assertThatThrownBy(() -> openAt(directory, ROOMY, DataOrigin.LIVE))
        .isInstanceOf(OutboxFailure.class)
        .hasMessageContaining("newer software");
    sql("PRAGMA user_version = 1");
    outbox = openAt(directory, ROOMY, DataOrigin.LIVE);
  }

  @Test
  void aFullDiskFailsTheWholeGroupAndNothingElse() throws OutboxFailure, SQLException {
    append(1);
    Objects.requireNonNull(disk).limitPages(1);
    assertThatThrownBy(
            () ->
                outbox.append(
                    new CommitGroup(1, samples(2, 8_000), Map.of("tally", "lost with it"))))
        .isInstanceOf(OutboxFailure.class)
        .hasMessageContaining("full");
    assertThat(outbox.memory()).isEmpty();
    assertThat(outbox.counts().accepted()).isEqualTo(1);
    assertThat(append(3)).as("space again").isEqualTo(2);
    reopen();
    assertThat(outbox.counts().accepted()).isEqualTo(4);
  }

  @Test
  void aFileExchangedUnderTheProcessIsNotWrittenTo()
      throws OutboxFailure, IOException, SQLException {
    append(1);
    Objects.requireNonNull(disk).limitPages(1);
    assertThatThrownBy(() -> outbox.append(CommitGroup.of(1, samples(2, 8_000))))
        .isInstanceOf(OutboxFailure.class);
    try (Outbox other = openAt(temporary.resolve("other"), ROOMY, DataOrigin.SIMULATED)) {
      other.channelId(new ChannelKey("hull.trim", "x"), Quantities.TRIM);
    }
    Files.copy(
        temporary.resolve("other/outbox.db"),
        directory.resolve("outbox.db"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> append(1))
        .isInstanceOf(OutboxFailure.class)
        .hasMessageContaining("no longer holds");
  }

  /** What the disk holds at any moment is what was accepted until then. */
  @Test
  void aCopyTakenAfterAnyCommitHoldsEverythingCommitted() throws OutboxFailure, IOException {
    for (int i = 1; i <= 40; i++) {
      append(i);
      if (i % 7 == 0) {
        outbox.seal();
      }
      Path copy = copy("copy" + i, Integer.MAX_VALUE);
      try (Outbox found = openAt(copy, ROOMY, DataOrigin.SIMULATED)) {
        assertThat(found.counts()).as("after %d", i).isEqualTo(outbox.counts());
      }
    }
  }

  /** A power cut can leave any prefix of the log behind the last synchronised byte. */
  @Test
  void aTornLogHoldsAPrefixAndOpens() throws OutboxFailure, IOException {
    for (int i = 1; i <= 12; i++) {
      append(1);
    }
    long whole = Files.size(directory.resolve("outbox.db-wal"));
    long before = 0;
    for (int length = 0; length <= whole; length += 1_031) {
      Path copy = copy("torn" + length, length);
      try (Outbox found = openAt(copy, ROOMY, DataOrigin.SIMULATED)) {
        long last = found.counts().lastSequence();
        assertThat(last).as("%d of %d bytes", length, whole).isBetween(before, 12L);
        assertThat(found.counts().accepted()).isEqualTo(last);
        before = last;
      }
    }
    assertThat(before).isGreaterThan(9);
  }

  private Path copy(String name, int walBytes) throws IOException {
    Path copy = Files.createDirectories(temporary.resolve(name));
    Files.copy(directory.resolve("outbox.db"), copy.resolve("outbox.db"));
    byte[] wal = Files.readAllBytes(directory.resolve("outbox.db-wal"));
    Files.write(copy.resolve("outbox.db-wal"), Arrays.copyOf(wal, Math.min(wal.length, walBytes)));
    return copy;
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private long count(String query) throws SQLException {
    try (Connection connection = connect();
        Statement run = connection.createStatement();
        var result = run.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("outbox.db"));
  }
}
