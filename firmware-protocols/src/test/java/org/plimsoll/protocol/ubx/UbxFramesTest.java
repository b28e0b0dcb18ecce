package org.plimsoll.protocol.ubx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;

public class UbxFramesTest {

  private final StreamContract<UbxMessage> contract =
      new StreamContract<>(() -> new UbxStream()::feed);

  static Stream<String> captures() {
    return Captures.lines("ubx/frames.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheCaptures(String line) {
    String[] parts = line.split("\\|");
    List<Decoded<UbxMessage>> decoded = contract.decode(Captures.hex(parts[0]));
    assertThat(decoded).isNotEmpty();
    assertThat(meaning(decoded.get(0))).isEqualTo(parts[1]);
    if (!parts[1].startsWith("malformed")) {
      assertThat(decoded).hasSize(1);
    }
  }

  @Test
  void asksInTheBytesOfTheManual() {
    assertThat(UbxFrame.encode(0x01, 0x07, new byte[0]))
        .isEqualTo(Captures.hex("b5 62 01 07 00 00 08 19"));
    assertThat(UbxFrame.encode(0x0A, 0x04, new byte[0]))
        .isEqualTo(Captures.hex("b5 62 0a 04 00 00 0e 34"));
  }

  @Test
  void aFrameCutAnywhereDoesNotTakeTheNextWithIt() {
    byte[] good = frame(0);
    UbxMessage message = contract.values(good).get(0);
    for (int cut = 1; cut < good.length; cut++) {
      List<Decoded<UbxMessage>> decoded =
          contract.decode(Arrays.copyOf(good, cut), good, good, good, good, good);
      assertThat(decoded.stream().filter(Value.class::isInstance).toList())
          .as("cut at %d", cut)
          .hasSizeGreaterThanOrEqualTo(4)
          .allMatch(Decoded.value(message)::equals);
      assertThat(decoded.get(0)).as("cut at %d", cut).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void aRunOfNoiseIsADefectForEachKilobyteOfIt() {
    List<Decoded<UbxMessage>> decoded = contract.decode(new byte[5000], frame(0));
    assertThat(decoded).hasSize(6);
    assertThat(decoded.subList(0, 5))
        .allMatch(d -> d instanceof Malformed<?> m && m.reason() == Reason.NOISE);
    assertThat(decoded.get(5)).isInstanceOf(Value.class);
  }

  @Tag("slow")
  @Test
  void chunkingDoesNotMatter() {
    byte[] stream = everything();
    contract.assertSameInEveryChunking(stream);
    contract.assertSurvivesTruncation(stream);
  }

  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(frame(0));
  }

  @Tag("slow")
  @Test
  void readsAfterAMegabyteOfNoise() {
    contract.assertReadsAfterNoise(frame(0), contract.values(frame(0)).get(0));
  }

  /** Every capture in a row, noise between them. */
  public static byte[] everything() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    captures()
        .filter(line -> !line.contains("OVERLONG"))
        .forEach(
            line -> {
              stream.writeBytes(Captures.hex(line.split("\\|")[0]));
              stream.writeBytes(new byte[] {(byte) 0xB5, 0x00, (byte) 0xD3, 0x01, 0x10});
            });
    stream.writeBytes(frame(0));
    return stream.toByteArray();
  }

  public static byte[] frame(int number) {
    return Captures.hex(captures().skip(number).findFirst().orElseThrow().split("\\|")[0]);
  }

  private static String meaning(Decoded<UbxMessage> decoded) {
    if (decoded instanceof Unsupported<UbxMessage> unsupported) {
      return "unsupported " + unsupported.what();
    }
    if (decoded instanceof Malformed<UbxMessage> malformed) {
      return "malformed " + malformed.reason();
    }
    UbxMessage message = ((Value<UbxMessage>) decoded).value();
    if (message instanceof NavPvt solution) {
      return meaning(solution);
    }
    if (message instanceof NavSat visible) {
      NavSat.Satellite first = visible.satellites().get(0);
      return "NavSat %d satellites, %d used, first %d/%d %d dB-Hz %d %d %s"
          .formatted(
              visible.satellites().size(),
              visible.satellites().stream().filter(NavSat.Satellite::isUsed).count(),
              first.system(),
              first.number(),
              first.signalDecibelHertz(),
              first.elevationDegrees(),
              first.azimuthDegrees(),
              first.residualMetres());
    }
    if (message instanceof MonVer version) {
      return "MonVer %s %s %s"
          .formatted(version.software(), version.hardware(), version.extensions());
    }
    return message.toString();
  }

  private static String meaning(NavPvt solution) {
    NavPvt.Utc utc = solution.utc();
    return "NavPvt %d-%d-%d %d:%d:%d %s %s alt %s %s m/s %s type %d sats %d position %s"
        .formatted(
            utc.year(),
            utc.month(),
            utc.day(),
            utc.hour(),
            utc.minute(),
            utc.second(),
            solution.place().latitudeDegrees(),
            solution.place().longitudeDegrees(),
            solution.place().altitudeMetres(),
            solution.velocity().groundMetresPerSecond(),
            solution.velocity().courseDegrees(),
            solution.fix().type(),
            solution.fix().satellites(),
            solution.fix().isPosition());
  }
}
