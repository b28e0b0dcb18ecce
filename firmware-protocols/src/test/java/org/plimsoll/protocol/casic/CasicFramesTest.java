package org.plimsoll.protocol.casic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plimsoll.protocol.Captures.ascii;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

class CasicFramesTest {

  private static final byte[] SENTENCE = ascii("$HEHDT,034.4,T*2C\r\n");
  private static final byte[] SOLUTION = frame(0);

  private final StreamContract<GnssMessage> contract =
      new StreamContract<>(() -> new GnssLineDecoder(ChecksumPolicy.REQUIRED)::feed);

  static Stream<String> captures() {
    return Captures.lines("casic/frames.txt").stream();
  }

  private static byte[] frame(int index) {
    return Captures.hex(Captures.lines("casic/frames.txt").get(index).split("\\|")[0]);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheCaptures(String line) {
    String[] parts = line.split("\\|");
    List<Decoded<GnssMessage>> decoded = contract.decode(Captures.hex(parts[0]));
    String meaning = meaning(decoded.get(0));
    if (parts[1].startsWith("malformed CHECKSUM")) {
      assertThat(meaning).startsWith(parts[1]);
    } else {
      assertThat(meaning).isEqualTo(parts[1]);
      assertThat(decoded).hasSize(1);
    }
  }

  @Test
  void readsSentencesAndFramesInTheirOrder() {
    assertThat(
            contract.decode(SENTENCE, SOLUTION, frame(1), SENTENCE, frame(9), SOLUTION).stream()
                .map(CasicFramesTest::kind))
        .containsExactly("HEHDT", "NAV-PV", "NAV-TIMEUTC", "HEHDT", "CASIC NAV-DOP", "NAV-PV");
  }

  @Test
  void aFrameCutAnywhereDoesNotTakeTheNextWithIt() {
    GnssMessage message = contract.values(SOLUTION).get(0);
    for (int cut = 1; cut < SOLUTION.length; cut++) {
      List<Decoded<GnssMessage>> decoded =
          contract.decode(
              Arrays.copyOf(SOLUTION, cut), SOLUTION, SOLUTION, SOLUTION, SENTENCE, SENTENCE);
      assertThat(
              decoded.stream()
                  .filter(Value.class::isInstance)
                  .filter(value -> kind(value).equals("NAV-PV"))
                  .toList())
          .as("cut at %d", cut)
          .hasSize(3)
          .allMatch(Decoded.value(message)::equals);
    }
  }

  @Test
  void aLengthBeyondTheBoundIsRefusedAtOnce() {
    byte[] longest = CasicFrame.encode(0x06, 0x00, new byte[CasicFrame.MAX_PAYLOAD_BYTES]);
    assertThat(contract.decode(longest)).containsExactly(Decoded.unsupported("CASIC 06 00"));
    byte[] longer = longest.clone();
    longer[2] += 4;
    assertThat(contract.decode(longer).get(0))
        .isEqualTo(Decoded.malformed(Reason.OVERLONG, "CASIC payload of 2052 bytes"));
    assertThat(contract.decode(Captures.hex("ba ce 00 ff 01 03"), SOLUTION).get(0))
        .isEqualTo(Decoded.malformed(Reason.OVERLONG, "CASIC payload of 65280 bytes"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 2052})
  void noPayloadIsWrittenThatIsNone(int length) {
    assertThatThrownBy(() -> CasicFrame.encode(1, 3, new byte[length]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsWrittenIsTheBytesOfTheCaptures() {
    byte[] payload = Arrays.copyOfRange(SOLUTION, 6, SOLUTION.length - 4);
    assertThat(CasicFrame.encode(1, 3, payload)).isEqualTo(SOLUTION);
  }

  @Test
  void aResetForgetsAFrameBegun() {
    GnssLineDecoder decoder = new GnssLineDecoder(ChecksumPolicy.REQUIRED);
    List<Decoded<GnssMessage>> decoded = new ArrayList<>();
    decoder.feed(ByteBuffer.wrap(SENTENCE, 0, 10), decoded::add);
    decoder.feed(ByteBuffer.wrap(SOLUTION, 0, 40), decoded::add);
    decoder.reset();
    decoder.feed(ByteBuffer.wrap(SENTENCE), decoded::add);
    assertThat(decoded.stream().map(CasicFramesTest::kind)).containsExactly("HEHDT");
  }

  @Test
  void chunkingDoesNotMatter() {
    contract.assertSameInEveryChunking(everything());
    contract.assertSurvivesTruncation(everything());
  }

  @Tag("slow")
  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(
        Stream.of(SENTENCE, SOLUTION, frame(1), SENTENCE)
            .collect(
                ByteArrayOutputStream::new,
                ByteArrayOutputStream::writeBytes,
                (a, b) -> a.writeBytes(b.toByteArray()))
            .toByteArray());
  }

  @Tag("slow")
  @Test
  void readsAfterAMegabyteOfNoise() {
    contract.assertReadsAfterNoise(SOLUTION, contract.values(SOLUTION).get(0));
  }

  @Test
  void aSolutionIsReadings() {
    assertThat(readings(0))
        .containsExactly(
            Reading.good(Quantities.LATITUDE, 54.6821377),
            Reading.good(Quantities.LONGITUDE, -5.9203118),
            Reading.good(Quantities.GNSS_POSITION_DILUTION, 1.25),
            Reading.good(Quantities.GNSS_ANTENNA_ALTITUDE, 4.25),
            Reading.good(Quantities.SPEED_OVER_GROUND, 6.125),
            Reading.good(Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(214.5)),
            Reading.good(Quantities.GNSS_SATELLITES, 11));
    assertThat(readings(1)).isEmpty();
  }

  @Test
  void aSentenceBetweenFramesIsReadings() {
    assertThat(contract.values(SENTENCE).get(0).readings())
        .containsExactly(Reading.good(Quantities.HEADING_TRUE, Math.toRadians(34.4)));
  }

  @Test
  void whatTheReceiverDoesNotVouchForIsInvalid() {
    assertThat(readings(2))
        .containsExactly(
            Reading.good(Quantities.LATITUDE, -1.5),
            Reading.good(Quantities.LONGITUDE, 0),
            Reading.good(Quantities.GNSS_POSITION_DILUTION, 3.5),
            Reading.invalid(Quantities.SPEED_OVER_GROUND),
            Reading.invalid(Quantities.COURSE_OVER_GROUND_TRUE),
            Reading.good(Quantities.GNSS_SATELLITES, 4));
    assertThat(readings(3))
        .containsExactly(
            Reading.invalid(Quantities.LATITUDE),
            Reading.invalid(Quantities.LONGITUDE),
            Reading.invalid(Quantities.SPEED_OVER_GROUND),
            Reading.invalid(Quantities.COURSE_OVER_GROUND_TRUE),
            Reading.good(Quantities.GNSS_SATELLITES, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, false",
    "2, false",
    "3, false",
    "4, false",
    "5, false",
    "6, true",
    "7, true",
    "8, true",
    "9, false",
    "255, false"
  })
  void onlyWhatIsMeasuredCounts(int how, boolean counts) {
    byte[] payload = Arrays.copyOfRange(SOLUTION, 6, SOLUTION.length - 4);
    payload[4] = (byte) how;
    payload[5] = (byte) how;
    NavPv solution = (NavPv) message(CasicFrame.encode(1, 3, payload));
    assertThat(solution.isPosition()).isEqualTo(counts);
    assertThat(solution.isVelocity()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({"7, 3, true", "7, 1, true", "7, 0, false", "3, 3, false", "6, 3, false"})
  void aTimeCountsWithItsLeapSecondsAndDate(int validity, int date, boolean counts) {
    byte[] payload = Arrays.copyOfRange(frame(1), 6, frame(1).length - 4);
    payload[21] = (byte) validity;
    payload[23] = (byte) date;
    NavTimeUtc utc = (NavTimeUtc) message(CasicFrame.encode(1, 0x10, payload));
    assertThat(utc.isValid()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({"-90, 270", "360, 0", "-360, 0", "0, 0", "359.5, 359.5"})
  void aCourseIsWithinTheCircle(float said, double degrees) {
    byte[] payload = Arrays.copyOfRange(SOLUTION, 6, SOLUTION.length - 4);
    ByteBuffer.wrap(payload).order(java.nio.ByteOrder.LITTLE_ENDIAN).putFloat(68, said);
    assertThat(CasicReadings.of(message(CasicFrame.encode(1, 3, payload))))
        .contains(Reading.good(Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(degrees)));
  }

  private List<Reading> readings(int index) {
    return contract.values(frame(index)).get(0).readings();
  }

  private CasicMessage message(byte[] frame) {
    return ((GnssMessage.Casic) contract.values(frame).get(0)).message();
  }

  /** Every capture in a row, sentences and false starts between them. */
  private static byte[] everything() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    captures()
        .forEach(
            line -> {
              stream.writeBytes(Captures.hex(line.split("\\|")[0]));
              stream.writeBytes(SENTENCE);
              stream.writeBytes(Captures.hex("ba 00 ba ce 03 ba ce 04 00 7f"));
            });
    return stream.toByteArray();
  }

  private static String kind(Decoded<?> decoded) {
    return decoded instanceof Value<?> value
        ? ((GnssMessage) value.value()).name()
        : decoded instanceof Unsupported<?> unsupported ? unsupported.what() : "malformed";
  }

  private static String meaning(Decoded<GnssMessage> decoded) {
    if (decoded instanceof Value<GnssMessage> value) {
      return ((GnssMessage.Casic) value.value()).message().toString();
    }
    if (decoded instanceof Malformed<GnssMessage> malformed) {
      return "malformed " + malformed.reason() + " " + malformed.detail();
    }
    return "unsupported " + ((Unsupported<GnssMessage>) decoded).what();
  }
}
