package org.plimsoll.vessel.outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.DataOrigin;

/** The outbox on disk: one SQLite file in a locked directory. */
public final class SqliteOutbox {

  private SqliteOutbox() {}

  /**
   * Opens the outbox of a directory, or makes one. What can be read of a damaged file is saved into
   * a new one; when that is nothing a new stream begins, because a ship must be able to start.
   *
   * @param directory made when it is not there
   * @param origin where the readings of this run come from
   * @throws OutboxFailure when the directory is in use or cannot be written
   */
  public static Outbox open(
      Path directory,
      OutboxConfig config,
      DataOrigin origin,
      InstantSource clock,
      RandomGenerator random)
      throws OutboxFailure {
    return StoredOutbox.open(SqliteDisk.of(directory, clock, random), config, origin, clock);
  }
}
