package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody has looked at a cargo unit, and what was found.
 *
 * @param unit the record of the unit, or any of its corrections
 * @param finding what was found
 * @param by who looked
 * @param at when
 */
public record Inspection(UUID unit, Finding finding, String by, Instant at) implements PortRecord {

  /** What was found. */
  public enum Finding {
    AS_DECLARED,
    MASS_DIFFERS,
    CONTENT_DIFFERS,
    NOT_SECURED,
    DAMAGED,
    NOT_THERE
  }

  @Override
  public RecordKind kind() {
    return RecordKind.INSPECTION;
  }
}
