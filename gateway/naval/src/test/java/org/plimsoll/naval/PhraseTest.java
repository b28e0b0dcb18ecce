package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

  @Test
  void putsArgumentsInTheirPlaces() {
    LocalDate date = LocalDate.of(2026, 3, 1);
    assertThat(Phrase.of("%s of %d t, %.1f m on %s;", "oil", 12, 3.25, date))
        .isEqualTo("oil of 12 t, 3.3 m on 2026-03-01;");
    assertThat(Phrase.of("nothing to say")).isEqualTo("nothing to say");
    assertThat(Phrase.of("%d", 7L)).isEqualTo("7");
    assertThat(Phrase.of("%s", Locale.ROOT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "%.0f, 2.5, 3",
    "%.3f, 4.6435, 4.644",
    "%.3f, -4.6435, -4.644",
    "%.2f, 1.005, 1.01",
    "%.1f, 1e15, 1000000000000000.0",
    "%.9f, 1e-9, 0.000000001",
    "%.2f, -0.001, 0.00",
    "%.1f, NaN, NaN",
    "%.1f, -Infinity, -Infinity",
    "%+.1f, 12.34, +12.3",
    "%+.1f, -12.35, -12.4",
    "%+.1f, 0, +0.0",
    "%+.2f, NaN, NaN"
  })
  void roundsHalfAwayFromZeroInDecimal(String format, double value, String expected) {
    assertThat(Phrase.of(format, value)).isEqualTo(expected);
  }

  @Test
  void saysWhatTheGeneralFormatterSays() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(8) - 3);
      int places = random.nextInt(6);
      String format = "%." + places + "f";
      BigDecimal written = new BigDecimal(Double.toString(value));
      boolean nothing = written.setScale(places, RoundingMode.HALF_UP).signum() == 0;
      String expected = String.format(Locale.ROOT, format, nothing ? 0.0 : value);
      assertThat(Phrase.of(format, value)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%", "%x", "%.", "%.3", "%.3d", "%.xf", "%./f", "%.:f", "%+d", "%+", "%%"})
  void refusesWhatItDoesNotKnow(String format) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Phrase.of(format, 1.0))
        .withMessage("no such directive in: " + format);
  }

  @Test
  void refusesTooFewAndTooManyArguments() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Phrase.of("%s and %s", 1))
        .withMessage("too few arguments for: %s and %s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Phrase.of("%s", 1, 2))
        .withMessage("too many arguments for: %s");
  }
}
