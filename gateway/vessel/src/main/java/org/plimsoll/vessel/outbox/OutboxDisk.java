package org.plimsoll.vessel.outbox;

import java.sql.SQLException;

/**
 * Where the tables of an outbox lie. Guarded by the outbox's lock, but for {@link #holdReserve},
 * which only the uplink thread calls.
 */
public interface OutboxDisk extends AutoCloseable {

  /**
   * Opens the tables, makes them when there are none, and mends them when they are damaged.
   *
   * @param damaged whether something in them could not be read the last time
   */
  Tables open(boolean damaged) throws SQLException;

  /** Bytes that the disk has left; plenty when that cannot be told. */
  long usableBytes();

  /** Holds some space for the moment when the disk is full, when there is enough of it. */
  void holdReserve();

  /** Gives that space back. */
  void releaseReserve();

  /** Lets others use the disk. Never throws. */
  @Override
  void close();
}
