package org.plimsoll.vessel.loading;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The mass that went over the ramp's weighbridge: the sum of completed weighings, aboard less
 * ashore.
 *
 * <p>A weighing is completed when a stable weight above {@link #LEAST_VEHICLE_KILOGRAMS} is
 * followed by one below {@link #EMPTY_KILOGRAMS}; the last stable weight counts, in the direction
 * that the ramp showed then. Without a known direction nobody can say whether she became heavier:
 * such a weighing is counted as unassigned and not added. What is on the bridge survives a restart
 * too. Confined to the pipeline thread.
 */
public final class RampTally {

  /** Lighter than any car, heavier than a crowd of pedestrians on the ramp. */
  public static final double LEAST_VEHICLE_KILOGRAMS = 500;

  /** Below this the bridge is empty, dirt and drift included. */
  public static final double EMPTY_KILOGRAMS = 200;

  /** Which way the ramp is worked. */
  public enum Direction {
    ABOARD(1),
    ASHORE(-1),
    UNKNOWN(0);

    private final int sign;

    Direction(int sign) {
      this.sign = sign;
    }

    /** Of a value of the quantity: above zero aboard, below ashore. */
    public static Direction of(OptionalDouble value) {
      double sign = value.orElse(0);
      return sign > 0 ? ABOARD : sign < 0 ? ASHORE : UNKNOWN;
    }
  }

  /** Fields of a memory by its version: an older gateway knew neither papers nor stowage. */
  private static final Map<String, Integer> FIELDS = Map.of("1", 6, "2", 7, "3", 8);

  private static final String VERSION = "3";

  private static final String NONE = "-";

  private double totalKilograms;
  private long weighings;
  private long unassigned;
  private double onBridgeKilograms;
  private Direction direction = Direction.UNKNOWN;
  private OptionalDouble declaredKilograms = OptionalDouble.empty();
  private OptionalDouble positionMetres = OptionalDouble.empty();
  private final Weighings weighingsSeen;

  /** What is told of each completed weighing. */
  public interface Weighings {

    /**
     * A unit went aboard.
     *
     * @param declaredKilograms empty when nobody said
     * @param positionMetres where it is stowed, from the after perpendicular; empty when nobody
     *     said
     */
    void board(double kilograms, OptionalDouble declaredKilograms, OptionalDouble positionMetres);

    /**
     * A unit with papers left the gate towards the deck, and nothing was weighed.
     *
     * @param declaredKilograms by its papers
     * @param positionMetres as for {@link #board}
     */
    void unweighed(double declaredKilograms, OptionalDouble positionMetres);

    /** A unit went ashore. */
    void land(double kilograms);

    /** A unit rolled in a direction that nobody knows. */
    void unassigned();
  }

  public RampTally(Weighings weighings) {
    this.weighingsSeen = weighings;
  }

  /** What the papers say of what is on the bridge now, in kilograms. */
  public void declared(double kilograms) {
    declaredKilograms = OptionalDouble.of(kilograms);
  }

  /**
   * The gate reads no papers any more. What had them has passed; if nothing is on the bridge, it
   * was not weighed.
   *
   * @param ramp the direction now; nobody declares what goes ashore
   * @return whether there is something new to remember
   */
  public boolean papersGone(Direction ramp) {
    if (declaredKilograms.isEmpty() || onBridgeKilograms > 0) {
      return false;
    }
    if (ramp != Direction.ASHORE) {
      weighingsSeen.unweighed(declaredKilograms.getAsDouble(), positionMetres);
    }
    declaredKilograms = OptionalDouble.empty();
    positionMetres = OptionalDouble.empty();
    return true;
  }

  /** Where what is on the bridge now will stand, in metres from the after perpendicular. */
  public void stowed(double metres) {
    positionMetres = OptionalDouble.of(metres);
  }

  /**
   * Takes one weight.
   *
   * @param massKilograms gross, of a weight that the indicator calls usable
   * @param stable whether the indicator calls it stable
   * @param ramp the direction now
   * @return whether there is something new to remember
   */
  public boolean weight(double massKilograms, boolean stable, Direction ramp) {
    if (stable && massKilograms > LEAST_VEHICLE_KILOGRAMS) {
      Direction now = ramp == Direction.UNKNOWN ? direction : ramp;
      boolean changed = massKilograms != onBridgeKilograms || now != direction;
      onBridgeKilograms = massKilograms;
      direction = now;
      return changed;
    }
    if (massKilograms < EMPTY_KILOGRAMS && onBridgeKilograms > 0) {
      direction = direction == Direction.UNKNOWN ? ramp : direction;
      complete();
      return true;
    }
    return false;
  }

  private void complete() {
    if (direction == Direction.UNKNOWN) {
      unassigned++;
      weighingsSeen.unassigned();
    } else {
      totalKilograms += direction.sign * onBridgeKilograms;
      weighings++;
      if (direction == Direction.ABOARD) {
        weighingsSeen.board(onBridgeKilograms, declaredKilograms, positionMetres);
      } else {
        weighingsSeen.land(onBridgeKilograms);
      }
    }
    declaredKilograms = OptionalDouble.empty();
    positionMetres = OptionalDouble.empty();
    onBridgeKilograms = 0;
    direction = Direction.UNKNOWN;
  }

  /** What she carries by the weighbridge, in kilograms. */
  public double totalKilograms() {
    return totalKilograms;
  }

  /** Completed weighings of known direction. */
  public long weighings() {
    return weighings;
  }

  /** Completed weighings of unknown direction, which the total does not have. */
  public long unassigned() {
    return unassigned;
  }

  /**
   * What must survive a power cut: version, total, weighings, unassigned, on the bridge, way,
   * papers, place.
   */
  public String memory() {
    return String.format(
        Locale.ROOT,
        "%s;%s;%d;%d;%s;%s;%s;%s",
        VERSION,
        totalKilograms,
        weighings,
        unassigned,
        onBridgeKilograms,
        direction,
        text(declaredKilograms),
        text(positionMetres));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : NONE;
  }

  /** A field that an older gateway did not write is as one of which nobody spoke. */
  private static OptionalDouble number(String[] fields, int index) {
    return index >= fields.length || fields[index].equals(NONE)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(fields[index]));
  }

  /**
   * Restores what {@link #memory()} said before the restart.
   *
   * @return false if it could not be read; the tally then begins at zero
   */
  public boolean restore(String memory) {
    String[] fields = memory.split(";", -1);
    if (fields.length != FIELDS.getOrDefault(fields[0], -1)) {
      return false;
    }
    try {
      double total = Double.parseDouble(fields[1]);
      long done = Long.parseLong(fields[2]);
      long lost = Long.parseLong(fields[3]);
      double onBridge = Double.parseDouble(fields[4]);
      Direction way = Direction.valueOf(fields[5]);
      OptionalDouble papers = number(fields, 6);
      OptionalDouble place = number(fields, 7);
      if (!Double.isFinite(total) || !Double.isFinite(onBridge)) {
        return false;
      }
      totalKilograms = total;
      weighings = done;
      unassigned = lost;
      onBridgeKilograms = onBridge;
      direction = way;
      declaredKilograms = papers;
      positionMetres = place;
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
