package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.weighing.ToledoSetting.Expansion;
import org.plimsoll.protocol.weighing.ToledoSetting.Layout;

/** Where a reply or a frame just fits and where it just does not. */
class WeighingBoundsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "I4 A \"123\"|I4 DONE 123",
        "I4 A \"\"|I4 DONE ",
        "I4 A \"|I4 DONE \"",
        "I4 A \"a\" \"b\"|I4 DONE \"a\" \"b\"",
        "I4 A abc|I4 DONE abc",
        "I4 B abc|I4 MORE abc",
        "I4 A|I4 DONE ",
        "I4 Ax|unsupported I4",
        "Z Ax|SYNTAX",
        "ABCD A|ABCD DONE ",
        "ABCDE A|SYNTAX",
        "A A|A DONE ",
        "Z A|Z DONE ",
        "@ A|@ DONE ",
        "[ A|SYNTAX",
        "? A|SYNTAX",
        "a A|SYNTAX",
        "' A'|SYNTAX",
        "S|SYNTAX",
        "'S '|SYNTAX",
        "S S 100|SYNTAX",
        "S S1 kg|SYNTAX",
        "S S 1 kg|S STABLE 1.0",
        "S D -0.5 t|S DYNAMIC -500.0",
        "S S 100000000000 kg|S STABLE 1.0E11",
        "S S 1000000000000 kg|SYNTAX",
        "S +x|SYNTAX",
        "X +|X ABOVE_RANGE ",
        "X -|X BELOW_RANGE ",
        "X I|X NOT_EXECUTABLE ",
        "X L|X WRONG_PARAMETER ",
        "X Q|unsupported X",
        "X S Error 10b|X DEVICE_ERROR Error 10b",
      })
  void aReplyIsReadByItsForm(String line, String meaning) {
    Decoded<MtSicsReply> said = MtSicsReply.of(line);
    String text =
        said instanceof Unsupported<?> unsupported ? "unsupported " + unsupported.what() : "";
    if (said instanceof Malformed<?> malformed) {
      text = malformed.reason().name();
    } else if (said instanceof Value<MtSicsReply> value) {
      MtSicsReply reply = value.value();
      String kilograms =
          reply.kilograms().isPresent() ? "" + reply.kilograms().getAsDouble() : reply.text();
      text = reply.command() + " " + reply.outcome() + " " + kilograms;
    }
    assertThat(text.strip()).isEqualTo(meaning.strip());
  }

  @Test
  void aLineOf128BytesIsTheLongest() {
    StreamContract<Weight> line = new StreamContract<>(() -> new MtSicsDecoder()::feed);
    String blanks = " ".repeat(MtSicsDecoder.MAX_LINE_BYTES - "S S1 kg".length());
    assertThat(line.values(ascii("S S" + blanks + "1 kg\r\n"))).hasSize(1);
    List<Decoded<Weight>> overlong = line.decode(ascii("S S " + blanks + "1 kg\r\n"));
    assertThat(overlong)
        .containsExactly(Decoded.malformed(Reason.OVERLONG, "more than 128 bytes in a line"));
  }

  @ParameterizedTest
  @CsvSource({
    "8, -, 1234500.0",
    "9, -, 123450.0",
    "10, -, 12345.0",
    "11, -, 1234.5",
    "15, -, 0.12345",
    "11, +, 123.45",
  })
  void statusATellsTheDecimals(int statusA, String expanded, double kilograms) {
    int statusC = expanded.equals("+") ? 0x30 : 0x20;
    byte[] frame = frame(0x20 | statusA & 7, 0x30, statusC, "012345", "000000");
    assertThat(weights(setting(Layout.WITH_TARE, Expansion.TENTHS), frame))
        .extracting(weight -> weight.massKilograms().orElseThrow())
        .containsExactly(kilograms);
    assertThat(weights(setting(Layout.WITH_TARE, Expansion.AS_SHOWN), frame)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'012345', '000000', true",
    "'    45', '      ', true",
    "'012345', '     x', false",
    "'012345', 'x     ', false",
    "'012345', '  1  1', false",
    "'012 45', '000000', false",
    "'01234x', '000000', false",
    "'      ', '000000', false",
  })
  void placesHoldDigitsOrNothing(String weight, String tare, boolean fits) {
    byte[] frame = frame(0x2A, 0x30, 0x20, weight, tare);
    List<Decoded<Weight>> said = decode(setting(Layout.WITH_TARE, Expansion.REFUSED), frame);
    assertThat(said).hasSize(1);
    assertThat(said.get(0) instanceof Value).isEqualTo(fits);
  }

  @Test
  void aWeightOutOfRangeMayShowAnything() {
    byte[] frame = frame(0x2A, 0x34, 0x20, "------", "000000");
    assertThat(weights(setting(Layout.WITH_TARE, Expansion.REFUSED), frame))
        .extracting(Weight::condition)
        .containsExactly(Weight.Condition.OVERLOAD);
  }

  @Test
  void theShortFormHasNoTare() {
    byte[] frame = ascii("\u0002*0 012345\r");
    List<Weight> weights = weights(setting(Layout.WITHOUT_TARE, Expansion.REFUSED), frame);
    assertThat(weights).hasSize(1);
    assertThat(weights.get(0).massKilograms()).hasValue(12345);
    assertThat(weights.get(0).tareKilograms()).isEmpty();
  }

  @Test
  void aFrameInsideABrokenOneIsRead() {
    byte[] good = frame(0x2A, 0x30, 0x20, "000007", "000000");
    for (int cut = 1; cut < good.length; cut++) {
      ByteBuffer stream = ByteBuffer.allocate(cut + 2 * good.length);
      stream.put(good, 0, cut).put(good).put(good).flip();
      List<Decoded<Weight>> said = new ArrayList<>();
      new ToledoContinuousDecoder(setting(Layout.WITH_TARE, Expansion.REFUSED))
          .feed(stream, said::add);
      assertThat(said).as("cut at %d", cut).hasSize(3);
      assertThat(said.get(0)).isInstanceOf(Malformed.class);
      assertThat(said.get(1)).isEqualTo(said.get(2)).isInstanceOf(Value.class);
    }
  }

  @Test
  void lineEndsBetweenFramesAreNoNoise() {
    byte[] good = frame(0x2A, 0x30, 0x20, "000007", "000000");
    StreamContract<Weight> line = line(setting(Layout.WITH_TARE, Expansion.REFUSED));
    assertThat(line.decode(ascii("\r\n\n"), good, ascii("\n"), good)).hasSize(2);
    assertThat(line.decode(ascii("x\r"), good))
        .startsWith(Decoded.malformed(Reason.NOISE, "bytes outside a frame"))
        .hasSize(2);
  }

  @Test
  void theCheckByteIsOfAllBytes() {
    ToledoContinuousWriter writer = new ToledoContinuousWriter(ToledoChecksum.SENT, 2);
    byte[] frame = writer.frame(Weight.gross(123.45, Weight.Motion.STABLE));
    StreamContract<Weight> line =
        new StreamContract<>(() -> new ToledoContinuousDecoder(ToledoChecksum.SENT)::feed);
    assertThat(line.values(frame)).hasSize(1);
    for (int i = 1; i < 16; i++) {
      byte[] broken = frame.clone();
      broken[i] ^= 1;
      assertThat(line.values(broken)).as("byte %d", i).isEmpty();
    }
  }

  private static ToledoSetting setting(Layout layout, Expansion expansion) {
    return new ToledoSetting(ToledoChecksum.NOT_SENT, layout, expansion);
  }

  private static StreamContract<Weight> line(ToledoSetting setting) {
    return new StreamContract<>(() -> new ToledoContinuousDecoder(setting)::feed);
  }

  private static List<Decoded<Weight>> decode(ToledoSetting setting, byte[] frame) {
    return line(setting).decode(frame);
  }

  private static List<Weight> weights(ToledoSetting setting, byte[] frame) {
    return line(setting).values(frame);
  }

  private static byte[] frame(int statusA, int statusB, int statusC, String weight, String tare) {
    String head = "\u0002" + (char) statusA + (char) statusB + (char) statusC;
    return ascii(head + weight + tare + "\r");
  }
}
