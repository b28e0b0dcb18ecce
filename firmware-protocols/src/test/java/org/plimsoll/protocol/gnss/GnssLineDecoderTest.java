package org.plimsoll.protocol.gnss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.ubx.UbxFrame;
import org.plimsoll.protocol.ubx.UbxFramesTest;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

class GnssLineDecoderTest {

  private static final byte[] SENTENCE = ascii("$HEHDT,034.4,T*2C\r\n");
  private static final byte[] SOLUTION = UbxFramesTest.frame(0);
  private static final byte[] RTCM = UbxFramesTest.frame(10);
  private static final byte[] CASIC =
      Captures.hex(Captures.lines("casic/frames.txt").get(0).split("\\|")[0]);

  private final StreamContract<GnssMessage> contract =
      new StreamContract<>(() -> new GnssLineDecoder(ChecksumPolicy.REQUIRED)::feed);

  @Test
  void readsSentencesAndFramesInTheirOrder() {
    List<Decoded<GnssMessage>> decoded =
        contract.decode(SENTENCE, SOLUTION, RTCM, SENTENCE, CASIC, SOLUTION, SOLUTION, SENTENCE);
    assertThat(decoded.stream().map(GnssLineDecoderTest::kind))
        .containsExactly(
            "HEHDT", "NAV-PVT", "RTCM 1005", "HEHDT", "NAV-PV", "NAV-PVT", "NAV-PVT", "HEHDT");
  }

  static Stream<Arguments> frames() {
    return Stream.of(Arguments.of("NAV-PVT", SOLUTION), Arguments.of("NAV-PV", CASIC));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aSentenceThatCutsAFrameIsReadWhenTheFrameIsGivenUp(String kind, byte[] frame) {
    for (int cut = 1; cut < frame.length; cut++) {
      List<Decoded<GnssMessage>> decoded =
          contract.decode(Arrays.copyOf(frame, cut), SENTENCE, new byte[frame.length], SENTENCE);
      assertThat(decoded.stream().filter(Decoded.Value.class::isInstance))
          .as("%s cut at %d", kind, cut)
          .hasSizeBetween(1, 2)
          .allMatch(value -> kind(value).equals("HEHDT"));
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameInsideASentenceIsReadAndTheSentenceToo(String kind, byte[] frame) {
    for (int cut = 1; cut < SENTENCE.length; cut++) {
      List<Decoded<GnssMessage>> decoded =
          contract.decode(
              Arrays.copyOf(SENTENCE, cut),
              frame,
              Arrays.copyOfRange(SENTENCE, cut, SENTENCE.length));
      assertThat(decoded.stream().map(GnssLineDecoderTest::kind))
          .as("cut at %d", cut)
          .containsExactlyInAnyOrder("HEHDT", kind);
    }
  }

  @Tag("slow")
  @Test
  void chunkingDoesNotMatter() {
    byte[] frames = UbxFramesTest.everything();
    byte[] stream = Arrays.copyOf(SENTENCE, SENTENCE.length + frames.length + SENTENCE.length);
    System.arraycopy(frames, 0, stream, SENTENCE.length, frames.length);
    System.arraycopy(SENTENCE, 0, stream, SENTENCE.length + frames.length, SENTENCE.length);
    contract.assertSameInEveryChunking(stream);
    contract.assertSurvivesTruncation(stream);
  }

  @Tag("slow")
  @Test
  void readsAfterAMegabyteOfNoise() {
    contract.assertReadsAfterNoise(SOLUTION, contract.values(SOLUTION).get(0));
  }

  @Test
  void aFixIsGoodOnlyIfTheReceiverVouchesForIt() {
    assertThat(quality(0, Quantities.LATITUDE)).isEqualTo(Quality.GOOD);
    assertThat(readings(0))
        .contains(
            Reading.good(Quantities.LATITUDE, 54.6821377),
            Reading.good(Quantities.LONGITUDE, -5.9203118),
            Reading.good(Quantities.SPEED_OVER_GROUND, 6.173),
            Reading.good(Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(214.5)),
            Reading.good(Quantities.GNSS_ANTENNA_ALTITUDE, -8.02),
            Reading.good(Quantities.GNSS_SATELLITES, 14),
            Reading.good(Quantities.GNSS_FIX_DIMENSION, 3));
    for (int voided : new int[] {2, 3, 4}) {
      assertThat(readings(voided))
          .contains(
              Reading.invalid(Quantities.LATITUDE),
              Reading.invalid(Quantities.LONGITUDE),
              Reading.invalid(Quantities.SPEED_OVER_GROUND),
              Reading.invalid(Quantities.COURSE_OVER_GROUND_TRUE));
    }
  }

  @Test
  void deadReckoningIsDegraded() {
    byte[] payload = Arrays.copyOfRange(SOLUTION, 6, SOLUTION.length - 2);
    payload[20] = 1;
    List<Reading> readings = contract.values(UbxFrame.encode(1, 7, payload)).get(0).readings();
    assertThat(readings)
        .filteredOn(reading -> reading.quantity() == Quantities.LATITUDE)
        .extracting(Reading::quality)
        .containsExactly(Quality.DEGRADED);
    assertThat(readings).contains(Reading.good(Quantities.GNSS_FIX_DIMENSION, 1));
  }

  @Test
  void countsTheSatellitesInView() {
    assertThat(readings(5)).containsExactly(Reading.good(Quantities.GNSS_SATELLITES_IN_VIEW, 3));
    assertThat(readings(6)).isEmpty();
  }

  private List<Reading> readings(int capture) {
    return contract.values(UbxFramesTest.frame(capture)).get(0).readings();
  }

  private Quality quality(int capture, Quantity quantity) {
    return readings(capture).stream()
        .filter(reading -> reading.quantity() == quantity)
        .findFirst()
        .orElseThrow()
        .quality();
  }

  private static String kind(Decoded<GnssMessage> decoded) {
    if (decoded instanceof Unsupported<GnssMessage> unsupported) {
      return unsupported.what();
    }
    return decoded instanceof Malformed<GnssMessage> malformed
        ? malformed.reason().name()
        : ((Decoded.Value<GnssMessage>) decoded).value().name();
  }
}
