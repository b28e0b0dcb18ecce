package org.plimsoll.shore.ingest;

/** How the store stands with us. */
public enum StoreState {
  /** Not asked yet. */
  UNKNOWN,
  /** The last write is durable. */
  UP,
  /** It does not answer, or with an error; tried again with growing pauses. */
  DOWN,
  /** It refuses us: somebody must mend the configuration. Nothing is dropped meanwhile. */
  MISCONFIGURED
}
