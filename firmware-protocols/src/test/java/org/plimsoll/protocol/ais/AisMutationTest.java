package org.plimsoll.protocol.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.ais.Armour.vdm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;

/** Wrong payloads behind checksums that hold: the decoder must refuse or take them, never throw. */
class AisMutationTest {

  private static final int PAYLOADS = 200_000;
  private static final String ALPHABET =
      "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvwX~ \u00ff";

  private final Random random = new Random(1371);
  private final AisDecoder decoder = new AisDecoder();
  private final List<Decoded<AisMessage>> decoded = new ArrayList<>();

  @Tag("slow")
  @Test
  void damagedPayloadsNeverThrowAndAreCounted() {
    List<String> captures = Captures.lines("ais/messages.txt");
    int values = 0;
    for (int i = 0; i < PAYLOADS; i++) {
      String payload = mutated(captures.get(i % captures.size()).split(",", -1)[5]);
      decoder.feed(vdm(1, 1, -1, "A", payload, random.nextInt(6)), decoded::add);
      assertThat(decoded).as(payload).hasSize(1);
      if (decoded.get(0) instanceof Value<AisMessage> value) {
        values++;
        assertPlausible(value.value());
      }
      decoded.clear();
    }
    assertThat(values).isBetween(PAYLOADS / 10, PAYLOADS);
  }

  @Test
  void damagedSentencesLeaveNothingBehind() {
    for (int i = 0; i < PAYLOADS / 10; i++) {
      int total = random.nextInt(11);
      String source = "line " + random.nextInt(30);
      String payload = mutated("15RTgt0PAso;90TKcjM8h6g208CQ");
      decoder.feed(
          source,
          vdm(total, random.nextInt(11), random.nextInt(11) - 1, "A", payload, random.nextInt(7)),
          decoded::add);
      assertThat(decoded.size()).isLessThanOrEqualTo(AisDecoder.MAX_OPEN + 1);
      assertThat(decoder.open()).isBetween(0, AisDecoder.MAX_OPEN);
      decoded.clear();
    }
    for (int i = 0; i < AisDecoder.MAX_AGE_TICKS; i++) {
      decoder.tick(decoded::add);
    }
    assertThat(decoder.open()).isZero();
  }

  private static void assertPlausible(AisMessage message) {
    assertThat(message.mmsi()).isBetween(0, (1 << 30) - 1);
    if (message instanceof PositionReport report) {
      assertWithin(report.latitudeDegrees(), 90);
      assertWithin(report.longitudeDegrees(), 180);
      assertWithin(report.courseDegrees(), 359.9);
      assertWithin(report.speedKnots(), 102.2);
    } else if (message instanceof StaticVoyageData data) {
      assertWithin(data.draughtMetres(), 25.5);
      assertThat(data.name().length()).isLessThanOrEqualTo(20);
    }
  }

  private static void assertWithin(OptionalDouble value, double limit) {
    if (value.isPresent()) {
      assertThat(Math.abs(value.getAsDouble())).isLessThanOrEqualTo(limit);
    }
  }

  private String mutated(String payload) {
    StringBuilder text = new StringBuilder(payload);
    for (int i = random.nextInt(4); i >= 0 && text.length() > 0; i--) {
      int at = random.nextInt(text.length());
      char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> text.setCharAt(at, other);
        case 3 -> text.insert(at, other);
        case 4 -> text.insert(at, Character.toString(other).repeat(random.nextInt(250)));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }
}
