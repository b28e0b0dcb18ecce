package org.plimsoll.shore.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.plimsoll.shore.store.Names;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * The channel table of every stream, and whose stream it is. Any thread; a table is replaced as a
 * whole.
 */
final class ChannelTables {

  /** Most streams; a vessel has one as long as her outbox lives. */
  static final int MAX_STREAMS = 10_000;

  /** A stream's table and its owner. */
  record Known(VesselId owner, ChannelTable table) {}

  private final Map<StreamId, Known> tables = new ConcurrentHashMap<>();

  /**
   * Takes a table. A table that only repeats or shortens the known one changes nothing.
   *
   * @return why it is refused; empty when it was taken
   */
  Optional<String> put(VesselId vessel, ChannelTable table) {
    for (Channel channel : table.channels()) {
      if (!Names.isValid(channel.path()) || !Names.isValid(channel.source())) {
        return Optional.of(
            "channel " + channel.id() + ": path and source want letters, digits and _ . -");
      }
    }
    if (tables.size() >= MAX_STREAMS && !tables.containsKey(table.stream())) {
      return Optional.of("more than " + MAX_STREAMS + " streams");
    }
    Known now =
        tables.merge(table.stream(), new Known(vessel, table), (known, next) -> newer(known, next));
    if (!now.owner().equals(vessel)) {
      return Optional.of("stream " + table.stream() + " belongs to " + now.owner());
    }
    int common = Math.min(now.table().channels().size(), table.channels().size());
    return now.table().channels().subList(0, common).equals(table.channels().subList(0, common))
        ? Optional.empty()
        : Optional.of("a channel of stream " + table.stream() + " changed its meaning");
  }

  private static Known newer(Known known, Known next) {
    List<Channel> have = known.table().channels();
    List<Channel> offered = next.table().channels();
    boolean grows =
        known.owner().equals(next.owner())
            && offered.size() > have.size()
            && offered.subList(0, have.size()).equals(have);
    return grows ? next : known;
  }

  /** What is known of a stream. */
  Optional<Known> of(StreamId stream) {
    return Optional.ofNullable(tables.get(stream));
  }

  /** Takes what the store kept; entries that do not make a whole table are left out. */
  void load(List<Point.ChannelEntry> entries) {
    Map<StreamId, List<Point.ChannelEntry>> byStream =
        entries.stream().collect(Collectors.groupingBy(Point.ChannelEntry::stream));
    byStream.forEach(
        (stream, kept) -> {
          TreeMap<Integer, Channel> channels = new TreeMap<>();
          kept.forEach(entry -> channels.put(entry.channel().id(), entry.channel()));
          if (channels.lastKey() == channels.size() - 1) {
            put(kept.get(0).vessel(), new ChannelTable(stream, List.copyOf(channels.values())));
          }
        });
  }
}
