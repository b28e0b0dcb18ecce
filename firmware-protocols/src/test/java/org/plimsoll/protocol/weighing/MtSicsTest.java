package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

class MtSicsTest {

  private static final String GOOD = "S S     85.340 kg\r\n";
  private static final Weight WEIGHT = Weight.gross(85.34, Motion.STABLE);

  private final StreamContract<Weight> contract =
      new StreamContract<>(() -> new MtSicsDecoder()::feed);

  static Stream<String> captures() {
    return Captures.lines("weighing/mt-sics.txt").stream();
  }

  static Stream<Weight> weights() {
    return Stream.of(
        WEIGHT,
        Weight.gross(-2500, Motion.MOVING),
        Weight.gross(0, Motion.STABLE),
        Weight.gross(44_123.5, Motion.MOVING),
        Weight.none(Condition.OVERLOAD),
        Weight.none(Condition.UNDERLOAD),
        Weight.none(Condition.NOT_EXECUTABLE),
        Weight.none(Condition.FAULT));
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheCaptures(String line) {
    String[] parts = line.split("\\|");
    List<Decoded<Weight>> decoded = contract.decode(ascii(parts[0] + "\r\n"));
    assertThat(decoded).hasSize(1);
    assertThat(Meaning.of(decoded.get(0), false)).isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @MethodSource("weights")
  void readsBackWhatItWrote(Weight weight) {
    assertThat(contract.decode(MtSicsWriter.reply(weight, 3)))
        .containsExactly(Decoded.value(weight));
  }

  @Test
  void saysTheBytesOfTheManual() {
    assertThat(MtSicsCommand.IMMEDIATE.bytes()).isEqualTo(ascii("SI\r\n"));
    assertThat(MtSicsWriter.reply(WEIGHT, 3)).isEqualTo(ascii("S S     85.340 kg\r\n"));
    assertThat(MtSicsWriter.syntaxError()).isEqualTo(ascii("ES\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n", "\r\r\n"})
  void anyLineEndEndsAReply(String end) {
    assertThat(contract.decode(ascii("S +" + end + "S -" + end))).hasSize(2);
  }

  @Test
  void aReplyBehindNoiseIsRead() {
    List<Decoded<Weight>> decoded = contract.decode(ascii("ab\u0000\u0001\u00ff\u0002" + GOOD));
    assertThat(decoded).hasSize(2).endsWith(Decoded.value(WEIGHT));
    assertThat(((Malformed<Weight>) decoded.get(0)).reason()).isEqualTo(Reason.NOISE);
  }

  @Test
  void aReplyCutByNoiseIsNotAWeight() {
    assertThat(contract.decode(ascii("S S     8\u0000.340 kg\r\n")))
        .hasSize(1)
        .allMatch(Malformed.class::isInstance);
  }

  @Test
  void anEndlessLineIsOneDefect() {
    List<Decoded<Weight>> decoded = contract.decode(ascii("x".repeat(100_000) + "\r\n" + GOOD));
    assertThat(decoded).hasSize(2).endsWith(Decoded.value(WEIGHT));
    assertThat(((Malformed<Weight>) decoded.get(0)).reason()).isEqualTo(Reason.OVERLONG);
  }

  @Test
  void everyPrefixOfAReplyIsRefused() {
    for (int end = 1; end < GOOD.length() - 2; end++) {
      assertThat(contract.decode(ascii(GOOD.substring(0, end) + "\r\n")))
          .as(GOOD.substring(0, end))
          .noneMatch(Value.class::isInstance);
    }
  }

  @Test
  void chunkingDoesNotMatter() {
    contract.assertSameInEveryChunking(
        ascii(GOOD + "\u0001x\r\nES\r\n" + "y".repeat(200) + "\n" + GOOD + "S +\r\n"));
  }

  @Test
  void aCutStreamSaysItsBeginning() {
    contract.assertSurvivesTruncation(ascii(GOOD + "S +\r\nS D       12.5 kg\r\n"));
  }

  @Tag("slow")
  @Test
  void readsAfterAMegabyteOfNoise() {
    contract.assertReadsAfterNoise(ascii("\r\n" + GOOD), WEIGHT);
  }
}
