package org.plimsoll.cli.conformance;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vocabulary.Quantities;

/**
 * The speed and the track that gpsd makes where a receiver says none, made here from what was
 * decoded.
 *
 * <p>Speed: the distance from a fix of the epoch before, by the time between. Track: a heading less
 * the magnetic variation by gpsd's model of the earth, which stands in its report rounded to a
 * tenth of a degree.
 */
final class MadeMotion {

  /** Epochs nearer to each other than this are one to gpsd. */
  private static final Duration LEAST = Duration.ofNanos(9_900_000);

  private static final double CIRCLE = 360;

  private MadeMotion() {}

  /** Every speed, in m/s, between the fixes of this epoch and those of the one before. */
  static List<Double> speeds(Epoch epoch) {
    List<Double> speeds = new ArrayList<>();
    Epoch last = epoch.lastWithPlace();
    LocalTime now = epoch.time();
    LocalTime then = last == null ? null : last.time();
    if (last == null || now == null || then == null) {
      return speeds;
    }
    Duration apart = Duration.between(then, now);
    if (apart.compareTo(LEAST) <= 0) {
      return speeds;
    }
    double seconds = apart.toNanos() / 1e9;
    for (Epoch.Place to : epoch.places()) {
      for (Epoch.Place from : last.places()) {
        double metres =
            Geodesic.metres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        speeds.add(metres / seconds);
      }
    }
    return speeds;
  }

  /** Every track, in degrees, that a heading of this epoch gives with this variation. */
  static List<Double> tracks(Epoch epoch, double variationDegrees) {
    return DoubleStream.concat(
            epoch.all(Quantities.HEADING_TRUE).stream().mapToDouble(Double::doubleValue),
            epoch.all(Quantities.HEADING_MAGNETIC).stream().mapToDouble(Double::doubleValue))
        .map(heading -> (Math.toDegrees(heading) - variationDegrees + CIRCLE) % CIRCLE)
        .boxed()
        .toList();
  }

  /** The one that is nearest to what was reported; null if there is none. */
  static @Nullable Double nearest(List<Double> made, double reported) {
    return made.stream()
        .min((a, b) -> Double.compare(Math.abs(a - reported), Math.abs(b - reported)))
        .orElse(null);
  }
}
