package org.plimsoll.bench.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A ferry's hull as a formula, of the size and shape of the reference ferry: what she displaces is
 * integrated from her sections to the waterline as it is, trimmed, listed and bent, without any
 * table. A transom immerses with depth and stern trim, as on real ro-ro ships.
 *
 * <p>The half breadth at x metres from the after perpendicular and z metres above the keel is
 * {@code b(x) ((z - k(x)) / (6.2 - k(x))) ^ n(x)}, wall-sided from 6.2 m upwards; {@code k} is the
 * height of the keel line, {@code b} the half breadth of the wall, {@code n} how much the section
 * flares.
 */
final class FormulaHull {

  static final double LENGTH = 100;
  static final double BREADTH = 19;

  private static final double HALF_BREADTH = BREADTH / 2;
  private static final double TRANSOM = -4;
  private static final double STEM = 101;
  private static final double WALL = 6.2;
  private static final double TRANSOM_KEEL = 3.9;
  private static final double RUN_BEGINS = 28;
  private static final double SHOULDER = 57;
  private static final double MIDSHIP_FLARE = 0.055;
  private static final int STATIONS = 420;
  private static final double STEP = (STEM - TRANSOM) / STATIONS;

  /** Of the edge of a listed waterline, each a hundred times nearer than the one before. */
  private static final int APPROACHES = 4;

  /**
   * How she lies.
   *
   * @param midshipMetres centreline draught at half length if she were straight
   * @param trimMetres between the perpendiculars, + by the stern
   * @param listRadians + to starboard
   * @param deflectionMetres at half length, + sag, a parabola that ends at the perpendiculars
   */
  record Attitude(
      double midshipMetres, double trimMetres, double listRadians, double deflectionMetres) {

    /** The draught on the centreline at a place. */
    double centreMetres(double fromApMetres) {
      double part = (fromApMetres - LENGTH / 2) / LENGTH;
      return midshipMetres - trimMetres * part + deflectionMetres * (1 - 4 * part * part);
    }
  }

  private record Section(double x, double keel, double wall, double flare) {}

  private final List<Section> sections = new ArrayList<>();

  FormulaHull() {
    for (int i = 0; i <= STATIONS; i++) {
      double x = TRANSOM + i * STEP;
      sections.add(section(x));
    }
  }

  /** Half the breadth at a place, x from the after perpendicular and z above the keel. */
  double halfBreadth(double x, double z) {
    return halfBreadth(section(x), z);
  }

  /** Volume below the waterline in cubic metres. */
  double volume(Attitude attitude) {
    double slope = Math.tan(attitude.listRadians());
    return alongShip(
        section -> {
          double height = attitude.centreMetres(section.x());
          return side(section, height, slope) + side(section, height, -slope);
        });
  }

  /** Waterplane area on even keel, square metres. */
  double waterplane(double draughtMetres) {
    return alongShip(section -> 2 * halfBreadth(section, draughtMetres));
  }

  /** Centre of the waterplane on even keel, from the after perpendicular. */
  double flotation(double draughtMetres) {
    return alongShip(section -> 2 * section.x() * halfBreadth(section, draughtMetres))
        / waterplane(draughtMetres);
  }

  /** Second moment of the waterplane on even keel about its centre, m4. */
  double longitudinalInertia(double draughtMetres) {
    double centre = flotation(draughtMetres);
    return alongShip(
        section -> 2 * Math.pow(section.x() - centre, 2) * halfBreadth(section, draughtMetres));
  }

  private static double halfBreadth(Section section, double z) {
    double above = Math.max(0, z - section.keel()) / (WALL - section.keel());
    return section.wall() * Math.pow(Math.min(1, above), section.flare());
  }

  /**
   * Area of one side of a section below a waterline that rises by {@code slope} from the centre
   * line outwards: columns of water from the shell up to the line, in closed form.
   */
  private static double side(Section section, double height, double slope) {
    if (height <= section.keel() || section.wall() <= 0) {
      return 0;
    }
    double edge = halfBreadth(section, height);
    for (int i = 0; slope != 0 && i < APPROACHES; i++) {
      edge = halfBreadth(section, height + slope * edge);
    }
    double exponent = 1 / section.flare();
    return (height - section.keel()) * edge
        + slope * edge * edge / 2
        - (WALL - section.keel())
            * section.wall()
            / (exponent + 1)
            * Math.pow(edge / section.wall(), exponent + 1);
  }

  private static Section section(double x) {
    return new Section(x, keel(x), wall(x), flare(x));
  }

  private static double keel(double x) {
    return x >= RUN_BEGINS
        ? 0
        : TRANSOM_KEEL * Math.pow((RUN_BEGINS - x) / (RUN_BEGINS - TRANSOM), 1.6);
  }

  private static double wall(double x) {
    if (x > SHOULDER) {
      return HALF_BREADTH * (1 - Math.pow((x - SHOULDER) / (STEM - SHOULDER), 1.8));
    }
    double aft = Math.max(0, (RUN_BEGINS - x) / (RUN_BEGINS - TRANSOM));
    return HALF_BREADTH * (1 - 0.45 * aft * aft);
  }

  private static double flare(double x) {
    if (x > SHOULDER) {
      return MIDSHIP_FLARE + 0.5 * Math.pow((x - SHOULDER) / (STEM - SHOULDER), 1.3);
    }
    return MIDSHIP_FLARE + 0.35 * Math.max(0, (45 - x) / (45 - TRANSOM));
  }

  /** Simpson's rule from transom to stem. */
  private double alongShip(ToDoubleFunction<Section> integrand) {
    double sum = 0;
    for (int i = 0; i <= STATIONS; i++) {
      int weight = i == 0 || i == STATIONS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * integrand.applyAsDouble(sections.get(i));
    }
    return sum * STEP / 3;
  }
}
