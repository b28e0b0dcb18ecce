package org.plimsoll.protocol.ubx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** Positions and velocities fixed to the earth, as readings. */
class NavSolTest {

  private static final Ecef BELFAST = new Ecef(3_675_839.02, -381_178.09, 5_181_046.2);
  private static final Ecef SOUTHWEST = new Ecef(3.77, -3.9, -2.94);

  private static NavSol solution(int fixType, int flags, Ecef position) {
    return new NavSol(0, 2427, fixType, flags, position, 1.8, SOUTHWEST, 0.25, 1.42, 11);
  }

  private static Reading reading(NavSol solution, Quantity quantity) {
    List<Reading> readings = UbxReadings.of(solution);
    return readings.stream().filter(one -> one.quantity() == quantity).findFirst().orElseThrow();
  }

  @Test
  void aSolutionIsAPositionAndAMotion() {
    NavSol solution = solution(3, 0x0D, BELFAST);
    assertThat(reading(solution, Quantities.LATITUDE).value().orElseThrow())
        .isCloseTo(54.6821377, within(1e-7));
    assertThat(reading(solution, Quantities.LONGITUDE).value().orElseThrow())
        .isCloseTo(-5.9203118, within(1e-7));
    assertThat(reading(solution, Quantities.SPEED_OVER_GROUND).value().orElseThrow())
        .isCloseTo(6.173, within(0.01));
    assertThat(reading(solution, Quantities.COURSE_OVER_GROUND_TRUE).value().orElseThrow())
        .isCloseTo(Math.toRadians(214.4), within(1e-3));
    assertThat(reading(solution, Quantities.GNSS_FIX_DIMENSION))
        .isEqualTo(Reading.good(Quantities.GNSS_FIX_DIMENSION, 3));
  }

  @ParameterizedTest
  @CsvSource({"0, 13, 1", "5, 13, 1", "3, 12, 1"})
  void whatIsNotVouchedForIsInvalid(int fixType, int flags, int dimension) {
    NavSol solution = solution(fixType, flags, BELFAST);
    assertThat(reading(solution, Quantities.LATITUDE))
        .isEqualTo(Reading.invalid(Quantities.LATITUDE));
    assertThat(reading(solution, Quantities.GNSS_FIX_DIMENSION))
        .isEqualTo(Reading.good(Quantities.GNSS_FIX_DIMENSION, dimension));
  }

  @Test
  void theCentreOfTheEarthIsNoPosition() {
    assertThat(reading(solution(3, 0x0D, new Ecef(0, 0, 0)), Quantities.LONGITUDE).quality())
        .isEqualTo(Quality.INVALID);
  }

  @Test
  void deadReckoningIsDegraded() {
    NavSol solution = solution(1, 0x0D, BELFAST);
    assertThat(reading(solution, Quantities.SPEED_OVER_GROUND).quality())
        .isEqualTo(Quality.DEGRADED);
  }

  /** On the axes the answer is known, and everywhere the way there and back is the same. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 90",
    "0, 180",
    "90, 0",
    "-90, 0",
    "45, 45",
    "-43.5, 172.6",
    "71.2, -179.9"
  })
  void thereAndBack(double latitude, double longitude) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double flattening = 1 / 298.257223563;
    double square = flattening * (2 - flattening);
    double normal = 6_378_137 / Math.sqrt(1 - square * Math.sin(phi) * Math.sin(phi));
    double height = 1200;
    Ecef place =
        new Ecef(
            (normal + height) * Math.cos(phi) * Math.cos(lambda),
            (normal + height) * Math.cos(phi) * Math.sin(lambda),
            (normal * (1 - square) + height) * Math.sin(phi));
    assertThat(place.latitude().orElseThrow()).isCloseTo(latitude, within(1e-11));
    if (Math.abs(latitude) < 90) {
      assertThat(place.longitude().orElseThrow()).isCloseTo(longitude, within(1e-11));
    }
  }

  @Test
  void whatDoesNotTellOfItsFixGivesNoReadings() {
    NavPvt.Place place = new NavPvt.Place(-5.9, 54.7, 47.5, -8);
    assertThat(UbxReadings.of(new NavPosLlh(0, place, 1.2, 2.1))).isEmpty();
    assertThat(UbxReadings.of(new NavHpPosLlh(0, false, place, 0.01, 0.02))).isEmpty();
  }
}
