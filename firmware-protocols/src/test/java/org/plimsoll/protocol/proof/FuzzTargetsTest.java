package org.plimsoll.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;

/** What a fuzzer asks, asked of the captures, of damaged captures and of what it once found. */
class FuzzTargetsTest {

  private static final int ROUNDS = 4;

  static Stream<String> names() {
    return Targets.all().stream().map(Target::name);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("names")
  void holdsForItsSeedsAndForDamagedOnes(String name) {
    Target target = Targets.named(name);
    Random random = new Random(name.hashCode());
    Consumer<byte[]> check = target.start().get();
    assertThat(target.seeds().get()).isNotEmpty();
    for (byte[] seed : target.seeds().get()) {
      check.accept(seed);
      for (int round = 0; round < ROUNDS; round++) {
        byte[] damaged = seed.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        check.accept(damaged);
      }
    }
  }

  @Tag("slow")
  @Test
  void holdsForWhatWasFound() {
    List<String> findings = Captures.lines("fuzz/findings.txt");
    for (String finding : findings) {
      String[] parts = finding.split("\\|");
      Targets.named(parts[0]).start().get().accept(Captures.hex(parts[1]));
    }
    assertThat(findings).isNotEmpty();
  }

  @Test
  void memoryIsMeasured() {
    assertThat(HeldMemory.of(new byte[1000])).isEqualTo(1016);
    assertThat(HeldMemory.of(new Object[] {new long[10], new int[3], null})).isBetween(150L, 180L);
    assertThat(HeldMemory.of(List.of("abc", "defg"))).isBetween(100L, 300L);
  }
}
