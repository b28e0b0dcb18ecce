package org.plimsoll.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.vocabulary.Quantities;

class MadeMotionTest {

  /** A degree of the equator and of two meridian arcs, a short way, and none. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, 111319.4908",
    "0, 0, 1, 0, 110574.3886",
    "89, 0, 90, 0, 111693.8646",
    "53.5, 8, 53.50001, 8, 1.1128",
    "53.5, 8, 53.5, 8, 0"
  })
  void metres(double latitude, double longitude, double to, double toLongitude, double metres) {
    assertThat(Geodesic.metres(latitude, longitude, to, toLongitude))
        .isCloseTo(metres, within(1e-3));
    assertThat(Geodesic.metres(to, toLongitude, latitude, longitude))
        .isCloseTo(metres, within(1e-3));
  }

  @Test
  void aSpeedIsMadeOfTheFixesOfTwoEpochs() {
    Epoch first = epoch(null, LocalTime.of(10, 0), 53.5);
    Epoch without = new Epoch(first, false);
    Epoch second = epoch(without, LocalTime.of(10, 0, 2), 53.50001);
    assertThat(MadeMotion.speeds(second)).hasSize(1);
    assertThat(MadeMotion.speeds(second).get(0)).isCloseTo(0.5564, within(1e-3));
    assertThat(MadeMotion.speeds(first)).isEmpty();
    assertThat(MadeMotion.speeds(epoch(second, LocalTime.of(10, 0, 1), 53.5))).isEmpty();
  }

  private static Epoch epoch(Epoch before, LocalTime time, double latitude) {
    Epoch epoch = new Epoch(before, false);
    epoch.time(time);
    epoch.add(Quantities.LATITUDE, latitude);
    epoch.add(Quantities.LONGITUDE, 8);
    return epoch;
  }

  @Test
  void aTrackIsAHeadingLessTheVariation() {
    Epoch epoch = new Epoch(null, false);
    epoch.add(Quantities.HEADING_TRUE, Math.toRadians(1));
    assertThat(MadeMotion.tracks(epoch, 1.5).get(0)).isCloseTo(359.5, within(1e-9));
    assertThat(MadeMotion.nearest(MadeMotion.tracks(epoch, -2), 3)).isCloseTo(3, within(1e-9));
    assertThat(MadeMotion.nearest(MadeMotion.tracks(new Epoch(null, false), 0), 3)).isNull();
  }
}
