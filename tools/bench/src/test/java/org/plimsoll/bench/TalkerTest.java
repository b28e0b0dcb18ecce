package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class TalkerTest {

  private static final Duration EVERY = Duration.ofMillis(20);

  @TempDir Path directory;

  @Test
  void speaksOnItsTerminal() throws IOException {
    try (Talker talker = talker();
        BufferedReader heard = open(talker.link())) {
      heard.readLine();
      assertThat(heard.readLine()).matches("\\$GPTXT,\\d+\\*[0-9A-F]{2}");
    }
  }

  @Test
  void saysWhatItIsTold() throws IOException {
    try (Talker talker = talker();
        InputStream heard = new FileInputStream(talker.link().toFile())) {
      talker.silence(true);
      talker.say(new byte[] {1, (byte) 0xff});
      int octet = heard.read();
      while (octet != 1) {
        octet = heard.read();
      }
      assertThat(heard.read()).isEqualTo(0xff);
    }
  }

  @Test
  void losesItsNameWhenUnpluggedAndHasItAgainAfterwards() throws IOException {
    try (Talker talker = talker()) {
      talker.unplug();
      assertThat(Files.exists(talker.link(), LinkOption.NOFOLLOW_LINKS)).isFalse();
      talker.plugIn();
      try (BufferedReader heard = open(talker.link())) {
        assertThat(heard.readLine()).isNotEmpty();
      }
    }
  }

  @Test
  void speaksOnWhenNobodyReadsAndCountsWhatIsLost() throws IOException {
    try (Talker talker = talker();
        InputStream deaf = new FileInputStream(talker.link().toFile())) {
      talker.say(new byte[100_000]);
      await().until(() -> talker.bytesLost() > 50_000);
      long turns = talker.turns();
      await().until(() -> talker.turns() > turns);
      assertThat(deaf.available()).isPositive();
    }
  }

  private Talker talker() throws IOException {
    return new Talker(directory.resolve("gps"), EVERY, turn -> List.of("GPTXT," + turn));
  }

  private static BufferedReader open(Path device) throws IOException {
    return new BufferedReader(
        new InputStreamReader(new FileInputStream(device.toFile()), StandardCharsets.US_ASCII));
  }
}
