package org.plimsoll.bench.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.store.History;
import org.plimsoll.shore.store.HistoryQuery;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.StoreUnavailable;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * The store of the shore: points by identity, durable when written. It goes away, answers with
 * errors, writes a part of a batch, and comes back as it was some time ago.
 */
final class SimulatedStore implements Store {

  /** What identifies a reading. */
  record ReadingKey(String path, String source, int epoch, long timeMillis) {}

  private record ChannelKey(StreamId stream, int id) {}

  private record LedgerKey(StreamId stream, Point.Kind kind, long first) {}

  private static final WriteOutcome AWAY = new WriteOutcome.Unavailable("no connection", false);
  private static final WriteOutcome ERROR = new WriteOutcome.Unavailable("HTTP 500", true);

  final Map<ReadingKey, Point.Reading> readings = new HashMap<>();
  private final Map<LedgerKey, Point.Ledger> notRows = new HashMap<>();
  private final Map<ChannelKey, Point.ChannelEntry> channels = new HashMap<>();
  private final Map<StreamId, TreeMap<Long, Point.Ledger>> rows = new HashMap<>();

  /** Every point that changed something, in its order: a copy of yesterday is a part of it. */
  private final List<Point> written = new ArrayList<>();

  private final RandomGenerator dice;
  private final Witness witness;
  private final Runnable operation;
  private boolean away;
  private boolean answersErrors;
  private boolean prepared;
  private int backup;

  /**
   * An empty store.
   *
   * @param operation called before and after each write; may end the process that writes
   */
  SimulatedStore(RandomGenerator dice, Witness witness, Runnable operation) {
    this.dice = dice;
    this.witness = witness;
    this.operation = operation;
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  void answerErrors(boolean answers) {
    answersErrors = answers;
  }

  void backUp() {
    backup = written.size();
  }

  /** Becomes what it was when it was backed up. */
  int restore() {
    int lost = written.size() - backup;
    List<Point> kept = List.copyOf(written.subList(0, backup));
    readings.clear();
    notRows.clear();
    channels.clear();
    rows.clear();
    written.clear();
    witness.storeRestored();
    kept.forEach(this::take);
    prepared = false;
    return lost;
  }

  @Override
  public WriteOutcome prepare() {
    operation.run();
    if (away) {
      return AWAY;
    }
    prepared = true;
    return new WriteOutcome.Written();
  }

  @Override
  public WriteOutcome write(List<? extends Point> points) {
    if (points.isEmpty()) {
      return new WriteOutcome.Written();
    }
    operation.run();
    if (away) {
      return AWAY;
    }
    if (!prepared) {
      return new WriteOutcome.Refused("no such table");
    }
    if (answersErrors) {
      int part = dice.nextInt(points.size() + 1);
      points.subList(0, part).forEach(this::take);
      return ERROR;
    }
    points.forEach(this::take);
    operation.run();
    return new WriteOutcome.Written();
  }

  private void take(Point point) {
    boolean changed;
    if (point instanceof Point.Reading reading) {
      ReadingKey key =
          new ReadingKey(reading.path(), reading.source(), reading.epoch(), reading.timeMillis());
      Point.@Nullable Reading before = readings.put(key, reading);
      changed = before == null;
      witness.stored(key, reading, before);
    } else if (point instanceof Point.ChannelEntry entry) {
      changed = channels.put(new ChannelKey(entry.stream(), entry.channel().id()), entry) == null;
    } else {
      changed = take((Point.Ledger) point);
    }
    if (changed) {
      written.add(point);
    }
  }

  private boolean take(Point.Ledger entry) {
    if (entry.kind() != Point.Kind.ROW) {
      return !entry.equals(
          notRows.put(new LedgerKey(entry.stream(), entry.kind(), entry.first()), entry));
    }
    TreeMap<Long, Point.Ledger> islands =
        rows.computeIfAbsent(entry.stream(), none -> new TreeMap<>());
    Map.Entry<Long, Point.Ledger> before = islands.floorEntry(entry.first());
    if (before != null && before.getValue().last() >= entry.first()) {
      return false;
    }
    Point.Ledger joined = entry;
    if (before != null && before.getValue().last() == entry.first() - 1) {
      joined = join(before.getValue(), joined);
    }
    Point.@Nullable Ledger after = islands.remove(entry.last() + 1);
    if (after != null) {
      joined = join(joined, after);
    }
    islands.put(joined.first(), joined);
    return true;
  }

  private static Point.Ledger join(Point.Ledger first, Point.Ledger second) {
    return new Point.Ledger(
        first.vessel(),
        first.stream(),
        first.kind(),
        first.first(),
        second.last(),
        first.readings() + second.readings(),
        "",
        0);
  }

  @Override
  public List<Point.Ledger> ledger() throws StoreUnavailable {
    requireThere();
    List<Point.Ledger> entries = new ArrayList<>(notRows.values());
    entries.sort((a, b) -> Long.compare(a.first(), b.first()));
    rows.values().forEach(islands -> entries.addAll(islands.values()));
    return entries;
  }

  @Override
  public List<Point.ChannelEntry> channels() throws StoreUnavailable {
    requireThere();
    return List.copyOf(channels.values());
  }

  /** The pages are not part of the simulation. */
  @Override
  public List<Point.Reading> latest(VesselId vessel) throws StoreUnavailable {
    requireThere();
    return List.of();
  }

  @Override
  public long count() throws StoreUnavailable {
    requireThere();
    return readings.size();
  }

  @Override
  public History history(HistoryQuery query) throws StoreUnavailable {
    throw new StoreUnavailable("there are no charts here");
  }

  private void requireThere() throws StoreUnavailable {
    operation.run();
    if (away) {
      throw new StoreUnavailable("no connection");
    }
  }

  @Override
  public void close() {}
}
