package org.plimsoll.shore.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.plimsoll.telemetry.VesselId;

/** Where readings, ledger and channel tables are kept. Any thread; every method blocks. */
public interface Store extends AutoCloseable {

  /** Most points of one batch. */
  int MAX_BATCH = 5_000;

  /** Shortest retention: ships keep what is not receipted for weeks, and it must find room. */
  Duration MIN_RETENTION = Duration.ofDays(60);

  /** Creates what is missing. Written once it is there; to be called before each first write. */
  WriteOutcome prepare();

  /**
   * Writes a batch. Once it is {@link WriteOutcome.Written}, all of it survives a power cut;
   * questions may see it a moment later.
   *
   * @param points at most {@link #MAX_BATCH}
   */
  WriteOutcome write(List<? extends Point> points);

  /**
   * Why a point is not to be written here, as far as that is known without asking the server; empty
   * where nothing speaks against it.
   */
  default Optional<String> objection(Point point) {
    return Optional.empty();
  }

  /** Everything the ledger says: first what is not there, then rows, consecutive ones joined. */
  List<Point.Ledger> ledger() throws StoreUnavailable;

  /** Every channel of every stream. */
  List<Point.ChannelEntry> channels() throws StoreUnavailable;

  /** The latest reading of each path and source of a vessel. */
  List<Point.Reading> latest(VesselId vessel) throws StoreUnavailable;

  /** How many readings are stored, of all vessels. */
  long count() throws StoreUnavailable;

  /** Readings of one path over a time, thinned so that extremes survive. */
  History history(HistoryQuery query) throws StoreUnavailable;

  @Override
  void close();
}
