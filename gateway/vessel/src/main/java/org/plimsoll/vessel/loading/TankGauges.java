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
   * @param unknown why each of the others is not known
   * @param readings the mass of each tank
   */
  record Contents(double tonnes, double sigmaTonnes, List<String> unknown, List<Reading> readings) {

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
    List<String> unknown = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (TankConfig tank : tanks) {
      TankContent content = content(tank, floating, instruments, nowNanos);
      if (content instanceof TankContent.Gauged gauged) {
        tonnes += gauged.massTonnes();
        variance += gauged.sigmaTonnes() * gauged.sigmaTonnes();
        readings.add(Reading.good(tank.mass(), gauged.massTonnes() * KILOGRAMS));
      } else {
        unknown.add(((TankContent.Unknown) content).reason());
        readings.add(Reading.invalid(tank.mass()));
      }
    }
    return new Contents(tonnes, Math.sqrt(variance), unknown, readings);
  }

  private TankContent content(
      TankConfig tank, FloatingPosition floating, Instruments instruments, long nowNanos) {
    String path = tank.gauge().path();
    MeanWindow filter = filters.get(path);
    if (filter == null) {
      return new TankContent.Unknown("tank " + tank.title() + " has no gauge");
    }
    filter.forget(nowNanos);
    if (instruments.usable(tank.gauge()).isEmpty()) {
      filter.clear();
    }
    if (filter.isEmpty()) {
      return new TankContent.Unknown("tank " + tank.title() + ": its gauge says nothing usable");
    }
    OptionalDouble metres =
        tank.figure().metres(filter.mean(), tank.liquid().densityTonnesPerCubicMetre());
    if (metres.isEmpty()) {
      return new TankContent.Unknown("tank " + tank.title() + ": the current is no measurement");
    }
    return tank.tank()
        .content(
            new Tank.Gauge(tank.figure().kind(), metres.getAsDouble(), tank.sigmaMetres()),
            floating.trimMetres(),
            floating.listRadians(),
            tank.liquid());
  }
}
