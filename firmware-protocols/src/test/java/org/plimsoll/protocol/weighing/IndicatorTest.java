package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plimsoll.protocol.Captures.ascii;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.weighing.IndicatorProfile.Frame;
import org.plimsoll.protocol.weighing.IndicatorProfile.Mark;
import org.plimsoll.protocol.weighing.Weight.Motion;

class IndicatorTest {

  static Stream<String> captures() {
    return Captures.lines("weighing/indicators.txt").stream();
  }

  static Stream<String> goodCaptures() {
    return captures().filter(line -> line.contains(" OK "));
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheCaptures(String line) {
    String[] parts = line.split("\\|");
    List<Decoded<Weight>> decoded = contract(parts[0]).decode(print(parts[1]));
    assertThat(decoded).hasSize(1);
    assertThat(Meaning.of(decoded.get(0), true)).isEqualTo(parts[2]);
  }

  @Test
  void everyFamilyHasACapture() {
    List<String> captured = captures().map(line -> line.split("\\|")[0]).distinct().toList();
    assertThat(IndicatorProfiles.all())
        .allSatisfy(
            profile -> {
              assertThat(captured).contains(profile.name());
              assertThat(IndicatorProfiles.named(profile.name())).contains(profile);
            });
  }

  @Test
  void theUnitMayComeFromConfiguration() {
    IndicatorProfile tonnes = IndicatorProfiles.RINSTRUM_A.withUnit(MassUnit.TONNE);
    assertThat(contract(tonnes).decode(ascii("\u0002     31.2N\u0003")))
        .hasSize(1)
        .allMatch(Malformed.class::isInstance);
    assertThat(contract(tonnes).decode(ascii("\u0002   31.25N\u0003")))
        .extracting(decoded -> Meaning.of(decoded, true))
        .containsExactly("31250.0 STABLE OK net none");
  }

  @Test
  void configurationAddsAFamilyByColumns() {
    IndicatorProfile own =
        IndicatorProfile.ofColumns(
            "own",
            Frame.LINE,
            "1.swwwwwwuu.2",
            Map.of("W", Mark.IGNORED, "*", Mark.MOVING, "N", Mark.NET),
            null);
    assertThat(contract(own).decode(ascii("W:-  20.5kg N\r\n*:+1520.5kg  \r\n")))
        .extracting(decoded -> Meaning.of(decoded, true))
        .containsExactly("-20.5 STABLE OK net none", "1520.5 MOVING OK gross none");
  }

  @Test
  void configurationAddsAFamilyByPattern() {
    IndicatorProfile own =
        new IndicatorProfile(
            "own",
            Frame.STX_ETX,
            Pattern.compile("(?<mark1>[A-Z])=(?<weight>-?[.0-9]+)"),
            Map.of("S", Mark.STABLE, "D", Mark.MOVING),
            MassUnit.KILOGRAM);
    assertThat(contract(own).decode(ascii("\u0002D=-20.5\u0003\r\n\u0002S=7\u0003")))
        .containsExactly(
            Decoded.value(Weight.gross(-20.5, Motion.MOVING)),
            Decoded.value(Weight.gross(7, Motion.STABLE)));
  }

  @Test
  void aProfileThatCannotWorkIsRefused() {
    assertThatThrownBy(() -> IndicatorProfile.ofColumns("own", Frame.LINE, "sx", Map.of(), null))
        .hasMessageContaining("column x");
    assertThatThrownBy(() -> IndicatorProfile.ofColumns("own", Frame.LINE, "s1", Map.of(), null))
        .hasMessageContaining("no group weight");
    assertThatThrownBy(() -> IndicatorProfile.ofColumns("own", Frame.LINE, "ws w", Map.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IndicatorProfile.ofColumns("own", Frame.LINE, "wsw", Map.of(), null))
        .hasMessageContaining("stand apart");
  }

  @ParameterizedTest
  @MethodSource("goodCaptures")
  void everyPrefixOfAPrintIsRefused(String line) {
    String[] parts = line.split("\\|");
    byte[] whole = print(parts[1]);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("kg") > 0 ? text.toLowerCase(Locale.ROOT).indexOf('k') : 5;
    String frameEnd = parts[1].endsWith("^") ? "\u0003" : "\r";
    for (int cut = 2; cut < end; cut++) {
      assertThat(contract(parts[0]).values(ascii(text.substring(0, cut) + frameEnd)))
          .as(text.substring(0, cut))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("goodCaptures")
  void chunkingDoesNotMatter(String line) {
    String[] parts = line.split("\\|");
    String text = new String(print(parts[1]), StandardCharsets.ISO_8859_1);
    byte[] stream = ascii("x\u0001" + text + text.substring(0, 6) + text + "z".repeat(99) + text);
    contract(parts[0]).assertSameInEveryChunking(stream);
    contract(parts[0]).assertSurvivesTruncation(stream);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("goodCaptures")
  void readsAfterAMegabyteOfNoise(String line) {
    String[] parts = line.split("\\|");
    StreamContract<Weight> contract = contract(parts[0]);
    String text = new String(print(parts[1]), StandardCharsets.ISO_8859_1);
    contract.assertReadsAfterNoise(ascii("\r\n" + text), contract.values(print(parts[1])).get(0));
  }

  @Test
  void anEndlessPrintIsOneDefect() {
    for (IndicatorProfile profile : IndicatorProfiles.all()) {
      byte[] endless = ascii("\n\r\u0002" + "7".repeat(100_000));
      List<Decoded<Weight>> decoded = contract(profile).decode(endless);
      assertThat(decoded).as(profile.name()).hasSizeBetween(1, 2);
      assertThat(((Malformed<Weight>) decoded.get(0)).reason()).isIn(Reason.OVERLONG, Reason.NOISE);
    }
  }

  private static StreamContract<Weight> contract(String family) {
    return contract(IndicatorProfiles.named(family).orElseThrow());
  }

  private static StreamContract<Weight> contract(IndicatorProfile profile) {
    return new StreamContract<>(() -> new IndicatorDecoder(profile)::feed);
  }

  private static byte[] print(String text) {
    return ascii(
        text.replace('~', '\u0002').replace('^', '\u0003').replace('/', '\r').replace('%', '\n'));
  }
}
