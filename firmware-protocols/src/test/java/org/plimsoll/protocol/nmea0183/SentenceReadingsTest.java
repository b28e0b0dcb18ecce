package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.vocabulary.Quality.DEGRADED;
import static org.plimsoll.vocabulary.Quality.GOOD;
import static org.plimsoll.vocabulary.Quality.INVALID;
import static org.plimsoll.vocabulary.Quality.MANUAL;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Reading;

/** Real sentences and what they measure, computed by hand from the fields. */
class SentenceReadingsTest {

  /** What is expected of one reading: the last parts of its path, its value, its quality. */
  private record Expected(String path, double value, Quality quality) {}

  static Stream<Arguments> sentences() {
    return Stream.of(
        row(
            "GPRMC,225446.00,A,4916.450,N,12311.120,W,000.5,054.7,191194,020.3,E",
            good("navigation.position.latitude", 49.2741667),
            good("navigation.position.longitude", -123.1853333),
            good("navigation.speedOverGround", 0.2572222),
            good("navigation.courseOverGroundTrue", 0.9546951)),
        row(
            "GPRMC,125106,V,3854.5087,N,07726.4523,W,0.0,0.0,241011,10.5,W,S",
            invalid("navigation.position.latitude"),
            invalid("navigation.position.longitude"),
            invalid("navigation.speedOverGround"),
            invalid("navigation.courseOverGroundTrue")),
        row(
            "GPRMC,125106,A,3854.5087,N,07726.4523,W,,,241011,,,A",
            good("navigation.position.latitude", 38.9084783),
            good("navigation.position.longitude", -77.4408717)),
        row(
            "GPRMC,125106,A,3854.5087,N,07726.4523,W,,,241011,,,S",
            invalid("navigation.position.latitude"),
            invalid("navigation.position.longitude"),
            invalid("navigation.speedOverGround"),
            invalid("navigation.courseOverGroundTrue")),
        row("GPRMC,125106,A,3854.5087,N,,W,,,241011,,,A"),
        row(
            "GPGLL,4916.45,S,12311.12,E,225444,A,E",
            new Expected("navigation.position.latitude", -49.2741667, DEGRADED),
            new Expected("navigation.position.longitude", 123.1853333, DEGRADED)),
        row(
            "GPGLL,4916.45,S,12311.12,E,225444,A,M",
            new Expected("navigation.position.latitude", -49.2741667, MANUAL),
            new Expected("navigation.position.longitude", 123.1853333, MANUAL)),
        row(
            "GPGLL,4916.45,S,12311.12,E",
            good("navigation.position.latitude", -49.2741667),
            good("navigation.position.longitude", 123.1853333)),
        row(
            "GPGGA,172814.0,3723.46587704,N,12202.26957864,W,2,6,1.2,18.893,M,-25.669,M,2.0,0031",
            good("navigation.position.latitude", 37.3910980),
            good("navigation.position.longitude", -122.0378263),
            good("navigation.gnss.methodQuality", 2),
            good("navigation.gnss.satellites", 6),
            good("navigation.gnss.horizontalDilution", 1.2),
            good("navigation.gnss.antennaAltitude", 18.893)),
        row(
            "GPGLL,4960.0000,S,12360.00,E,225444,A",
            good("navigation.position.latitude", -50),
            good("navigation.position.longitude", 124)),
        row(
            "GPGLL,8960.000000,N,00000.000000,E,225444,V,N",
            invalid("navigation.position.latitude"),
            invalid("navigation.position.longitude")),
        row(
            "GPGGA,172814.0,,,,,0,00,99.9,,M,,M,,",
            invalid("navigation.position.latitude"),
            invalid("navigation.position.longitude"),
            good("navigation.gnss.methodQuality", 0),
            good("navigation.gnss.satellites", 0)),
        row(
            "GNGNS,014035.00,4332.69262,S,17235.48549,E,RN,13,0.9,25.63,11.24,,",
            good("navigation.position.latitude", -43.5448770),
            good("navigation.position.longitude", 172.5914248),
            good("navigation.gnss.satellites", 13),
            good("navigation.gnss.horizontalDilution", 0.9),
            good("navigation.gnss.antennaAltitude", 25.63)),
        row(
            "GNGNS,014035.00,,,,,NN,00,,,,,",
            invalid("navigation.position.latitude"),
            invalid("navigation.position.longitude"),
            good("navigation.gnss.satellites", 0)),
        row(
            "GPVTG,054.7,T,034.4,M,005.5,N,010.2,K,A",
            good("navigation.speedOverGround", 2.8294444),
            good("navigation.courseOverGroundTrue", 0.9546951)),
        row(
            "GPVTG,054.7,T,,M,,N,018.52,K",
            good("navigation.speedOverGround", 5.1444444),
            good("navigation.courseOverGroundTrue", 0.9546951)),
        row(
            "GPVTG,054.7,034.4,005.5,010.2",
            good("navigation.speedOverGround", 2.8294444),
            good("navigation.courseOverGroundTrue", 0.9546951)),
        row("GPVTG,,T,,M,,N,,K,A"),
        row("GPZDA,201530.00,04,07,2002,00,00"),
        row(
            "GPGSA,A,3,05,29,21,18,,,,,,,,,1.8,1.5,1.1",
            good("navigation.gnss.fixDimension", 3),
            good("navigation.gnss.positionDilution", 1.8),
            good("navigation.gnss.horizontalDilution", 1.5),
            good("navigation.gnss.verticalDilution", 1.1)),
        row("GPGSA,A,1,,,,,,,,,,,,,99.9,99.9,99.9", good("navigation.gnss.fixDimension", 1)),
        row(
            "GPGSV,2,1,07,01,45,120,42,05,12,300,,09,,,31,12,10,010,22",
            good("navigation.gnss.satellitesInView.count", 7)),
        row("GPGSV,2,2,07,01,45,120,42,05,12,300,"),
        row("HEHDT,034.4,T", good("navigation.headingTrue", 0.6003933)),
        row("HEHDT,,T"),
        row("INTHS,077.52,A", good("navigation.headingTrue", 1.3529792)),
        row("INTHS,077.52,V", invalid("navigation.headingTrue")),
        row("HEROT,-003.5,A", good("navigation.rateOfTurn", -0.0010181087)),
        row("HEROT,,V", invalid("navigation.rateOfTurn")),
        row(
            "SDDPT,5.3,0.4,",
            good("environment.depth.belowTransducer", 5.3),
            good("environment.depth.belowSurface", 5.7)),
        row(
            "SDDPT,5.3,-0.4,100.0",
            good("environment.depth.belowTransducer", 5.3),
            good("environment.depth.belowKeel", 4.9)),
        row("SDDPT,5.3", good("environment.depth.belowTransducer", 5.3)),
        row("SDDPT,,0.4,"),
        row("SDDBT,007.8,f,0002.4,M,001.3,F", good("environment.depth.belowTransducer", 2.4)),
        row("SDDBT,010.0,f,,M,,F", good("environment.depth.belowTransducer", 3.048)),
        row("SDDBT,,f,,M,002.0,F", good("environment.depth.belowTransducer", 3.6576)),
        row("YCMTW,15.9,C", good("environment.water.temperature", 289.05)),
        row("YXXDR,G,312,,PAX,S,1,,RAMP"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void measures(String body, List<Expected> expected) {
    List<Reading> readings = SentenceReadings.of(decode(body));
    assertThat(readings).as(body).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Reading reading = readings.get(i);
      Expected wanted = expected.get(i);
      assertThat(reading.quantity().path()).isEqualTo(wanted.path());
      assertThat(reading.quality()).isEqualTo(wanted.quality());
      if (wanted.quality() == INVALID) {
        assertThat(reading.value()).isEmpty();
      } else {
        assertThat(reading.value().orElseThrow()).isCloseTo(wanted.value(), within(1e-7));
      }
    }
  }

  @Test
  void aTransducerKeepsItsAbsenceAndItsName() {
    Xdr xdr = (Xdr) decode("IIXDR,C,,C,WCHR,A,-0.200,,ROLL,G,open,,DOOR,C,20.5,C,AIRT,");
    assertThat(xdr.transducers())
        .extracting(t -> t.type() + "|" + t.value() + "|" + t.unit() + "|" + t.name())
        .containsExactly(
            "C|OptionalDouble.empty|C|WCHR",
            "A|OptionalDouble[-0.2]||ROLL",
            "G|OptionalDouble.empty||DOOR",
            "C|OptionalDouble[20.5]|C|AIRT");
  }

  @Test
  void textKeepsRawCommasAndResolvesEscapes() {
    assertThat(((Txt) decode("GPTXT,01,01,02,a, b^2C c^5E")).text()).isEqualTo("a, b, c^");
  }

  private static Sentence decode(String body) {
    int sum = 0;
    for (char c : body.toCharArray()) {
      sum ^= c;
    }
    List<Decoded<Sentence>> decoded = new ArrayList<>();
    new Nmea0183Decoder(ChecksumPolicy.REQUIRED)
        .feed(
            ByteBuffer.wrap(Captures.ascii(String.format("$%s*%02X\r\n", body, sum))),
            decoded::add);
    assertThat(decoded).hasSize(1).first().isInstanceOf(Value.class);
    return ((Value<Sentence>) decoded.get(0)).value();
  }

  private static Arguments row(String body, Expected... expected) {
    return Arguments.of(body, Arrays.asList(expected));
  }

  private static Expected good(String path, double value) {
    return new Expected(path, value, GOOD);
  }

  private static Expected invalid(String path) {
    return new Expected(path, 0, INVALID);
  }
}
