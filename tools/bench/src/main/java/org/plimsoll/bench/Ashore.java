package org.plimsoll.bench;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** What the store holds of one vessel, as a stranger asks it: not through our own reading of it. */
interface Ashore {

  /** What makes a row of the store the same row. */
  record Place(String path, String source, int epoch, long timeMillis) {}

  /** A row of the store; without a value where a reading had none. */
  record Stored(Place place, OptionalDouble value) {}

  /**
   * Readings that are next to each other aboard.
   *
   * @param first lowest sequence number.
   * @param last highest sequence number.
   * @param fromMillis earliest time of measurement.
   * @param toMillis latest time of measurement.
   */
  record Stretch(long first, long last, long fromMillis, long toMillis) {}

  /** Whether the store is there. */
  boolean answers() throws IOException, InterruptedException;

  /** Rows of the vessel. */
  long rows() throws IOException, InterruptedException;

  /** Different identities among these rows: path, source, clock epoch, time. */
  long identities() throws IOException, InterruptedException;

  /** Rows of other vessels. */
  long foreign() throws IOException, InterruptedException;

  /** The rows of a stretch. */
  List<Stored> rows(Stretch stretch) throws IOException, InterruptedException;
}
