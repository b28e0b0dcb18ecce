package org.plimsoll.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void absentIsNotZero() throws IOException {
    assertThat(agree("null", null)).isTrue();
    assertThat(agree("null", "")).isTrue();
    assertThat(agree("\"\"", null)).isTrue();
    assertThat(agree("null", 0.0)).isFalse();
    assertThat(agree("0.0", null)).isFalse();
    assertThat(agree("\"\"", 0)).isFalse();
  }

  @Test
  void numbersAgreeToTheLastDigitOfADouble() throws IOException {
    assertThat(agree("38.908478333333335", 38.90847833333333)).isTrue();
    assertThat(agree("38.9084783", 38.9084784)).isFalse();
    assertThat(agree("7", 7)).isTrue();
    assertThat(agree("\"03\"", 3)).as("a number written as text").isTrue();
    assertThat(agree("3", "03")).isTrue();
    assertThat(agree("3", "none")).isFalse();
    assertThat(agree("1", true)).isTrue();
    assertThat(agree("0", true)).isFalse();
  }

  @Test
  void aToleranceIsForRoundedExpectations() throws IOException {
    JsonNode rounded = new ObjectMapper().readTree("11.741");
    assertThat(Values.agree(rounded, 11.7414, 0.0005)).isTrue();
    assertThat(Values.agree(rounded, 11.7416, 0.0005)).isFalse();
  }

  @Test
  void textsAndTimes() throws IOException {
    assertThat(agree("\"A\"", "A")).isTrue();
    assertThat(agree("\"A\"", "V")).isFalse();
    assertThat(agree("\"10:15:00\"", "10:15:00.000")).isTrue();
    assertThat(agree("\"10:15:00.500000+00:00\"", "10:15:00.5")).isTrue();
    assertThat(agree("\"10:15:00\"", "10:15:01")).isFalse();
    assertThat(agree("true", true)).isTrue();
    assertThat(agree("true", "true")).isFalse();
  }

  @Test
  void listsAndObjectsElementByElement() throws IOException {
    assertThat(agree("[1, null]", Arrays.asList(1, null))).isTrue();
    assertThat(agree("[1]", List.of(1, 2))).isFalse();
    assertThat(agree("[]", Map.of())).isFalse();
    assertThat(agree("{\"a\":1}", Map.of("a", 1, "b", 2))).as("more than asked").isTrue();
    assertThat(agree("{\"a\":1,\"b\":2}", Map.of("a", 1))).isFalse();
  }

  private static boolean agree(String expected, @Nullable Object got) throws IOException {
    return Values.agree(new ObjectMapper().readTree(expected), got, 0);
  }
}
