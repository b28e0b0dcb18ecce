package org.plimsoll.protocol.nmea2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder.Form;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

class Ngt1Test {

  private static final byte[] HEADING =
      Captures.hex("10 02 93 13 02 12 f1 01 ff cc b1 5d 0a 00 08 ff 4b ed ff 7f ff 7f fd 39 10 03");

  private final StreamContract<Ngt1Frame> contract =
      new StreamContract<>(() -> new Ngt1Decoder()::feed);

  @Test
  void readsAFrame() {
    List<Ngt1Frame> frames = contract.values(HEADING);
    assertThat(frames).hasSize(1);
    Ngt1Frame frame = frames.get(0);
    assertThat(frame.command()).isEqualTo(Ngt1Frame.RECEIVED);
    assertThat(frame.gatewayMillis()).hasValue(679345);
    BusMessage message = frame.message();
    assertThat(message).isNotNull();
    assertThat(message.pgn()).isEqualTo(127250);
    assertThat(message.source()).isEqualTo(0xCC);
    assertThat(message.destination()).isEqualTo(CanId.EVERYBODY);
  }

  @Test
  void saysReadings() {
    StreamContract<BusReport> reports =
        new StreamContract<>(() -> new Nmea2000Decoder(Form.NGT_1)::feed);
    assertThat(reports.values(HEADING).get(0).readings())
        .containsExactly(Reading.good(Quantities.HEADING_MAGNETIC, 6.0747));
    assertThat(reports.decode(Ngt1Frame.receiveAll()))
        .containsExactly(Decoded.unsupported("NGT-1 command a1"));
  }

  @Test
  void readsBackWhatItWrote() {
    Random random = new Random(20260717);
    for (int length = 0; length <= 255; length++) {
      byte[] payload = new byte[length];
      random.nextBytes(payload);
      for (int i = 0; i < length; i += 5) {
        payload[i] = 0x10;
      }
      assertThat(contract.values(Ngt1Frame.encode(Ngt1Frame.DEVICE_ANSWER, payload)))
          .extracting(frame -> frame.payload().bytes())
          .containsExactly(payload);
    }
  }

  @Test
  void asksInTheBytesOfTheManual() {
    assertThat(Ngt1Frame.receiveAll()).isEqualTo(Captures.hex("10 02 a1 03 11 02 00 49 10 03"));
  }

  @ParameterizedTest
  @CsvSource({
    "10 02 93 13 02 12 f1 01 ff cc b1 5d 0a 00 08 ff 4b ed ff 7f ff 7f fd 38 10 03, CHECKSUM",
    "10 02 a0 02 11 4d 10 03, SYNTAX",
    "10 02 93 00 6d 10 03, SYNTAX",
    "10 02 10 03, TRUNCATED",
    "10 02 93 13 10 44, SYNTAX",
    "10 02 93 13, TRUNCATED",
    "93 13 02, NOISE",
  })
  void namesTheDefect(String bytes, Reason reason) {
    List<Decoded<Ngt1Frame>> decoded = contract.decode(Captures.hex(bytes), HEADING);
    assertThat(decoded).hasSize(2);
    assertThat(((Malformed<Ngt1Frame>) decoded.get(0)).reason()).isEqualTo(reason);
    assertThat(decoded.get(1)).isInstanceOf(Decoded.Value.class);
  }

  @Test
  void anEndlessFrameIsOneDefect() {
    byte[] endless = new byte[100_000];
    endless[0] = 0x10;
    endless[1] = 0x02;
    List<Decoded<Ngt1Frame>> decoded = contract.decode(endless, HEADING);
    assertThat(decoded).hasSize(2);
    assertThat(((Malformed<Ngt1Frame>) decoded.get(0)).reason()).isEqualTo(Reason.OVERLONG);
  }

  @Test
  void aFrameCutAnywhereDoesNotTakeTheNextWithIt() {
    for (int cut = 1; cut < HEADING.length; cut++) {
      List<Decoded<Ngt1Frame>> decoded = contract.decode(Arrays.copyOf(HEADING, cut), HEADING);
      boolean endsInEscape = HEADING[cut - 1] == 0x10;
      assertThat(contract.decode(Arrays.copyOf(HEADING, cut), HEADING, HEADING))
          .as("cut at %d", cut)
          .endsWith(Decoded.value(contract.values(HEADING).get(0)));
      assertThat(decoded.stream().filter(Decoded.Value.class::isInstance))
          .as("cut at %d", cut)
          .hasSize(endsInEscape ? 0 : 1);
    }
  }

  @Test
  void chunkingDoesNotMatter() {
    byte[] frame = Ngt1Frame.encode(Ngt1Frame.DEVICE_ANSWER, new byte[] {0x10, 0x02, 0x10, 0x03});
    byte[] stream = Arrays.copyOf(HEADING, 2 * HEADING.length + frame.length + 3);
    System.arraycopy(frame, 0, stream, HEADING.length + 3, frame.length);
    System.arraycopy(HEADING, 0, stream, HEADING.length + 3 + frame.length, HEADING.length);
    contract.assertSameInEveryChunking(stream);
    contract.assertSurvivesTruncation(stream);
  }

  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(HEADING);
  }

  @Test
  void readsAfterAMegabyteOfNoise() {
    contract.assertReadsAfterNoise(HEADING, contract.values(HEADING).get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "09F8017F, 2, 129025, 127, 255",
    "18EA2144, 6, 59904, 68, 33",
    "1DFF1E0A, 7, 130846, 10, 255",
    "0DEF0503, 3, 126720, 3, 5",
  })
  void takesAnIdentifierApartAndPutsItTogether(
      String hex, int priority, int pgn, int source, int destination) {
    int bits = Integer.parseInt(hex, 16);
    CanId id = new CanId(priority, pgn, source, destination);
    assertThat(CanId.of(bits)).isEqualTo(id);
    assertThat(id.toBits()).isEqualTo(bits);
  }
}
