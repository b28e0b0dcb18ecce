package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

class ToledoContinuousTest {

  private static final byte[] GOOD =
      Captures.hex("02 2c 30 20 20 31 32 33 34 35 20 20 20 32 30 30 0d 64");
  private static final Weight WEIGHT =
      new Weight(
          OptionalDouble.of(123.45), Motion.STABLE, Condition.OK, false, OptionalDouble.of(2));

  private final StreamContract<Weight> contract = contract(ToledoChecksum.SENT);

  static Stream<String> captures() {
    return Captures.lines("weighing/toledo.txt").stream();
  }

  static Stream<Weight> weights() {
    OptionalDouble noTare = OptionalDouble.of(0);
    return Stream.of(
        WEIGHT,
        new Weight(OptionalDouble.of(0), Motion.STABLE, Condition.OK, false, noTare),
        new Weight(
            OptionalDouble.of(-9.5), Motion.MOVING, Condition.OK, true, OptionalDouble.of(12.25)),
        new Weight(OptionalDouble.of(9999.99), Motion.MOVING, Condition.OK, false, noTare),
        new Weight(OptionalDouble.empty(), Motion.MOVING, Condition.OVERLOAD, false, noTare),
        new Weight(OptionalDouble.empty(), Motion.MOVING, Condition.UNDERLOAD, false, noTare));
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheCaptures(String line) {
    String[] parts = line.split("\\|");
    byte[] frame = Captures.hex(parts[0]);
    List<Decoded<Weight>> decoded = contract.decode(frame);
    assertThat(decoded).hasSize(1);
    assertThat(Meaning.of(decoded.get(0), true)).isEqualTo(parts[1]);
    if (!parts[1].contains("CHECKSUM")) {
      byte[] short17 = Arrays.copyOf(frame, 17);
      assertThat(contract(ToledoChecksum.NOT_SENT).decode(short17)).hasSameSizeAs(decoded);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsBackWhatItWrote(ToledoChecksum checksum) {
    ToledoContinuousWriter writer = new ToledoContinuousWriter(checksum, 2);
    weights()
        .forEach(
            weight ->
                assertThat(contract(checksum).decode(writer.frame(weight)))
                    .containsExactly(Decoded.value(weight)));
  }

  @Test
  void saysTheBytesOfTheManual() {
    assertThat(new ToledoContinuousWriter(ToledoChecksum.SENT, 2).frame(WEIGHT)).isEqualTo(GOOD);
  }

  @Test
  void beyondTheDisplayIsOverload() {
    ToledoContinuousWriter writer = new ToledoContinuousWriter(ToledoChecksum.SENT, 2);
    List<Weight> seen = contract.values(writer.frame(Weight.gross(10_000, Motion.STABLE)));
    assertThat(seen).extracting(Weight::condition).containsExactly(Condition.OVERLOAD);
  }

  @Test
  void theEighthBitIsParity() {
    byte[] parity = GOOD.clone();
    for (int i = 0; i < parity.length; i += 2) {
      parity[i] |= (byte) 0x80;
    }
    assertThat(contract.decode(parity)).containsExactly(Decoded.value(WEIGHT));
  }

  @Test
  void aDamagedFrameCostsOneDefectAndNoNeighbour() {
    byte[] damaged = GOOD.clone();
    damaged[7] ^= 1;
    List<Decoded<Weight>> decoded = contract.decode(GOOD, damaged, GOOD);
    assertThat(decoded).hasSize(3).endsWith(Decoded.value(WEIGHT));
    assertThat(((Malformed<Weight>) decoded.get(1)).reason()).isEqualTo(Reason.CHECKSUM);
  }

  @Test
  void everyCutFrameLeavesItsNeighbourWhole() {
    for (int cut = 1; cut < GOOD.length; cut++) {
      byte[] head = Arrays.copyOf(GOOD, cut);
      byte[] tail = Arrays.copyOfRange(GOOD, cut, GOOD.length);
      for (byte[] fragment : List.of(head, tail)) {
        List<Decoded<Weight>> decoded = contract.decode(fragment, GOOD);
        assertThat(decoded).as("cut at %d", cut).hasSize(2).endsWith(Decoded.value(WEIGHT));
        assertThat(decoded.get(0)).isInstanceOf(Malformed.class);
      }
    }
  }

  @Test
  void chunkingDoesNotMatter() {
    byte[] stream =
        Captures.hex(
            "0d 41 42 02 02 2c 30 20 20 31 32 33 34 35 20 20 20 32 30 30 0d 64"
                + "02 2c 30 20 20 31 32 33 34 35 20 20 20 32 30 30 0d 65 02 2c 30"
                + "02 2c 30 20 20 31 32 33 34 35 20 20 20 32 30 30 0d 64");
    contract.assertSameInEveryChunking(stream);
    contract(ToledoChecksum.NOT_SENT).assertSameInEveryChunking(stream);
    contract.assertSurvivesTruncation(stream);
  }

  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(GOOD);
  }

  @ParameterizedTest
  @EnumSource
  void readsAfterAMegabyteOfNoise(ToledoChecksum checksum) {
    byte[] frame = checksum == ToledoChecksum.SENT ? GOOD : Arrays.copyOf(GOOD, 17);
    StreamContract<Weight> noisy = contract(checksum);
    noisy.assertReadsAfterNoise(frame, WEIGHT);
    assertThat(noisy.decode(frame)).allMatch(Value.class::isInstance);
  }

  private static StreamContract<Weight> contract(ToledoChecksum checksum) {
    return new StreamContract<>(() -> new ToledoContinuousDecoder(checksum)::feed);
  }
}
