package org.plimsoll.vessel.outbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox's file, opened or made, and the stream that it holds. From a file that SQLite cannot
 * read any more, what can be read is saved into a new one; the old one is put aside, because a ship
 * must be able to start.
 *
 * @param database open, nothing pending in it
 * @param stream the stream that is written
 */
record Opening(Database database, StreamId stream) {

  /** Most damaged files that are kept, the new one among them; the oldest goes. */
  private static final int MOST_KEPT = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /** Opens the outbox at the start of the ship's gateway. */
  static Opening of(Path file, InstantSource clock, RandomGenerator random) throws SQLException {
    finishMending(file);
    try {
      return sound(file, random);
    } catch (SQLException e) {
      if (!Database.isDamage(e)) {
        throw e;
      }
      LOG.warn("Outbox {} is damaged: {}", file, e.getMessage());
    }
    mend(file, clock);
    return sound(file, random);
  }

  /** Opens it again after something in it could not be read: mends it if that is so still. */
  static Opening again(Path file, InstantSource clock, RandomGenerator random) throws SQLException {
    boolean whole;
    try (Database database = Database.open(file)) {
      whole =
          database
              .first("PRAGMA quick_check(1)", row -> row.getString(1))
              .filter("ok"::equals)
              .isPresent();
    } catch (SQLException e) {
      if (!Database.isDamage(e)) {
        throw e;
      }
      whole = false;
    }
    if (!whole) {
      LOG.warn("Outbox {} is damaged", file);
      mend(file, clock);
    }
    return of(file, clock, random);
  }

  /** Opens it again after a failure that was not of its content. */
  static Opening reopen(Path file) throws SQLException {
    Database database = Database.open(file);
    try {
      StreamId stream =
          streamOf(database).orElseThrow(() -> new SQLException("the file holds no stream"));
      return new Opening(database, stream);
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /** A power cut between the last two steps of mending leaves the mended file beside the place. */
  private static void finishMending(Path file) throws SQLException {
    try {
      Path mended = mended(file);
      if (Files.exists(mended) && !Files.exists(file)) {
        Files.move(mended, file);
      }
      deleteMended(file);
    } catch (IOException e) {
      throw new SQLException("mending cannot be finished: " + e.getMessage(), e);
    }
  }

  /** Saves what can be read into a new file, puts the damaged one aside, and takes its place. */
  private static void mend(Path file, InstantSource clock) throws SQLException {
    try {
      deleteMended(file);
      boolean saved = save(file, clock.millis());
      putAside(file, clock.millis());
      if (saved) {
        Files.move(mended(file), file);
      } else {
        deleteMended(file);
        LOG.warn("Nothing of {} could be saved: a new stream begins", file);
      }
    } catch (IOException e) {
      throw new SQLException("the damaged file cannot be put aside: " + e.getMessage(), e);
    }
  }

  private static boolean save(Path file, long nowMillis) throws SQLException {
    try (Database damaged = Database.reading(file);
        Database into = Database.open(mended(file))) {
      return Salvage.copy(damaged, into, nowMillis).isPresent();
    } catch (SQLException e) {
      if (!Database.isDamage(e)) {
        throw e;
      }
      LOG.warn("Outbox {} cannot be read at all: {}", file, e.getMessage());
      return false;
    }
  }

  private static Path mended(Path file) {
    return file.resolveSibling("mended.db");
  }

  private static void deleteMended(Path file) throws IOException {
    for (String ending : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(file.resolveSibling(mended(file).getFileName() + ending));
    }
  }

  /**
   * What is read at every start is read here, so that damage shows before the ship relies on it.
   */
  private static Opening sound(Path file, RandomGenerator random) throws SQLException {
    Database database = Database.open(file);
    try {
      StreamId stream = streamOf(database, random);
      SqliteTables tables = new SqliteTables(database, stream);
      Tally.load(tables);
      tables.channels();
      tables.memory();
      tables.newestMillis();
      database.commit();
      return new Opening(database, stream);
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  private static StreamId streamOf(Database database, RandomGenerator random) throws SQLException {
    Optional<StreamId> known = streamOf(database);
    if (known.isPresent()) {
      return known.get();
    }
    StreamId stream = StreamId.random(random);
    database.update("INSERT OR REPLACE INTO meta VALUES ('stream', ?)", stream.hex());
    database.commit();
    return stream;
  }

  private static Optional<StreamId> streamOf(Database database) throws SQLException {
    return database
        .first("SELECT value FROM meta WHERE key = 'stream'", row -> row.getString(1))
        .flatMap(StreamId::parse);
  }

  private static void putAside(Path file, long nowMillis) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    forgetOldest(directory);
    Path aside = Files.createDirectories(directory.resolve("damaged-" + nowMillis));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, file.getFileName() + "*")) {
      for (Path damaged : files) {
        Files.move(damaged, aside.resolve(damaged.getFileName()));
      }
    }
  }

  /** Damaged files are kept for whoever wants to look, but not for ever. */
  private static void forgetOldest(Path directory) throws IOException {
    List<Path> kept = new ArrayList<>();
    try (DirectoryStream<Path> aside = Files.newDirectoryStream(directory, "damaged-*")) {
      aside.forEach(kept::add);
    }
    Collections.sort(kept);
    for (int i = 0; i <= kept.size() - MOST_KEPT; i++) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(kept.get(i))) {
        for (Path old : files) {
          Files.delete(old);
        }
      }
      Files.delete(kept.get(i));
    }
  }
}
