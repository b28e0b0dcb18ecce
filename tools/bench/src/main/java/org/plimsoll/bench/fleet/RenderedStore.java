package org.plimsoll.bench.fleet;

import java.util.List;
import org.plimsoll.shore.store.History;
import org.plimsoll.shore.store.HistoryQuery;
import org.plimsoll.shore.store.LineProtocol;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.VesselId;

/** A store that renders what it would send to its server, and keeps nothing. */
final class RenderedStore implements Store {

  private long readings;
  private long characters;

  @Override
  public WriteOutcome prepare() {
    return new WriteOutcome.Written();
  }

  @Override
  public WriteOutcome write(List<? extends Point> points) {
    characters += LineProtocol.of(points).length();
    readings += points.stream().filter(Point.Reading.class::isInstance).count();
    return new WriteOutcome.Written();
  }

  /** Readings so far. */
  long readings() {
    return readings;
  }

  /** Of line protocol, so far. */
  long characters() {
    return characters;
  }

  @Override
  public List<Point.Ledger> ledger() {
    return List.of();
  }

  @Override
  public List<Point.ChannelEntry> channels() {
    return List.of();
  }

  @Override
  public List<Point.Reading> latest(VesselId vessel) {
    return List.of();
  }

  @Override
  public long count() {
    return readings;
  }

  @Override
  public History history(HistoryQuery query) {
    throw new UnsupportedOperationException("nothing is kept");
  }

  @Override
  public void close() {}
}
