package org.plimsoll.shore.port.fence;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.vocabulary.Quantities;

/** A vessel's newest position out of what is known of her. Stateless. */
public final class Positions {

  /** The halves of one position may be this far apart: one sentence, stamped twice. */
  private static final long SAME_FIX_MILLIS = 1_000;

  /** Speed and position of one moment may be this far apart. */
  private static final long SAME_MOMENT_MILLIS = 5_000;

  private Positions() {}

  /**
   * Both halves of one source and one moment, of usable quality; a position is never put together.
   */
  public static Optional<Fix> newest(Vessel vessel) {
    return vessel.latest().values().stream()
        .filter(latest -> latest.channel().path().equals(Quantities.LATITUDE.path()))
        .filter(Positions::isUsable)
        .sorted(Comparator.comparingLong(Latest::timeMillis).reversed())
        .map(latitude -> fix(vessel, latitude))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Fix> fix(Vessel vessel, Latest latitude) {
    String source = latitude.channel().source();
    return of(vessel, Quantities.LONGITUDE.path(), source)
        .filter(longitude -> isNear(longitude, latitude.timeMillis(), SAME_FIX_MILLIS))
        .map(
            longitude ->
                new Fix(
                    latitude.timeMillis(),
                    latitude.value().orElseThrow(),
                    longitude.value().orElseThrow(),
                    speed(vessel, source, latitude.timeMillis())));
  }

  private static OptionalDouble speed(Vessel vessel, String source, long timeMillis) {
    return of(vessel, Quantities.SPEED_OVER_GROUND.path(), source)
        .filter(speed -> isNear(speed, timeMillis, SAME_MOMENT_MILLIS))
        .map(Latest::value)
        .orElse(OptionalDouble.empty());
  }

  private static boolean isNear(Latest latest, long timeMillis, long farthestMillis) {
    return Math.abs(latest.timeMillis() - timeMillis) <= farthestMillis;
  }

  private static Optional<Latest> of(Vessel vessel, String path, String source) {
    return Optional.ofNullable(vessel.latest().get(new Vessel.ChannelKey(path, source)))
        .filter(Positions::isUsable);
  }

  private static boolean isUsable(Latest latest) {
    return latest.quality().isUsable() && latest.value().isPresent();
  }
}
