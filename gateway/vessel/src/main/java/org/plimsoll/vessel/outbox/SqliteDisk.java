package org.plimsoll.vessel.outbox;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A directory of this process alone, with one SQLite file and a reserve of space in it. */
final class SqliteDisk implements OutboxDisk {

  private static final String FILE = "outbox.db";

  private final Path file;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final DirectoryLock directoryLock;
  private final DiskReserve reserve;
  private @Nullable Database latest;
  private boolean started;

  private SqliteDisk(
      Path directory, InstantSource clock, RandomGenerator random, DirectoryLock directoryLock) {
    this.file = file(directory);
    this.clock = clock;
    this.random = random;
    this.directoryLock = directoryLock;
    this.reserve = new DiskReserve(directory);
  }

  /** Where the file of a directory is. */
  static Path file(Path directory) {
    return directory.resolve(FILE);
  }

  /** Makes the directory when it is not there, and locks it. */
  static SqliteDisk of(Path directory, InstantSource clock, RandomGenerator random)
      throws OutboxFailure {
    return new SqliteDisk(directory, clock, random, DirectoryLock.of(directory));
  }

  @Override
  public Tables open(boolean damaged) throws SQLException {
    Opening opening;
    if (!started) {
      opening = Opening.of(file, clock, random);
    } else {
      opening = damaged ? Opening.again(file, clock, random) : Opening.reopen(file);
    }
    started = true;
    latest = opening.database();
    return new SqliteTables(opening.database(), opening.stream());
  }

  @Override
  public long usableBytes() {
    return reserve.usableBytes();
  }

  @Override
  public void holdReserve() {
    reserve.hold();
  }

  @Override
  public void releaseReserve() {
    reserve.release();
  }

  /** Lets the disk be full: SQLite gets no more pages than it has. For tests. */
  void limitPages(int pages) throws SQLException {
    if (latest != null) {
      latest.execute("PRAGMA max_page_count = " + pages);
    }
  }

  @Override
  public void close() {
    directoryLock.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
