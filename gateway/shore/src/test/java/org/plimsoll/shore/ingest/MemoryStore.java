package org.plimsoll.shore.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plimsoll.shore.store.History;
import org.plimsoll.shore.store.HistoryQuery;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.StoreUnavailable;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.VesselId;

/** A store that keeps points by identity, and fails when and how a test wants. */
final class MemoryStore implements Store {

  final Map<List<Object>, Point> points = new LinkedHashMap<>();
  final List<Integer> batches = new ArrayList<>();
  private final Deque<WriteOutcome> next = new ArrayDeque<>();
  private Optional<WriteOutcome> away = Optional.empty();
  private Predicate<Point> bad = point -> false;
  private WriteOutcome onBad = new WriteOutcome.Refused("bad line");
  private Predicate<Point> unwanted = point -> false;
  private String objection = "";
  private int largest = MAX_BATCH;
  private boolean tables;

  /** Every write ends so until {@link #comeBack}. */
  void goAway(WriteOutcome outcome) {
    away = Optional.of(outcome);
  }

  void comeBack() {
    away = Optional.empty();
  }

  /** The next write ends so. */
  void once(WriteOutcome outcome) {
    next.add(outcome);
  }

  /** A batch with such a point ends so, and nothing of it is written. */
  void poison(Predicate<Point> points, WriteOutcome outcome) {
    bad = points;
    onBad = outcome;
  }

  /** Such a point is not for it, and it says so before anything is sent. */
  void objectTo(Predicate<Point> points, String reason) {
    unwanted = points;
    objection = reason;
  }

  @Override
  public Optional<String> objection(Point point) {
    return unwanted.test(point) ? Optional.of(objection) : Optional.empty();
  }

  /** It is another, empty store now: it refuses everything until it is prepared. */
  void dropTables() {
    points.clear();
    tables = false;
  }

  void takeAtMost(int count) {
    largest = count;
  }

  @Override
  public WriteOutcome prepare() {
    tables |= away.isEmpty();
    return away.orElse(new WriteOutcome.Written());
  }

  @Override
  public WriteOutcome write(List<? extends Point> batch) {
    if (batch.isEmpty()) {
      return new WriteOutcome.Written();
    }
    batches.add(batch.size());
    if (away.isPresent()) {
      return away.get();
    }
    if (!tables) {
      return new WriteOutcome.Refused("no such table");
    }
    if (!next.isEmpty()) {
      return next.removeFirst();
    }
    if (batch.size() > largest) {
      return new WriteOutcome.TooLarge("too large");
    }
    if (batch.stream().anyMatch(bad)) {
      return onBad;
    }
    batch.forEach(point -> points.put(identity(point), point));
    return new WriteOutcome.Written();
  }

  private static List<Object> identity(Point point) {
    if (point instanceof Point.Reading reading) {
      return List.of(
          reading.path(),
          reading.vessel(),
          reading.source(),
          reading.epoch(),
          reading.timeMillis());
    }
    if (point instanceof Point.Ledger ledger) {
      return List.of(
          ledger.timeMillis(), ledger.vessel(), ledger.stream(), ledger.kind(), ledger.first());
    }
    Point.ChannelEntry entry = (Point.ChannelEntry) point;
    return List.of(entry.vessel(), entry.stream(), entry.channel().id());
  }

  List<Point.Reading> readings() {
    return all(Point.Reading.class);
  }

  private <T extends Point> List<T> all(Class<T> type) {
    Collection<Point> all = points.values();
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public List<Point.Ledger> ledger() throws StoreUnavailable {
    requireThere();
    return all(Point.Ledger.class);
  }

  @Override
  public List<Point.ChannelEntry> channels() throws StoreUnavailable {
    requireThere();
    return all(Point.ChannelEntry.class);
  }

  @Override
  public List<Point.Reading> latest(VesselId vessel) throws StoreUnavailable {
    requireThere();
    return readings();
  }

  @Override
  public long count() throws StoreUnavailable {
    requireThere();
    return readings().size();
  }

  @Override
  public History history(HistoryQuery query) throws StoreUnavailable {
    throw new StoreUnavailable("no charts from memory");
  }

  private void requireThere() throws StoreUnavailable {
    if (away.isPresent()) {
      throw new StoreUnavailable("away");
    }
  }

  @Override
  public void close() {}
}
