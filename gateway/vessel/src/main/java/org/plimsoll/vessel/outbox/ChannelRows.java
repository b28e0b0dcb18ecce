package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quantity;

/** The table of channels, which only grows. */
final class ChannelRows {

  private ChannelRows() {}

  static ChannelTable load(Database db, StreamId stream) throws SQLException {
    return new ChannelTable(
        stream,
        db.query(
            "SELECT id, path, source, unit, resolution, time_resolution, title FROM channels"
                + " ORDER BY id",
            row ->
                new Channel(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getDouble(5),
                    row.getInt(6),
                    row.getString(7))));
  }

  static int insert(Database db, Channel added) throws SQLException {
    return db.update(
        "INSERT INTO channels VALUES (?, ?, ?, ?, ?, ?, ?)",
        added.id(),
        added.path(),
        added.source(),
        added.unit(),
        added.resolution(),
        added.timeResolutionMillis(),
        added.title());
  }

  /** The number of the channel with exactly this meaning. */
  static OptionalInt find(
      ChannelTable table, ChannelKey key, Quantity quantity, int timeResolutionMillis) {
    return table.channels().stream()
        .filter(channel -> channel.path().equals(key.path()))
        .filter(channel -> channel.source().equals(key.source()))
        .filter(channel -> channel.unit().equals(quantity.unit().symbol()))
        .filter(channel -> channel.resolution() == quantity.resolution())
        .filter(channel -> channel.timeResolutionMillis() == timeResolutionMillis)
        .mapToInt(Channel::id)
        .findFirst();
  }

  static Channel next(
      ChannelTable table, ChannelKey key, Quantity quantity, int timeResolutionMillis) {
    return new Channel(
        table.channels().size(),
        key.path(),
        key.source(),
        quantity.unit().symbol(),
        quantity.resolution(),
        timeResolutionMillis,
        quantity.title());
  }

  static ChannelTable with(ChannelTable table, Channel added) {
    List<Channel> grown = new ArrayList<>(table.channels());
    grown.add(added);
    return new ChannelTable(table.stream(), grown);
  }
}
