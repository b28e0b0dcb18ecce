package org.plimsoll.vessel.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite connection: write-ahead log, every commit synchronised to disk. Not thread-safe; the
 * outbox guards it with its lock.
 */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** What this software writes and reads; stored as {@code user_version}. */
  static final int SCHEMA_VERSION = 1;

  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_NOT_A_DATABASE = 26;
  private static final int PRIMARY_CODE_MASK = 0xff;

  /** auto_vacuum has no effect once there is a table. */
  private static final String[] SETTINGS = {
    "PRAGMA auto_vacuum = INCREMENTAL",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 4194304",
    "PRAGMA busy_timeout = 2000",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -2000",
  };

  private static final String[] SCHEMA = {
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE totals (last_sequence INTEGER NOT NULL, acknowledged INTEGER NOT NULL,"
        + " gap_recorded INTEGER NOT NULL)",
    "INSERT INTO totals VALUES (0, 0, 0)",
    "CREATE TABLE channels (id INTEGER PRIMARY KEY, path TEXT NOT NULL, source TEXT NOT NULL,"
        + " unit TEXT NOT NULL, resolution REAL NOT NULL, time_resolution INTEGER NOT NULL,"
        + " title TEXT NOT NULL)",
    "CREATE TABLE rows (sequence INTEGER PRIMARY KEY, accepted INTEGER NOT NULL,"
        + " readings INTEGER NOT NULL, bytes INTEGER NOT NULL, body BLOB NOT NULL)",
    // state: 0 pending, 1 acknowledged; times in ms since 1970
    "CREATE TABLE blocks (first INTEGER PRIMARY KEY, last INTEGER NOT NULL,"
        + " state INTEGER NOT NULL, readings INTEGER NOT NULL, gap_readings INTEGER NOT NULL,"
        + " channels INTEGER NOT NULL, bytes INTEGER NOT NULL, sealed INTEGER NOT NULL,"
        + " acknowledged INTEGER, body BLOB NOT NULL)",
    "CREATE INDEX blocks_by_state ON blocks (state, first, last, readings, gap_readings, bytes,"
        + " sealed)",
    "CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE quarantine (id INTEGER PRIMARY KEY, first INTEGER NOT NULL,"
        + " last INTEGER NOT NULL, readings INTEGER NOT NULL, reason TEXT NOT NULL,"
        + " at INTEGER NOT NULL, body BLOB)",
    "PRAGMA user_version = " + SCHEMA_VERSION,
  };

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database open(Path file) throws SQLException {
    Database database = new Database(DriverManager.getConnection("jdbc:sqlite:" + file));
    try {
      for (String setting : SETTINGS) {
        database.execute(setting);
      }
      database.prepareSchema(file);
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /** Opens a file that somebody else writes; sees what is committed and can change nothing. */
  static Database readOnly(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return new Database(config.createConnection("jdbc:sqlite:" + file));
  }

  /** Opens a file of which nothing is sure; what cannot be read fails when it is read. */
  static Database reading(Path file) throws SQLException {
    return new Database(DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  private void prepareSchema(Path file) throws SQLException {
    long version = number("PRAGMA user_version");
    if (version > SCHEMA_VERSION) {
      throw new SQLException(
          file + " was written by newer software: schema " + version + " > " + SCHEMA_VERSION);
    }
    connection.setAutoCommit(false);
    if (version == 0) {
      for (String statement : SCHEMA) {
        execute(statement);
      }
      connection.commit();
    }
  }

  /** Whether the file's content, not the disk or the space on it, is at fault. */
  static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & PRIMARY_CODE_MASK;
    return code == SQLITE_CORRUPT || code == SQLITE_NOT_A_DATABASE;
  }

  /** Whether the disk had no room. */
  static boolean isFull(SQLException e) {
    return (e.getErrorCode() & PRIMARY_CODE_MASK) == SQLITE_FULL;
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  int update(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  <T> List<T> query(String sql, Reader<T> reader, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  <T> Optional<T> first(String sql, Reader<T> reader, Object... arguments) throws SQLException {
    return query(sql, reader, arguments).stream().findFirst();
  }

  /** The first column of the first row; 0 when there is none or it is NULL. */
  long number(String sql, Object... arguments) throws SQLException {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  /** Closes; what is not committed is undone. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("Close: {}", e.getMessage());
    }
  }

  /** Reads one row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
