package org.plimsoll.bench.survey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.plimsoll.bench.survey.FormulaHull.Attitude;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtPrinciple;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.DraughtWindow;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.naval.reconciliation.Manifest;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.naval.reconciliation.Reconciliation;
import org.plimsoll.naval.reconciliation.Verdict;
import org.plimsoll.naval.reconciliation.WeightAccuracy;
import org.plimsoll.naval.tank.DraughtSensor;
import org.plimsoll.vocabulary.Quality;

/**
 * One stay at a berth, drawn: how she lies before and after loading, what she carries, and every
 * error of sensors and people. Used once by one thread.
 */
final class Voyage {

  /** Samples are taken once a second for as long as the filter's window. */
  static final int WINDOW_SECONDS = 60;

  /** What a sample differs from the next by, besides the sea. */
  static final double SAMPLE_NOISE_METRES = 0.002;

  static final double RESOLUTION_METRES = 0.001;

  private static final double SENSOR_HEIGHT_METRES = 0.2;
  private static final double PASCALS = 1000 * 9.80665;
  private static final int MOST_PASSENGERS = 200;
  private static final int LEAST_UNITS = 30;
  private static final int MOST_UNITS = 80;

  /** So many are never needed; one of some four is a ship that can be. */
  private static final int MOST_DRAWS = 10_000;

  private final FormulaHull hull;
  private final HullBooklet booklet;
  private final SurveyAccuracy accuracy;
  private final int sensors;
  private final DraughtSurvey survey;
  private final RandomGenerator random;
  private final double greatestChopMetres;

  // The truth of this stay.
  private final double density;
  private final double deductiblesTonnes;

  // What is wrong all through the stay.
  private final double biasMetres;
  private final double sampledDensity;
  private final double statedDeductiblesTonnes;

  Voyage(
      HullBooklet booklet,
      FormulaHull hull,
      SurveyAccuracy accuracy,
      int sensors,
      DraughtSurvey survey,
      double greatestChopMetres,
      RandomGenerator random) {
    this.hull = hull;
    this.booklet = booklet;
    this.accuracy = accuracy;
    this.sensors = sensors;
    this.survey = survey;
    this.random = random;
    this.greatestChopMetres = greatestChopMetres;
    density = random.nextDouble(1.002, 1.027);
    deductiblesTonnes = random.nextDouble(400, 700);
    biasMetres = random.nextGaussian() * accuracy.commonBiasMetres();
    sampledDensity = density + random.nextGaussian() * accuracy.densitySigmaTonnesPerCubicMetre();
    statedDeductiblesTonnes =
        deductiblesTonnes
            + random.nextGaussian() * accuracy.deductiblesSigmaTonnes()
            + random.nextGaussian() * accuracy.constantSigmaTonnes();
  }

  /** What came of one stay. */
  record Outcome(
      boolean absoluteInside,
      double absoluteU95Tonnes,
      boolean differenceInside,
      double differenceU95Tonnes,
      boolean good,
      Verdict honest,
      Verdict twentyTonnes,
      Verdict fortyTonnes) {}

  Outcome run() {
    Stay stay = stay();
    Seen after = look(stay.after(), random.nextInt(MOST_PASSENGERS + 1));
    Seen empty = look(stay.before(), 0);
    double loaded = after.cargoTonnes() - empty.cargoTonnes();
    double measured = after.statedTonnes() - empty.statedTonnes();
    double u95 =
        UncertaintyBudget.ofDifference(empty.budget(), after.budget(), UncertaintyBudget.SAME_STAY)
            .u95Tonnes();
    boolean good = empty.quality() == Quality.GOOD && after.quality() == Quality.GOOD;
    Mass mass = new Mass(measured, u95, good ? Quality.GOOD : Quality.DEGRADED);
    return new Outcome(
        Math.abs(after.statedTonnes() - after.cargoTonnes()) <= after.budget().u95Tonnes(),
        after.budget().u95Tonnes(),
        Math.abs(measured - loaded) <= u95,
        u95,
        good,
        verdict(loaded, 0, mass),
        verdict(loaded, 20, mass),
        verdict(loaded, 40, mass));
  }

  /** How she lies before and after loading. */
  private record Stay(Attitude before, Attitude after) {}

  /**
   * Draws until she is a ship that can be: before loading nothing aboard weighs less than nothing.
   */
  private Stay stay() {
    for (int i = 0; i < MOST_DRAWS; i++) {
      double midship = random.nextDouble(4.55, 5.25);
      Attitude after = attitude(midship);
      Attitude before = attitude(midship - random.nextDouble(0.15, 0.55));
      if (cargoTonnes(before, 0) >= 0) {
        return new Stay(before, after);
      }
    }
    throw new IllegalStateException("no ship with " + deductiblesTonnes + " t of deductibles");
  }

  private double cargoTonnes(Attitude attitude, int passengers) {
    return density * hull.volume(attitude)
        - booklet.particulars().lightshipTonnes()
        - deductiblesTonnes
        - passengers * DraughtSurvey.PASSENGER_TONNES;
  }

  private Attitude attitude(double midshipMetres) {
    return new Attitude(
        midshipMetres,
        random.nextDouble(-0.3, 1.0),
        Math.toRadians(random.nextDouble(-0.4, 0.4)),
        random.nextDouble(-0.03, 0.03));
  }

  /** A survey, with the truth beside it. */
  private record Seen(
      double cargoTonnes, double statedTonnes, UncertaintyBudget budget, Quality quality) {}

  private Seen look(Attitude attitude, int passengers) {
    double cargo = cargoTonnes(attitude, passengers);
    DraughtWindow.Estimate estimate = minute(attitude);
    SurveyResult result =
        survey.survey(
            estimate.draughts(),
            new SurveyConditions(
                sampledDensity,
                statedDeductiblesTonnes,
                OptionalInt.of(passengers),
                estimate.scatter(),
                OptionalDouble.of(attitude.listRadians())));
    if (result instanceof SurveyResult.Surveyed surveyed) {
      return new Seen(
          cargo,
          surveyed.cargo().orElseThrow().massTonnes(),
          surveyed.cargoUncertainty(),
          surveyed.quality());
    }
    throw new IllegalStateException("not surveyed: " + result + " with " + attitude);
  }

  /** A minute of the sensors, each wrong by itself and all by the bias, through the filter. */
  private DraughtWindow.Estimate minute(Attitude attitude) {
    Sea sea =
        new Sea(random, random.nextDouble() * greatestChopMetres, booklet.particulars().marks());
    Map<DraughtMark, Double> errors = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      errors.put(mark, biasMetres + random.nextGaussian() * accuracy.sensorSigmaMetres());
    }
    while (errors.size() > sensors) {
      errors.remove(DraughtMark.values()[random.nextInt(DraughtMark.values().length)]);
    }
    DraughtWindow window = new DraughtWindow(WINDOW_SECONDS);
    long nanos = 0;
    for (int second = 0; second < WINDOW_SECONDS; second++) {
      nanos = second * 1_000_000_000L;
      for (Map.Entry<DraughtMark, Double> error : errors.entrySet()) {
        double water =
            atMark(attitude, error.getKey())
                + sea.metres(error.getKey(), second)
                + SAMPLE_NOISE_METRES * random.nextGaussian();
        window.add(error.getKey(), nanos, sensed(water) + error.getValue());
      }
    }
    return window.estimate(nanos).orElseThrow();
  }

  /** What a sensor without an error of its own makes of the water above it. */
  private double sensed(double water) {
    double draught = water;
    if (accuracy.principle() == DraughtPrinciple.PRESSURE) {
      double pascals = (water - SENSOR_HEIGHT_METRES) * density * PASCALS;
      draught =
          new DraughtSensor.Pressure(SENSOR_HEIGHT_METRES).draughtMetres(pascals, sampledDensity);
    }
    return Math.rint(draught / RESOLUTION_METRES) * RESOLUTION_METRES;
  }

  private double atMark(Attitude attitude, DraughtMark mark) {
    MarkPositions marks = booklet.particulars().marks();
    double half = FormulaHull.BREADTH / 2 * Math.tan(attitude.listRadians());
    return switch (mark) {
      case FORWARD_PORT -> attitude.centreMetres(marks.forwardFromApMetres()) - half;
      case FORWARD_STARBOARD -> attitude.centreMetres(marks.forwardFromApMetres()) + half;
      case MIDSHIP_PORT -> attitude.centreMetres(marks.midshipFromApMetres()) - half;
      case MIDSHIP_STARBOARD -> attitude.centreMetres(marks.midshipFromApMetres()) + half;
      case AFT_PORT -> attitude.centreMetres(marks.aftFromApMetres()) - half;
      case AFT_STARBOARD -> attitude.centreMetres(marks.aftFromApMetres()) + half;
    };
  }

  /**
   * The verdict on a manifest whose units went over the weighbridge, but for one heavy lorry with
   * papers only.
   *
   * @param lieTonnes by which the papers of the lorry are wrong, too light or too heavy
   */
  private Verdict verdict(double loadedTonnes, double lieTonnes, Mass measured) {
    WeightAccuracy usual = WeightAccuracy.USUAL;
    double truth = random.nextDouble(42, 46);
    double paper = truth * (1 + random.nextGaussian() * usual.declaredPart() / 2);
    paper += random.nextBoolean() ? lieTonnes : -lieTonnes;
    List<CargoUnit> units = new ArrayList<>();
    units.add(unit("lorry", OptionalDouble.of(paper), OptionalDouble.empty()));
    int others = random.nextInt(LEAST_UNITS, MOST_UNITS);
    double[] shares = random.doubles(others, 0.2, 1.8).toArray();
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    for (int i = 0; i < others; i++) {
      double tonnes = (loadedTonnes - truth) * shares[i] / sum;
      double weighed = tonnes + random.nextGaussian() * usual.weighedTonnes() / 2;
      units.add(unit("unit " + i, OptionalDouble.empty(), OptionalDouble.of(weighed)));
    }
    Manifest manifest = new Manifest(units, Map.of());
    return Reconciliation.of(OptionalDouble.empty(), manifest.weights(usual), Optional.of(measured))
        .verdict();
  }

  private static CargoUnit unit(String id, OptionalDouble declared, OptionalDouble weighed) {
    return new CargoUnit(id, "any", "any", OptionalDouble.empty(), declared, weighed);
  }
}
