package org.plimsoll.protocol.nmea2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.nmea2000.NavigationGroup.DistanceLog;

class TextGatewayTest {

  private static final String RAW = "16:29:27.082 R 09F8017F 50 C3 B8 13 47 D8 2B C6\r\n";
  private static final String WHOLE = "$PCDIN,01F119,00000000,0F,2AAF00D1067414FF*59\r\n";

  /** 128275 in three frames: 14 bytes. */
  private static final List<String> LOG =
      List.of(
          "05:55:13.001 R 19F5130C 60 0E B5 50 D0 1A B4 0C\r\n",
          "05:55:13.002 R 19F5130C 61 0C 79 6B 04 28 D2 00\r\n",
          "05:55:13.003 R 19F5130C 62 00 FF FF FF FF FF FF\r\n");

  private final StreamContract<BusMessage> contract =
      new StreamContract<>(() -> new TextGatewayDecoder()::feed);

  @ParameterizedTest
  @CsvSource({
    "16:29:27.082 R 09F8017F 50 C3 B8 13 47 D8 2B C6, 2 129025 127 255 50c3b81347d82bc6",
    "00:54:47.929 T 18EAFF44 14 F0 01, 6 59904 68 255 14f001",
    "00:54:47.929 T 18EA2144 14 F0 01, 6 59904 68 33 14f001",
    "'$PCDIN,01F119,00000000,0F,2AAF00D1067414FF*59', - 127257 15 255 2aaf00d1067414ff",
    "'$MXPGN,01F801,2801,C1308AC40C5DE343*19', 2 129025 1 255 43e35d0cc48a30c1",
    "'2016-02-28T19:57:02.364Z,2,127250,7,255,8,ff,10,3b,ff,7f,ce,f5,fc',"
        + " 2 127250 7 255 ff103bff7fcef5fc",
  })
  void readsEveryForm(String line, String expected) {
    List<BusMessage> messages = contract.values(ascii(line + "\r\n"));
    assertThat(messages).hasSize(1);
    BusMessage message = messages.get(0);
    String priority = message.priority().isPresent() ? "" + message.priority().getAsInt() : "-";
    assertThat(
            priority
                + " "
                + message.pgn()
                + " "
                + message.source()
                + " "
                + message.destination()
                + " "
                + message.data())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "16:29:27.082 R 09F8017F 50 C3 B8 13 47 D8 2B C6 00",
        "16:29:27.082 R 09F8017F 50 C3 B8 13 47 D8 2B C",
        "16:29:27.082 R 09F8017F 50  C3 B8",
        "16:29:27.082 R 09F8017F",
        "16:29:27.082 X 09F8017F 50",
        "16:29:27.082 R 29F8017F 50",
        "16:29:27,082 R 09F8017F 50",
        "16:29:27.082 R 09G8017F 50",
        "hello",
        "2016-02-28T19:57:02.364Z,2,127250,7,255,8,ff,10",
        "2016-02-28T19:57:02.364Z,8,127250,7,255,1,ff",
        "2016-02-28T19:57:02.364Z,2,127250,7,256,1,ff",
        "2016-02-28T19:57:02.364Z,2,,7,255,1,ff",
        "2016-02-28T19:57:02.364Z,2,127250,7,255,0,",
        "$PCDIN,01F119,0000000,0F,2AAF*56",
        "$PCDIN,01F119,00000000,0F,2AA*1E",
        "$PCDIN,01F119,00000000,0F,*2D",
        "$MXPGN,01F801,2701,C1308AC40C5DE343*16",
      })
  void refusesWhatIsNotExactlyAForm(String line) {
    List<Decoded<BusMessage>> decoded = contract.decode(ascii(line + "\r\n"));
    assertThat(decoded).hasSize(1);
    assertThat(reason(decoded.get(0))).isIn(Reason.SYNTAX, Reason.CHECKSUM);
  }

  @Test
  void aWrongOrMissingChecksumIsRefused() {
    assertThat(reasons("$PCDIN,01F119,00000000,0F,2AAF00D1067414FF*58\r\n"))
        .containsExactly(Reason.CHECKSUM);
    assertThat(reasons("$PCDIN,01F119,00000000,0F,2AAF00D1067414FF\r\n"))
        .containsExactly(Reason.CHECKSUM);
  }

  @Test
  void otherSentencesAreNamed() {
    assertThat(contract.decode(ascii("$HEHDT,034.4,T*2C\r\n")))
        .containsExactly(Decoded.unsupported("HEHDT"));
  }

  @Test
  void joinsAFastPacket() {
    List<BusMessage> messages = contract.values(ascii(String.join("", LOG)));
    assertThat(messages).hasSize(1);
    assertThat(Nmea2000Decoder.decode(messages.get(0)))
        .isInstanceOfSatisfying(
            Value.class,
            value -> {
              DistanceLog log = (DistanceLog) value.value();
              assertThat(log.logMetres()).hasValue(74152204);
              assertThat(log.tripMetres()).hasValue(53800);
            });
  }

  @Test
  void interleavedFastPacketsAreTakenApart() {
    String otherSource = String.join("", LOG).replace("19F5130C", "19F5130D");
    String[] other = otherSource.split("(?<=\n)");
    assertThat(
            contract.values(
                ascii(LOG.get(0) + other[0] + LOG.get(1) + RAW + other[1] + other[2] + LOG.get(2))))
        .extracting(BusMessage::source)
        .containsExactly(127, 13, 12);
  }

  @Test
  void aLostFrameIsOneDefectWhicheverItIs() {
    for (int lost = 0; lost < LOG.size(); lost++) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < LOG.size(); i++) {
        lines.append(i == lost ? "" : LOG.get(i));
      }
      lines.append(String.join("", LOG));
      List<Decoded<BusMessage>> decoded = contract.decode(ascii(lines.toString()));
      assertThat(decoded).as("frame %d lost", lost).hasSize(2);
      assertThat(decoded.get(0)).isInstanceOf(Malformed.class);
      assertThat(decoded.get(1)).isInstanceOf(Value.class);
    }
  }

  @Test
  void aPartIsNotContinuedAfterItsTime() {
    String late = LOG.get(0) + LOG.get(1) + RAW.repeat(FastPackets.PATIENCE_FRAMES) + LOG.get(2);
    List<Decoded<BusMessage>> decoded = contract.decode(ascii(late));
    assertThat(decoded).hasSize(FastPackets.PATIENCE_FRAMES + 1);
    assertThat(reason(decoded.get(decoded.size() - 1))).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void beginningsWithoutEndsAreBoundedAndCounted() {
    StringBuilder lines = new StringBuilder();
    for (int source = 0; source < 200; source++) {
      lines.append(LOG.get(0).replace("130C", "13%02X".formatted(source)));
    }
    List<Decoded<BusMessage>> decoded = contract.decode(ascii(lines.toString()));
    assertThat(decoded)
        .hasSize(200 - FastPackets.MAX_OPEN)
        .allMatch(one -> reason(one) == Reason.TRUNCATED);
  }

  @Tag("slow")
  @Test
  void chunkingDoesNotMatter() {
    byte[] stream =
        ascii(
            "\u0000x\r\n"
                + RAW
                + WHOLE
                + LOG.get(0)
                + "noise\u0007\r\n"
                + LOG.get(1)
                + LOG.get(2)
                + "$PCDIN,01"
                + WHOLE
                + "y".repeat(1100)
                + "\n"
                + RAW);
    contract.assertSameInEveryChunking(stream);
    contract.assertSurvivesTruncation(stream);
  }

  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(ascii(WHOLE));
  }

  @Tag("slow")
  @Test
  void readsAfterAMegabyteOfNoise() {
    contract.assertReadsAfterNoise(ascii("\r\n" + WHOLE), contract.values(ascii(WHOLE)).get(0));
  }

  private List<Reason> reasons(String lines) {
    return contract.decode(ascii(lines)).stream().map(TextGatewayTest::reason).toList();
  }

  private static Reason reason(Decoded<BusMessage> decoded) {
    return ((Malformed<BusMessage>) decoded).reason();
  }
}
