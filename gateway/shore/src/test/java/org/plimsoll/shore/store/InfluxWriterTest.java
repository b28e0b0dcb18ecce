package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluxWriterTest {

  @ParameterizedTest
  @CsvSource({
    "400, Refused",
    "422, Refused",
    "401, Misconfigured",
    "403, Misconfigured",
    "404, Misconfigured",
    "413, TooLarge",
    "429, Unavailable",
    "500, Unavailable",
    "503, Unavailable",
    "0, Unavailable",
    "408, Unavailable"
  })
  void anAnswerHasOneMeaning(int status, String meaning) {
    assertThat(InfluxWriter.outcome(status, "why").getClass().getSimpleName()).isEqualTo(meaning);
  }
}
