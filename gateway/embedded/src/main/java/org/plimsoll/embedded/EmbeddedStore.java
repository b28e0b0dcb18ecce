package org.plimsoll.embedded;

import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time series store (QuestDB) that speaks InfluxDB line protocol on {@code /api/v2/write} and SQL
 * on {@code /exec}.
 *
 * <p>A write that it has answered with 204 is on disk: the commit mode is {@code sync}. It becomes
 * visible to queries a moment later, when its write-ahead log has been applied. It does not
 * authenticate; bind it to loopback.
 *
 * <p>The server is native code with memory-mapped files; its default page sizes take 195 MB for an
 * empty database, those set here 4 MB. It needs a heap of 192 MB or more. Its log goes to {@code
 * log/} below its directory, never to the console.
 *
 * <p>Confined to the thread that starts and closes it.
 */
public final class EmbeddedStore implements AutoCloseable {

  private final Path directory;
  private final String host;
  private final int wantedPort;
  private int port;
  private @Nullable DirectoryLock lock;
  private @Nullable ServerMain server;

  /**
   * Does not start anything yet.
   *
   * @param directory where the tables live; created when absent
   * @param host IP address to listen on, {@code 127.0.0.1} unless the network is trusted
   * @param port TCP port, or 0 for a free one
   */
  public EmbeddedStore(Path directory, String host, int port) {
    this.directory = directory.toAbsolutePath();
    this.host = host;
    this.wantedPort = port;
  }

  /**
   * Starts and returns once it answers; takes one to six seconds.
   *
   * @throws IOException if the port is busy, the directory unusable or in use by another store; the
   *     message names which
   */
  public void start() throws IOException {
    lock = DirectoryLock.take(directory, "store");
    try {
      Files.createDirectories(directory.resolve("conf"));
      Files.writeString(directory.resolve("conf").resolve("log.conf"), LOG_CONFIGURATION);
      port = FreePort.of(host, wantedPort, "store");
      QuietConsole.run(this::startServer);
    } catch (IOException e) {
      close();
      throw e;
    } catch (RuntimeException | Error e) {
      close();
      throw new IOException("store in " + directory + " did not start: " + e.getMessage(), e);
    }
  }

  /** The TCP port that it listens on. */
  public int port() {
    return port;
  }

  /** Root of its HTTP interface. */
  public URI url() {
    return URI.create("http://" + host + ":" + port);
  }

  /** Stops it; a second call does nothing. */
  @Override
  public void close() {
    if (server != null) {
      QuietConsole.run(server::close);
      server = null;
    }
    releaseLock();
  }

  private void startServer() {
    // -n: no handler of the HUP signal, which belongs to the process, not to a library in it.
    ServerMain started =
        new ServerMain(
            new Bootstrap(new Settings(environment()), "-d", directory.toString(), "-n"));
    server = started;
    // false: no shutdown hook of its own; whoever started this store closes it.
    started.start(false);
    started.awaitStartup();
  }

  private void releaseLock() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException("lock of the store in " + directory, e);
      }
      lock = null;
    }
  }

  private Map<String, String> environment() {
    Map<String, String> env = new HashMap<>();
    env.put("QDB_HTTP_BIND_TO", host + ":" + port);
    env.put("QDB_HTTP_MIN_ENABLED", "false");
    env.put("QDB_LINE_TCP_ENABLED", "false");
    env.put("QDB_PG_ENABLED", "false");
    env.put("QDB_TELEMETRY_ENABLED", "false");
    env.put("QDB_METRICS_ENABLED", "false");
    env.put("QDB_SHARED_WORKER_COUNT", "2");
    // A write is on disk before it is answered; the default is nosync.
    env.put("QDB_CAIRO_COMMIT_MODE", "sync");
    // A table made by a first write would repeat what is written twice; owners create theirs.
    env.put("QDB_LINE_AUTO_CREATE_NEW_TABLES", "false");
    env.put("QDB_LINE_AUTO_CREATE_NEW_COLUMNS", "false");
    env.put("QDB_CAIRO_SYSTEM_WRITER_DATA_APPEND_PAGE_SIZE", "64k");
    env.put("QDB_CAIRO_WRITER_DATA_APPEND_PAGE_SIZE", "256k");
    env.put("QDB_CAIRO_WAL_WRITER_DATA_APPEND_PAGE_SIZE", "256k");
    env.put("QDB_CAIRO_O3_COLUMN_MEMORY_SIZE", "256k");
    env.put("QDB_CAIRO_SYSTEM_O3_COLUMN_MEMORY_SIZE", "64k");
    env.put("QDB_CAIRO_WRITER_DATA_INDEX_KEY_APPEND_PAGE_SIZE", "64k");
    env.put("QDB_CAIRO_WRITER_DATA_INDEX_VALUE_APPEND_PAGE_SIZE", "256k");
    env.put("QDB_CAIRO_WRITER_MISC_APPEND_PAGE_SIZE", "64k");
    return Map.copyOf(env);
  }

  /** Warnings and worse, a few megabytes of them at most. */
  private static final String LOG_CONFIGURATION =
      """
      writers=file
      w.file.class=io.questdb.log.LogRollingFileWriter
      w.file.location=${log.dir}/store.log.${date:yyyyMMdd}
      w.file.level=ERROR,CRITICAL
      w.file.rollEvery=day
      w.file.rollSize=1m
      w.file.lifeDuration=30d
      w.file.sizeLimit=8m
      """;

  /** Our environment in place of the process's, and no web console on disk. */
  private static final class Settings extends PropBootstrapConfiguration {
    private final Map<String, String> environment;

    Settings(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public Map<String, String> getEnv() {
      return environment;
    }

    @Override
    public boolean useSite() {
      return false;
    }

    @Override
    public String getBanner() {
      return "";
    }
  }
}
