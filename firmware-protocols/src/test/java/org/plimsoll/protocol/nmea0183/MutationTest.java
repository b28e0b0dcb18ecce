package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;

/**
 * Sentences with wrong bytes and no checksum to catch them: the field decoders themselves must
 * refuse or take them, never throw, and one line in is one outcome out.
 */
class MutationTest {

  private static final int ROUNDS = 1_000;
  private static final String ALPHABET = "0123456789.,,,-+ANSEWMVDKT^*~ \u0001\u00ff";

  private final Random random = new Random(61162);
  private final Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.NEVER_SENT);
  private final List<Decoded<Sentence>> decoded = new ArrayList<>();

  @Tag("slow")
  @Test
  void damagedFieldsNeverThrowAndAreCounted() {
    int lines = 0;
    int values = 0;
    for (String capture : Captures.lines("nmea0183/sentences.txt")) {
      String body = capture.substring(1, capture.indexOf('*'));
      for (int round = 0; round < ROUNDS; round++) {
        String sentence = "$" + mutated(body) + "\r\n";
        decoder.feed(ByteBuffer.wrap(Captures.ascii(sentence)), decoded::add);
        lines++;
        assertThat(decoded).as(sentence).hasSize(1);
        if (decoded.get(0) instanceof Value<Sentence> value) {
          values++;
          assertThat(SentenceReadings.of(value.value()))
              .as(sentence)
              .allMatch(r -> r.value().isPresent() == r.quality().isUsable());
        }
        decoded.clear();
      }
    }
    assertThat(values).isBetween(lines / 10, lines);
  }

  private String mutated(String body) {
    StringBuilder text = new StringBuilder(body);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        case 2 -> text.insert(at, Character.toString(other).repeat(30));
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }
}
