package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
 * herself. The vessel must have ended.
 *
 * @param acknowledged readings of rows in acknowledged blocks.
 * @param pending readings of rows that are not acknowledged or in no block yet.
 * @param gapRecorded readings for which only a gap record is left.
 * @param channels what the channel numbers mean.
 * @param readings every reading that is still held, by its identity.
 * @param repeated readings with the identity of another one: the store keeps one of them.
 */
record OutboxFile(
    long acknowledged,
    long pending,
    long gapRecorded,
    Map<Integer, ChannelName> channels,
    Map<Identity, OptionalLong> readings,
    long repeated) {

  static final String FILE = "outbox.db";

  /** A channel: path and source, and the value of one step. */
  record ChannelName(String path, String source, double resolution) {}

  /** What makes a reading the same reading. */
  record Identity(ChannelName channel, int epoch, long timeMillis) {}

  /** Readings ever accepted. */
  long accepted() {
    return acknowledged + pending + gapRecorded;
  }

  /** Reads the outbox of a directory. */
  static OutboxFile read(Path directory) throws IOException {
    SQLiteConfig readOnly = new SQLiteConfig();
    readOnly.setReadOnly(true);
    try (Connection connection =
        readOnly.createConnection("jdbc:sqlite:" + directory.resolve(FILE))) {
      return new Reader(connection).read();
    } catch (SQLException failed) {
      throw new IOException("outbox in " + directory, failed);
    }
  }

  /** Confined to one call of {@link #read(Path)}. */
  private static final class Reader {

    private final Connection connection;
    private final BlockCodec codec = new BlockCodec();
    private final Map<Integer, ChannelName> channels = new HashMap<>();
    private final Map<Identity, OptionalLong> readings = new HashMap<>();
    private long acknowledged;
    private long pending;
    private long gapRecorded;
    private long repeated;

    Reader(Connection connection) {
      this.connection = connection;
    }

    OutboxFile read() throws SQLException, IOException {
      try (Statement statement = connection.createStatement()) {
        try (ResultSet row =
            statement.executeQuery("SELECT id, path, source, resolution FROM channels")) {
          while (row.next()) {
            channels.put(
                row.getInt(1),
                new ChannelName(row.getString(2), row.getString(3), row.getDouble(4)));
          }
        }
        try (ResultSet row = statement.executeQuery("SELECT state, body FROM blocks")) {
          while (row.next()) {
            take(row.getInt(1) == 1, row.getBytes(2));
          }
        }
        try (ResultSet row = statement.executeQuery("SELECT body FROM rows")) {
          while (row.next()) {
            take(false, row.getBytes(1));
          }
        }
      }
      return new OutboxFile(acknowledged, pending, gapRecorded, channels, readings, repeated);
    }

    private void take(boolean receipted, byte[] body) throws IOException {
      BlockResult result = codec.decode(body);
      if (!(result instanceof BlockResult.Good good)) {
        throw new IOException("a block of the outbox cannot be read: " + result);
      }
      Block block = good.block();
      for (Entry entry : block.entries()) {
        if (entry instanceof Gap gap) {
          gapRecorded += gap.readings();
        } else if (entry instanceof Row row) {
          take(row);
          if (receipted) {
            acknowledged += row.readings();
          } else {
            pending += row.readings();
          }
        }
      }
    }

    private void take(Row row) throws IOException {
      for (Sample sample : row.samples()) {
        ChannelName channel = channels.get(sample.channel());
        if (channel == null) {
          throw new IOException("channel " + sample.channel() + " is in no table");
        }
        Identity identity = new Identity(channel, row.clockEpoch(), sample.timeMillis());
        if (readings.put(identity, sample.value()) != null) {
          repeated++;
        }
      }
    }
  }

  /** Accepted readings of one path, in steps of its resolution, in no order. */
  List<Long> values(String path) {
    List<Long> values = new ArrayList<>();
    readings.forEach(
        (identity, value) -> {
          if (identity.channel().path().equals(path)) {
            value.ifPresent(values::add);
          }
        });
    return values;
  }
}
