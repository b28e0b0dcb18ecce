package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.sqlite.SQLiteConfig;

/**
 * A vessel's outbox read from its file, so that "accepted" does not rest on what the vessel says of
 * herself. The vessel must have ended. Of the readings only one block is in memory at a time.
 *
 * @param directory where the file is.
 * @param acknowledged readings of rows in acknowledged blocks.
 * @param pending readings of rows that are not acknowledged or in no block yet.
 * @param gapRecorded readings for which only a gap record is left.
 */
record OutboxFile(Path directory, long acknowledged, long pending, long gapRecorded) {

  static final String FILE = "outbox.db";

  private static final int ACKNOWLEDGED = 1;

  /** A channel: path and source, and the value of one step. */
  record ChannelName(String path, String source, double resolution) {}

  /** What makes a reading the same reading. */
  record Identity(ChannelName channel, int epoch, long timeMillis) {}

  /** Takes the readings that are still held, by ascending sequence number. */
  interface Taker {
    void take(long sequence, Identity identity, OptionalLong value)
        throws IOException, InterruptedException;
  }

  /** Readings ever accepted. */
  long accepted() {
    return acknowledged + pending + gapRecorded;
  }

  /** Counts what the outbox of a directory holds. */
  static OutboxFile read(Path directory) throws IOException {
    long[] counts = new long[3];
    try (Reader reader = Reader.open(directory)) {
      reader.entries(
          (entry, receipted) -> {
            if (entry instanceof Gap gap) {
              counts[2] += gap.readings();
            } else {
              counts[receipted ? 0 : 1] += entry.readings();
            }
          });
    } catch (SQLException failed) {
      throw new IOException("outbox in " + directory, failed);
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at the outbox in " + directory, never);
    }
    return new OutboxFile(directory, counts[0], counts[1], counts[2]);
  }

  /** Gives every reading that is still held to {@code taker}. */
  void readings(Taker taker) throws IOException, InterruptedException {
    try (Reader reader = Reader.open(directory)) {
      Map<Integer, ChannelName> channels = reader.channels();
      reader.entries(
          (entry, receipted) -> {
            if (entry instanceof Row row) {
              for (Sample sample : row.samples()) {
                taker.take(row.sequence(), identity(channels, row, sample), sample.value());
              }
            }
          });
    } catch (SQLException failed) {
      throw new IOException("outbox in " + directory, failed);
    }
  }

  private static Identity identity(Map<Integer, ChannelName> channels, Row row, Sample sample)
      throws IOException {
    ChannelName channel = channels.get(sample.channel());
    if (channel == null) {
      throw new IOException("channel " + sample.channel() + " is in no table");
    }
    return new Identity(channel, row.clockEpoch(), sample.timeMillis());
  }

  private interface EntryTaker {
    void take(Entry entry, boolean receipted) throws IOException, InterruptedException;
  }

  /** One pass over the file. Confined to its caller's thread. */
  private static final class Reader implements AutoCloseable {

    private final Connection connection;
    private final BlockCodec codec = new BlockCodec();
    private long last;

    private Reader(Connection connection) {
      this.connection = connection;
    }

    static Reader open(Path directory) throws SQLException {
      SQLiteConfig readOnly = new SQLiteConfig();
      readOnly.setReadOnly(true);
      return new Reader(readOnly.createConnection("jdbc:sqlite:" + directory.resolve(FILE)));
    }

    Map<Integer, ChannelName> channels() throws SQLException {
      Map<Integer, ChannelName> channels = new HashMap<>();
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("SELECT id, path, source, resolution FROM channels")) {
        while (row.next()) {
          channels.put(
              row.getInt(1), new ChannelName(row.getString(2), row.getString(3), row.getDouble(4)));
        }
      }
      return channels;
    }

    void entries(EntryTaker taker) throws SQLException, IOException, InterruptedException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT state, body FROM blocks ORDER BY first")) {
        while (row.next()) {
          take(row.getBytes(2), row.getInt(1) == ACKNOWLEDGED, taker);
        }
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT body FROM rows ORDER BY sequence")) {
        while (row.next()) {
          take(row.getBytes(1), false, taker);
        }
      }
    }

    private void take(byte[] body, boolean receipted, EntryTaker taker)
        throws IOException, InterruptedException {
      BlockResult result = codec.decode(body);
      if (!(result instanceof BlockResult.Good good)) {
        throw new IOException("a block of the outbox cannot be read: " + result);
      }
      Block block = good.block();
      for (Entry entry : block.entries()) {
        if (entry.first() <= last) {
          throw new IOException("sequence " + entry.first() + " comes after " + last);
        }
        last = entry.last();
        taker.take(entry, receipted);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
