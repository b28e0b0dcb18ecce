package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;

/**
 * What the outbox keeps, and no more than that: what is done with it is decided above.
 *
 * <p>Everything from one {@link #commit} to the next is one transaction. It is durable as a whole
 * when {@code commit} returns; when anything failed before, the tables are closed, and of the
 * transaction all or nothing is there when they are opened again. Not thread-safe; the outbox
 * guards them with its lock.
 */
public interface Tables extends AutoCloseable {

  /** Whether a block waits for its receipt, or has it and is kept for a while. */
  enum State {
    PENDING,
    ACKNOWLEDGED
  }

  /** The counts that do not follow from the rows and blocks that are left. */
  record Totals(long lastSequence, long acknowledged, long gapRecorded) {}

  /**
   * A commit group that is in no block yet.
   *
   * @param acceptedMillis when it was accepted
   * @param body a block of this row alone; empty when it cannot be read
   */
  record StoredRow(long sequence, long acceptedMillis, long readings, byte[] body) {}

  /**
   * A block as it stands in the table.
   *
   * @param sealedMillis when the oldest of it was sealed
   * @param body empty where only sizes were asked for
   */
  record StoredBlock(
      long first,
      long last,
      long readings,
      long gapReadings,
      long bytes,
      long sealedMillis,
      int channels,
      byte[] body) {}

  /** Sums over some blocks or rows; {@code last} is 0 without any. */
  record Sums(long count, long readings, long bytes, long last) {}

  /** Bytes that were put aside, and why. */
  record Damaged(long first, long last, long readings, String reason, long atMillis, byte[] body) {}

  /** The stream whose tables these are. */
  StreamId stream() throws SQLException;

  /** When the newest of what they hold was accepted or sealed; 0 without any. */
  long newestMillis() throws SQLException;

  Totals totals() throws SQLException;

  void saveTotals(Totals totals) throws SQLException;

  List<Channel> channels() throws SQLException;

  void addChannel(Channel channel) throws SQLException;

  Map<String, String> memory() throws SQLException;

  /** An empty text forgets the key. */
  void remember(String key, String text) throws SQLException;

  void addRow(StoredRow row) throws SQLException;

  /** The oldest rows, in their order. */
  List<StoredRow> rows(int limit) throws SQLException;

  void removeRows(long throughSequence) throws SQLException;

  Sums rowSums() throws SQLException;

  /** When the oldest row was accepted. */
  OptionalLong oldestAccepted() throws SQLException;

  /** Adds a pending block. */
  void addBlock(StoredBlock block) throws SQLException;

  /** Whether there was one. */
  boolean removeBlock(long first) throws SQLException;

  /** The pending block that begins there, with its body. */
  Optional<StoredBlock> pendingBlock(long first) throws SQLException;

  List<Range> pending(PendingOrder order, int limit) throws SQLException;

  /** Sizes of pending blocks that begin at {@code from} to below {@code before}, oldest first. */
  List<StoredBlock> pendingSizes(long from, long before, int limit) throws SQLException;

  /** When the oldest pending block was sealed. */
  OptionalLong oldestSealed() throws SQLException;

  Sums blockSums(State state) throws SQLException;

  /** Marks the pending blocks that lie within a range as acknowledged, and sums them up. */
  Sums acknowledge(Range range, long atMillis) throws SQLException;

  /** Marks the acknowledged blocks that overlap a range as pending, and sums them up. */
  Sums requeue(Range range) throws SQLException;

  /** What of a range is in blocks, whatever their state; at most {@code limit} pieces of it. */
  List<Range> blocksIn(Range range, int limit) throws SQLException;

  /** When the oldest acknowledged block was. */
  OptionalLong oldestAcknowledged() throws SQLException;

  /** Sizes of blocks acknowledged before then, oldest first. */
  List<StoredBlock> acknowledgedSizes(long beforeMillis, int limit) throws SQLException;

  /** Puts damaged bytes aside; of more than {@code atMost} the oldest go. */
  void quarantine(Damaged damaged, int atMost) throws SQLException;

  /** Bytes within the file that nothing uses: they take what comes before the file grows. */
  long freeBytes() throws SQLException;

  void commit() throws SQLException;

  /** Closes; what is not committed is undone. Never throws. */
  @Override
  void close();
}
