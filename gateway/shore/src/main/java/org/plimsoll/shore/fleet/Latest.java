package org.plimsoll.shore.fleet;

import java.util.OptionalDouble;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quality;

/**
 * The newest reading of a channel.
 *
 * @param channel what was measured, by what
 * @param stream where it came in
 * @param sequence its row there
 * @param timeMillis when it was measured, in ms since 1970-01-01 UTC
 * @param value in the channel's unit; absent is never zero
 * @param quality how far it may be trusted
 */
public record Latest(
    Channel channel,
    StreamId stream,
    long sequence,
    long timeMillis,
    OptionalDouble value,
    Quality quality) {

  /**
   * Whether this replaces another. Backlog arrives behind the newest block, so arrival decides
   * nothing; within a stream its numbers do, whatever the ship's clock did.
   */
  boolean isNewerThan(Latest other) {
    if (stream.equals(other.stream) && sequence != other.sequence) {
      return sequence > other.sequence;
    }
    return timeMillis >= other.timeMillis;
  }
}
