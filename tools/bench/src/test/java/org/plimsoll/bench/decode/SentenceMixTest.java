package org.plimsoll.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.ais.AisStreamDecoder;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

class SentenceMixTest {

  private static final String HEADING = "$HEHDT,034.4,T*2C";
  private static final String MESSAGE = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A";

  @TempDir Path directory;

  @Test
  void logsAndCorporaAreRead() throws IOException {
    Path log =
        Files.writeString(directory.resolve("a.log"), HEADING + "\r\n\r\n" + MESSAGE + "\r\n");
    Path corpus =
        Files.writeString(
            directory.resolve("b.jsonl"),
            "{\"kind\": \"ok\", \"input\": \""
                + HEADING
                + "\"}\n"
                + "{\"inputs\": [\""
                + MESSAGE
                + "\", \""
                + MESSAGE
                + "\"], \"x\": 1}\n");
    SentenceMix mix = SentenceMix.of(List.of(log, corpus));
    assertThat(mix.sentences()).containsExactly(HEADING, HEADING);
    assertThat(mix.ais()).containsExactly(MESSAGE, MESSAGE, MESSAGE);
    assertThat(SentenceMix.bytes(mix.sentences())).hasSize(2 * (HEADING.length() + 2));
  }

  /** The counts of the recorded logs that the mix stands for. */
  @Test
  void theOwnMixIsSoundAndHasTheSharesOfTheLogs() {
    Map<String, Integer> found = new HashMap<>();
    new Nmea0183Decoder(ChecksumPolicy.REQUIRED)
        .feed(
            ByteBuffer.wrap(SentenceMix.bytes(OwnMix.make().sentences())),
            decoded -> found.merge(name(decoded), 1, Integer::sum));
    assertThat(found)
        .containsEntry("GSV", 1602)
        .containsEntry("RMC", 1017)
        .containsEntry("GGA", 894)
        .containsEntry("GLL", 610)
        .containsEntry("ZDA", 352)
        .containsEntry("GSA", 340)
        .containsEntry("VTG", 284)
        .containsEntry("GNS", 153)
        .doesNotContainKey("malformed")
        .doesNotContainKey("unsupported");
  }

  @Test
  void theOwnMessagesAreSound() {
    int[] values = {0};
    new AisStreamDecoder()
        .feed(
            ByteBuffer.wrap(SentenceMix.bytes(OwnMix.make().ais())),
            decoded -> values[0] += decoded instanceof Decoded.Value ? 1 : 0);
    assertThat(values[0]).isGreaterThan(10);
  }

  @Test
  void theOwnMixIsAlwaysTheSame() {
    assertThat(OwnMix.make()).isEqualTo(OwnMix.make());
  }

  private static String name(Decoded<Sentence> decoded) {
    if (decoded instanceof Decoded.Value<Sentence> value) {
      return value.value().formatter();
    }
    return decoded instanceof Decoded.Malformed ? "malformed" : "unsupported";
  }
}
