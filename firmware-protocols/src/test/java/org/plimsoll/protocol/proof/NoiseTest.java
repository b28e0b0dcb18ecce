package org.plimsoll.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@link NoiseProof}: every kind of noise on every line. */
@Tag("slow")
class NoiseTest {

  private static final int BYTES = 3_000_000;

  static Stream<String> lines() {
    return Lines.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void noiseIsEnduredWithinTheBound(String line) {
    Contract.Endured endured = Lines.all().get(line).endure(BYTES, line.hashCode());
    assertThat(endured.mostHeldBytes()).isBetween(50L, (long) Contract.MOST_HELD_BYTES);
    assertThat(endured.outcomes()).isPositive();
  }
}
