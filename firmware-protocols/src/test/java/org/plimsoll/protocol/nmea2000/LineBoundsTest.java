package org.plimsoll.protocol.nmea2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;

/** Where a line, a fast packet or a field just fits and where it just does not. */
class LineBoundsTest {

  private final StreamContract<BusMessage> contract =
      new StreamContract<>(() -> new TextGatewayDecoder()::feed);

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "T,7,524287,255,255,1,00 true",
        "T,0,0,0,0,1,00 true",
        ",2,127250,7,255,1,00 true",
        "T,8,127250,7,255,1,00 false",
        "T,2,524288,7,255,1,00 false",
        "T,2,127250,256,255,1,00 false",
        "T,2,127250,7,256,1,00 false",
        "T,2,127250,7,255,2,00 false",
        "T,2,127250,7,255,0, false",
        "T,2,127250,7,255,0 false",
        "T,2,127250,7,255 false",
        "T, false",
        "T,,127250,7,255,1,00 false",
        "T,2,0127250,7,255,1,00 false",
        "T,2,012725,7,255,1,00 true",
        "T,/,127250,7,255,1,00 false",
        "T,:,127250,7,255,1,00 false",
        "T,9,127250,7,255,1,00 false",
        "T,-,127250,7,255,1,00 false",
        "T,2,127250,7,255,1,0g false",
        "T,2,127250,7,255,2,00;00 false",
      })
  void aCanboatLineIsWithinItsBounds(String line, boolean fits) {
    List<Decoded<BusMessage>> said = contract.decode(ascii(line + "\r\n"));
    assertThat(said).hasSize(1);
    assertThat(said.get(0) instanceof Value).isEqualTo(fits);
    if (!fits) {
      assertThat(((Malformed<BusMessage>) said.get(0)).reason()).isEqualTo(Reason.SYNTAX);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, true", "223, true", "224, false"})
  void aMessageHasAtMost223Bytes(int bytes, boolean fits) {
    String canboat = "T,2,130820,7,255," + bytes + ",00".repeat(bytes);
    assertThat(contract.decode(ascii(canboat + "\r\n")).get(0) instanceof Value).isEqualTo(fits);
    String whole = checked("PCDIN,01FF04,00000000,0F," + "00".repeat(bytes));
    assertThat(contract.decode(ascii(whole)).get(0) instanceof Value).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "PCDIN,03FFFF,00000000,00,00 262143",
        "PCDIN,000000,FFFFFFFF,FF,00 0",
        "PCDIN,040000,00000000,00,00 SYNTAX",
        "PCDIN,01F119,0000000g,00,00 SYNTAX",
        "PCDIN,01F119,00000000,0g,00 SYNTAX",
        "PCDIN,01F11g,00000000,00,00 SYNTAX",
        "PCDIN,01F119,00000000,00, SYNTAX",
        "PCDIN,01F119;00000000,00,00 SYNTAX",
        "PCDIN,01F119,00000000;00,00 SYNTAX",
        "PCDIN,01F119,00000000,00;00 SYNTAX",
        "PCDIN,01F119 SYNTAX",
        "PCDIN,01F119,00000000,00,0 SYNTAX",
        "MXPGN,03FF00,0100,00 261888",
        "MXPGN,000000,0100,00 0",
        "MXPGN,040000,0100,00 SYNTAX",
        "MXPGN,01F801,2801,C1308AC40C5DE343 129025",
        "MXPGN,01F801,2701,C1308AC40C5DE343 SYNTAX",
        "MXPGN,01F801,2901,C1308AC40C5DE34300 SYNTAX",
        "MXPGN,01F801,2001, SYNTAX",
        "MXPGN,01F801;2801,C1308AC40C5DE343 SYNTAX",
        "MXPGN,01F801,2801;C1308AC40C5DE343 SYNTAX",
        "MXPGN,01F80g,2801,C1308AC40C5DE343 SYNTAX",
        "MXPGN,01F801,280g,C1308AC40C5DE343 SYNTAX",
        "GPABC unsupported_GPABC",
        "GPABC,1 unsupported_GPABC",
        "GPABC, unsupported_GPABC",
      })
  void aSentenceIsWithinItsBounds(String body, String meaning) {
    assertThat(meaning(contract.decode(ascii(checked(body))))).containsExactly(meaning);
  }

  @Test
  void aSentenceNeedsItsChecksum() {
    assertThat(meaning(contract.decode(ascii("$PCDIN,01F119,00000000,0F,2A\r\n"))))
        .containsExactly("CHECKSUM");
    assertThat(meaning(contract.decode(ascii("$PCDIN,01F119,00000000,0F,2A*0\r\n"))))
        .containsExactly("CHECKSUM");
  }

  @ParameterizedTest
  @CsvSource({
    "60, 'TRUNCATED fast packet frame of PGN 128275 from 12'",
    "60 00, 128275 ''",
    "60 03 01 02 03, 128275 010203",
    "60 06 01 02 03 04 05 06, 128275 010203040506",
    "60 0E 01 02, 'TRUNCATED fast packet frame of PGN 128275 from 12'",
    "60 E0 01 02 03 04 05 06, 'OVERLONG fast packet of 224 bytes, PGN 128275 from 12'",
    "60 DF 01 02 03 04 05 06, nothing",
    "61 0E 01 02 03 04 05 06, 'UNEXPECTED middle of fast packet, PGN 128275 from 12'",
  })
  void aFirstFrameTellsTheLength(String data, String meaning) {
    List<Decoded<BusMessage>> said = contract.decode(ascii(raw(12, data)));
    assertThat(said.isEmpty() ? "nothing" : shown(said.get(0)))
        .isEqualTo(meaning.replace("''", ""));
    assertThat(said).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aMessageIsBrokenByAGapOrAShortFrameOnce() {
    String first = raw(12, "60 1E 01 02 03 04 05 06");
    assertThat(shown(first, raw(12, "62 01 02 03 04 05 06 07"), raw(12, "63 01 02 03 04 05 06 07")))
        .containsExactly("TRUNCATED fast packet of PGN 128275 from 12: frame 2 after 0");
    assertThat(shown(first, raw(12, "61 01 02"), raw(12, "62 01 02 03 04 05 06 07")))
        .containsExactly("TRUNCATED fast packet of PGN 128275 from 12: short frame");
    assertThat(shown(first, first))
        .containsExactly("TRUNCATED fast packet of PGN 128275 from 12: begun again");
  }

  @Test
  void messagesOfOneSenderAreToldApartByTheirSequence() {
    assertThat(
            shown(
                raw(12, "20 08 01 02 03 04 05 06"),
                raw(12, "C0 08 11 12 13 14 15 16"),
                raw(12, "21 07 08"),
                raw(12, "C1 17 18")))
        .containsExactly("128275 0102030405060708", "128275 1112131415161718");
  }

  @ParameterizedTest
  @CsvSource({"1499, 128275 0102030405060708", "1500, not continued in time"})
  void aMessageIsWaitedFor(int others, String meaning) {
    String lines =
        raw(12, "60 08 01 02 03 04 05 06")
            + "16:29:27.082 R 09F8017F 50 C3 B8 13 47 D8 2B C6\r\n".repeat(others)
            + raw(12, "61 07 08");
    List<Decoded<BusMessage>> said = contract.decode(ascii(lines));
    assertThat(said).hasSize(others + 1);
    assertThat(shown(said.get(others))).endsWith(meaning);
  }

  @Test
  void theOneThatWasIdleLongestMakesRoom() {
    StringBuilder lines = new StringBuilder();
    for (int sender = 0; sender < FastPackets.MAX_OPEN; sender++) {
      lines.append(raw(sender, "60 14 01 02 03 04 05 06"));
    }
    lines.append(raw(0, "61 07 08 09 0A 0B 0C 0D"));
    lines.append(raw(100, "60 14 01 02 03 04 05 06"));
    assertThat(shown(lines.toString()))
        .containsExactly("TRUNCATED fast packet of PGN 128275 from 1: never finished");
    assertThat(shown(lines.toString(), raw(0, "62 0E 0F 10 11 12 13 14")))
        .endsWith("128275 0102030405060708090a0b0c0d0e0f1011121314");
  }

  @Test
  void aResetForgetsWhatWasBegun() {
    TextGatewayDecoder decoder = new TextGatewayDecoder();
    List<Decoded<BusMessage>> said = new ArrayList<>();
    decoder.feed(java.nio.ByteBuffer.wrap(ascii(raw(12, "60 08 01 02 03 04 05 06"))), said::add);
    decoder.reset();
    decoder.feed(java.nio.ByteBuffer.wrap(ascii(raw(12, "61 07 08"))), said::add);
    assertThat(said).hasSize(1);
    assertThat(shown(said.get(0))).startsWith("UNEXPECTED");
  }

  @Test
  void theThreeGreatestNumbersAreNone() {
    Payload all = Payload.of(new byte[] {(byte) 0xFC, (byte) 0xFD, 0x7C, 0x7D}, 0, 4);
    assertThat(all.unsigned(0, 8, 2)).isEqualTo(OptionalDouble.of(126));
    assertThat(all.unsigned(8, 8, 2)).isEmpty();
    assertThat(all.signed(16, 8, 2)).isEqualTo(OptionalDouble.of(62));
    assertThat(all.signed(24, 8, 2)).isEmpty();
    assertThat(all.unsigned(25, 8, 1)).isEmpty();
    assertThat(all).isNotEqualTo(Payload.of(new byte[4], 0, 4)).isNotEqualTo("fcfd7c7d");
    assertThat(all.hashCode()).isNotEqualTo(Payload.of(new byte[4], 0, 4).hashCode());
  }

  private List<String> shown(String... lines) {
    return contract.decode(ascii(String.join("", lines))).stream()
        .map(LineBoundsTest::shown)
        .toList();
  }

  private static String shown(Decoded<BusMessage> said) {
    if (said instanceof Value<BusMessage> value) {
      return value.value().pgn() + " " + value.value().data();
    }
    Malformed<BusMessage> malformed = (Malformed<BusMessage>) said;
    return malformed.reason() + " " + malformed.detail();
  }

  private static List<String> meaning(List<Decoded<BusMessage>> said) {
    return said.stream()
        .map(
            one ->
                one instanceof Value<BusMessage> value
                    ? Integer.toString(value.value().pgn())
                    : one instanceof Malformed<BusMessage> malformed
                        ? malformed.reason().name()
                        : "unsupported_" + ((Decoded.Unsupported<BusMessage>) one).what())
        .toList();
  }

  /** A frame of 128275, which is a fast packet. */
  private static String raw(int sender, String data) {
    return "05:55:13.001 R 19F513%02X %s\r\n".formatted(sender, data);
  }

  private static String checked(String body) {
    int sum = 0;
    for (char c : body.toCharArray()) {
      sum ^= c;
    }
    return "$%s*%02X\r\n".formatted(body, sum);
  }
}
