package org.plimsoll.cli.demo;

import java.time.Duration;
import java.util.Optional;
import org.plimsoll.bench.Outage;

/**
 * When the satellite link is down, and how.
 *
 * <p>The scenario's outage under way is a silent one: bytes vanish and nobody is told. A short one
 * soon after the start resets connections, so that even a run of a minute sees the line recover.
 */
final class OutageSchedule {

  static final Duration FROM = Duration.ofSeconds(25);
  static final Duration LENGTH = Duration.ofSeconds(12);

  private OutageSchedule() {}

  /**
   * How the link is down now; empty when it is up.
   *
   * @param elapsed since the start of the run
   * @param noSatellite whether the simulated ship has none in sight
   */
  static Optional<Outage> at(Duration elapsed, boolean noSatellite) {
    if (noSatellite) {
      return Optional.of(Outage.BLACK_HOLE);
    }
    boolean scheduled = elapsed.compareTo(FROM) >= 0 && elapsed.compareTo(FROM.plus(LENGTH)) < 0;
    return scheduled ? Optional.of(Outage.RESET) : Optional.empty();
  }
}
