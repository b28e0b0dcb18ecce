package org.plimsoll.vessel.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import org.plimsoll.vessel.loading.DraughtSensors;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.loading.TankConfig;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * Invented seconds of the ship, computed before the first real one and thrown away. The naval
 * computation is run once a second, so the virtual machine would need minutes to learn it, and the
 * first second alone, in which every class is loaded, would hold up an alarm by a tenth of a
 * second. Nothing of it is stored, shown or sent.
 */
public final class Rehearsal {

  /** So many seconds of the ship are enough for the figures to settle. */
  static final int SECONDS = 600;

  /** A slow machine has less of it: she is to be watched soon. */
  static final Duration MOST = Duration.ofSeconds(1);

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final double SWELL_METRES = 0.05;
  private static final double SWELL_SECONDS = 8;
  private static final double FREEBOARD_LEFT_METRES = 0.1;
  private static final double TANK_METRES = 1;

  private Rehearsal() {}

  /**
   * How far it went.
   *
   * @param seconds of the ship that were computed
   * @param last what the last of them came to
   */
  public record Played(int seconds, NavalPicture last) {}

  /**
   * Computes the ship of these rules, loaded almost to her summer mark.
   *
   * @param time in whose season she swims
   * @param nanos for how long it has taken
   * @return what the last of these seconds came to
   */
  public static Played play(ShipRules rules, Instant time, LongSupplier nanos) {
    NavalWatch naval = new NavalWatch(rules, Map.of());
    Deck deck = new Deck(rules.ship());
    long begun = nanos.getAsLong();
    int second = 0;
    while (second < SECONDS && nanos.getAsLong() - begun < MOST.toNanos()) {
      long now = second * SECOND_NANOS;
      deck.speak(naval, second, now);
      naval.compute(deck, time.plusSeconds(second), now);
      naval.judged();
      second++;
    }
    return new Played(second, naval.picture());
  }

  /** Instruments that all work; she moves in a swell, and of other things half is there. */
  private static final class Deck implements Instruments {

    private final Map<String, DraughtSensors.Sensor> sensors;
    private final Map<String, TankConfig> tanks = new HashMap<>();
    private final double waterDensity;
    private final double draughtMetres;
    private double swellMetres;

    Deck(ShipConfig ship) {
      draughtMetres = ship.particulars().summerDraughtMetres() - FREEBOARD_LEFT_METRES;
      waterDensity = ship.water().density();
      sensors = ship.sensors().bySource();
      ship.deductibles().tanks().forEach(tank -> tanks.put(tank.gauge().path(), tank));
    }

    void speak(NavalWatch naval, int second, long nowNanos) {
      swellMetres = SWELL_METRES * Math.sin(2 * Math.PI * second / SWELL_SECONDS);
      for (Quantity quantity : Quantities.all()) {
        naval.hear(quantity, figure(quantity), nowNanos);
      }
      for (TankConfig tank : tanks.values()) {
        naval.hear(tank.gauge(), figure(tank.gauge()), nowNanos);
      }
    }

    @Override
    public OptionalDouble usable(Quantity quantity) {
      return OptionalDouble.of(figure(quantity));
    }

    @Override
    public Optional<ChannelState> sensor(Quantity quantity) {
      return Optional.empty();
    }

    private double figure(Quantity quantity) {
      double half = (quantity.minimum() + quantity.maximum()) / 2;
      DraughtSensors.Sensor sensor = sensors.get(quantity.path());
      if (sensor != null) {
        return figure(
            of -> sensor.principle().draughtMetres(of, waterDensity), draughtMetres + swellMetres);
      }
      TankConfig tank = tanks.get(quantity.path());
      if (tank == null || tank.figure() instanceof TankConfig.Figure.Current) {
        return half;
      }
      double density = tank.liquid().densityTonnesPerCubicMetre();
      return figure(of -> tank.figure().metres(of, density).orElseThrow(), TANK_METRES);
    }

    /** What a sensor says at so many metres; each speaks along a straight line. */
    private static double figure(DoubleUnaryOperator metres, double wanted) {
      double zero = metres.applyAsDouble(0);
      return (wanted - zero) / (metres.applyAsDouble(1) - zero);
    }
  }
}
