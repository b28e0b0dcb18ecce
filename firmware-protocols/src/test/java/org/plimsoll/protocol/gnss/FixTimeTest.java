package org.plimsoll.protocol.gnss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.ubx.NavTimeUtc;

class FixTimeTest {

  private static final String FIX =
      "$GPRMC,120000.00,A,5412.0000,N,01200.0000,E,10.0,90.0,010526,,,A";
  private static final String NO_FIX = "$GPRMC,120000.00,V,,,,,,,010526,,,N";
  private static final String ZDA = "$GPZDA,120001.50,01,05,2026,00,00";
  private static final String GGA =
      "$GPGGA,120000.00,5412.0000,N,01200.0000,E,1,08,1.0,10.0,M,40.0,M,,";

  @Test
  void onlyAReceiverWithAFixSaysTheTime() {
    assertThat(times(FIX)).containsExactly("2026-05-01T12:00:00Z");
    assertThat(times(NO_FIX)).isEmpty();
    assertThat(times(ZDA)).as("nobody knows of a fix").isEmpty();
    assertThat(times(FIX, ZDA)).containsExactly("2026-05-01T12:00:00Z", "2026-05-01T12:00:01.500Z");
    assertThat(times(GGA, ZDA)).containsExactly("2026-05-01T12:00:01.500Z");
    assertThat(times(FIX, NO_FIX, ZDA)).containsExactly("2026-05-01T12:00:00Z");
  }

  @Test
  void whatIsMissingIsNoTime() {
    assertThat(times("$GPRMC,,A,5412.0000,N,01200.0000,E,10.0,90.0,010526,,,A")).isEmpty();
    assertThat(times("$GPRMC,120000.00,A,5412.0000,N,01200.0000,E,10.0,90.0,,,,A")).isEmpty();
    assertThat(times("$GPRMC,120000.00,A,5412.0000,N,01200.0000,E,10.0,90.0,010526,,,E"))
        .as("dead reckoning")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 5,  1, 12, 0,  0,          0, 7, 2026-05-01T12:00:00Z",
    "2026, 5,  1, 12, 0,  0,       -500, 7, 2026-05-01T11:59:59.999999500Z",
    "2026, 12, 31, 23, 59, 60,        0, 7, 2026-12-31T23:59:59Z",
    "2026, 5,  1, 12, 0,  0,          0, 3, ",
    "2026, 13, 1, 12, 0,  0,          0, 7, ",
    "2026, 2, 29, 12, 0,  0,          0, 7, ",
    "2026, 2,  0, 12, 0,  0,          0, 7, ",
    "2026, 5,  1, 24, 0,  0,          0, 7, ",
    "2026, 5,  1, 12, 60, 0,          0, 7, ",
    "2026, 5,  1, 12, 0, 61,          0, 7, ",
  })
  void binaryTimesAreCheckedAsTheyAre(
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int nanos,
      int validity,
      Instant expected) {
    NavTimeUtc utc = new NavTimeUtc(0, 0, year, month, day, hour, minute, second, nanos, validity);
    assertThat(new FixTime().of(new GnssMessage.Ubx(utc)).orElse(null)).isEqualTo(expected);
  }

  private static List<String> times(String... sentences) {
    FixTime time = new FixTime();
    List<String> times = new ArrayList<>();
    Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.NEVER_SENT);
    for (String text : sentences) {
      decoder.feed(
          ByteBuffer.wrap((text + "\r\n").getBytes(StandardCharsets.US_ASCII)),
          frame -> {
            assertThat(frame).isInstanceOf(Decoded.Value.class);
            Sentence sentence = ((Decoded.Value<Sentence>) frame).value();
            time.of(sentence).ifPresent(utc -> times.add(utc.toString()));
          });
    }
    return times;
  }
}
