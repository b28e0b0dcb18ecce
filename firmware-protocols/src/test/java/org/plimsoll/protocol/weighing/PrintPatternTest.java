package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.plimsoll.protocol.Captures.ascii;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.weighing.IndicatorProfile.Frame;
import org.plimsoll.protocol.weighing.Weight.Motion;

class PrintPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?<weight>[ .\\d]{7})",
        "(?<mark1>ST|US),(?<sign>[+-])?(?<weight>\\d+\\.?\\d*) ?(?<unit>kg|t)",
        "W[^0-9]*?(?<weight>[0-9.]++)(?: kg)?",
        "\\((?<weight>\\d{1,7}(\\.\\d{1,3})?)\\)\\*"
      })
  void whatIndicatorsNeedIsAllowed(String pattern) {
    assertThat(PrintPattern.compile(pattern).pattern()).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "(a+)+(?<weight>.*)~a group that repeats",
        "(?:a|b)*~a group that repeats",
        "(?:a?){64}~a group that repeats",
        "(?:^|a)b~'^'",
        "a$~'$'",
        "(?=a)a~neither",
        "(?<!a)b~neither",
        "(?i)a~neither",
        "(a)\\1~\\1",
        "a\\bc~\\b",
        "\\Qa~\\Q",
        "a||b~an empty alternative",
        "()~an empty alternative",
        "a{65}~a count",
        "a{1,999}~a count",
        "a{x}~a count",
        "a**~a repetition of a repetition",
        "*a~belongs to nothing",
        "[a&&b]~a class within",
        "[[a]]~a class within",
        "[a~without its ']'",
        "(a~without its ')'",
        "a)~without its '('",
        "(?<w~without its '>'",
        "a\\~\\Q",
        "[z-a]~Illegal character range"
      })
  void whatCouldSearchForEverIsRefused(String pattern, String why) {
    assertThatThrownBy(() -> PrintPattern.compile(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aLongPatternIsRefused() {
    assertThatThrownBy(() -> PrintPattern.compile("a".repeat(PrintPattern.MAX_LENGTH + 1)))
        .hasMessageContaining("201 characters");
  }

  /** These pass the rules and would try millions of ways: the steps end them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?<weight>.*.*.*.*.*.*.*.*.*.*=)",
        "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?(?<weight>x)",
        "(?<weight>(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?(a|a)?=)"
      })
  void aCostlyPrintIsMalformedAndSoon(String pattern) {
    IndicatorProfile own = IndicatorProfile.ofPattern("own", Frame.LINE, pattern, Map.of(), null);
    StreamContract<Weight> contract = new StreamContract<>(() -> new IndicatorDecoder(own)::feed);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(contract.decode(ascii("a".repeat(60) + "\r\n")))
                .singleElement()
                .isInstanceOfSatisfying(
                    Decoded.Malformed.class,
                    malformed -> assertThat(malformed.reason()).isEqualTo(Reason.SYNTAX)));
  }

  @Test
  void aPatternOfAConfigurationReadsWeights() {
    IndicatorProfile own =
        IndicatorProfile.ofPattern(
            "own",
            Frame.LINE,
            "#(?<weight>-?[.0-9]+)(?<mark1>!?)",
            Map.of("!", IndicatorProfile.Mark.MOVING),
            MassUnit.TONNE);
    StreamContract<Weight> contract = new StreamContract<>(() -> new IndicatorDecoder(own)::feed);
    assertThat(contract.decode(ascii("#1.25!\r\n#-2\r\n")))
        .containsExactly(
            Decoded.value(Weight.gross(1250, Motion.MOVING)),
            Decoded.value(Weight.gross(-2000, Motion.STABLE)));
  }
}
