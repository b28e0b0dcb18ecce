package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.AlertSentence.Ack;
import org.plimsoll.protocol.nmea0183.AlertSentence.Acn;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alc;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alc.Entry;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alf;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alr;
import org.plimsoll.protocol.nmea0183.AlertSentence.Arc;
import org.plimsoll.protocol.nmea0183.AlertSentence.Hbt;
import org.plimsoll.protocol.nmea0183.Gsv.Satellite;
import org.plimsoll.protocol.nmea0183.Xdr.Transducer;

class SentenceWriterTest {

  private static final Optional<LocalTime> TIME = Optional.of(LocalTime.of(9, 5, 7, 120_000_000));
  private static final Optional<LocalDate> DATE = Optional.of(LocalDate.of(2026, 3, 1));
  private static final Optional<Position> POSITION = Optional.of(new Position(-5.125, 103.75));
  private static final OptionalDouble NONE = OptionalDouble.empty();

  static Stream<Sentence> sentences() {
    return Stream.of(
        new Rmc("GP", TIME, DATE, FixMode.DIFFERENTIAL, POSITION, of(12.34), of(271.5), of(-3.1)),
        new Rmc("GP", TIME, Optional.empty(), FixMode.VOID, Optional.empty(), NONE, NONE, NONE),
        new Gga(
            "GP", TIME, POSITION, FixMode.RTK, OptionalInt.of(9), of(0.9), of(31.25), of(-12.5)),
        new Gga(
            "GP",
            Optional.empty(),
            Optional.empty(),
            FixMode.VOID,
            OptionalInt.empty(),
            NONE,
            NONE,
            NONE),
        new Gll("GP", POSITION, TIME, FixMode.AUTONOMOUS),
        new Gns("GN", TIME, POSITION, FixMode.RTK, OptionalInt.of(9), of(0.9), of(31.25), of(0)),
        new Vtg("GP", of(271.5), NONE, of(12.34), FixMode.AUTONOMOUS, of(22.85), code('A')),
        new Vtg("GP", NONE, NONE, NONE, FixMode.VOID),
        new Zda("GP", TIME, DATE),
        new Zda("GP", Optional.empty(), Optional.empty()),
        new Gsa("GP", true, OptionalInt.of(3), List.of(5, 29, 112), of(1.8), of(1.5), of(1.1)),
        new Gsv(
            "GP",
            2,
            1,
            OptionalInt.of(7),
            List.of(
                new Satellite(1, OptionalInt.of(45), OptionalInt.of(7), OptionalInt.of(42)),
                new Satellite(9, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()))),
        new Hdt("HE", of(34.4)),
        new Hdt("HE", NONE),
        new Ths("HE", of(34.4), FixMode.VOID),
        new Rot("HE", of(-3.5), true),
        new Rot("HE", NONE, false),
        new Dpt("SD", of(5.3), of(-0.4), of(100)),
        new Dpt("SD", of(5.3), NONE, NONE),
        new DepthSentence.Dbt("SD", of(40.2), of(12.25), of(6.7)),
        new Mtw("YC", of(-1.5)),
        new Xdr(
            "YX",
            List.of(
                new Transducer('G', of(312), "", "PAX"),
                new Transducer('S', of(0), "", "RAMP"),
                new Transducer('A', NONE, "D", "ROLL"),
                new Transducer('P', of(1.02481), "B", "BARO"))),
        new Txt("GP", 1, 1, 2, "a, b*c^d$"));
  }

  static Stream<Sentence> alerts() {
    return Stream.of(
        new Alf(
            "II",
            of1(),
            of1(),
            OptionalInt.of(3),
            TIME,
            code('B'),
            code('W'),
            code('V'),
            "PLM",
            OptionalInt.of(10502),
            of1(),
            OptionalInt.of(99),
            OptionalInt.of(0),
            "DRAUGHT, FWD"),
        new Alf(
            "II",
            OptionalInt.of(2),
            OptionalInt.of(2),
            OptionalInt.of(3),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            OptionalInt.of(192),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            "why ^ and * so"),
        new Alc("II", of1(), of1(), OptionalInt.of(0), OptionalInt.of(0), List.of()),
        new Alc(
            "II",
            OptionalInt.of(2),
            of1(),
            OptionalInt.of(99),
            OptionalInt.of(2),
            List.of(
                new Entry("PLM", OptionalInt.of(10502), of1(), OptionalInt.of(7)),
                new Entry("", OptionalInt.of(192), OptionalInt.empty(), OptionalInt.of(1)))),
        new Acn("BN", TIME, "PLM", OptionalInt.of(10502), of1(), code('A'), code('C')),
        new Arc("II", TIME, "PLM", OptionalInt.of(10502), OptionalInt.empty(), code('Q')),
        new Hbt("II", of(30), code('A'), OptionalInt.of(9)),
        new Hbt("II", NONE, code('V'), OptionalInt.empty()),
        new Alr("RA", TIME, of1(), code('A'), code('V'), "Bilge pump alarm"),
        new Ack("RA", OptionalInt.of(17)));
  }

  private static OptionalInt of1() {
    return OptionalInt.of(1);
  }

  private static Optional<Character> code(char letter) {
    return Optional.of(letter);
  }

  @ParameterizedTest
  @MethodSource({"sentences", "alerts"})
  void readsBackWhatItWrote(Sentence sentence) {
    byte[] bytes = SentenceWriter.bytes(sentence);
    assertThat(bytes).hasSizeLessThanOrEqualTo(SentenceWriter.MAX_LENGTH);
    assertThat(decode(bytes)).containsExactly(Decoded.value(sentence));
  }

  @Test
  void saysTheBytesOfTheNorm() {
    assertThat(SentenceWriter.text(new Hdt("HE", of(34.4)))).isEqualTo("$HEHDT,34.4,T*1C\r\n");
    assertThat(
            SentenceWriter.text(
                new Rmc("GP", TIME, DATE, FixMode.AUTONOMOUS, POSITION, of(12.34), of(9), NONE)))
        .isEqualTo("$GPRMC,090507.12,A,0507.50000,S,10345.00000,E,12.34,9.0,010326,,,A*44\r\n");
  }

  @Test
  void aMinuteNeverRoundsToSixty() {
    Gll almost =
        new Gll(
            "GP",
            Optional.of(new Position(-12.99999999999, 9.99999999999)),
            Optional.empty(),
            FixMode.AUTONOMOUS);
    assertThat(SentenceWriter.text(almost)).contains(",1300.00000,S,01000.00000,E,");
  }

  @Test
  void refusesWhatIsOnlyHeard() {
    Sentence heard = new WaterSentence.Vpw("II", of(1), NONE);
    assertThatThrownBy(() -> SentenceWriter.text(heard))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("VPW is never said by Plimsoll");
  }

  @Test
  void refusesWhatTheNormForbids() {
    Txt tooLong = new Txt("GP", 1, 1, 0, "x".repeat(70));
    assertThatThrownBy(() -> SentenceWriter.text(tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 82");
  }

  private static OptionalDouble of(double value) {
    return OptionalDouble.of(value);
  }

  private static List<Decoded<Sentence>> decode(byte[] bytes) {
    List<Decoded<Sentence>> decoded = new ArrayList<>();
    new Nmea0183Decoder(ChecksumPolicy.REQUIRED).feed(ByteBuffer.wrap(bytes), decoded::add);
    return decoded;
  }
}
