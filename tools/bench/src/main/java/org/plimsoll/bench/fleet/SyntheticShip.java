package org.plimsoll.bench.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * A ship that is nothing but a table of channels and rows from a seed: values wander as those of a
 * ship under way, times jitter by a tenth of a second. Confined to one thread.
 */
final class SyntheticShip {

  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantities.LATITUDE,
          Quantities.LONGITUDE,
          Quantities.SPEED_OVER_GROUND,
          Quantities.COURSE_OVER_GROUND_TRUE,
          Quantities.HEADING_TRUE,
          Quantities.DEPTH_BELOW_TRANSDUCER,
          Quantities.TRIM,
          Quantities.LIST,
          Quantities.ROLL,
          Quantities.PASSENGERS_ON_BOARD);

  /** As the first of these numbers: they belong to no country. */
  private static final int FIRST_MMSI = 970_000_000;

  private static final int JITTER_MILLIS = 100;

  private final VesselId id;
  private final ChannelTable table;
  private final SplittableRandom random;
  private final long[] values;

  /**
   * @param number among the fleet, from 0
   * @param channels how many, each read in every row
   */
  SyntheticShip(int number, int channels, long seed) {
    this.random = new SplittableRandom(seed * 1_000_003 + number);
    this.id = new VesselId(String.format(Locale.ROOT, "mmsi%09d", FIRST_MMSI + number));
    List<Channel> list = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      Quantity quantity = QUANTITIES.get(i % QUANTITIES.size());
      list.add(
          new Channel(
              i,
              quantity.path(),
              "sensor" + i / QUANTITIES.size(),
              quantity.unit().symbol(),
              quantity.resolution(),
              JITTER_MILLIS,
              quantity.title()));
    }
    this.table = new ChannelTable(StreamId.random(random), list);
    this.values = new long[channels];
    for (int i = 0; i < channels; i++) {
      values[i] = 1_000 + random.nextInt(100_000);
    }
  }

  VesselId id() {
    return id;
  }

  ChannelTable table() {
    return table;
  }

  /**
   * The next rows.
   *
   * @param first their first number
   * @param fromMillis time of the first row
   * @param everyMillis between two rows
   */
  Block rows(long first, int count, long fromMillis, long everyMillis) {
    List<Entry> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(new Row(first + i, 1, samples(fromMillis + i * everyMillis)));
    }
    return new Block(table.stream(), values.length, DataOrigin.SIMULATED, rows);
  }

  private List<Sample> samples(long timeMillis) {
    List<Sample> samples = new ArrayList<>(values.length);
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] += random.nextInt(7) - 3;
      samples.add(
          new Sample(
              channel,
              timeMillis + (long) random.nextInt(2) * JITTER_MILLIS,
              Quality.GOOD,
              OptionalLong.of(values[channel])));
    }
    return samples;
  }
}
