package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;

class DecimalFieldTest {

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
    for (int i = 0; i < 100_000; i++) {
      String text = random.nextInt(100_000_000) + "." + random.nextInt(10_000_000);
      assertThat(read(text)).isTrue();
      assertThat(decimal.value()).isEqualTo(Double.parseDouble(text));
    }
  }

  private boolean read(String text) {
    byte[] bytes = Captures.ascii(text);
    return decimal.read(bytes, 0, bytes.length);
  }
}
