package org.plimsoll.vessel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  /** Numbers as a browser writes them; the pages' tests hold theirs against the same file. */
  static Stream<String> numbers() throws IOException {
    String text = Files.readString(Path.of("../web/test/fake/numbers.json"));
    return Arrays.stream(text.replaceAll("[\\[\\]\\s]", "").split(","));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aNumberIsWrittenAsABrowserWritesIt(String number) {
    assertThat(CanonicalJson.number(Double.parseDouble(number))).isEqualTo(number);
  }

  /** Columns: as Java, or whoever measured, would have it; as ECMAScript has it. */
  @ParameterizedTest
  @CsvSource({
    "4.0, 4",
    "4.0000, 4",
    "-0.0, 0",
    "0.000, 0",
    "1.0E21, 1e+21",
    "999999999999999900000, 999999999999999900000",
    "1E-6, 0.000001",
    "1E-7, 1e-7",
    "12E-8, 1.2e-7",
    "2.0E-3, 0.002",
    "2E23, 2e+23",
    "5.684341886080802E-14, 5.684341886080802e-14",
    "9007199254740993, 9007199254740992",
    "4.4000, 4.4",
    "5973400.500, 5973400.5",
    "0.1, 0.1",
    "4.9E-324, 5e-324"
  })
  void aNumberHasOneForm(String number, String canonical) {
    assertThat(CanonicalJson.number(Double.parseDouble(number))).isEqualTo(canonical);
    assertThat(CanonicalJson.write(Map.of("n", new BigDecimal(number))))
        .isEqualTo("{\"n\":" + canonical + "}");
  }

  @Test
  void everyNumberIsReadBackAsItself() {
    SplittableRandom random = new SplittableRandom(8785);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertThat(Double.parseDouble(CanonicalJson.number(number))).isEqualTo(number);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsNotWritten(double number) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.number(number));
  }

  @Test
  void namesAscendByTheirUnitsAtEveryDepth() {
    Map<String, ?> object =
        Map.of(
            "b",
            List.of(Map.of("z", 1, "y", "\u00e9\"\\\u000f\n"), List.of(), Map.of()),
            "a",
            Map.of("\u20ac", 1, "\r", 2, "1", 3, "\ud83d\ude00", 4, "\ufb33", 5));
    assertThat(CanonicalJson.write(object))
        .isEqualTo(
            "{\"a\":{\"\\r\":2,\"1\":3,\"\u20ac\":1,\"\ud83d\ude00\":4,\"\ufb33\":5},"
                + "\"b\":[{\"y\":\"\u00e9\\\"\\\\\\u000f\\n\",\"z\":1},[],{}]}");
  }

  @Test
  void whatJsonDoesNotHaveIsNotWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.write(Map.of("at", new Object())));
  }
}
