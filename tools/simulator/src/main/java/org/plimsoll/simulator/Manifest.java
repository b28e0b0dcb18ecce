package org.plimsoll.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What is to be carried, in the order in which it rolls aboard.
 *
 * <p>Rows are filled from midship outwards and lanes from side to side, so that trim and list stay
 * small while loading.
 *
 * @param units rows and lanes full of them, {@value #TOTAL_TONNES} t together
 * @param excess one load more, with which the cargo limit is passed
 */
record Manifest(List<CargoUnit> units, CargoUnit excess) {

  static final double TOTAL_TONNES = 955;

  /** 36 lorries and trailers. */
  private static final Traffic LORRIES = new Traffic(9, List.of(-6.0, 6.0, 2.0, -2.0), 18, 36);

  /** 14 road trains beside the centre line, each near what the weighbridge can weigh. */
  private static final Traffic ROAD_TRAINS = new Traffic(7, List.of(-2.0, 2.0), 60, 72);

  private static final double MIDDLE_ROW_FROM_AP_METRES = 48;
  private static final double ROW_METRES = 8;

  /** The lorry whose papers lie rolls early, so that a short run shows it. */
  private static final int LIAR = 1;

  private static final double LIE_TONNES = 12.2;
  private static final double EXCESS_TONNES = 70;

  /**
   * What the units are like, before their sum is made what it shall be.
   *
   * @param rows from midship outwards
   * @param lanesStarboardMetres of each lane of a row, + to starboard
   * @param lightestTonnes of a unit
   * @param heaviestTonnes of a unit; the one whose papers lie is as heavy
   */
  private record Traffic(
      int rows, List<Double> lanesStarboardMetres, double lightestTonnes, double heaviestTonnes) {

    int lanes() {
      return lanesStarboardMetres.size();
    }
  }

  static Manifest draw(RandomGenerator random, Scenario scenario) {
    return draw(random, scenario == Scenario.OVERLOADED ? ROAD_TRAINS : LORRIES);
  }

  private static Manifest draw(RandomGenerator random, Traffic traffic) {
    int count = traffic.rows() * traffic.lanes();
    double[] masses = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      masses[i] =
          i == LIAR
              ? traffic.heaviestTonnes()
              : random.nextDouble(traffic.lightestTonnes(), traffic.heaviestTonnes());
      sum += masses[i];
    }
    List<CargoUnit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double mass = wholeTwentieth(masses[i] * TOTAL_TONNES / sum);
      double slip = i == LIAR ? -LIE_TONNES : mass * 0.004 * random.nextGaussian();
      int row = i / traffic.lanes();
      int side = row % 2 == 0 ? -1 : 1;
      double fromAp = MIDDLE_ROW_FROM_AP_METRES + side * ((row + 1) / 2) * ROW_METRES;
      units.add(
          new CargoUnit(
              String.format(Locale.ROOT, "RJ-%02d", i + 1),
              Math.round((mass + slip) * 10) / 10.0,
              mass,
              fromAp,
              traffic.lanesStarboardMetres().get(i % traffic.lanes())));
    }
    return new Manifest(
        List.copyOf(units), new CargoUnit("RJ-99", EXCESS_TONNES, EXCESS_TONNES, 45, 0));
  }

  private static double wholeTwentieth(double tonnes) {
    return Math.round(tonnes * 20) / 20.0;
  }
}
