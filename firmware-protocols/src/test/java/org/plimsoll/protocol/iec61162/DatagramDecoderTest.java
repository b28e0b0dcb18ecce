package org.plimsoll.protocol.iec61162;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

class DatagramDecoderTest {

  private static final String ROT = "$HEROT,+000.05,A*35";
  private static final String LINES =
      TaggedDecoderTest.block("g:1-2-7,s:HE0001")
          + ROT
          + "\r\n"
          + TaggedDecoderTest.block("g:2-2-7")
          + ROT;
  private static final String FILE_2 =
      "52 61 55 64 50 00 0002 0026 565230303031 585858585858 0001 0000002a 00000001 00000003 05 06"
          + " 0102030405";
  private static final String FILE_1 =
      "52 72 55 64 50 00 0001 565230303031 585858585858 0002 fffffffe 00000001 00000003";

  private final DatagramDecoder decoder = new DatagramDecoder(ChecksumPolicy.REQUIRED);

  @ParameterizedTest
  @ValueSource(strings = {"UdPbC\0", ""})
  void sentencesOfADatagramWithOrWithoutItsToken(String token) {
    List<Decoded<DatagramContent>> said = decode(Captures.ascii(token + LINES));
    assertThat(said).hasSize(2).allMatch(DatagramDecoderTest::isFromTheGyro);
  }

  @Test
  void aGroupGoesOnInTheNextDatagram() {
    int half = LINES.indexOf("\r\n");
    decode(Captures.ascii("UdPbC\0" + LINES.substring(0, half)));
    assertThat(decode(Captures.ascii("UdPbC\0" + LINES.substring(half))))
        .hasSize(1)
        .allMatch(DatagramDecoderTest::isFromTheGyro);
  }

  @Test
  void aSentenceEndsWithItsDatagram() {
    assertThat(decode(Captures.ascii("UdPbC\0$HEROT,+000")))
        .containsExactly(Decoded.malformed(Reason.CHECKSUM, "none in $HEROT,+000"));
    assertThat(decode(Captures.ascii(".05,A*35\r\n"))).noneMatch(Value.class::isInstance);
  }

  @Test
  void aFileHeaderIsRecognised() {
    assertThat(decode(Captures.hex(FILE_2)))
        .containsExactly(
            Decoded.value(
                new FileBlock(
                    "RaUdP",
                    2,
                    "VR0001",
                    "XXXXXX",
                    FileBlock.Type.DATA,
                    42,
                    1,
                    3,
                    OptionalInt.of(5),
                    OptionalInt.of(6),
                    5)));
    assertThat(decode(Captures.hex(FILE_1)))
        .containsExactly(
            Decoded.value(
                new FileBlock(
                    "RrUdP",
                    1,
                    "VR0001",
                    "XXXXXX",
                    FileBlock.Type.QUERY,
                    0xFFFF_FFFEL,
                    1,
                    3,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {FILE_2, FILE_1})
  void aCutHeaderIsMalformed(String file) {
    byte[] whole = Captures.hex(file);
    int header = file.equals(FILE_2) ? 38 : 34;
    for (int end = 0; end < header; end++) {
      List<Decoded<DatagramContent>> said = decode(Arrays.copyOf(whole, end));
      assertThat(said).as("first %d bytes", end).hasSize(1).allMatch(Malformed.class::isInstance);
    }
  }

  @Test
  void whatHasNoPlaceInAFileHeaderIsMalformed() {
    assertThat(decode(Captures.hex(FILE_2.replace(" 0026 ", " 0025 "))).get(0))
        .isEqualTo(Decoded.malformed(Reason.RANGE, "RaUdP header of 37 bytes"));
    assertThat(decode(Captures.hex(FILE_2.replace(" 0026 ", " 00ff "))).get(0))
        .isEqualTo(Decoded.malformed(Reason.RANGE, "RaUdP header of 255 bytes"));
    assertThat(decode(Captures.hex(FILE_2.replace(" 0001 0000002a", " 0004 0000002a"))).get(0))
        .isEqualTo(Decoded.malformed(Reason.RANGE, "RaUdP of type 4"));
    assertThat(decode(Captures.hex(FILE_2.replace(" 0002 ", " 0003 "))).get(0))
        .isEqualTo(Decoded.unsupported("RaUdP version 3"));
  }

  @Test
  void anEncapsulatedMessageIsUnsupported() {
    assertThat(decode(Captures.ascii("NkPgN\0abc")))
        .hasSize(1)
        .allMatch(Unsupported.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "U", "UdPbC", "UdPbC\0", "UdPbC$HEROT,+000.05,A*35\r\n", "XyZzY\0ab"})
  void whatHasNoTokenIsRefusedWhole(String datagram) {
    assertThat(decode(Captures.ascii(datagram))).hasSize(1).allMatch(Malformed.class::isInstance);
  }

  @Test
  void noiseNeverThrows() {
    Random random = new Random(450);
    List<String> tokens = List.of("UdPbC\0", "RaUdP\0\0\2\0\46", "RrUdP\0\0\1", "NkPgN\0", "$", "");
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      byte[] token = Captures.ascii(tokens.get(random.nextInt(tokens.size())));
      byte[] datagram = Arrays.copyOf(token, token.length + noise.length);
      System.arraycopy(noise, 0, datagram, token.length, noise.length);
      decode(datagram);
    }
    assertThat(decode(Captures.ascii(LINES))).hasSize(2);
  }

  private List<Decoded<DatagramContent>> decode(byte[] datagram) {
    List<Decoded<DatagramContent>> said = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(datagram);
    decoder.decode(bytes, said::add);
    assertThat(bytes.hasRemaining()).isFalse();
    return said;
  }

  private static boolean isFromTheGyro(Decoded<DatagramContent> said) {
    return said instanceof Value<DatagramContent> value
        && value.value() instanceof TaggedSentence tagged
        && tagged.sentence().isPresent()
        && tagged.tags().flatMap(TagBlock::source).equals(java.util.Optional.of("HE0001"));
  }
}
