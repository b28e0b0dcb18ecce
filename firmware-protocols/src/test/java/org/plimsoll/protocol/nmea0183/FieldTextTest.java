package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Reason;

/** Texts, dates and times, read and written. */
class FieldTextTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "@, ''",
    "@@@, ''",
    "'  ', ''",
    "' A', ' A'",
    "A@, A",
    "'A @ ', A",
    "A@B, A@B",
    "'A B ', A B",
    "@A, @A"
  })
  void takesPaddingOff(String text, String bare) {
    assertThat(FieldText.withoutPadding(text)).isEqualTo(bare);
    assertThat(FieldNumbersTest.fields(text).paddedText(1)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc",
    "^41, A",
    "x^2Cy, 'x,y'",
    "^2C^2c, ',,'",
    "^E9, \u00e9",
    "^00, '\0'",
    "^fF, \u00ff",
    "a^41, aA",
    "^4, ^4",
    "^, ^",
    "a^, a^",
    "^4G, ^4G",
    "^G4, ^G4",
    "^0, ^0",
    "^^41, ^A",
    "^41^4, A^4",
    "\u00e9^, \u00e9^",
    "12a41, 12a41",
    "'', ''"
  })
  void resolvesEscapes(String text, String said) {
    byte[] bytes = Captures.ascii("41" + text + "41");
    assertThat(FieldText.of(bytes, 2, bytes.length - 2)).isEqualTo(said);
    byte[] alone = Captures.ascii(text);
    assertThat(FieldText.of(alone, 0, alone.length)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 2, 29, true", "1900, 2, 29, false", "2023, 2, 28, true", "2023, 2, 29, false",
    "2023, 1, 31, true", "2023, 1, 32, false", "2023, 4, 31, false", "2023, 12, 31, true",
    "2023, 13, 1, false", "2023, 0, 1, false", "2023, 1, 0, false", "2023, 1, 1, true",
    "1, 1, 1, true", "0, 1, 1, false", "9999, 12, 31, true", "10000, 1, 1, false",
    "-1, -1, -1, false"
  })
  void aDateIsInTheCalendar(int year, int month, int day, boolean real) {
    assertThat(FieldText.date(year, month, day))
        .isEqualTo(real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty());
    Fields fields = FieldNumbersTest.fields(day + "," + month + "," + year);
    assertThat(fields.date(1, 2, 3)).isEqualTo(FieldText.date(year, month, day));
  }

  @ParameterizedTest
  @CsvSource({
    "010100, 2000-01-01",
    "311279, 2079-12-31",
    "010180, 1980-01-01",
    "191194, 1994-11-19",
    "300294,",
    "2208-1,",
    "0101,",
    "01012000,",
    "010x00,",
    "x10100,",
    "01010x,",
    "000000,",
    "'',"
  })
  void readsSixDigitsAsADate(String text, LocalDate date) {
    Fields fields = FieldNumbersTest.fields(text);
    assertThat(fields.date(1)).isEqualTo(Optional.ofNullable(date));
    assertThat(fields.fault()).isNull();
  }

  @Test
  void aDateLacksNoneOfItsFields() {
    assertThat(FieldNumbersTest.fields(",2,2023").date(1, 2, 3)).isEmpty();
    assertThat(FieldNumbersTest.fields("1,,2023").date(1, 2, 3)).isEmpty();
    assertThat(FieldNumbersTest.fields("1,2,").date(1, 2, 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "000000, 00:00:00",
    "235959.999999999, 23:59:59.999999999",
    "235960, 23:59:59.999999999",
    "123456.7, 12:34:56.7",
    "123456.1234567891234, 12:34:56.123456789",
    "5, 00:00:05",
    "'',",
    "240000,"
  })
  void readsTimes(String text, LocalTime time) {
    assertThat(FieldNumbersTest.fields(text).time(1)).isEqualTo(Optional.ofNullable(time));
    assertThat(FieldNumbersTest.fields(text).timeOrNone(1)).isEqualTo(Optional.ofNullable(time));
  }

  @Test
  void aTimeThatSaysNoneIsNoFault() {
    Fields fields = FieldNumbersTest.fields("246060,235961");
    assertThat(fields.timeOrNone(1)).isEmpty();
    assertThat(fields.fault()).isNull();
    assertThat(fields.timeOrNone(2)).isEmpty();
    FieldNumbersTest.assertFault(fields, Reason.RANGE, 2, "235961", "time out of range");
  }

  @Test
  void readsNumbersOrText() {
    Fields fields = FieldNumbersTest.fields("1.5,,x,7");
    assertThat(fields.numberOrText(1)).isEqualTo(OptionalDouble.of(1.5));
    assertThat(fields.numberOrText(2)).isEmpty();
    assertThat(fields.numberOrText(3)).isEmpty();
    assertThat(fields.integer(4)).isEqualTo(OptionalInt.of(7));
    assertThat(fields.integer(2)).isEmpty();
    assertThat(fields.number(1)).isEqualTo(OptionalDouble.of(1.5));
    assertThat(fields.number(2)).isEmpty();
    assertThat(fields.fault()).isNull();
    assertThat(fields.textToEnd(1)).isEqualTo("1.5,,x,7");
    assertThat(fields.textToEnd(3)).isEqualTo("x,7");
    assertThat(fields.textToEnd(4)).isEqualTo("7");
    assertThat(fields.textToEnd(5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"IIROT", "P", "ABC DEF~", "x}#z", "PVERYLONGADDRESSOFEXACTLYFORTYCHARACTERS"})
  void showsAPlainAddressAsItIs(String address) {
    assertThat(sentence(address).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "IIR\u007fT, IIR?T",
    "II\u001fOT, II?OT",
    "II^52OT, IIROT",
    "\u00e9IROT, ?IROT",
    "PVERYLONGADDRESSOFMORETHANFORTYCHARACTERS, PVERYLONGADDRESSOFMORETHANFORTYCHARACTER..."
  })
  void makesAStrangeAddressFitToBeShown(String address, String shown) {
    assertThat(sentence(address).address()).isEqualTo(shown);
  }

  /** Many share a place among those that are kept. */
  @Test
  void everyTalkerIsToldFromEveryOther() {
    Fields fields = sentence("GPHDT");
    for (int round = 0; round < 2; round++) {
      for (char first = 'A'; first <= 'Z'; first++) {
        for (char second = '0'; second <= 'Z'; second++) {
          byte[] bytes = Captures.ascii("$" + first + second + "HDT,*00");
          fields.split(bytes, 0, bytes.length);
          String talker = fields.talker();
          assertThat(talker).isEqualTo("" + first + second);
          assertThat(fields.talker()).isSameAs(talker);
        }
      }
    }
  }

  @Test
  void theTalkerChangesWithTheSentence() {
    Fields fields = sentence("GPHDT");
    assertThat(fields.talker()).isEqualTo("GP");
    byte[] other = Captures.ascii("$HPHDT,*00");
    fields.split(other, 0, other.length);
    assertThat(fields.talker()).isEqualTo("HP");
    byte[] third = Captures.ascii("$HEHDT,*00");
    fields.split(third, 0, third.length);
    assertThat(fields.talker()).isEqualTo("HE");
  }

  @ParameterizedTest
  @CsvSource({
    "' ', ' '",
    "}, }",
    "~, ^7E",
    "'\u001f', ^1F",
    "\u007f, ^7F",
    "\u00ff, ^FF",
    "\u0100, ^3F",
    "!, ^21",
    "$, ^24",
    "*, ^2A",
    "'a,b', a^2Cb",
    "\\, ^5C",
    "^, ^5E",
    "\u20ac, ^3F",
    "'', ''"
  })
  void writesEscapes(String text, String written) {
    assertThat(new FieldWriter("T").text(text).finish()).startsWith("$T," + written + "*");
  }

  @ParameterizedTest
  @CsvSource({"0, '0.0,E'", "-0.1, '0.1,W'", "0.1, '0.1,E'", "-20.25, '20.2,W'"})
  void writesVariations(double degrees, String written) {
    assertThat(new FieldWriter("T").variation(OptionalDouble.of(degrees)).finish())
        .startsWith("$T," + written + "*");
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 00", "7, 2, 07", "10, 2, 10", "123, 2, 123", "-5, 2, -05", "-5, 1, -5"})
  void writesPaddedIntegers(int value, int digits, String written) {
    assertThat(new FieldWriter("T").integer(value, digits).finish())
        .startsWith("$T," + written + "*");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, '0000.00000,N,00000.00000,E'",
    "49.5, -123.25, '4930.00000,N,12315.00000,W'",
    "-0.15, 0.16666666666666666, '0009.00000,S,00010.00000,E'",
    "9.999999999, -9.1, '1000.00000,N,00906.00000,W'"
  })
  void writesPositions(double latitude, double longitude, String written) {
    Position position = new Position(latitude, longitude);
    assertThat(new FieldWriter("T").position(Optional.of(position)).finish())
        .startsWith("$T," + written + "*");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0.000001, 0", "100, 100", "1.5, 1.5", "-2.123456, -2.12346"})
  void writesPlainNumbers(double value, String written) {
    assertThat(new FieldWriter("T").plain(OptionalDouble.of(value)).finish())
        .startsWith("$T," + written + "*");
  }

  private static Fields sentence(String address) {
    byte[] bytes = Captures.ascii("$" + address + ",1*00");
    Fields fields = new Fields(bytes);
    fields.split(bytes.length);
    return fields;
  }
}
