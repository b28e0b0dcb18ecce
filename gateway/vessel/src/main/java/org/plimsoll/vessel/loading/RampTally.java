package org.plimsoll.vessel.loading;

import java.util.Locale;
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

  private static final String VERSION = "2";
  private static final int FIELDS = 7;

  /** Of a memory that an older gateway wrote. */
  private static final String WITHOUT_PAPERS = "1";

  private static final String NONE = "-";

  private double totalKilograms;
  private long weighings;
  private long unassigned;
  private double onBridgeKilograms;
  private Direction direction = Direction.UNKNOWN;
  private OptionalDouble declaredKilograms = OptionalDouble.empty();
  private final Weighings weighingsSeen;

  /** What is told of each completed weighing. */
  public interface Weighings {

    /** A unit went aboard; the declared mass is empty when nobody said. */
    void board(double kilograms, OptionalDouble declaredKilograms);

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
        weighingsSeen.board(onBridgeKilograms, declaredKilograms);
      } else {
        weighingsSeen.land(onBridgeKilograms);
      }
    }
    declaredKilograms = OptionalDouble.empty();
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
   * papers.
   */
  public String memory() {
    return String.format(
        Locale.ROOT,
        "%s;%s;%d;%d;%s;%s;%s",
        VERSION,
        totalKilograms,
        weighings,
        unassigned,
        onBridgeKilograms,
        direction,
        declaredKilograms.isPresent() ? declaredKilograms.getAsDouble() : NONE);
  }

  /**
   * Restores what {@link #memory()} said before the restart.
   *
   * @return false if it could not be read; the tally then begins at zero
   */
  public boolean restore(String memory) {
    String[] fields = memory.split(";", -1);
    boolean old = fields.length == FIELDS - 1 && fields[0].equals(WITHOUT_PAPERS);
    if (!old && (fields.length != FIELDS || !fields[0].equals(VERSION))) {
      return false;
    }
    try {
      double total = Double.parseDouble(fields[1]);
      long done = Long.parseLong(fields[2]);
      long lost = Long.parseLong(fields[3]);
      double onBridge = Double.parseDouble(fields[4]);
      Direction way = Direction.valueOf(fields[5]);
      OptionalDouble papers =
          old || fields[6].equals(NONE)
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(fields[6]));
      if (!Double.isFinite(total) || !Double.isFinite(onBridge)) {
        return false;
      }
      totalKilograms = total;
      weighings = done;
      unassigned = lost;
      onBridgeKilograms = onBridge;
      direction = way;
      declaredKilograms = papers;
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
