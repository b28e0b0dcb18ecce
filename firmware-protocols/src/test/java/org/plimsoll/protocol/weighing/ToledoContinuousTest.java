package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.weighing.ToledoSetting.Expansion;
import org.plimsoll.protocol.weighing.ToledoSetting.Layout;
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

  @ParameterizedTest
  @CsvSource({"REFUSED, unsupported", "AS_SHOWN, 1000.0", "TENTHS, 100.0"})
  void anExpandedDisplayMeansWhatTheSettingSays(Expansion expansion, String expected) {
    byte[] frame = Captures.hex("02 2a 30 30 20 20 31 30 30 30 20 20 20 20 20 30 0d 16");
    ToledoSetting setting = new ToledoSetting(ToledoChecksum.SENT, Layout.WITH_TARE, expansion);
    Decoded<Weight> decoded = contract(setting).decode(frame).get(0);
    assertThat(Meaning.of(decoded, false)).startsWith(expected);
  }

  @Test
  void readsTheShortForm() {
    byte[] frame = Captures.hex("02 2c 30 20 20 31 32 33 34 35 0d 56");
    ToledoSetting sent =
        new ToledoSetting(ToledoChecksum.SENT, Layout.WITHOUT_TARE, Expansion.REFUSED);
    ToledoSetting notSent =
        new ToledoSetting(ToledoChecksum.NOT_SENT, Layout.WITHOUT_TARE, Expansion.REFUSED);
    Weight weight = Weight.gross(123.45, Motion.STABLE);
    assertThat(contract(sent).decode(frame, frame))
        .containsExactly(Decoded.value(weight), Decoded.value(weight));
    byte[] bare = Arrays.copyOf(frame, 11);
    assertThat(contract(notSent).decode(bare, bare))
        .containsExactly(Decoded.value(weight), Decoded.value(weight));
    contract(sent).assertInventsNothingFromFlippedBits(frame);
    contract(sent).assertSameInEveryChunking(frame);
    contract(sent).assertReadsAfterNoise(frame, weight);
  }

  @Test
  void showsWhatDoesNotCount() {
    List<Decoded<ToledoFrame>> frames = new ArrayList<>();
    byte[] outOfRange = Captures.hex("02 32 34 21 37 39 35 30 36 32 20 20 20 20 20 30 0d");
    new ToledoContinuousDecoder(ToledoChecksum.NOT_SENT)
        .feedFrames(ByteBuffer.wrap(outOfRange), frames::add);
    assertThat(frames).hasSize(1);
    ToledoFrame frame = ((Value<ToledoFrame>) frames.get(0)).value();
    assertThat(frame.isOutOfRange()).isTrue();
    assertThat(frame.shown()).hasValue(795062);
    assertThat(frame.unit()).isEqualTo(MassUnit.GRAM);
  }

  private static StreamContract<Weight> contract(ToledoChecksum checksum) {
    return contract(ToledoSetting.of(checksum));
  }

  private static StreamContract<Weight> contract(ToledoSetting setting) {
    return new StreamContract<>(() -> new ToledoContinuousDecoder(setting)::feed);
  }
}
