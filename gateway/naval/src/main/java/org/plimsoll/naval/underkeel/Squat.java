package org.plimsoll.naval.underkeel;

import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;

/** Greatest sinkage of a moving ship, by a formula, or why the formula has no say. */
public sealed interface Squat {

  /** Standard acceleration of gravity, m/s2. */
  double GRAVITY = 9.80665;

  /** Metres per second of one knot. */
  double KNOT = 1852 / 3600.0;

  /**
   * The sinkage at the end that squats most.
   *
   * @param metres 0 or more
   */
  record Sinks(double metres) implements Squat {}

  /**
   * Outside what the formula was made for.
   *
   * @param reason in words
   */
  record Outside(String reason) implements Squat {}

  /** The formulas. All take the speed through the water: a current past a moored ship counts. */
  enum Formula {
    /** Cb S2^(2/3) V^2.08 / 30 with S2 = S / (1 - S): the form used by pilots. */
    BARRASS {
      @Override
      double metres(Hull hull, double draught, Waterway water, double knots) {
        double blockage = water.blockage(hull, draught);
        double velocityReturn = blockage / (1 - blockage);
        return hull.blockCoefficient()
            * Math.pow(velocityReturn, 2 / 3.0)
            * Math.pow(knots, 2.08)
            / 30;
      }
    },
    /** Cb S^0.81 V^2.08 / 20: the later form of the same author. */
    BARRASS_2004 {
      @Override
      double metres(Hull hull, double draught, Waterway water, double knots) {
        return hull.blockCoefficient()
            * Math.pow(water.blockage(hull, draught), 0.81)
            * Math.pow(knots, 2.08)
            / 20;
      }
    },
    /** 2.4 V/L^2 Fn^2 / sqrt(1 - Fn^2); for Froude numbers of the depth up to 0.7. */
    ICORELS {
      @Override
      double metres(Hull hull, double draught, Waterway water, double knots) {
        double froude = water.depthFroude(knots * KNOT);
        return 2.4
            * hull.volumeCubicMetres(draught)
            / (hull.lengthMetres() * hull.lengthMetres())
            * froude
            * froude
            / Math.sqrt(1 - froude * froude);
      }
    },
    /** Cb V^2 / 100 in open and Cb V^2 / 50 in confined water: on the safe side. */
    SIMPLE {
      @Override
      double metres(Hull hull, double draught, Waterway water, double knots) {
        double divisor = water.widthMetres().isPresent() ? 50 : 100;
        return hull.blockCoefficient() * knots * knots / divisor;
      }
    };

    /** Beyond it ICORELS is not valid. */
    static final double GREATEST_ICORELS_FROUDE = 0.7;

    /** No ship of these formulas goes faster; the search for a speed ends there. */
    static final double GREATEST_SPEED = 40 * KNOT;

    /** To a thousandth of a millimetre a second. */
    private static final int HALVINGS = 25;

    /** No formula holds where the ship comes near the speed of her own wave. */
    static final double GREATEST_FROUDE = 1;

    abstract double metres(Hull hull, double draught, Waterway water, double knots);

    /**
     * The squat.
     *
     * @param draughtMetres static mean draught
     * @param metresPerSecond through the water, ahead or astern
     */
    public Squat squat(Hull hull, double draughtMetres, Waterway water, double metresPerSecond) {
      if (!(draughtMetres > 0 && water.depthMetres() > draughtMetres)) {
        return outside(
            "depth %.2f m with a draught of %.2f m: aground", water.depthMetres(), draughtMetres);
      }
      double blockage = water.blockage(hull, draughtMetres);
      if (!(blockage < 1)) {
        return outside("the ship fills %.2f of the channel", blockage);
      }
      double speed = Math.abs(metresPerSecond);
      double froude = water.depthFroude(speed);
      if (!isValid(froude)) {
        return outside(
            "%s at a depth Froude number of %.2f, valid to %.1f", this, froude, greatestFroude());
      }
      return new Sinks(metres(hull, draughtMetres, water, speed / KNOT));
    }

    /**
     * The speed through the water from which she squats by more than {@code roomMetres}: squat
     * grows with speed in every formula, so halving finds it.
     *
     * @return empty if she does not as far as the formula is valid, or the formula has no say here
     */
    OptionalDouble speedThatSinks(
        Hull hull, double draughtMetres, Waterway water, double roomMetres) {
      if (!(squat(hull, draughtMetres, water, 0) instanceof Sinks)) {
        return OptionalDouble.empty();
      }
      double holds = 0;
      double fails = GREATEST_SPEED;
      boolean seen = false;
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (holds + fails) / 2;
        boolean valid = isValid(water.depthFroude(middle));
        boolean tooMuch = valid && metres(hull, draughtMetres, water, middle / KNOT) > roomMetres;
        seen |= tooMuch;
        if (tooMuch || !valid) {
          fails = middle;
        } else {
          holds = middle;
        }
      }
      return seen ? OptionalDouble.of(fails) : OptionalDouble.empty();
    }

    private boolean isValid(double froude) {
      return froude < GREATEST_FROUDE && froude <= greatestFroude();
    }

    private double greatestFroude() {
      return this == ICORELS ? GREATEST_ICORELS_FROUDE : GREATEST_FROUDE;
    }

    private static Outside outside(String format, Object... arguments) {
      return new Outside(Phrase.of(format, arguments));
    }
  }
}
