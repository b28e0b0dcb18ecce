package org.plimsoll.naval.loadline;

import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;

/**
 * Whether the marks at midship are clear of the water, judged on each side for itself: a list puts
 * one mark under while the mean stays clear.
 *
 * @param port at the port mark
 * @param starboard at the starboard mark
 * @param allowedMetres limit in the water in which she lies; NaN-free, empty if it is not known
 * @param u95Metres expanded uncertainty of a draught, and so of a margin; empty if it is not known
 * @param text for the officer of the watch
 */
public record MarkCompliance(
    Side port,
    Side starboard,
    OptionalDouble allowedMetres,
    OptionalDouble u95Metres,
    String text) {

  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;

  /** The state of one mark, from bad to good. */
  public enum State {
    /** Under water as measured. */
    SUBMERGED,
    /** Not known. */
    UNKNOWN,
    /** Clear by less than the measurement can tell. */
    DOUBTFUL,
    CLEAR
  }

  /**
   * One side.
   *
   * @param marginMetres waterline below the limit, negative when the mark is submerged; empty
   *     without a reading
   */
  public record Side(State state, OptionalDouble marginMetres) {}

  /**
   * Judges both sides.
   *
   * @param portMetres midship draught at the port mark, empty if not known
   * @param starboardMetres midship draught at the starboard mark, empty if not known
   * @param u95Metres expanded uncertainty of a draught
   * @param density of the water in which she lies, empty if not measured or stale
   */
  public static MarkCompliance judge(
      DepartureLimit limit,
      OptionalDouble portMetres,
      OptionalDouble starboardMetres,
      double u95Metres,
      OptionalDouble density) {
    if (density.isEmpty()) {
      return unknown("no valid density of the water: the dock water allowance is not known");
    }
    double water = density.getAsDouble();
    if (!(water >= LEAST_DENSITY && water <= GREATEST_DENSITY)) {
      return unknown(
          Phrase.of(
              "density %.4f t/m3, allowed %.2f to %.2f", water, LEAST_DENSITY, GREATEST_DENSITY));
    }
    double allowed = limit.inWaterMetres(water);
    Side port = side(allowed, portMetres, u95Metres);
    Side starboard = side(allowed, starboardMetres, u95Metres);
    String text =
        Phrase.of(
            "port %s, starboard %s; allowed %.3f m in water of %.4f t/m3, %s",
            words(port), words(starboard), allowed, water, limit.text());
    OptionalDouble u95 =
        Double.isFinite(u95Metres) ? OptionalDouble.of(u95Metres) : OptionalDouble.empty();
    return new MarkCompliance(port, starboard, OptionalDouble.of(allowed), u95, text);
  }

  /** The state that counts: the worse of the sides. */
  public State governing() {
    return port.state().compareTo(starboard.state()) <= 0 ? port.state() : starboard.state();
  }

  private static Side side(double allowed, OptionalDouble draught, double u95) {
    if (draught.isEmpty() || !Double.isFinite(draught.getAsDouble())) {
      return new Side(State.UNKNOWN, OptionalDouble.empty());
    }
    double margin = allowed - draught.getAsDouble();
    State state = margin < 0 ? State.SUBMERGED : margin >= u95 ? State.CLEAR : State.DOUBTFUL;
    return new Side(state, OptionalDouble.of(margin));
  }

  private static String words(Side side) {
    if (side.marginMetres().isEmpty()) {
      return "not known";
    }
    double margin = side.marginMetres().getAsDouble();
    return switch (side.state()) {
      case SUBMERGED -> Phrase.of("submerged by %.3f m", -margin);
      case DOUBTFUL -> Phrase.of("clear by %.3f m, less than the reading is sure of", margin);
      default -> Phrase.of("clear by %.3f m", margin);
    };
  }

  private static MarkCompliance unknown(String reason) {
    Side side = new Side(State.UNKNOWN, OptionalDouble.empty());
    return new MarkCompliance(side, side, OptionalDouble.empty(), OptionalDouble.empty(), reason);
  }
}
