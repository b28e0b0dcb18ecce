package org.plimsoll.vessel.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** What is said of a ship, as text without its checksum. */
class SentencesTest {

  @Test
  void aShipUnderWay() {
    assertThat(said(underWay().state(), DataOrigin.LIVE))
        .containsExactly(
            "$IIZDA,064210.25,15,01,2026,00,00",
            "$IIGGA,064210.00,4215.00000,N,13018.00000,E,2,09,0.8,27.10,M,,M,,",
            "$IIRMC,064210.00,A,4215.00000,N,13018.00000,E,9.72,90.0,150126,,,D",
            "$IIVTG,90.0,T,,M,9.72,N,18.00,K,D",
            "$IIHDT,91.0,T",
            "$IIROT,6.0,A",
            "$IIDPT,12.40,-1.20,",
            "$IIMTW,4.2,C",
            "$IIXDR,D,4.868,M,DRAUGHT_FWD_P,D,4.861,M,DRAUGHT_FWD_S",
            "$IIXDR,D,5.198,M,DRAUGHT_AFT_S",
            "$IIXDR,D,-0.37,M,TRIM",
            "$IIXDR,A,-1,D,LIST");
  }

  @ParameterizedTest
  @CsvSource({"SIMULATED", "REPLAYED"})
  void whatWasNotMeasuredIsMarkedOrLeftOut(DataOrigin origin) {
    assertThat(said(underWay().state(), origin))
        .containsExactly(
            "$IIZDA,064210.25,15,01,2026,00,00",
            "$IIGGA,064210.00,4215.00000,N,13018.00000,E,8,09,0.8,27.10,M,,M,,",
            "$IIVTG,90.0,T,,M,9.72,N,18.00,K,S",
            "$IITHS,91.0,S");
    assertThat(readings(underWay().state(), origin))
        .allMatch(reading -> !reading.quality().isUsable() || isAboutTheFix(reading));
  }

  private static boolean isAboutTheFix(Reading reading) {
    return reading.quantity().path().startsWith("navigation.gnss.");
  }

  @Test
  void nothingHeardIsSaidAsVoidAndNeverAsZero() {
    VesselState silent = new ShipHeard().state();
    assertThat(said(silent, DataOrigin.LIVE))
        .containsExactly(
            "$IIZDA,064210.25,15,01,2026,00,00",
            "$IIGGA,064210.25,,,,,0,,,,M,,M,,",
            "$IIRMC,064210.25,V,,,,,,,150126,,,N");
  }

  @ParameterizedTest
  @CsvSource({
    "GOOD,     1, A, A, 1",
    "GOOD,     2, A, D, 2",
    "GOOD,     4, A, R, 4",
    "GOOD,     8, A, A, 1",
    "DEGRADED, 1, V, E, 6",
    "MANUAL,   1, V, M, 7",
    "STALE,    1, V, N, 0",
    "INVALID,  1, V, N, 0"
  })
  void theStatusIsThatOfThePosition(
      Quality quality, int fix, String status, String mode, String digit) {
    List<String> said =
        said(
            new ShipHeard()
                .with(Quantities.LATITUDE, 42.25, quality)
                .with(Quantities.LONGITUDE, 130.3, quality)
                .with(Quantities.GNSS_FIX_QUALITY, fix)
                .state(),
            DataOrigin.LIVE);
    assertThat(said.get(1).split(",")[6]).isEqualTo(digit);
    String[] rmc = said.get(2).split(",");
    assertThat(rmc[2]).isEqualTo(status);
    assertThat(rmc[12]).isEqualTo(mode);
    assertThat(rmc[3].isEmpty()).isEqualTo(mode.equals("N"));
  }

  @Test
  void ourOwnDecoderReadsWhatWeSay() {
    List<Reading> readings = readings(underWay().state(), DataOrigin.LIVE);
    assertThat(readings)
        .filteredOn(reading -> reading.quantity().equals(Quantities.LATITUDE))
        .hasSize(2)
        .allSatisfy(
            reading -> {
              assertThat(reading.quality()).isEqualTo(Quality.GOOD);
              assertThat(reading.value().getAsDouble()).isEqualTo(42.25);
            });
    assertThat(readings)
        .filteredOn(reading -> reading.quantity().equals(Quantities.DEPTH_BELOW_KEEL))
        .hasSize(1);
  }

  private static ShipHeard underWay() {
    return new ShipHeard()
        .with(Quantities.LATITUDE, 42.25)
        .with(Quantities.LONGITUDE, 130.3)
        .with(Quantities.GNSS_FIX_QUALITY, 2)
        .with(Quantities.GNSS_SATELLITES, 9)
        .with(Quantities.GNSS_HORIZONTAL_DILUTION, 0.8)
        .with(Quantities.GNSS_ANTENNA_ALTITUDE, 27.1)
        .with(Quantities.SPEED_OVER_GROUND, 5)
        .with(Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(90))
        .with(Quantities.HEADING_TRUE, Math.toRadians(91))
        .with(Quantities.RATE_OF_TURN, Math.toRadians(0.1))
        .with(Quantities.DEPTH_BELOW_TRANSDUCER, 12.4)
        .with(Quantities.DEPTH_BELOW_KEEL, 11.2)
        .with(Quantities.WATER_TEMPERATURE, 277.35)
        .with(Quantities.DRAUGHT_FORWARD_PORT, 4.868)
        .with(Quantities.DRAUGHT_FORWARD_STARBOARD, 4.861)
        .with(Quantities.DRAUGHT_MIDSHIP_PORT, 5.031, Quality.STALE)
        .with(Quantities.DRAUGHT_AFT_PORT, 0, Quality.INVALID)
        .with(Quantities.DRAUGHT_AFT_STARBOARD, 5.198)
        .with(Quantities.TRIM, -0.37)
        .with(Quantities.LIST, Math.toRadians(-1));
  }

  private static List<String> said(VesselState state, DataOrigin origin) {
    return Sentences.of(state, origin).stream()
        .map(SentenceWriter::text)
        .map(text -> text.substring(0, text.indexOf('*')))
        .toList();
  }

  private static List<Reading> readings(VesselState state, DataOrigin origin) {
    Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);
    List<Reading> readings = new ArrayList<>();
    Sentences.of(state, origin)
        .forEach(
            sentence ->
                decoder.feed(
                    ByteBuffer.wrap(SentenceWriter.bytes(sentence)),
                    heard ->
                        readings.addAll(
                            SentenceReadings.of(
                                ((Decoded.Value<org.plimsoll.protocol.nmea0183.Sentence>) heard)
                                    .value()))));
    return readings;
  }
}
