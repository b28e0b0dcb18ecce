package org.plimsoll.vessel.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quantity;

/**
 * The durable queue between the pipeline and the shore. The upper half is the pipeline's, the lower
 * half the uplink's; see the package for the threads.
 */
public interface Outbox extends AutoCloseable {

  /** The stream that is written; the same as long as the store lives. */
  StreamId stream();

  /**
   * The number of a channel, durable when it is returned. A channel whose unit, resolution or time
   * resolution changed gets a new number.
   *
   * @param timeResolutionMillis step of the times of its samples
   */
  int channelId(ChannelKey key, Quantity quantity, int timeResolutionMillis) throws OutboxFailure;

  /** The number of a channel of the default time resolution. */
  default int channelId(ChannelKey key, Quantity quantity) throws OutboxFailure {
    return channelId(key, quantity, org.plimsoll.telemetry.Channel.DEFAULT_TIME_RESOLUTION_MILLIS);
  }

  /** Every channel so far. Any thread, no I/O. */
  ChannelTable channels();

  /**
   * Accepts a commit group: when this returns, it survives a power cut.
   *
   * @return its sequence number; of a group without samples, the last one given
   */
  long append(CommitGroup group) throws OutboxFailure;

  /**
   * Gives a sequence number to readings that were lost before they could be accepted, so that they
   * are a gap record like any other; durable when this returns.
   *
   * @param readings how many, at least one
   * @return the sequence number of the gap
   */
  long recordLoss(long readings, GapReason reason) throws OutboxFailure;

  /** The memory as last committed. Any thread, no I/O. */
  Map<String, String> memory();

  /** The counts after the last call. Any thread, no I/O. */
  OutboxCounts counts();

  /**
   * Puts the commit groups that are in no block yet into blocks, then keeps to the bounds: old
   * acknowledged blocks go, pending ones that are too old, and when the space is still not enough
   * the oldest pending ones; what the shore does not have leaves gap records.
   *
   * @return whether anything was sealed
   */
  boolean seal() throws OutboxFailure;

  /**
   * Joins some adjacent small pending blocks to a large one, as if they had been sealed as one. A
   * block that is in flight should not be among them: a receipt for a part does not count. A
   * bounded piece of work, so that the pipeline need not wait long.
   *
   * @return whether there may be more to join
   */
  boolean repack() throws OutboxFailure;

  /** The ranges of the first {@code limit} pending blocks in this order. */
  List<Range> pending(PendingOrder order, int limit) throws OutboxFailure;

  /**
   * The pending block that begins at {@code first}; empty when there is none. A damaged one is put
   * aside and a gap record with the same range is returned in its place.
   */
  Optional<PendingBlock> load(long first) throws OutboxFailure;

  /**
   * Notes that the shore holds these ranges of this stream. A block is acknowledged when their
   * union covers it. Repetition, order and overlap make no difference; a range that this outbox
   * does not know is counted and ignored.
   *
   * @return how many blocks were acknowledged by this call
   */
  int acknowledge(List<Range> ranges) throws OutboxFailure;

  /**
   * Makes acknowledged blocks that overlap these ranges pending again. Where they are no longer
   * held a gap record becomes pending in their place, so that the shore need not ask for ever.
   *
   * @return how many blocks became pending, those of gap records included
   */
  int requeue(List<Range> ranges) throws OutboxFailure;

  /** Closes the store; everything accepted stays. Never throws. */
  @Override
  void close();
}
