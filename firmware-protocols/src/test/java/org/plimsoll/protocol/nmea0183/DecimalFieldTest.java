package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;

class DecimalFieldTest {

  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  private final DecimalField decimal = new DecimalField();

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "046., 46",
    ".5, 0.5",
    "-0.00, 0",
    "+000.05, 0.05",
    "-25.669, -25.669",
    "' 7.5 ', 7.5",
    "3723.46587704, 3723.46587704",
    "0.1234567890123456789012345, 0.12345678901234568",
    "00000000000000000000000001.5, 1.5",
    "0.0000000000000000000000001, 0",
    "999999999999999999, 999999999999999999"
  })
  void reads(String text, double value) {
    assertThat(read(text)).isTrue();
    assertThat(decimal.value()).isEqualTo(value);
    assertThat(1 / decimal.value()).isNotEqualTo(Double.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", "+", ".", "1e5", "NaN", "Inf", "1.2.3", "--1", "1 2", "0x1", "1,2"})
  void refuses(String text) {
    assertThat(read(text)).isFalse();
  }

  @Test
  void refusesMoreWholeDigitsThanItHolds() {
    assertThat(read("1".repeat(30))).isFalse();
  }

  /** The shortest decimal of a double with up to 15 digits is read as that very double. */
  @Test
  void agreesWithTheLibrary() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = random.nextInt(100_000_000) + "." + random.nextInt(10_000_000);
      assertThat(read(text)).isTrue();
      assertThat(decimal.value()).isEqualTo(Double.parseDouble(text));
    }
  }

  /** Both ways of reading, the short one and that with spaces and signs, take it apart alike. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "9, 9, 9, 0",
    "4916.45, 4916, 16.45, 450000000",
    "12311.123456789, 12311, 11.123456789, 123456789",
    "12311.1234567891, 12311, 11.1234567891, 123456789",
    "59.9999999999999999, 59, 60, 999999999",
    ".5, 0, 0.5, 500000000",
    "100., 100, 0, 0",
    "0.000000001, 0, 0.000000001, 1",
    "0.0000000009, 0, 0.0000000009, 0",
    "100000000000000000, 100000000000000000, 0, 0",
    "123456789012345678, 123456789012345678, 78, 0",
    "0.12345678901234567, 0, 0.12345678901234567, 123456789"
  })
  void isTakenApart(String text, long whole, double remainder, int nanos) {
    for (String written : new String[] {text, "+" + text, " " + text + "  ", "-" + text}) {
      assertThat(read(written)).as(written).isTrue();
      assertThat(decimal.whole()).as(written).isEqualTo(whole);
      assertThat(decimal.remainder(100)).as(written).isCloseTo(remainder, ROUNDING);
      assertThat(decimal.nanos()).as(written).isEqualTo(nanos);
      assertThat(decimal.isBlank()).as(written).isFalse();
      boolean negative = written.startsWith("-") && decimal.value() != 0;
      assertThat(decimal.isNegative()).as(written).isEqualTo(negative);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, false",
    "2147483647, true, false",
    "2147483648, false, false",
    "-2147483647, true, true",
    "-0, true, false",
    "-0.0, false, false",
    "1., true, false",
    "1.0, false, false",
    "-.5, false, true"
  })
  void saysWhatItIs(String text, boolean smallWhole, boolean negative) {
    assertThat(read(text)).isTrue();
    assertThat(decimal.isSmallWhole()).isEqualTo(smallWhole);
    assertThat(decimal.isNegative()).isEqualTo(negative);
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "' ', true",
    "'   ', true",
    "-, false",
    "., false",
    "1, false",
    "x, false",
    "' x ', false",
    "' 1 ', false",
    "' . ', false"
  })
  void saysWhetherItIsBlank(String text, boolean blank) {
    read("-1.5");
    read(text);
    assertThat(decimal.isBlank()).isEqualTo(blank);
  }

  /** Every character that is next to a digit in ASCII, in every place. */
  @ParameterizedTest
  @ValueSource(chars = {'/', ':', '-', '+', ',', 'e', '\u00b0', '\0'})
  void refusesAnyOtherCharacterInAnyPlace(char other) {
    for (String text :
        new String[] {"123", "123456789012345678", "1234567890123456789012", "12.5"}) {
      for (int at = 1; at < text.length(); at++) {
        assertThat(read(text.substring(0, at) + other + text.substring(at))).isFalse();
        assertThat(read("+" + text.substring(0, at) + other + text.substring(at))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "999999999999999999, true",
    "+999999999999999999, true",
    "0999999999999999999, true",
    "1000000000000000000, false",
    "+1000000000000000000, false",
    "-1234567890123456789, false",
    "99999999999999999.9, true",
    "999999999999999999.99, true",
    "1000000000000000000.5, false",
    ".123456789012345678999, true",
    "+.123456789012345678999, true",
    "+..5, false",
    "0.000000000000000000000000000000, true",
    "0000000000000000000000000000000, true"
  })
  void holdsEighteenDigits(String text, boolean held) {
    assertThat(read(text)).isEqualTo(held);
  }

  @Test
  void decimalsBeyondEighteenAreCut() {
    assertThat(read("0.123456789012345678999")).isTrue();
    assertThat(decimal.value()).isEqualTo(0.123456789012345678);
    assertThat(read("0.000000000000000009")).as("eighteen decimals").isTrue();
    assertThat(decimal.value()).isEqualTo(9e-18);
    assertThat(read("0.0000000000000000009")).as("nineteen decimals").isTrue();
    assertThat(decimal.value()).isZero();
    assertThat(decimal.whole()).isZero();
    assertThat(decimal.nanos()).isZero();
  }

  /** What lies before and behind is not read. */
  @Test
  void readsNoFurtherThanItsField() {
    byte[] bytes = Captures.ascii("9 -12.5 9");
    assertThat(decimal.read(bytes, 2, 7)).isTrue();
    assertThat(decimal.value()).isEqualTo(-12.5);
    assertThat(decimal.read(bytes, 3, 7)).isTrue();
    assertThat(decimal.value()).isEqualTo(12.5);
    assertThat(decimal.read(bytes, 3, 5)).isTrue();
    assertThat(decimal.value()).isEqualTo(12);
    assertThat(decimal.read(bytes, 3, 3)).isFalse();
    assertThat(decimal.isBlank()).isTrue();
  }

  private boolean read(String text) {
    byte[] bytes = Captures.ascii(text);
    return decimal.read(bytes, 0, bytes.length);
  }
}
