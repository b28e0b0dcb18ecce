package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Numbers, letters and their refusals. Each field is read twice: where eight bytes follow it, and
 * at the very end of an array that ends with it.
 */
class FieldNumbersTest {

  private static final int ABSENT = -77;

  @Test
  void readsNumbersOfEveryLengthAsTheLibraryDoes() {
    String digits = "12345678901234567";
    for (int length = 1; length <= digits.length(); length++) {
      String whole = digits.substring(0, length);
      assertValue(whole);
      for (int point = 0; point <= length; point++) {
        String text = whole.substring(0, point) + "." + whole.substring(point);
        assertValue(text);
        assertValue("-" + text);
        assertValue(" +" + text + " ");
      }
    }
  }

  /** To the last bit up to 15 digits; a double does not hold all of those behind. */
  private static void assertValue(String text) {
    double expected = new BigDecimal(text.strip()).doubleValue();
    boolean exact = text.chars().filter(Character::isDigit).count() <= 15;
    Offset<Double> rounding = Offset.offset(exact ? 0 : 2 * Math.ulp(expected));
    for (Fields fields : bothPlaces(text)) {
      assertThat(fields.value(1)).as(text).isCloseTo(expected, rounding);
      assertThat(fields.fault()).as(text).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "        ", "         "})
  void whatIsBlankIsAbsentAndNoFault(String text) {
    for (Fields fields : bothPlaces(text)) {
      assertThat(fields.value(1)).isNaN();
      assertThat(fields.whole(1, ABSENT)).isEqualTo(ABSENT);
      assertThat(fields.readTime(1)).isFalse();
      fields.checkTime(1);
      fields.checkWhole(1, 1);
      assertThat(fields.value(2)).as("beyond the end").isNaN();
      assertThat(fields.whole(2, ABSENT)).as("beyond the end").isEqualTo(ABSENT);
      assertThat(fields.text(2)).as("beyond the end").isEmpty();
      assertThat(fields.fault()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".", "-", "+", "1e2", "NaN", "1.2.3", "..", "1-", "12345678x", "123456x8"})
  void refusesWhatIsNoNumber(String text) {
    for (Fields fields : bothPlaces(text)) {
      assertThat(fields.value(1)).isNaN();
      assertFault(fields, Reason.SYNTAX, 1, text, "not a number");
      fields.begin();
      assertThat(fields.whole(1, ABSENT)).isEqualTo(ABSENT);
      assertFault(fields, Reason.SYNTAX, 1, text, "not a number");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "007, 7",
    "12345678, 12345678",
    "123456789, 123456789",
    "2147483647, 2147483647",
    "-2147483647, -2147483647",
    "-5, -5",
    "-0, 0",
    "' 42 ', 42",
    "+42, 42",
    "5., 5",
    "5.0, 5",
    "-12.000, -12",
    "2147483647.0, 2147483647",
    "00000000000000042, 42"
  })
  void readsWholeNumbers(String text, int value) {
    for (Fields fields : bothPlaces(text)) {
      assertThat(fields.whole(1, ABSENT)).isEqualTo(value);
      fields.checkWhole(1, 1);
      assertThat(fields.fault()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, SYNTAX, not a whole number",
    "-0.5, SYNTAX, not a whole number",
    "x, SYNTAX, not a number",
    "12345678a, SYNTAX, not a number",
    "2147483648, RANGE, whole number out of range",
    "-2147483648, RANGE, whole number out of range",
    "99999999999999999, RANGE, whole number out of range",
  })
  void refusesWhatIsNoWholeNumber(String text, Reason reason, String why) {
    for (Fields fields : bothPlaces(text)) {
      assertThat(fields.whole(1, ABSENT)).isEqualTo(ABSENT);
      assertFault(fields, reason, 1, text, why);
      fields.begin();
      fields.checkWhole(1, 1);
      assertFault(fields, reason, 1, text, why);
      fields.begin();
      fields.check("i");
      assertFault(fields, reason, 1, text, why);
    }
  }

  /** A wrong byte in every place of a row of fields, one of them too long, and none at all. */
  @ParameterizedTest
  @ValueSource(strings = {"1,12,,123,,0,99", "1,12,,1234,12345678,0,99", "1,2,3,4,5,6,7"})
  void checksARowOfWholeNumbers(String row) {
    for (int at = 0; at < row.length(); at++) {
      if (row.charAt(at) == ',') {
        continue;
      }
      for (Fields fields : bothPlaces(row.substring(0, at) + 'x' + row.substring(at + 1))) {
        int field = 1 + (int) row.substring(0, at).chars().filter(c -> c == ',').count();
        assertThat(fields.areDigits(1, 7)).as("x at " + at).isFalse();
        fields.checkWhole(1, 7);
        assertThat(detail(fields)).as("x at " + at).startsWith("IIROT field " + field + " ");
        fields.begin();
        fields.checkWhole(1, field - 1);
        fields.checkWhole(field + 1, 7);
        assertThat(fields.fault()).as("only field " + field).isNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,12,,123,,0,99; 1; 7",
        "19,40,083,46,,17,308,41; 1; 8",
        "01,40,083,; 1; 4",
        ",,,,,,,,; 1; 9",
        "12,,,,,,,,,,,,1.5; 1; 12",
        "1.5,2,3,4,5,6,x; 2; 6"
      })
  void aRowOfFewDigitsIsSeenAtOnce(String row, int first, int last) {
    assertThat(fields(row).areDigits(first, last)).isTrue();
  }

  /** However they lie among the eight bytes. */
  @Test
  void aRowWithManyDigitsIsNot() {
    for (int before = 0; before <= 9; before++) {
      for (int behind = 0; behind <= 9; behind++) {
        for (int digits = 9; digits <= 12; digits++) {
          String row = "1,".repeat(before) + "9".repeat(digits) + ",1".repeat(behind);
          assertThat(fields(row).areDigits(1, before + 1 + behind)).as(row).isFalse();
        }
      }
    }
  }

  /** They are read one by one. */
  @Test
  void aShortRowIsNotLookedAt() {
    assertThat(fields("1,2,123").areDigits(1, 3)).isFalse();
    assertThat(fields("1,2,1234").areDigits(1, 3)).isFalse();
    assertThat(fields("1,23,123,4").areDigits(1, 4)).isTrue();
  }

  @Test
  void aRowMayEndBehindTheSentence() {
    Fields fields = fields("1,2");
    fields.checkWhole(1, 9);
    assertThat(fields.fault()).isNull();
    fields = fields("1,2.5");
    fields.checkWhole(1, 9);
    assertFault(fields, Reason.SYNTAX, 2, "2.5", "not a whole number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000",
        "235959",
        "235960",
        "120000.",
        "123456.7",
        "123456.78",
        "123456.12345678",
        "123456.123456789",
        "3456",
        "56",
        "7.5",
        " 123456 ",
        "+123456",
        "0123456",
        "-000000",
        "120059.99999999999999999"
      })
  void takesTimes(String text) {
    for (Fields fields : bothPlaces(text)) {
      fields.checkTime(1);
      assertThat(fields.fault()).as(text).isNull();
      assertThat(fields.readTime(1)).as(text).isTrue();
      fields.check("t");
      assertThat(fields.fault()).as(text).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "240000, RANGE",
    "240000.5, RANGE",
    "236000, RANGE",
    "6000, RANGE",
    "235961, RANGE",
    "235961.00, RANGE",
    "61, RANGE",
    "-1, RANGE",
    "-123456.5, RANGE",
    "1234567, RANGE",
    "12345x, SYNTAX",
    "x23456.5, SYNTAX",
    "123456.x, SYNTAX",
    "123456.1x, SYNTAX",
    "123456.1234567x, SYNTAX",
    "123456:12, SYNTAX",
    "12:34:56, SYNTAX",
    "1234564112345678, RANGE",
    "123456,"
  })
  void refusesWhatIsNoTime(String text, Reason reason) {
    for (Fields fields : bothPlaces(text)) {
      fields.checkTime(1);
      if (reason == null) {
        assertThat(fields.fault()).isNull();
        continue;
      }
      String why = reason == Reason.RANGE ? "time out of range" : "not a number";
      assertFault(fields, reason, 1, text, why);
      fields.begin();
      assertThat(fields.readTime(1)).isFalse();
      assertFault(fields, reason, 1, text, why);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2400, true", "2359, false", "2460, true", "1260, true", "1259, false", "2300, false",
    "246, false", "99, false", "235959.5, false", "246060, true", "006000, true", "12, false"
  })
  void anHourOrMinuteMaySayThatThereIsNone(String text, boolean none) {
    for (Fields fields : bothPlaces(text)) {
      assertThat(fields.saysNoTime(1)).isEqualTo(none);
    }
  }

  @Test
  void aTimeOrNoneIsRefusedOnlyWhereItIsNeither() {
    Fields fields = fields("246060");
    fields.check("o");
    assertThat(fields.fault()).isNull();
    fields.check("t");
    assertFault(fields, Reason.RANGE, 1, "246060", "time out of range");
    fields = fields("123499");
    fields.check("o");
    assertFault(fields, Reason.RANGE, 1, "123499", "time out of range");
  }

  @ParameterizedTest
  @CsvSource({"00, 0", "09, 9", "90, 90", "99, 99", "/0, -1", ":0, -1", "0/, -1", "0:, -1"})
  void readsTwoDigits(String text, int number) {
    Fields fields = fields(text);
    assertThat(fields.twoDigits(fields.from(1))).isEqualTo(number);
  }

  @Test
  void readsLetters() {
    assertThat(fields("A").letter(1)).isEqualTo('A');
    assertThat(fields("").letter(1)).isEqualTo(FieldNumbers.NULL);
    assertThat(fields("A").letter(2)).isEqualTo(FieldNumbers.NULL);
    Fields two = fields("AB");
    assertThat(two.letter(1)).isEqualTo('A');
    assertFault(two, Reason.SYNTAX, 1, "AB", "more than one letter");
  }

  @ParameterizedTest
  @CsvSource({"A, true", "\u007f, true", "'', true", "\u0080, false", "\u00e9, false"})
  void aCodeIsAscii(String text, boolean sound) {
    Fields fields = fields(text);
    fields.check("c");
    Fields record = fields(text);
    assertThat(record.code(1).isPresent()).isEqualTo(sound && !text.isEmpty());
    if (sound) {
      assertThat(fields.fault()).isNull();
      assertThat(record.fault()).isNull();
    } else {
      assertFault(fields, Reason.SYNTAX, 1, "?", "not a letter");
      assertFault(record, Reason.SYNTAX, 1, "?", "not a letter");
    }
  }

  @Test
  void theFirstFaultIsKeptUntilTheNextSentence() {
    Fields fields = fields("x,y,12,1.5,AB");
    fields.check("xnnic");
    assertFault(fields, Reason.SYNTAX, 2, "y", "not a number");
    fields.begin();
    assertThat(fields.fault()).isNull();
    fields.check("xxni");
    assertFault(fields, Reason.SYNTAX, 4, "1.5", "not a whole number");
    fields.begin();
    fields.check("xxnxc");
    assertFault(fields, Reason.SYNTAX, 5, "AB", "more than one letter");
    fields.begin();
    fields.check("xxnx");
    assertThat(fields.fault()).as("field 5 was not asked for").isNull();
  }

  static void assertFault(Fields fields, Reason reason, int field, String text, String why) {
    Decoded.Malformed<Sentence> fault = fields.fault();
    assertThat(fault).as(text).isNotNull();
    assertThat(fault.reason()).as(text).isEqualTo(reason);
    assertThat(fault.detail()).isEqualTo("IIROT field %d \"%s\": %s".formatted(field, text, why));
  }

  private static String detail(Fields fields) {
    Decoded.Malformed<Sentence> fault = fields.fault();
    return fault == null ? "no fault" : fault.detail();
  }

  /** The sentence with a checksum and more behind it, and one that ends with its last field. */
  static Fields[] bothPlaces(String row) {
    return new Fields[] {fields(row, "*00\r\n9.9999999"), fields(row, "")};
  }

  static Fields fields(String row) {
    return fields(row, "*00\r\n");
  }

  private static Fields fields(String row, String behind) {
    byte[] bytes = Captures.ascii("$IIROT," + row + behind);
    Fields fields = new Fields(bytes);
    fields.split(bytes.length);
    return fields;
  }
}
