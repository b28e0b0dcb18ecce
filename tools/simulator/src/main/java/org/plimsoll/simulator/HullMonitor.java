package org.plimsoll.simulator;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.protocol.nmea0183.Xdr;
import org.plimsoll.protocol.nmea0183.Xdr.Transducer;

/**
 * The hull monitor: an inclinometer twice a second ({@code A}, INCL, degrees, + to starboard), and
 * once a second the gauges of two ballast tanks ({@code D}, BALLAST-P a sounding, BALLAST-S an
 * ullage, metres) and the water's density ({@code G}, DENSITY, kg/m3).
 *
 * <p>Each ballast tank is a box of {@value #TANK_SQUARE_METRES} m2 whose gauge stands {@value
 * #GAUGE_AFT_METRES} m abaft its middle; {@code ballast.csv} of the examples is its table.
 */
final class HullMonitor implements Device {

  static final double TANK_SQUARE_METRES = 40;
  static final double GAUGE_AFT_METRES = 5;
  static final double TANK_REFERENCE_METRES = 4.2;

  /** Sea water taken at sea. */
  static final double BALLAST_TONNES_PER_CUBIC_METRE = 1.025;

  private static final double INCLINOMETER_DEGREES = 0.01;
  private static final double GAUGE_METRES = 0.004;
  private static final double DENSITY_KILOGRAMS = 0.1;

  private final Voice voice;
  private final RandomGenerator random;
  private final Beat inclinometer = new Beat(0.15, 0.5);
  private final Beat gauges = new Beat(0.4, 1);

  HullMonitor(Voice voice, RandomGenerator random) {
    this.voice = voice;
    this.random = random;
  }

  @Override
  public void tick(Truth now, Outlet out) {
    Truth seen = voice.seen(now);
    if (inclinometer.isDue(now.elapsedSeconds())) {
      double degrees =
          Math.toDegrees(seen.floating().inclinationRadians())
              + INCLINOMETER_DEGREES * random.nextGaussian();
      say(now, out, List.of(transducer('A', rounded(degrees, 100), "D", "INCL")));
    }
    if (gauges.isDue(now.elapsedSeconds())) {
      double sounding = soundingMetres(seen.floating().trimMetres());
      double density = 1000 * ReferenceFerry.WATER_TONNES_PER_CUBIC_METRE;
      say(
          now,
          out,
          List.of(
              transducer('D', noisy(sounding, GAUGE_METRES, 1000), "M", "BALLAST-P"),
              transducer(
                  'D',
                  noisy(TANK_REFERENCE_METRES - sounding, GAUGE_METRES, 1000),
                  "M",
                  "BALLAST-S"),
              transducer('G', noisy(density, DENSITY_KILOGRAMS, 10), "", "DENSITY")));
    }
  }

  /** The surface stays level while the tank trims with the ship. */
  static double soundingMetres(double trimMetres) {
    double volume = ReferenceFerry.BALLAST_TONNES / BALLAST_TONNES_PER_CUBIC_METRE;
    double length = ReferenceFerry.PARTICULARS.lengthBetweenPerpendicularsMetres();
    return volume / TANK_SQUARE_METRES + trimMetres / length * GAUGE_AFT_METRES;
  }

  private void say(Truth now, Outlet out, List<Transducer> transducers) {
    voice.uttered(SentenceWriter.bytes(new Xdr("YX", transducers)), now).ifPresent(out::say);
  }

  private double noisy(double value, double sigma, double perUnit) {
    return rounded(value + sigma * random.nextGaussian(), perUnit);
  }

  private static double rounded(double value, double perUnit) {
    return Math.rint(value * perUnit) / perUnit;
  }

  private static Transducer transducer(char type, double value, String unit, String name) {
    return new Transducer(type, OptionalDouble.of(value), unit, name);
  }
}
