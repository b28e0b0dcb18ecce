package org.plimsoll.shore.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * Reads the ledger out of VictoriaMetrics. A row is a sample whose time is its number, so counting
 * samples over a time finds holes without reading them: shelves of 10,000 numbers are counted
 * first, of those that are not full the boxes of 100, and only of a box that is not full the rows
 * themselves. The memory it takes is that of the answer, whatever the ledger holds. Stateless.
 */
final class VictoriaLedger {

  /** Numbers of a shelf, which begins after a multiple of this. */
  private static final long SHELF = 10_000;

  private static final long BOX = 100;

  /** Most shelves of one question: 10 million rows, a third of what a server allows by default. */
  private static final int SHELVES_AT_ONCE = 1_000;

  private final MetricsQl victoria;

  VictoriaLedger(MetricsQl victoria) {
    this.victoria = victoria;
  }

  static long shelf(long number) {
    return Math.floorDiv(number - 1, SHELF);
  }

  /** What is not there, then rows, consecutive ones joined. */
  List<Point.Ledger> read(long until) throws StoreUnavailable {
    List<Point.Ledger> entries = new ArrayList<>();
    long base = VictoriaLines.BASE_MILLIS;
    for (String name : victoria.labels("vessel", VictoriaLines.LOST, base, until)) {
      for (MetricsQl.Series series :
          victoria.samples(of(VictoriaLines.LOST, "vessel", name), base, base)) {
        entries.add(lost(new VesselId(name), series));
      }
    }
    for (String name : victoria.labels("vessel", VictoriaLines.SHELVES, base, until)) {
      for (MetricsQl.Series series :
          victoria.samples(of(VictoriaLines.SHELVES, "vessel", name), base - 1, until)) {
        TreeSet<Long> shelves = new TreeSet<>();
        series.samples().forEach(sample -> shelves.add(sample.timeMillis() - base));
        entries.addAll(
            new Rows(new VesselId(name), new StreamId(series.label("stream"))).on(shelves));
      }
    }
    return entries;
  }

  private static String of(String metric, String label, String value) {
    return metric + "{" + label + "=\"" + value + "\"}";
  }

  private static Point.Ledger lost(VesselId vessel, MetricsQl.Series series) {
    return new Point.Ledger(
        vessel,
        new StreamId(series.label("stream")),
        Point.Kind.valueOf(series.label("kind").toUpperCase(Locale.ROOT)),
        Long.parseLong(series.label("first")),
        Long.parseLong(series.label("last")),
        (long) series.samples().get(series.samples().size() - 1).value(),
        series.label("reason"),
        0);
  }

  /** Reads the rows of one stream. Confined to the caller. */
  private final class Rows {

    private final String selector;
    private final JoinedRows joined;

    Rows(VesselId vessel, StreamId stream) {
      this.joined = new JoinedRows(vessel, stream);
      this.selector =
          VictoriaLines.ROWS + "{vessel=\"" + vessel.text() + "\",stream=\"" + stream.hex() + "\"}";
    }

    List<Point.Ledger> on(TreeSet<Long> shelves) throws StoreUnavailable {
      List<Long> filled = List.copyOf(shelves);
      for (int i = 0, next; i < filled.size(); i = next) {
        next = i + 1;
        while (next < filled.size()
            && next - i < SHELVES_AT_ONCE
            && filled.get(next) == filled.get(i) + next - i) {
          next++;
        }
        counted(filled.get(i) * SHELF, SHELF, next - i);
      }
      return joined.entries();
    }

    /** Rows after {@code before}, in so many drawers of a size. */
    private void counted(long before, long size, int drawers) throws StoreUnavailable {
      TreeMap<Long, Double> counts = totals("count", before, size, drawers);
      TreeMap<Long, Double> readings = totals("sum", before, size, drawers);
      for (Map.Entry<Long, Double> drawer : counts.entrySet()) {
        long end = drawer.getKey();
        if (drawer.getValue() == size) {
          joined.add(end - size + 1, end, readings.getOrDefault(end, 0.0).longValue());
        } else if (size == BOX) {
          single(end - size, end);
        } else {
          counted(end - size, BOX, (int) (size / BOX));
        }
      }
    }

    /** Of each drawer that is not empty, by its last number. */
    private TreeMap<Long, Double> totals(String what, long before, long size, int drawers)
        throws StoreUnavailable {
      TreeMap<Long, Double> totals = new TreeMap<>();
      long base = VictoriaLines.BASE_MILLIS;
      try {
        for (MetricsQl.Series series :
            victoria.over(
                what + "_over_time(" + selector + "[" + size + "ms])",
                base + before + size,
                base + before + size * drawers,
                size)) {
          series
              .samples()
              .forEach(sample -> totals.put(sample.timeMillis() - base, sample.value()));
        }
      } catch (MetricsQl.TooMuch e) {
        throw new StoreUnavailable(e.getMessage());
      }
      return totals;
    }

    private void single(long before, long last) throws StoreUnavailable {
      long base = VictoriaLines.BASE_MILLIS;
      for (MetricsQl.Series series : victoria.samples(selector, base + before + 1, base + last)) {
        for (MetricsQl.Sample sample : series.samples()) {
          long row = sample.timeMillis() - base;
          joined.add(row, row, (long) sample.value());
        }
      }
    }
  }
}
