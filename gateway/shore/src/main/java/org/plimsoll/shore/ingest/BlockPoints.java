package org.plimsoll.shore.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.VesselId;

/** What a block says, in the words of the store. Stateless. */
final class BlockPoints {

  private BlockPoints() {}

  /** Why the block cannot be stored as it is; empty when it can. */
  static Optional<String> objection(Block block) {
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        for (Sample sample : row.samples()) {
          if (sample.timeMillis() > Point.MAX_TIME_MILLIS) {
            return Optional.of(
                "row " + row.sequence() + " is stamped " + sample.timeMillis() + " ms, after 2099");
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Every reading of the block; the table must know all its channels. */
  static List<Point.Reading> readings(VesselId vessel, Block block, ChannelTable table) {
    List<Point.Reading> points = new ArrayList<>();
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        for (Sample sample : row.samples()) {
          points.add(reading(vessel, block, row, sample, table));
        }
      }
    }
    return points;
  }

  private static Point.Reading reading(
      VesselId vessel, Block block, Row row, Sample sample, ChannelTable table) {
    Channel channel = table.channels().get(sample.channel());
    return new Point.Reading(
        vessel,
        channel.path(),
        channel.source(),
        row.clockEpoch(),
        sample.timeMillis(),
        value(channel, sample),
        sample.quality(),
        row.sequence(),
        block.stream());
  }

  private static OptionalDouble value(Channel channel, Sample sample) {
    return sample.value().isPresent()
        ? OptionalDouble.of(channel.toUnit(sample.value().getAsLong()))
        : OptionalDouble.empty();
  }

  /** One entry for each row and each gap. */
  static List<Point.Ledger> ledger(VesselId vessel, Block block) {
    List<Point.Ledger> points = new ArrayList<>();
    for (Entry entry : block.entries()) {
      boolean isRow = entry instanceof Row;
      points.add(
          new Point.Ledger(
              vessel,
              block.stream(),
              isRow ? Point.Kind.ROW : Point.Kind.GAP,
              entry.first(),
              entry.last(),
              entry.readings(),
              entry instanceof Gap gap ? gap.reason().name() : "",
              entry instanceof Row row ? timeOf(row) : 0));
    }
    return points;
  }

  private static long timeOf(Row row) {
    return row.samples().stream().mapToLong(Sample::timeMillis).min().orElse(0);
  }

  /** The newest reading of each channel in the block. */
  static List<Latest> latest(Block block, ChannelTable table) {
    Map<Integer, Latest> latest = new LinkedHashMap<>();
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        for (Sample sample : row.samples()) {
          Channel channel = table.channels().get(sample.channel());
          latest.put(
              sample.channel(),
              new Latest(
                  channel,
                  block.stream(),
                  row.sequence(),
                  sample.timeMillis(),
                  value(channel, sample),
                  sample.quality()));
        }
      }
    }
    return List.copyOf(latest.values());
  }
}
