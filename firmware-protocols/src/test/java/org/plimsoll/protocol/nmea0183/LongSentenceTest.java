package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.Xdr.Transducer;

/** Sentences whose fields lie further from the address than a byte can say. */
class LongSentenceTest {

  private static final String HEADING = "$HEHDT,034.4,T*2C";

  private final List<Decoded<Sentence>> said = new ArrayList<>();
  private final Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 14, 15, 16, 17, 30, 59})
  void everyTransducerIsRead(int transducers) {
    StringBuilder body = new StringBuilder("IIXDR");
    List<Transducer> expected = new ArrayList<>();
    for (int number = 10; number < 10 + transducers; number++) {
      body.append(",C,").append(number).append(".25,C,TANK").append(number);
      expected.add(new Transducer('C', OptionalDouble.of(number + 0.25), "C", "TANK" + number));
    }
    hear(body.toString());
    assertThat(said)
        .containsExactly(
            Decoded.value(new Hdt("HE", OptionalDouble.of(34.4))),
            Decoded.value(new Xdr("II", expected)),
            Decoded.value(new Hdt("HE", OptionalDouble.of(34.4))));
  }

  /** The first length that a byte cannot say is between these. */
  @Test
  void aTextOfAnyLengthIsWhole() {
    for (int length = 200; length <= 280; length++) {
      String text = "x".repeat(length - 1) + "y";
      said.clear();
      hear("GPTXT,01,01,02," + text);
      assertThat(said).hasSize(3);
      assertThat(said.get(1)).isInstanceOf(Decoded.Value.class);
      Txt txt = (Txt) ((Decoded.Value<Sentence>) said.get(1)).value();
      assertThat(txt.text()).as("length " + length).isEqualTo(text);
    }
  }

  /** Between two headings, as one chunk and byte by byte. */
  private void hear(String body) {
    int sum = body.chars().reduce(0, (a, b) -> a ^ b);
    String line = "$%s*%02X\r\n".formatted(body, sum);
    byte[] stream = Captures.ascii(HEADING + "\r\n" + line + HEADING + "\r\n");
    decoder.feed(ByteBuffer.wrap(stream), said::add);
    List<Decoded<Sentence>> single = new ArrayList<>();
    for (byte next : stream) {
      decoder.feed(ByteBuffer.wrap(new byte[] {next}), single::add);
    }
    assertThat(single).isEqualTo(said);
  }
}
