package org.plimsoll.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.cli.frame.Frame.Status;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.weighing.MassUnit;

class RecordedProtocolTest {

  private static final String HDT = "$HEHDT,187.5,T*24\r\n";
  private static final String AIS = "!AIVDM,1,1,,A,13@ndh@01uPREA0NN4d3Q2nt2007,0*1B\r\n";
  private static final String NAV_PVT =
      "b56201075c0000512502ea070b0c0a000007320000000000000003010009c0687804204ebd1f50c3000010270000dc050000c409000000000000701700000000000070170000405489006400000050c300007800000000000000000000000000000034c2";
  private static final String NGT1 = "100293130212f101ff07d204000008005c3dff7fff7ffdde1003";
  private static final String BUS = "10:15:00.000 R 09F11207 00 5C 3D FF 7F FF 7F FD\r\n";
  private static final String TOLEDO = "022b30203035343332313030303030300d27";
  private static final String REQUEST = "01040000000271cb";
  private static final String ANSWER = "01040440e800006e70";

  /** UdPbC, a TAG block and a heading. */
  private static final String DATAGRAM =
      "5564506243 00 " + HexFormat.of().formatHex(latin("\\s:HE0001*45\\" + HDT));

  static Stream<Arguments> recordings() {
    return Stream.of(
        Arguments.of(RecordedProtocol.NMEA0183, latin(HDT), "HEHDT"),
        Arguments.of(RecordedProtocol.NMEA0183, latin("# a log\r\n" + HDT + HDT), "HEHDT"),
        Arguments.of(RecordedProtocol.GNSS, join(latin(HDT), hex(NAV_PVT)), "NAV-PVT"),
        Arguments.of(RecordedProtocol.NMEA2000_TEXT, latin(BUS), "PGN 127250"),
        Arguments.of(RecordedProtocol.NMEA2000_NGT1, hex(NGT1), "PGN 127250"),
        Arguments.of(RecordedProtocol.MODBUS_RTU, hex(REQUEST + ANSWER), "Registers"),
        Arguments.of(RecordedProtocol.MT_SICS, latin("S S      12.5 kg\r\n"), "weight"),
        Arguments.of(RecordedProtocol.COMMA, latin("ST,GS,+  123.45kg\r\n"), "weight"),
        Arguments.of(RecordedProtocol.IEC61162_450, latin("# one\n" + DATAGRAM + "\n"), "HEHDT"),
        Arguments.of(RecordedProtocol.RINSTRUM_B, latin("\2  1520.5G    kg\3"), "weight"),
        Arguments.of(RecordedProtocol.CARDINAL_SB, latin("\r   1520.5  kgG\3"), "weight"),
        Arguments.of(RecordedProtocol.SMA, latin("\n 1G      1520.5 kg \r"), "weight"),
        Arguments.of(RecordedProtocol.OHAUS, latin("    192.21 g \r\n"), "weight"),
        Arguments.of(RecordedProtocol.TOLEDO, hex(TOLEDO + TOLEDO), "weight"),
        Arguments.of(
            RecordedProtocol.TOLEDO_UNCHECKED,
            hex(TOLEDO.substring(0, 34) + TOLEDO.substring(0, 34)),
            "weight"));
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void isGuessedAndReadInAnyChunking(RecordedProtocol spoken, byte[] recording, String kind) {
    assertThat(RecordedProtocol.guess(recording, ChecksumPolicy.OPTIONAL)).isEqualTo(spoken);
    List<Frame> whole = read(spoken, recording, recording.length);
    assertThat(whole).anyMatch(frame -> frame.status() == Status.OK && frame.kind().equals(kind));
    assertThat(read(spoken, recording, 1)).isEqualTo(whole);
  }

  @Test
  void everyProtocolIsGuessed() {
    assertThat(recordings().map(recording -> recording.get()[0]))
        .as("prints without a unit are weights only when it is told")
        .containsAll(
            Stream.of(RecordedProtocol.values())
                .filter(protocol -> protocol != RecordedProtocol.RINSTRUM_A)
                .toList());
    assertThat(RecordedProtocol.guess(latin("\2   31.25G\3"), ChecksumPolicy.OPTIONAL))
        .isEqualTo(RecordedProtocol.RINSTRUM_A);
  }

  @Test
  void theUnitOfPrintsWithoutOneMayBeTold() {
    byte[] print = latin("\2   31.25G\3");
    assertThat(read(RecordedProtocol.RINSTRUM_A, print, 5))
        .extracting(Frame::status)
        .containsExactly(Status.UNSUPPORTED);
    List<Frame> frames = new ArrayList<>();
    RecordedProtocol.RINSTRUM_A
        .open(ChecksumPolicy.OPTIONAL, Optional.of(MassUnit.TONNE))
        .feed(ByteBuffer.wrap(print), frames::add);
    assertThat(frames.get(0).fields().get("massKilograms")).isEqualTo(31_250.0);
  }

  @Test
  void whatIsNoDatagramIsMalformed() {
    String recording =
        "5564\nxyz\n\n" + "5261556450 00 0001\n" + "24".repeat(70_000) + "ff ".repeat(30_000);
    assertThat(read(RecordedProtocol.IEC61162_450, latin(recording), 1000))
        .extracting(Frame::reason)
        .containsExactly("SYNTAX", "SYNTAX", "TRUNCATED", "OVERLONG");
  }

  @Test
  void whatNobodyUnderstandsIsReadAsSentences() {
    assertThat(RecordedProtocol.guess(latin("oOo\n"), ChecksumPolicy.OPTIONAL))
        .isEqualTo(RecordedProtocol.NMEA0183);
    assertThat(RecordedProtocol.guess(new byte[0], ChecksumPolicy.OPTIONAL))
        .isEqualTo(RecordedProtocol.NMEA0183);
  }

  @Test
  void theSentenceThatCompletesAMessageCarriesIt() {
    List<Frame> frames = read(RecordedProtocol.NMEA0183, latin("\\s:GP0001*5F\\" + AIS), 7);
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).fields().get("tags")).isEqualTo(Map.of("s", "GP0001"));
    assertThat(FieldTree.at(frames.get(0).fields(), "message.speedKnots")).isEqualTo(12.5);
  }

  @Test
  void anUnfinishedSentenceIsSaidAtTheEnd() {
    List<Frame> frames = read(RecordedProtocol.NMEA0183, latin("$HEHDT,187.5,T*2"), 4);
    assertThat(frames).satisfiesExactly(frame -> assertThat(frame.reason()).isEqualTo("CHECKSUM"));
  }

  @Test
  void aRequestWithoutItsAnswerIsMalformed() {
    List<Frame> frames = read(RecordedProtocol.MODBUS_RTU, hex(REQUEST + REQUEST + ANSWER), 3);
    assertThat(frames).extracting(Frame::status).containsExactly(Status.MALFORMED, Status.OK);
    assertThat(frames.get(0).reason()).isEqualTo("TRUNCATED");
    assertThat(frames.get(1).fields().get("words")).isEqualTo(List.of(0x40e8, 0));
    assertThat(read(RecordedProtocol.MODBUS_RTU, hex(REQUEST), 8))
        .extracting(Frame::reason)
        .containsExactly("TRUNCATED");
  }

  private static List<Frame> read(RecordedProtocol protocol, byte[] bytes, int chunk) {
    List<Frame> frames = new ArrayList<>();
    FrameReader reader = protocol.open(ChecksumPolicy.OPTIONAL);
    for (int from = 0; from < bytes.length; from += chunk) {
      reader.feed(ByteBuffer.wrap(bytes, from, Math.min(chunk, bytes.length - from)), frames::add);
    }
    reader.end(frames::add);
    return frames;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] join(byte[] one, byte[] other) {
    ByteBuffer both = ByteBuffer.allocate(one.length + other.length);
    return both.put(one).put(other).array();
  }
}
