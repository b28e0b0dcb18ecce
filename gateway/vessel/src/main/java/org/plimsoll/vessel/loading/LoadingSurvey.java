package org.plimsoll.vessel.loading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.DraughtWindow;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.Scatter;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vessel.state.TankDoubt;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * Filters the draughts and surveys the ship with them once a second. Confined to the pipeline
 * thread.
 */
public final class LoadingSurvey {

  private static final double KILOGRAMS = 1000;

  private final ShipConfig ship;
  private final DraughtSurvey usual;
  private final DraughtWindow window;
  private final TankGauges tanks;
  private final RollWatch roll;
  private final Map<DraughtMark, Quantity> said = new EnumMap<>(DraughtMark.class);
  private Water water;

  /** A survey of a ship by her hydrostatic table, which must be there. */
  public LoadingSurvey(ShipConfig ship) {
    this.ship = ship;
    this.usual =
        new DraughtSurvey(
            ship.particulars(), ship.table().orElseThrow(), ship.trimmed(), ship.accuracy());
    long windowNanos = ship.filter().toNanos();
    this.window = new DraughtWindow((int) ship.filter().toSeconds());
    this.tanks = new TankGauges(ship.deductibles().tanks(), windowNanos);
    this.roll = new RollWatch(windowNanos);
    ship.sensors()
        .bySource()
        .forEach((path, sensor) -> said.put(sensor.mark(), Quantities.of(path).orElseThrow()));
    this.water =
        new Water(ship.water().density(), Quality.STALE, Optional.empty(), "not yet looked at");
  }

  /**
   * The outcome of one second.
   *
   * @param draughts filtered, in metres, of each mark with a usable sensor
   * @param surveyed the survey; empty when none could be made
   * @param water she floats in
   * @param deductiblesTonnes fixed, constant and tanks together; empty when a tank is not known
   * @param deductiblesSigmaTonnes standard uncertainty of fixed deductibles and tanks
   * @param tankDoubts the tanks whose content is not known
   * @param scatter how far the motion leaves the draughts in doubt
   * @param rolling how she rolled; empty without an inclinometer
   * @param readings every derived quantity, invalid where it cannot be given
   * @param remarks why the survey is less than good, or missing
   */
  public record Outcome(
      Map<DraughtMark, Double> draughts,
      Optional<SurveyResult.Surveyed> surveyed,
      Water water,
      OptionalDouble deductiblesTonnes,
      double deductiblesSigmaTonnes,
      List<TankDoubt> tankDoubts,
      Scatter scatter,
      Optional<RollWatch.Period> rolling,
      List<Reading> readings,
      List<String> remarks) {}

  /** Before the first second. */
  public Outcome nothing() {
    return failed(Map.of(), Scatter.independent(0), new ArrayList<>(), "not yet looked at");
  }

  /** Takes what a sensor says, in the quantity's unit; what the survey does not need is ignored. */
  public void hear(Quantity quantity, double value, long nowNanos) {
    DraughtSensors.Sensor sensor = ship.sensors().bySource().get(quantity.path());
    if (sensor != null) {
      double metres = sensor.principle().draughtMetres(value, water.density());
      window.add(sensor.mark(), nowNanos, metres);
    } else if (ship.hasInclinometer() && quantity == Quantities.ROLL) {
      roll.add(nowNanos, value);
    } else {
      tanks.hear(quantity, value, nowNanos);
    }
  }

  /**
   * Surveys the ship.
   *
   * @param instruments a filter of a sensor that fell silent is emptied, so that old values never
   *     speak for it
   * @param time of now, by the gateway's clock
   */
  public Outcome survey(long nowNanos, Instruments instruments, Instant time) {
    water = Water.now(instruments, ship.water(), time);
    for (Map.Entry<DraughtMark, Quantity> sensor : said.entrySet()) {
      if (instruments.usable(sensor.getValue()).isEmpty()) {
        window.clear(sensor.getKey());
      }
    }
    Optional<DraughtWindow.Estimate> filtered = window.estimate(nowNanos);
    Map<DraughtMark, Double> draughts =
        filtered.map(estimate -> estimate.draughts().metres()).orElse(Map.of());
    List<Reading> readings = lengths(draughts);
    if (instruments.usable(Quantities.ROLL).isEmpty()) {
      roll.clear();
    }
    if (filtered.isEmpty()) {
      return failed(draughts, Scatter.independent(0), readings, "no usable draught");
    }
    List<String> remarks = new ArrayList<>();
    int least = Math.min(DraughtWindow.LEAST_SECONDS, (int) ship.filter().toSeconds());
    if (filtered.get().seconds() < least) {
      remarks.add("a draught has been heard for less than three periods of the swell");
    }
    return survey(filtered.get(), nowNanos, instruments, readings, remarks);
  }

  /** The draughts at the marks that have a sensor of another kind. */
  private List<Reading> lengths(Map<DraughtMark, Double> draughts) {
    List<Reading> readings = new ArrayList<>();
    for (DraughtSensors.Sensor sensor : ship.sensors().bySource().values()) {
      if (!sensor.isLength()) {
        Double metres = draughts.get(sensor.mark());
        readings.add(
            metres == null
                ? Reading.invalid(sensor.draught())
                : Reading.good(sensor.draught(), metres));
      }
    }
    return readings;
  }

  private Outcome survey(
      DraughtWindow.Estimate filtered,
      long nowNanos,
      Instruments instruments,
      List<Reading> readings,
      List<String> remarks) {
    ObservedDraughts observed = filtered.draughts();
    Scatter scatter = filtered.scatter();
    OptionalDouble counted = instruments.usable(Quantities.PASSENGERS_ON_BOARD);
    OptionalInt passengers =
        counted.isPresent()
            ? OptionalInt.of((int) Math.round(counted.getAsDouble()))
            : OptionalInt.empty();
    double fixed = ship.deductibles().fixedTonnes() + ship.deductibles().constantTonnes();
    OptionalDouble inclined = roll.list(nowNanos);
    Optional<FloatingPosition> floating = usual.floating(observed);
    TankGauges.Contents contents =
        floating.isPresent()
            ? tanks.contents(floating.get(), instruments, nowNanos)
            : TankGauges.Contents.NOTHING;
    boolean known = contents.doubts().isEmpty();
    double tonnes = fixed + contents.tonnes();
    double sigma = Math.hypot(ship.accuracy().deductiblesSigmaTonnes(), contents.sigmaTonnes());
    // Without the content of a tank no cargo is stated.
    SurveyResult result =
        usual
            .withDeductibles(sigma)
            .survey(
                observed,
                new SurveyConditions(
                    water.density(),
                    tonnes,
                    known ? passengers : OptionalInt.empty(),
                    scatter,
                    inclined));
    if (!(result instanceof SurveyResult.Surveyed surveyed)) {
      String reason = ((SurveyResult.Unsurveyable) result).reason();
      return failed(observed.metres(), scatter, readings, reason);
    }
    OptionalDouble deductibles = known ? OptionalDouble.of(tonnes) : OptionalDouble.empty();
    readings.addAll(contents.readings());
    contents.doubts().forEach(doubt -> remarks.add(doubt.text()));
    water.remark().ifPresent(remarks::add);
    remarks.addAll(surveyed.remarks());
    Quality quality = remarks.isEmpty() ? surveyed.quality() : Quality.DEGRADED;
    readings.addAll(SurveyReadings.of(surveyed, quality));
    readings.add(
        deductibles.isPresent()
            ? new Reading(
                Quantities.DEDUCTIBLES,
                OptionalDouble.of(deductibles.getAsDouble() * KILOGRAMS),
                quality)
            : Reading.invalid(Quantities.DEDUCTIBLES));
    return new Outcome(
        observed.metres(),
        Optional.of(judged(surveyed, quality, remarks)),
        water,
        deductibles,
        sigma,
        contents.doubts(),
        scatter,
        rolling(),
        readings,
        remarks);
  }

  private Optional<RollWatch.Period> rolling() {
    return ship.hasInclinometer() ? Optional.of(roll.period()) : Optional.empty();
  }

  private static SurveyResult.Surveyed judged(
      SurveyResult.Surveyed surveyed, Quality quality, List<String> remarks) {
    return new SurveyResult.Surveyed(
        surveyed.floating(),
        surveyed.displacement(),
        surveyed.cargo(),
        surveyed.loadLine(),
        quality,
        remarks,
        surveyed.displacementUncertainty(),
        surveyed.cargoUncertainty());
  }

  private Outcome failed(
      Map<DraughtMark, Double> draughts, Scatter scatter, List<Reading> readings, String reason) {
    for (Quantity quantity : SurveyReadings.DERIVED) {
      readings.add(Reading.invalid(quantity));
    }
    return new Outcome(
        draughts,
        Optional.empty(),
        water,
        OptionalDouble.empty(),
        0,
        List.of(),
        scatter,
        rolling(),
        readings,
        List.of(reason));
  }
}
