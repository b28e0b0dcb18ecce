package org.plimsoll.vessel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.protocol.nmea2000.Ngt1Frame;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** Each dialect as configured, on a real socket: from bytes to readings and counters. */
class DialectsTest {

  private static final HexFormat HEX = HexFormat.of();

  /** NAV-PVT of a fix off Belfast, and the same without one. */
  private static final String FIX =
      "b56201075c00383d0418ea07071105370d071900000047b5f9ff0301000ed2a178fc01d5972022a10000ace0ffff"
          + "b0040000340800001aecffff62f2ffff0c0000001d180000104d470196000000f0ba04008e00000000000000"
          + "00000000c8fe78006a3d";

  private static final String NO_FIX =
      "b56201075c00383d0418ea07071105370d071900000047b5f9ff00000000000000000000000022a1000000000000"
          + "b0040000340800001aecffff62f2ffff0c000000000000000000000096000000f0ba04008e00000000000000"
          + "00000000c8fe78008099";

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(100);

  /** Plays the bytes to a line; gives what it heard when {@code frames} frames were counted. */
  private List<Heard> play(String dialect, byte[] bytes, int frames, LineCounts[] counts)
      throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Lines lines = lines(config(dialect, server.getLocalPort()))) {
      lines.start();
      try (Socket talker = server.accept()) {
        talker.getOutputStream().write(bytes);
        Awaitility.await().until(() -> lines.statuses().get(0).counts().frames() >= frames);
        counts[0] = lines.statuses().get(0).counts();
      }
    }
    List<Heard> all = new ArrayList<>();
    heard.drainTo(all);
    return all;
  }

  private List<Heard> play(String dialect, byte[] bytes, int frames) throws Exception {
    return play(dialect, bytes, frames, new LineCounts[1]);
  }

  private static LineConfig config(String dialect, int port) {
    ConfigFile file =
        ConfigFile.of(
            "line.yaml", "test: {tcp: '127.0.0.1:" + port + "', " + dialect + ", silence: 8s}");
    LineConfig config = LineConfig.read(file.root().section("test"));
    assertThat(file.finish()).isEmpty();
    return config;
  }

  private Lines lines(LineConfig config) {
    return new Lines(List.of(config), heard::offer, System::nanoTime, new SplittableRandom(1));
  }

  private static Reading reading(List<Heard> all, String source, Quantity quantity) {
    return all.stream()
        .filter(one -> one.source().equals(source))
        .flatMap(one -> one.readings().stream())
        .filter(one -> one.quantity() == quantity)
        .findFirst()
        .orElseThrow(() -> new AssertionError(quantity.path() + " of " + source + " in " + all));
  }

  private static byte[] bytes(Object... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object part : parts) {
      all.write(
          part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    return all.toByteArray();
  }

  @Test
  void ubxBetweenSentences() throws Exception {
    LineCounts[] counts = new LineCounts[1];
    List<Heard> all =
        play(
            "protocol: gnss",
            bytes("$HEHDT,53.2,T*1B\r\n", HEX.parseHex(FIX), "$HEROT,-3.5,A*01\r\n"),
            3,
            counts);
    Reading latitude = reading(all, "test.NAV-PVT", Quantities.LATITUDE);
    assertThat(latitude.value().orElseThrow()).isCloseTo(54.6821377, within(1e-9));
    assertThat(latitude.quality()).isEqualTo(Quality.GOOD);
    assertThat(reading(all, "test.HEHDT", Quantities.HEADING_TRUE).value()).isPresent();
    assertThat(counts[0].decoded()).isEqualTo(2);
    assertThat(counts[0].malformed()).isEqualTo(1);
  }

  @Test
  void aVoidFixOfAReceiverIsInvalid() throws Exception {
    List<Heard> all = play("protocol: gnss", HEX.parseHex(NO_FIX), 1);
    assertThat(reading(all, "test.NAV-PVT", Quantities.LATITUDE))
        .isEqualTo(Reading.invalid(Quantities.LATITUDE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raw   | 16:29:27.082 R 09F80112 D2 A1 78 20 01 D5 97 20 | 18.129025",
        "pcdin | $PCDIN,01F801,00000000,0F,D2A1782001D59720*2F   | 15.129025",
        "mxpgn | $MXPGN,01F801,2801,2097D5012078A1D2*62          | 1.129025"
      })
  void aBusThroughATextGateway(String gateway, String line, String source) throws Exception {
    List<Heard> all = play("protocol: nmea2000, gateway: " + gateway, bytes(line, "\r\n"), 1);
    assertThat(reading(all, "test." + source, Quantities.LONGITUDE).value().orElseThrow())
        .isCloseTo(54.6821377, within(1e-9));
  }

  @Test
  void anNgt1IsToldToPassEverythingOnAndIsHeard() throws Exception {
    byte[] heading =
        HEX.parseHex("1002931302 12f101ffccb15d0a0008ff4bedff7fff7ffd391003".replace(" ", ""));
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Lines lines = lines(config("protocol: nmea2000, gateway: ngt-1", server.getLocalPort()))) {
      lines.start();
      try (Socket gateway = server.accept()) {
        byte[] told = gateway.getInputStream().readNBytes(Ngt1Frame.receiveAll().length);
        assertThat(told).isEqualTo(Ngt1Frame.receiveAll());
        gateway.getOutputStream().write(heading);
        Heard one = heard.poll(2, TimeUnit.MINUTES);
        assertThat(one.source()).isEqualTo("test.204.127250");
        assertThat(one.readings())
            .extracting(Reading::quantity)
            .containsExactly(Quantities.HEADING_MAGNETIC);
        assertThat(gateway.getInputStream().available()).isZero();
      }
    }
  }

  @Test
  void messagesOfOtherShipsAreCountedAndAreNoReadings() throws Exception {
    LineCounts[] counts = new LineCounts[1];
    List<Heard> all =
        play(
            "protocol: ais",
            bytes(
                "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n",
                "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\r\n",
                "!AIVDM,2,2,1,A,88888888880,2*25\r\n",
                "!AIVDM,1,1,,A,25RTgt0PAso;90TKcjM8h6g208CQ,0*48\r\n"),
            4,
            counts);
    assertThat(all).isEmpty();
    assertThat(counts[0].decoded()).isPositive();
    assertThat(counts[0].frames())
        .isEqualTo(counts[0].decoded() + counts[0].unsupported() + counts[0].malformed());
  }

  @Test
  void theRestOfAMessageThatNeverComesIsCounted() throws Exception {
    LineCounts[] counts = new LineCounts[1];
    play(
        "protocol: ais",
        bytes(
            "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\r\n"),
        2,
        counts);
    assertThat(counts[0].decoded()).isEqualTo(1);
    assertThat(counts[0].malformed()).isEqualTo(1);
  }

  @Test
  void aTagBlockNamesTheSource() throws Exception {
    List<Heard> all = play("protocol: nmea0183", bytes("\\s:HE0001*45\\$HEHDT,53.2,T*1B\r\n"), 1);
    assertThat(all).extracting(Heard::source).containsExactly("test.HE0001.HEHDT");
  }

  @Test
  void aFamilyOfIndicatorsByItsName() throws Exception {
    List<Heard> all =
        play(
            "protocol: indicator, profile: comma, path: loading.weighbridge.mass",
            bytes("ST,GS,+  1520.5kg\r\nUS,GS,+   880.0kg\r\nOL,GS,+ -------kg\r\n"),
            3);
    assertThat(all).extracting(Heard::source).containsOnly("test");
    assertThat(all.stream().flatMap(one -> one.readings().stream()))
        .extracting(Reading::quality)
        .containsExactly(Quality.GOOD, Quality.DEGRADED, Quality.INVALID);
  }

  @Test
  void rinstrumWithItsUnit() throws Exception {
    List<Heard> all =
        play(
            "protocol: indicator, profile: rinstrum-a, display-unit: t,"
                + " path: loading.weighbridge.mass",
            bytes("\u0002   31.25G\u0003"),
            1);
    assertThat(reading(all, "test", Quantities.WEIGHBRIDGE_MASS))
        .isEqualTo(Reading.good(Quantities.WEIGHBRIDGE_MASS, 31_250));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frame: stx-etx, columns: 1swwwwww | ~S+1520.5^",
        "frame: line, pattern: '(?<mark1>[SD])W(?<weight>-?[.0-9]+)' | SW1520.5/"
      })
  void aFamilyThatOnlyTheConfigurationKnows(String form, String print) throws Exception {
    List<Heard> all =
        play(
            "protocol: indicator, "
                + form
                + ", marks: {stable: [S], moving: [D]}, display-unit: kg,"
                + " path: loading.weighbridge.mass",
            bytes(print.replace('~', '\u0002').replace('^', '\u0003').replace('/', '\r')),
            1);
    assertThat(reading(all, "test", Quantities.WEIGHBRIDGE_MASS))
        .isEqualTo(Reading.good(Quantities.WEIGHBRIDGE_MASS, 1520.5));
  }

  @Test
  void toledoWithoutTareAndCheckByte() throws Exception {
    List<Heard> all =
        play(
            "protocol: toledo, checksum: not-sent, tare: false,"
                + " path: loading.deck.forward.mass",
            bytes("\u0002\u002c\u0030\u0020 12345\r"),
            1);
    assertThat(reading(all, "test", Quantities.DECK_LOAD_FORWARD).value().orElseThrow())
        .isCloseTo(123.45, within(1e-9));
  }
}
