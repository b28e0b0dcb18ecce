package org.plimsoll.vessel.outbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox's file, opened or made, and the stream that it holds. A file that SQLite cannot read
 * any more is put aside, because a ship must be able to start.
 *
 * @param database open, nothing pending in it
 * @param stream the stream that is written
 * @param newestMillis when the newest of what it holds was accepted or sealed; 0 without any
 */
record Opening(Database database, StreamId stream, long newestMillis) {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  static Opening of(Path file, InstantSource clock, RandomGenerator random) throws SQLException {
    try {
      return sound(file, random);
    } catch (SQLException e) {
      if (!Database.isDamage(e)) {
        throw e;
      }
      LOG.warn("Outbox {} is damaged ({}): put aside, a new stream begins", file, e.getMessage());
    }
    try {
      putAside(file, clock.millis());
    } catch (IOException e) {
      throw new SQLException("the damaged file cannot be put aside: " + e.getMessage(), e);
    }
    return sound(file, random);
  }

  /**
   * What is read at every start is read here, so that damage shows before the ship relies on it.
   */
  private static Opening sound(Path file, RandomGenerator random) throws SQLException {
    Database database = Database.open(file);
    try {
      StreamId stream = streamOf(database, random);
      Tally.load(database);
      ChannelRows.load(database, stream);
      long newest =
          Math.max(
              database.number("SELECT accepted FROM rows ORDER BY sequence DESC LIMIT 1"),
              database.number("SELECT sealed FROM blocks ORDER BY first DESC LIMIT 1"));
      database.commit();
      return new Opening(database, stream, newest);
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  private static StreamId streamOf(Database database, RandomGenerator random) throws SQLException {
    Optional<StreamId> known =
        database
            .first("SELECT value FROM meta WHERE key = 'stream'", row -> row.getString(1))
            .flatMap(StreamId::parse);
    if (known.isPresent()) {
      return known.get();
    }
    StreamId stream = StreamId.random(random);
    database.update("INSERT OR REPLACE INTO meta VALUES ('stream', ?)", stream.hex());
    database.commit();
    return stream;
  }

  private static void putAside(Path file, long nowMillis) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Path aside = Files.createDirectories(directory.resolve("damaged-" + nowMillis));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, file.getFileName() + "*")) {
      for (Path damaged : files) {
        Files.move(damaged, aside.resolve(damaged.getFileName()));
      }
    }
  }
}
