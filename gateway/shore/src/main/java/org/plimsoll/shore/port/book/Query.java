package org.plimsoll.shore.port.book;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.telemetry.VesselId;

/**
 * Which entries are asked for; ascending in the order of receipt.
 *
 * @param kind of what kind
 * @param parent root of what they belong to
 * @param vessel of this vessel alone
 * @param unlocode calls and crossings of this port alone
 * @param updatedSince received at this time or later
 * @param history also those that were superseded
 * @param after number of the last entry that is known
 * @param limit most entries of the answer
 */
public record Query(
    RecordKind kind,
    Optional<UUID> parent,
    Optional<VesselId> vessel,
    Optional<String> unlocode,
    Optional<Instant> updatedSince,
    boolean history,
    long after,
    int limit) {

  /** Most entries of an answer. */
  public static final int MAX_LIMIT = 500;

  /** Entries of an answer unless the reader says. */
  public static final int DEFAULT_LIMIT = 100;

  /** Of what belongs to this parent. */
  public Query below(UUID root) {
    return new Query(
        kind, Optional.of(root), vessel, unlocode, updatedSince, history, after, limit);
  }

  /** With one entry more, to see whether there are more. */
  public Query plusOne() {
    return new Query(kind, parent, vessel, unlocode, updatedSince, history, after, limit + 1);
  }

  static Query children(RecordKind kind, UUID parent, int limit) {
    return new Query(
        kind,
        Optional.of(parent),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        limit);
  }
}
