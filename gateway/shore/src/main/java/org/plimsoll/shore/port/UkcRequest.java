package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.Optional;
import org.plimsoll.vocabulary.Quality;

/**
 * The ship's question how much water she will have below her keel, as the producer of an S-129 plan
 * wants it: how deep she lies, for when, along which route.
 *
 * @param at when her draught was measured
 * @param deepestDraughtMetres the deepest of her marks; S-129 {@code maximumDraught}
 * @param quality how far it may be trusted
 * @param purpose S-129 {@code underKeelClearancePurpose}
 * @param calculation S-129 {@code calculationRequested}
 * @param range when she wants to pass; S-129 {@code fixedTimeRange}
 */
public record UkcRequest(
    Instant at,
    double deepestDraughtMetres,
    Quality quality,
    Purpose purpose,
    Calculation calculation,
    Optional<Range> range)
    implements PortRecord {

  /** What the plan is for. */
  public enum Purpose {
    PRE_PLAN,
    ACTUAL_PLAN,
    ACTUAL_UPDATE
  }

  /** What is to be found. */
  public enum Calculation {
    /** When she may pass with this draught. */
    TIME_WINDOW,
    /** How deep she may lie at that time. */
    MAXIMUM_DRAUGHT
  }

  /** A span of time; it begins before it ends. */
  public record Range(Instant from, Instant to) {}

  @Override
  public RecordKind kind() {
    return RecordKind.UKC_REQUEST;
  }
}
