package org.plimsoll.bench;

/** The store of a torture run. */
public enum StoreKind {
  /** QuestDB inside the shore's process: its death is the store's. */
  EMBEDDED,
  /** A real {@code influxd} 1 in a process of its own, with a death of its own. */
  INFLUXDB
}
