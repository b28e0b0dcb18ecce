package org.plimsoll.protocol.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;

/** The golden captures, and what every decoder of a byte stream owes. */
class AisCapturesTest {

  private final StreamContract<AisMessage> contract =
      new StreamContract<>(() -> new AisStreamDecoder()::feed);

  @Test
  void eachMessageSaysWhatTheGoldenFileSays() {
    List<String> said = new ArrayList<>();
    for (Decoded<AisMessage> decoded : contract.decode(stream())) {
      said.add(decoded.toString());
    }
    assertThat(said).isEqualTo(Captures.lines("ais/messages.expected"));
  }

  @Test
  void chunkingDoesNotMatter() {
    contract.assertSameInEveryChunking(stream());
  }

  @Test
  void aCutStreamSaysItsBeginning() {
    contract.assertSurvivesTruncation(stream());
  }

  @Tag("slow")
  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(stream());
  }

  @Test
  void noiseIsOverheard() {
    byte[] frame = Captures.ascii("\r\n!AIVDM,1,1,,A,H42O55i18tMET00000000000000,2*6D\r\n");
    contract.assertReadsAfterNoise(frame, new StaticDataPartA(24, 0, 271_041_815, "PROGUY"));
  }

  @Test
  void otherSentencesAndDamageAreCounted() {
    byte[] mixed =
        Captures.ascii(
            "$HEHDT,034.4,T*2C\r\n"
                + "!AIVDM,1,1,,A,H42O55i18tMET00000000000000,2*6E\r\n"
                + "$GPXYZ,1*51\r\n");
    List<Decoded<AisMessage>> decoded = contract.decode(mixed);
    assertThat(decoded.get(0)).isEqualTo(Decoded.unsupported("HEHDT"));
    assertThat(decoded.get(1))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class, m -> assertThat(m.reason()).isEqualTo(Reason.CHECKSUM));
    assertThat(decoded.get(2)).isEqualTo(Decoded.unsupported("GPXYZ"));
    assertThat(decoded).hasSize(3);
  }

  @Test
  void aReopenedLineBeginsAnew() {
    List<Decoded<AisMessage>> decoded = new ArrayList<>();
    AisStreamDecoder decoder = new AisStreamDecoder();
    List<String> captures = Captures.lines("ais/messages.txt");
    String first = captures.stream().filter(l -> l.contains("VDM,2,1,")).findFirst().orElseThrow();
    decoder.feed(ByteBuffer.wrap(Captures.ascii(first + "\r\n!AIV")), decoded::add);
    decoder.reset();
    for (int i = 0; i < AisDecoder.MAX_AGE_TICKS; i++) {
      decoder.tick(decoded::add);
    }
    assertThat(decoded).isEmpty();
  }

  private static byte[] stream() {
    return Captures.ascii(String.join("\r\n", Captures.lines("ais/messages.txt")) + "\r\n");
  }
}
