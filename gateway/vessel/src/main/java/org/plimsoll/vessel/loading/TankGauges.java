package org.plimsoll.vessel.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.tank.Tank;
import org.plimsoll.naval.tank.TankContent;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vessel.state.TankDoubt;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** The gauged tanks with what their gauges said of late. Confined to the pipeline thread. */
final class TankGauges {

  private static final double KILOGRAMS = 1000;

  private final List<TankConfig> tanks;
  private final Map<String, MeanWindow> filters = new HashMap<>();

  /**
   * @param windowNanos over which the slop in a tank is averaged
   */
  TankGauges(List<TankConfig> tanks, long windowNanos) {
    this.tanks = tanks;
    for (TankConfig tank : tanks) {
      filters.put(tank.gauge().path(), new MeanWindow(windowNanos));
    }
  }

  /**
   * What is in all tanks together.
   *
   * @param tonnes of those that are known
   * @param sigmaTonnes standard uncertainty of that
   * @param doubts the others, and why they are not known
   * @param readings the mass of each tank
   */
  record Contents(
      double tonnes, double sigmaTonnes, List<TankDoubt> doubts, List<Reading> readings) {

    /** Of a ship of which nobody knows how she lies. */
    static final Contents NOTHING = new Contents(0, 0, List.of(), List.of());
  }

  void hear(Quantity quantity, double figure, long nowNanos) {
    MeanWindow filter = filters.get(quantity.path());
    if (filter != null) {
      filter.add(nowNanos, figure);
    }
  }

  Contents contents(FloatingPosition floating, Instruments instruments, long nowNanos) {
    double tonnes = 0;
    double variance = 0;
    List<TankDoubt> doubts = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < tanks.size(); i++) {
      TankConfig tank = tanks.get(i);
      Found found = find(tank, floating, instruments, nowNanos);
      if (found instanceof Known known) {
        TankContent.Gauged gauged = known.content();
        tonnes += gauged.massTonnes();
        variance += gauged.sigmaTonnes() * gauged.sigmaTonnes();
        readings.add(Reading.good(tank.mass(), gauged.massTonnes() * KILOGRAMS));
      } else if (found instanceof Doubtful doubtful) {
        doubts.add(new TankDoubt(i + 1, doubtful.cause(), doubtful.text()));
        readings.add(Reading.invalid(tank.mass()));
      }
    }
    return new Contents(tonnes, Math.sqrt(variance), doubts, readings);
  }

  /** What came of looking into a tank. */
  private sealed interface Found permits Known, Doubtful {}

  private record Known(TankContent.Gauged content) implements Found {}

  private record Doubtful(TankDoubt.Cause cause, String text) implements Found {}

  private Found find(
      TankConfig tank, FloatingPosition floating, Instruments instruments, long nowNanos) {
    String name = "tank " + tank.title();
    MeanWindow filter = filters.get(tank.gauge().path());
    if (filter == null) {
      return new Doubtful(TankDoubt.Cause.SILENT, name + " has no gauge");
    }
    filter.forget(nowNanos);
    if (instruments.usable(tank.gauge()).isEmpty()) {
      filter.clear();
    }
    if (filter.isEmpty()) {
      return new Doubtful(whyUnusable(tank, instruments), name + ": its gauge says nothing usable");
    }
    OptionalDouble metres =
        tank.figure().metres(filter.mean(), tank.liquid().densityTonnesPerCubicMetre());
    if (metres.isEmpty()) {
      return new Doubtful(TankDoubt.Cause.NO_MEASUREMENT, name + ": the current is no measurement");
    }
    return inTable(
        tank.tank()
            .content(
                new Tank.Gauge(tank.figure().kind(), metres.getAsDouble(), tank.sigmaMetres()),
                floating.trimMetres(),
                floating.listRadians(),
                tank.liquid()));
  }

  private static TankDoubt.Cause whyUnusable(TankConfig tank, Instruments instruments) {
    return instruments
        .sensor(tank.gauge())
        .filter(gauge -> gauge.quality() == Quality.INVALID)
        .map(said -> TankDoubt.Cause.NO_MEASUREMENT)
        .orElse(TankDoubt.Cause.SILENT);
  }

  private static Found inTable(TankContent content) {
    if (content instanceof TankContent.Gauged gauged) {
      return new Known(gauged);
    }
    TankContent.Unknown unknown = (TankContent.Unknown) content;
    return new Doubtful(
        unknown.outside() == TankContent.Argument.TRIM
            ? TankDoubt.Cause.OUTSIDE_TRIM
            : TankDoubt.Cause.OUTSIDE_TABLE,
        "tank " + unknown.reason());
  }
}
