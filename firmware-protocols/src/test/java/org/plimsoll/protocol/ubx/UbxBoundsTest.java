package org.plimsoll.protocol.ubx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** Where a frame or a field just fits and where it just does not. */
class UbxBoundsTest {

  private static final byte[] SOLUTION = UbxFramesTest.frame(0);
  private static final byte[] SENTENCE = Captures.ascii("$HEHDT,034.4,T*2C\r\n");

  private final StreamContract<UbxMessage> contract =
      new StreamContract<>(() -> new UbxStream()::feed);

  @Test
  void theLongestPayloadIsTaken() {
    byte[] longest = UbxFrame.encode(0x01, 0x36, new byte[UbxFrame.MAX_PAYLOAD_BYTES]);
    assertThat(longest[5]).isEqualTo((byte) (UbxFrame.MAX_PAYLOAD_BYTES >> 8));
    assertThat(contract.decode(longest)).containsExactly(Decoded.unsupported("UBX 01 36"));
    assertThat(contract.decode(Captures.hex("b5 62 01 36 01 20")).get(0))
        .isEqualTo(Decoded.malformed(Reason.OVERLONG, "UBX payload of 8193 bytes"));
    assertThatThrownBy(() -> UbxFrame.encode(1, 7, new byte[UbxFrame.MAX_PAYLOAD_BYTES + 1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8193");
  }

  @Test
  void noClassIsBeyond3F() {
    assertThat(contract.decode(UbxFrame.encode(0x3F, 1, new byte[2])))
        .containsExactly(Decoded.unsupported("UBX 3f 01"));
    assertThat(contract.decode(UbxFrame.encode(0x40, 1, new byte[2]), SOLUTION))
        .containsExactly(noise("b5"), Decoded.value(message(SOLUTION)));
  }

  @Test
  void aBrokenFrameIsQuoted() {
    byte[] broken = UbxFrame.encode(0x01, 0x36, new byte[] {1, 2});
    broken[7] = 3;
    assertThat(contract.decode(SOLUTION, broken).get(1))
        .isEqualTo(Decoded.malformed(Reason.CHECKSUM, java.util.HexFormat.of().formatHex(broken)));
  }

  /** False starts hold bytes until their announced end, while the buffer is moved beneath them. */
  @Test
  void framesBehindFalseStartsAreRead() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(Captures.hex("b5 62 01 07 f0 1f"));
    stream.writeBytes(new byte[3000]);
    stream.writeBytes(SOLUTION);
    stream.writeBytes(Captures.hex("b5 62 01 07 f0 1f"));
    stream.writeBytes(new byte[3000]);
    stream.writeBytes(SOLUTION);
    for (int i = 0; i < 90; i++) {
      stream.writeBytes(SOLUTION);
    }
    List<UbxMessage> read = contract.values(stream.toByteArray());
    assertThat(read).hasSize(92).containsOnly(message(SOLUTION));
    byte[] bytes = stream.toByteArray();
    assertThat(
            contract.decode(
                Arrays.copyOf(bytes, 8190), Arrays.copyOfRange(bytes, 8190, bytes.length)))
        .isEqualTo(contract.decode(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 254, 255, 256, 300, 1023})
  void rtcmIsCountedWhateverItsLength(int length) {
    byte[] frame = rtcm(length, 0x43D);
    assertThat(contract.decode(SOLUTION, frame, SOLUTION))
        .containsExactly(
            Decoded.value(message(SOLUTION)),
            Decoded.unsupported("RTCM " + 0x43D),
            Decoded.value(message(SOLUTION)));
    frame[4] ^= 1;
    assertThat(contract.decode(frame, SOLUTION))
        .startsWith(noise("d3"))
        .endsWith(Decoded.value(message(SOLUTION)));
  }

  @Test
  void rtcmHasANumber() {
    assertThat(contract.decode(rtcm(1, 0), SOLUTION))
        .containsExactly(noise("d3"), Decoded.value(message(SOLUTION)));
    assertThat(contract.decode(Captures.hex("d3 04 00"), SOLUTION))
        .containsExactly(noise("d3"), Decoded.value(message(SOLUTION)));
  }

  @Test
  void aResetForgetsWhatWasBegun() {
    UbxStream decoder = new UbxStream();
    List<Decoded<UbxMessage>> said = new ArrayList<>();
    decoder.feed(ByteBuffer.wrap(SOLUTION, 0, 50), said::add);
    decoder.reset();
    decoder.feed(ByteBuffer.wrap(SOLUTION), said::add);
    assertThat(said).containsExactly(Decoded.value(message(SOLUTION)));
    decoder.feed(ByteBuffer.wrap(new byte[3]), said::add);
    decoder.reset();
    decoder.feed(ByteBuffer.wrap(new byte[3]), said::add);
    assertThat(said.subList(1, said.size())).containsExactly(noise("00"), noise("00"));
  }

  @Test
  void aResetOfAMixedLineForgetsFramesAndSentences() {
    GnssLineDecoder decoder = new GnssLineDecoder(ChecksumPolicy.REQUIRED);
    List<Decoded<GnssMessage>> said = new ArrayList<>();
    decoder.feed(ByteBuffer.wrap(SOLUTION, 0, 50), said::add);
    decoder.reset();
    decoder.feed(ByteBuffer.wrap(SENTENCE, 0, 9), said::add);
    decoder.reset();
    decoder.feed(ByteBuffer.wrap(SENTENCE, 9, SENTENCE.length - 9), said::add);
    assertThat(said).hasSize(1).allMatch(Malformed.class::isInstance);
    decoder.feed(ByteBuffer.wrap(SENTENCE), said::add);
    assertThat(said).hasSize(2);
    GnssMessage heading = ((Value<GnssMessage>) said.get(1)).value();
    assertThat(heading.readings())
        .containsExactly(Reading.good(Quantities.HEADING_TRUE, Math.toRadians(34.4)));
  }

  @Test
  void textBetweenFramesIsHandedOverWhole() {
    GnssLineDecoder decoder = new GnssLineDecoder(ChecksumPolicy.REQUIRED);
    List<Decoded<GnssMessage>> said = new ArrayList<>();
    byte[] many = new byte[SENTENCE.length * 60];
    for (int i = 0; i < many.length; i++) {
      many[i] = SENTENCE[i % SENTENCE.length];
    }
    decoder.feed(ByteBuffer.wrap(many), said::add);
    assertThat(said).hasSize(60).allMatch(Value.class::isInstance);
    said.clear();
    decoder.feed(ByteBuffer.wrap(Captures.ascii("$GPHDT,1,T*00\r\n")), said::add);
    assertThat(said)
        .hasSize(1)
        .allMatch(d -> d instanceof Malformed<?> m && m.reason() == Reason.CHECKSUM);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, false, 1, INVALID",
    "1, 1, 0, true, 1, DEGRADED",
    "2, 1, 0, true, 2, GOOD",
    "3, 1, 0, true, 3, GOOD",
    "4, 1, 0, true, 3, GOOD",
    "5, 1, 0, false, 1, INVALID",
    "3, 0, 0, false, 1, INVALID",
    "3, 2, 0, false, 1, INVALID",
    "3, 1, 1, false, 1, INVALID",
    "3, 1, 2, true, 3, GOOD",
  })
  void aPositionIsVouchedFor(
      int type, int flags, int flags3, boolean position, int dimension, Quality quality) {
    NavPvt solution = solution(20, type, 21, flags, 78, flags3);
    assertThat(solution.fix().isPosition()).isEqualTo(position);
    assertThat(solution.fix().isDifferential()).isEqualTo((flags & 2) != 0);
    List<Reading> readings = UbxReadings.of(solution);
    assertThat(readings).contains(Reading.good(Quantities.GNSS_FIX_DIMENSION, dimension));
    assertThat(readings)
        .filteredOn(reading -> reading.quantity() == Quantities.LATITUDE)
        .extracting(Reading::quality)
        .containsExactly(quality);
    assertThat(readings)
        .filteredOn(reading -> reading.quantity() == Quantities.GNSS_ANTENNA_ALTITUDE)
        .hasSize(position && type != 2 ? 1 : 0);
    assertThat(readings)
        .filteredOn(reading -> reading.quantity() == Quantities.GNSS_POSITION_DILUTION)
        .hasSize(position ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"0, false, false", "1, true, false", "2, false, true", "3, true, true"})
  void dateAndTimeAreValidEachForItself(int validity, boolean date, boolean time) {
    NavPvt.Utc utc = solution(11, validity).utc();
    assertThat(utc.isDateValid()).isEqualTo(date);
    assertThat(utc.isTimeValid()).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({"-9000000, 270", "0, 0", "35999999, 359.99999", "-1, 359.99999"})
  void aCourseIsWithinTheCircle(int sent, double degrees) {
    byte[] course = ByteBuffer.allocate(4).putInt(Integer.reverseBytes(sent)).array();
    NavPvt solution = solution(64, course[0], 65, course[1], 66, course[2], 67, course[3]);
    assertThat(UbxReadings.of(solution))
        .contains(Reading.good(Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(degrees)));
  }

  @ParameterizedTest
  @CsvSource({
    "900000000, 1800000000, true",
    "-900000000, -1800000000, true",
    "900000001, 0, false",
    "0, 1800000001, false",
    "0, -1800000001, false",
  })
  void aPositionIsOnEarth(int latitude, int longitude, boolean fits) {
    byte[] payload = Arrays.copyOfRange(SOLUTION, 6, SOLUTION.length - 2);
    ByteBuffer.wrap(payload)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(24, longitude)
        .putInt(28, latitude);
    Decoded<UbxMessage> said = contract.decode(UbxFrame.encode(1, 7, payload)).get(0);
    assertThat(said instanceof Value).isEqualTo(fits);
    if (fits) {
      NavPvt.Place place = ((NavPvt) ((Value<UbxMessage>) said).value()).place();
      assertThat(place.latitudeDegrees()).isEqualTo(latitude / 1e7);
      assertThat(place.longitudeDegrees()).isEqualTo(longitude / 1e7);
    } else {
      assertThat(((Malformed<UbxMessage>) said).reason()).isEqualTo(Reason.RANGE);
    }
  }

  @Test
  void lengthsOfOtherMessagesAreExact() {
    assertThat(contract.values(UbxFrame.encode(0x0A, 0x04, text(40))))
        .containsExactly(new MonVer("x".repeat(30), "x".repeat(10), List.of()));
    assertThat(contract.values(UbxFrame.encode(0x0A, 0x04, text(70))))
        .containsExactly(new MonVer("x".repeat(30), "x".repeat(10), List.of("x".repeat(30))));
    assertThat(contract.values(UbxFrame.encode(0x0A, 0x04, text(10)))).isEmpty();
    assertThat(contract.values(UbxFrame.encode(0x01, 0x35, new byte[8]))).hasSize(1);
    assertThat(contract.values(UbxFrame.encode(0x01, 0x35, new byte[7]))).isEmpty();
    assertThat(contract.values(UbxFrame.encode(0x01, 0x35, new byte[20]))).isEmpty();
  }

  @Test
  void aSatelliteTellsItsQualityAndUse() {
    byte[] payload = new byte[20];
    payload[5] = 1;
    payload[16] = 0x0F;
    NavSat visible = (NavSat) contract.values(UbxFrame.encode(1, 0x35, payload)).get(0);
    assertThat(visible.satellites().get(0).quality()).isEqualTo(7);
    assertThat(visible.satellites().get(0).isUsed()).isTrue();
    payload[16] = 0x14;
    visible = (NavSat) contract.values(UbxFrame.encode(1, 0x35, payload)).get(0);
    assertThat(visible.satellites().get(0).quality()).isEqualTo(4);
    assertThat(visible.satellites().get(0).isUsed()).isFalse();
  }

  private UbxMessage message(byte[] frame) {
    return contract.values(frame).get(0);
  }

  private static Decoded<UbxMessage> noise(String hex) {
    return Decoded.malformed(Reason.NOISE, "0x" + hex + " between sentences");
  }

  private NavPvt solution(int... placesAndBytes) {
    byte[] payload = Arrays.copyOfRange(SOLUTION, 6, SOLUTION.length - 2);
    for (int i = 0; i < placesAndBytes.length; i += 2) {
      payload[placesAndBytes[i]] = (byte) placesAndBytes[i + 1];
    }
    return (NavPvt) message(UbxFrame.encode(1, 7, payload));
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) 'x');
    return text;
  }

  /** A frame of this payload; its CRC by the bits of the polynomial. */
  private static byte[] rtcm(int length, int number) {
    byte[] frame = new byte[length + 6];
    frame[0] = (byte) 0xD3;
    frame[1] = (byte) (length >> 8);
    frame[2] = (byte) length;
    frame[3] = (byte) (number >> 4);
    frame[4] = (byte) (number << 4);
    int crc = 0;
    for (int i = 0; i < frame.length - 3; i++) {
      for (int bit = 7; bit >= 0; bit--) {
        int out = crc >> 23 & 1 ^ frame[i] >> bit & 1;
        crc = crc << 1 & 0xFFFFFF ^ (out == 1 ? 0x864CFB : 0);
      }
    }
    frame[frame.length - 3] = (byte) (crc >> 16);
    frame[frame.length - 2] = (byte) (crc >> 8);
    frame[frame.length - 1] = (byte) crc;
    return frame;
  }
}
