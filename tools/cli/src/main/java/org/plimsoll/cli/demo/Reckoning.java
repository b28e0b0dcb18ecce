package org.plimsoll.cli.demo;

/**
 * What became of everything that was accepted.
 *
 * @param accepted readings durable aboard
 * @param rows rows in the store
 * @param points different points in the store
 * @param gaps readings thinned out aboard, with a gap record in their place
 * @param alerts alerts raised
 * @param outages times the ship lost the link
 */
record Reckoning(long accepted, long rows, long points, long gaps, long alerts, long outages) {

  /** Readings that are neither stored nor recorded as a gap. */
  long lost() {
    return accepted - gaps - points;
  }

  /** Rows that repeat a point. */
  long repeated() {
    return rows - points;
  }

  /** Whether every accepted reading is stored or recorded as a gap, once. */
  boolean isComplete() {
    return lost() == 0 && repeated() == 0;
  }

  /** The one line on stdout. */
  String line() {
    return String.format(
        "accepted %d, stored %d, gaps %d, alerts %d, outages %d, lost %d",
        accepted, rows, gaps, alerts, outages, lost());
  }
}
