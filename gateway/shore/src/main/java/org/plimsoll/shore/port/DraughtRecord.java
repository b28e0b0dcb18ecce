package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quality;

/**
 * How she lay at one of the three instants that a call has.
 *
 * @param instant which
 * @param at when it was measured
 * @param draughts at the marks, port and starboard together
 * @param displacement mass of the ship with all that is in her
 * @param deductiblesKilograms what of it is neither lightship nor cargo: tanks, stores, constant,
 *     persons
 * @param quality how far it may be trusted
 */
public record DraughtRecord(
    Moment instant,
    Instant at,
    Draughts draughts,
    Optional<Displacement> displacement,
    OptionalDouble deductiblesKilograms,
    Quality quality)
    implements PortRecord {

  /** When in a call. */
  public enum Moment {
    /** All fast. */
    ARRIVAL,
    /** Empty deck, before loading. */
    BASELINE,
    /** The last line is let go. */
    DEPARTURE
  }

  /**
   * Draughts at the marks, in metres: the mean of both sides, or the one that was read; empty where
   * neither was.
   */
  public record Draughts(OptionalDouble forward, OptionalDouble midship, OptionalDouble aft) {

    /** Nothing was read. */
    public static final Draughts NONE =
        new Draughts(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** Whether anything was. */
    public boolean isEmpty() {
      return equals(NONE);
    }
  }

  /** With its expanded uncertainty, k = 2. */
  public record Displacement(double kilograms, double u95Kilograms) {}

  @Override
  public RecordKind kind() {
    return RecordKind.DRAUGHT_RECORD;
  }
}
