package org.plimsoll.protocol.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.protocol.ais.AisSamples.decode;
import static org.plimsoll.protocol.ais.AisSamples.decoded;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of time and place field by field, then what the norm calls not available. */
class ReportsTest {

  private static final int SHIP = AisSamples.SHIP;
  private static final int NO_LONGITUDE = 181 * 600_000;
  private static final int NO_LATITUDE = 91 * 600_000;
  private static final OptionalInt NO_INT = OptionalInt.empty();
  private static final OptionalDouble NO_NUMBER = OptionalDouble.empty();

  @Test
  void aClassAShipReportsHerPosition() {
    Armour report = Armour.message(3, SHIP).put(4, 3).put(8, -38).put(10, 187).put(1, 1);
    report.put(28, -2_684_700).put(27, 31_140_000).put(12, 2715).put(9, 273);
    report.put(6, 17).put(2, 1).put(3, 0).put(1, 1).put(19, 4711);
    assertThat(decode(report))
        .isEqualTo(
            new PositionReport(
                3,
                0,
                SHIP,
                OptionalInt.of(3),
                Turn.MEASURED,
                OptionalDouble.of(-(38 / 4.733) * (38 / 4.733)),
                OptionalDouble.of(18.7),
                true,
                OptionalDouble.of(-4.4745),
                OptionalDouble.of(51.9),
                OptionalDouble.of(271.5),
                OptionalInt.of(273),
                OptionalInt.of(17),
                Positioning.MEASURED,
                1,
                true,
                OptionalInt.of(4711)));
  }

  @Test
  void aClassAShipWithoutSensorsReportsNothing() {
    Armour report = Armour.message(1, SHIP).put(4, 15).put(8, -128).put(10, 1023).put(1, 0);
    report.put(28, NO_LONGITUDE).put(27, NO_LATITUDE).put(12, 3600).put(9, 511);
    report.put(6, 63).put(2, 0).put(3, 0).put(1, 0).put(19, 0);
    assertThat(decode(report))
        .isEqualTo(
            new PositionReport(
                1,
                0,
                SHIP,
                NO_INT,
                Turn.UNKNOWN,
                NO_NUMBER,
                NO_NUMBER,
                false,
                NO_NUMBER,
                NO_NUMBER,
                NO_NUMBER,
                NO_INT,
                NO_INT,
                Positioning.INOPERATIVE,
                0,
                false,
                OptionalInt.of(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, MEASURED, 0.0",
    "4, MEASURED, 0.714",
    "-7, MEASURED, -2.187",
    "126, MEASURED, 708.7",
    "-126, MEASURED, -708.7",
    "127, FAST_STARBOARD,",
    "-127, FAST_PORT,",
    "-128, UNKNOWN,"
  })
  void theRateOfTurnIsASquare(int code, Turn turn, Double degreesPerMinute) {
    assertThat(Turn.of(code)).isEqualTo(turn);
    if (degreesPerMinute == null) {
      assertThat(Turn.degreesPerMinute(code)).isEmpty();
    } else {
      assertThat(Turn.degreesPerMinute(code).orElseThrow())
          .isCloseTo(degreesPerMinute, within(0.02));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "59, 59, MEASURED",
    "60,, UNSTAMPED",
    "61,, MANUAL",
    "62,, ESTIMATED",
    "63,, INOPERATIVE"
  })
  void theTimeStampTellsHowThePositionCame(int stamp, Integer second, Positioning positioning) {
    assertThat(Positioning.of(stamp)).isEqualTo(positioning);
    assertThat(Positioning.second(stamp))
        .isEqualTo(second == null ? NO_INT : OptionalInt.of(second));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "359, true", "360, false", "510, false", "511, false"})
  void directionsEndBefore360(int degrees, boolean present) {
    Armour near = Armour.message(18, SHIP).put(74, 0).put(12, 10L * Math.min(degrees, 409));
    ClassBReport report = (ClassBReport) decode(near.put(9, degrees).put(35, 0));
    assertThat(report.courseDegrees().isPresent()).isEqualTo(present);
    assertThat(report.headingDegrees().isPresent()).isEqualTo(present);
    Armour far = Armour.message(27, SHIP).put(47, 0).put(9, degrees).put(2, 0);
    assertThat(((LongRangeReport) decode(far)).courseDegrees().isPresent()).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource({
    "108000000, 54000000, true",
    "-108000000, -54000000, true",
    "108000001, 54000001, false",
    "-108000001, -54000001, false"
  })
  void aPlaceBeyondTheEarthIsAbsent(int longitude, int latitude, boolean present) {
    Armour report = Armour.message(18, SHIP).put(8, 0).put(10, 0).put(1, 0);
    report.put(28, longitude).put(27, latitude).put(12, 0).put(9, 0).put(35, 0);
    ClassBReport decoded = (ClassBReport) decode(report);
    assertThat(decoded.longitudeDegrees().isPresent()).isEqualTo(present);
    assertThat(decoded.latitudeDegrees().isPresent()).isEqualTo(present);
  }

  @Test
  void aBaseStationGivesTheTime() {
    Armour report = Armour.message(4, 2_442_000).put(14, 2026).put(4, 7).put(5, 17);
    report.put(5, 23).put(6, 59).put(6, 58).put(1, 1).put(28, 2_700_000).put(27, 31_200_000);
    report.put(4, 7).put(10, 0).put(1, 1).put(19, 81_000);
    assertThat(decode(report))
        .isEqualTo(
            new BaseStationReport(
                4,
                0,
                2_442_000,
                Optional.of(LocalDate.of(2026, 7, 17)),
                Optional.of(LocalTime.of(23, 59, 58)),
                true,
                OptionalDouble.of(4.5),
                OptionalDouble.of(52.0),
                OptionalInt.of(7),
                true,
                OptionalInt.of(81_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 24, 60, 60",
    "2026, 2, 29, 23, 60, 0",
    "2026, 13, 1, 23, 0, 60",
    "2026, 4, 31, 24, 0, 0",
    "10000, 1, 1, 31, 63, 63"
  })
  void atNoTimeThereIsNone(int year, int month, int day, int hour, int minute, int second) {
    Armour report = Armour.message(11, SHIP).put(14, year).put(4, month).put(5, day);
    report.put(5, hour).put(6, minute).put(6, second).put(90, 0);
    BaseStationReport decoded = (BaseStationReport) decode(report);
    assertThat(decoded.type()).isEqualTo(11);
    assertThat(decoded.date()).isEmpty();
    assertThat(decoded.time()).isEmpty();
    assertThat(decoded.positioningDevice()).isEmpty();
  }

  @Test
  void anAircraftReports() {
    Armour report = Armour.message(9, 111_232_506).put(12, 590).put(10, 126).put(1, 0);
    report.put(28, -1_170_418).put(27, 30_408_496).put(12, 941).put(6, 31).put(8, 0);
    report.put(1, 1).put(3, 0).put(1, 1).put(1, 0).put(20, 66_746);
    assertThat(decode(report))
        .isEqualTo(
            new AircraftReport(
                9,
                0,
                111_232_506,
                OptionalInt.of(590),
                OptionalInt.of(126),
                false,
                OptionalDouble.of(-1_170_418 / 600_000.0),
                OptionalDouble.of(30_408_496 / 600_000.0),
                OptionalDouble.of(94.1),
                OptionalInt.of(31),
                Positioning.MEASURED,
                false,
                true,
                false,
                OptionalInt.of(66_746)));
    Armour silent = Armour.message(9, 111_232_506).put(12, 4095).put(10, 1023).put(108, 0);
    assertThat(((AircraftReport) decode(silent)).altitudeMetres()).isEmpty();
    assertThat(((AircraftReport) decode(silent)).speedKnots()).isEmpty();
  }

  @Test
  void aClassBShipReportsHerPosition() {
    Armour report = Armour.message(18, SHIP).put(8, 0).put(10, 61).put(1, 1);
    report.put(28, 2_684_700).put(27, -31_140_000).put(12, 3599).put(9, 359).put(6, 62);
    report.put(2, 0).put(5, 0b10110).put(1, 1).put(1, 0).put(20, 917_510);
    assertThat(decode(report))
        .isEqualTo(
            new ClassBReport(
                18,
                0,
                SHIP,
                OptionalDouble.of(6.1),
                true,
                OptionalDouble.of(4.4745),
                OptionalDouble.of(-51.9),
                OptionalDouble.of(359.9),
                OptionalInt.of(359),
                NO_INT,
                Positioning.ESTIMATED,
                new ClassBReport.Equipment(true, false, true, true, false),
                true,
                false,
                OptionalInt.of(917_510)));
  }

  @Test
  void aClassBShipReportsAllInOne() {
    Armour report = Armour.message(19, SHIP).put(8, 0).put(10, 38).put(1, 1);
    report.put(28, 600_000).put(27, 1_200_000).put(12, 10).put(9, 2).put(6, 5).put(4, 0);
    report.text(20, "SEA GULL").put(8, 37).put(9, 7).put(9, 5).put(6, 2).put(6, 1);
    report.put(4, 1).put(1, 1).put(1, 0).put(1, 1).put(4, 0);
    assertThat(report.size()).isEqualTo(312);
    assertThat(decode(report))
        .isEqualTo(
            new ClassBExtendedReport(
                19,
                0,
                SHIP,
                OptionalDouble.of(3.8),
                true,
                OptionalDouble.of(1.0),
                OptionalDouble.of(2.0),
                OptionalDouble.of(1.0),
                OptionalInt.of(2),
                OptionalInt.of(5),
                Positioning.MEASURED,
                "SEA GULL",
                OptionalInt.of(37),
                Optional.of(new Dimensions(7, 5, 2, 1)),
                OptionalInt.of(1),
                true,
                true,
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, true",
    "9999, 12, 31, true",
    "0, 1, 1, false",
    "1, 0, 1, false",
    "1, 1, 0, false"
  })
  void aDateHasAllItsParts(int year, int month, int day, boolean present) {
    Armour report = Armour.message(4, SHIP).put(14, year).put(4, month).put(5, day);
    BaseStationReport decoded = (BaseStationReport) decode(report.put(107, 0));
    assertThat(decoded.date().isPresent()).isEqualTo(present);
    assertThat(decoded.time()).contains(LocalTime.MIDNIGHT);
  }

  @Test
  void anAircraftMayStandOnTheGround() {
    Armour report = Armour.message(9, 111_232_506).put(109, 0).put(1, 1);
    AircraftReport decoded = (AircraftReport) decode(report);
    assertThat(decoded.altitudeMetres()).hasValue(0);
    assertThat(decoded.speedKnots()).hasValue(0);
    assertThat(decoded.terminalReady()).isTrue();
    assertThat(decoded.assigned()).isFalse();
    assertThat(decoded.raim()).isTrue();
    Armour most = Armour.message(9, 111_232_506).put(12, 4094).put(10, 1022).put(88, 0);
    assertThat(((AircraftReport) decode(most)).altitudeMetres()).hasValue(4094);
    assertThat(((AircraftReport) decode(most)).speedKnots()).hasValue(1022);
  }

  @ParameterizedTest
  @CsvSource({"1, 167", "3, 149", "4, 167", "11, 149", "9, 167", "9, 148", "18, 167", "18, 148"})
  void theStateOfTheRadioLinkIsWholeOrAbsent(int type, int bits) {
    Armour whole = Armour.message(type, SHIP).put(130, 0);
    assertThat(link(decode(whole))).hasValue(0);
    assertThat(link(decode(whole.first(bits)))).isEmpty();
  }

  private static OptionalInt link(AisMessage message) {
    if (message instanceof PositionReport report) {
      return report.communicationState();
    } else if (message instanceof BaseStationReport report) {
      return report.communicationState();
    } else if (message instanceof AircraftReport report) {
      return report.communicationState();
    }
    return ((ClassBReport) message).communicationState();
  }

  @Test
  void aRepeaterLeavesItsMark() {
    Armour repeated = new Armour().put(6, 27).put(2, 3).put(30, (1 << 30) - 1).put(58, 0);
    AisMessage decoded = decode(repeated);
    assertThat(decoded.type()).isEqualTo(27);
    assertThat(decoded.repeat()).isEqualTo(3);
    assertThat(decoded.mmsi()).isEqualTo(1_073_741_823);
  }

  @Test
  void aShipIsSeenFromAbove() {
    Armour report = Armour.message(27, SHIP).put(1, 1).put(1, 0).put(4, 0).put(18, -8_021);
    report.put(17, -30_073).put(6, 62).put(9, 359).put(1, 1).put(1, 0);
    assertThat(decode(report))
        .isEqualTo(
            new LongRangeReport(
                27,
                0,
                SHIP,
                true,
                false,
                OptionalInt.of(0),
                OptionalDouble.of(-8_021 / 600.0),
                OptionalDouble.of(-30_073 / 600.0),
                OptionalInt.of(62),
                OptionalInt.of(359),
                true));
    Armour empty = Armour.message(27, SHIP).put(2, 0).put(4, 15).put(18, 181 * 600);
    empty.put(17, 91 * 600).put(6, 63).put(9, 511).put(2, 0);
    assertThat(decode(empty))
        .isEqualTo(
            new LongRangeReport(
                27, 0, SHIP, false, false, NO_INT, NO_NUMBER, NO_NUMBER, NO_INT, NO_INT, false));
  }
}
