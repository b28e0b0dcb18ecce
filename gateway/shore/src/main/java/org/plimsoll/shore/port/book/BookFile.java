package org.plimsoll.shore.port.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQLite file of the book: write-ahead log, every commit synchronised, locked against a second
 * process, and no entry can be changed or taken away. Confined to the book's thread.
 *
 * <pre>
 * number      order of receipt            supersedes  the entry whose place it takes
 * kind id     what, made by the client    received    ms since 1970, by the shore's clock
 * root        first of its corrections    author      name of the key
 * parent      root of its call or voyage  content     what was said, canonical JSON
 * vessel      whom it is about            result      what the shore made of it, JSON
 * unlocode    of calls and crossings      label       voyage number, unit or fence
 * terminal voyage_in voyage_out           of calls
 * </pre>
 */
final class BookFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BookFile.class);

  /** What this software writes and reads; stored as {@code user_version}. */
  static final int SCHEMA_VERSION = 3;

  private static final int PAGE_BYTES = 4096;

  /** Largest file; a full book refuses what comes and keeps what it has. */
  private static final long MAX_BYTES = 8L << 30;

  private static final int SQLITE_BUSY = 5;
  private static final int PRIMARY_CODE_MASK = 0xff;

  private static final String[] SETTINGS = {
    "PRAGMA page_size = " + PAGE_BYTES,
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 4194304",
    "PRAGMA busy_timeout = 500",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA max_page_count = " + MAX_BYTES / PAGE_BYTES,
  };

  private static final String[] SCHEMA = {
    "CREATE TABLE entries (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE,"
        + " root TEXT NOT NULL, parent TEXT NOT NULL, vessel TEXT NOT NULL, unlocode TEXT NOT NULL,"
        + " terminal TEXT NOT NULL, voyage_in TEXT NOT NULL, voyage_out TEXT NOT NULL,"
        + " label TEXT NOT NULL, supersedes TEXT UNIQUE, received INTEGER NOT NULL,"
        + " author TEXT NOT NULL, content TEXT NOT NULL, result TEXT)",
    "CREATE INDEX entries_by_parent ON entries (kind, parent, number)",
    "CREATE INDEX entries_by_vessel ON entries (kind, vessel, number)",
    "CREATE INDEX entries_by_root ON entries (root)",
    "CREATE INDEX entries_by_receipt ON entries (kind, received)",
    "CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries"
        + " BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END",
    "CREATE TRIGGER entries_never_go BEFORE DELETE ON entries"
        + " BEGIN SELECT RAISE(ABORT, 'the book is append-only'); END",
  };

  /** How far each webhook was told; its lines change, and those of the subscriptions go. */
  private static final String[] SINCE_VERSION_2 = {
    "CREATE TABLE told (webhook TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
  };

  /** Webhooks that were made over the API. */
  private static final String[] SINCE_VERSION_3 = {
    "CREATE TABLE subscriptions (id TEXT PRIMARY KEY, author TEXT NOT NULL, url TEXT NOT NULL,"
        + " secret TEXT NOT NULL, kinds TEXT NOT NULL, vessel TEXT NOT NULL,"
        + " made INTEGER NOT NULL) WITHOUT ROWID",
    "PRAGMA user_version = " + SCHEMA_VERSION,
  };

  private final Connection connection;

  private BookFile(Connection connection) {
    this.connection = connection;
  }

  /** Opens the book of a directory, or begins one; the directory is made when it is not there. */
  static BookFile open(Path file) throws SQLException {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw new SQLException("the directory of " + file + " cannot be made: " + e.getMessage(), e);
    }
    BookFile book = new BookFile(DriverManager.getConnection("jdbc:sqlite:" + file));
    try {
      for (String setting : SETTINGS) {
        book.execute(setting);
      }
      book.prepare(file);
      return book;
    } catch (SQLException e) {
      book.close();
      throw (e.getErrorCode() & PRIMARY_CODE_MASK) == SQLITE_BUSY
          ? new SQLException(file + " is in use by another process; one book, one shore", e)
          : e;
    }
  }

  private void prepare(Path file) throws SQLException {
    // In this mode the first write takes the lock, and it is never given back.
    execute("BEGIN IMMEDIATE");
    long version = query("PRAGMA user_version", row -> row.getLong(1)).get(0);
    if (version > SCHEMA_VERSION) {
      throw new SQLException(
          file + " was written by newer software: schema " + version + " > " + SCHEMA_VERSION);
    }
    if (version == 0) {
      executeAll(SCHEMA);
    }
    if (version < 2) {
      executeAll(SINCE_VERSION_2);
    }
    if (version < SCHEMA_VERSION) {
      executeAll(SINCE_VERSION_3);
    }
    execute("COMMIT");
    connection.setAutoCommit(false);
  }

  private void executeAll(String[] statements) throws SQLException {
    for (String statement : statements) {
      execute(statement);
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void update(String sql, List<?> arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      statement.executeUpdate();
    }
  }

  <T> List<T> query(String sql, Reader<T> reader, Object... arguments) throws SQLException {
    return query(sql, reader, List.of(arguments));
  }

  <T> List<T> query(String sql, Reader<T> reader, List<?> arguments) throws SQLException {
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

  private static void bind(PreparedStatement statement, List<?> arguments) throws SQLException {
    for (int i = 0; i < arguments.size(); i++) {
      statement.setObject(i + 1, arguments.get(i));
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
