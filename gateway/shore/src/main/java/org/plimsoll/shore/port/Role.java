package org.plimsoll.shore.port;

/**
 * What a key is for; {@code PLIMSOLL} and {@code LOCAL} have none. "Everything" is everything that
 * ships do not withhold.
 */
public enum Role {
  /** Reads everything; writes calls, voyages, timestamps, decisions and reconciliations. */
  PORT_AUTHORITY,
  /** Reads calls, timestamps and cargo units of its calls; writes timestamps and units. */
  TERMINAL,
  /** Reads and writes what is hers. */
  SHIP,
  /** Reads everything, writes nothing. */
  READER,
  /** Runs the shore: reads everything, also what ships keep from a port; writes nothing. */
  OPERATOR,
  /** A program on this machine, while no key is configured. */
  LOCAL,
  /** The gateway itself. */
  PLIMSOLL
}
