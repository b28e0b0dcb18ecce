package org.plimsoll.shore.store;

import java.util.OptionalDouble;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/**
 * One line in the store. Its identity is part of its content, so that writing it again overwrites
 * it with itself.
 */
public sealed interface Point {

  /**
   * Latest time that is stored: the end of the year 2099. Each further day would be a partition.
   */
  long MAX_TIME_MILLIS = 4_102_444_799_999L;

  /**
   * A reading; identified by path, vessel, source, clock epoch and time.
   *
   * @param vessel who measured
   * @param path what
   * @param source which line or check
   * @param epoch run of the ship's clock, from 0
   * @param timeMillis when, in ms since 1970-01-01 UTC, to {@link #MAX_TIME_MILLIS}
   * @param value in the channel's unit; absent is never zero
   * @param quality how far it may be trusted
   * @param sequence its row in the stream
   * @param stream the stream
   */
  record Reading(
      VesselId vessel,
      String path,
      String source,
      int epoch,
      long timeMillis,
      OptionalDouble value,
      Quality quality,
      long sequence,
      StreamId stream)
      implements Point {

    public Reading {
      Names.requireValid("path", path);
      Names.requireValid("source", source);
      if (timeMillis < 0 || timeMillis > MAX_TIME_MILLIS) {
        throw new IllegalArgumentException("time " + timeMillis + " ms is not in 1970 to 2099");
      }
      if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
        throw new IllegalArgumentException("value of " + path + " is not finite");
      }
    }
  }

  /**
   * An entry of the ledger: what became of a row or of a range of rows; identified by vessel,
   * stream, kind and {@code first}.
   *
   * @param vessel whose
   * @param stream which stream
   * @param kind what became of it
   * @param first first sequence number
   * @param last last sequence number; that of a row is {@code first}
   * @param readings how many readings
   * @param reason why they are not there; empty for a row
   * @param timeMillis time of the row's first reading; 0 for a gap, whose time nobody knows
   */
  record Ledger(
      VesselId vessel,
      StreamId stream,
      Kind kind,
      long first,
      long last,
      long readings,
      String reason,
      long timeMillis)
      implements Point {}

  /** What became of sequence numbers. */
  enum Kind {
    /** Stored. */
    ROW,
    /** Lost aboard; the ship says so. */
    GAP,
    /** Single readings of a stored row that the store refused; they are among the dead letters. */
    REFUSED
  }

  /**
   * A channel of a stream, so that every block can be read whatever the broker has kept; identified
   * by vessel, stream and id.
   */
  record ChannelEntry(VesselId vessel, StreamId stream, Channel channel) implements Point {}
}
