package org.plimsoll.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded log, in virtual time. */
class GpsLogTest {

  private static final String FIRST =
      "$GPGGA,120000,4214.40,N,13018.00,E,1,08,1.0,5,M,0,M,,*00\n"
          + "$GPRMC,120000,A,4214.40,N,13018.00,E,0.0,,211126,,*00\r\n"
          + "$GPGSA,A,3,02,05,,,,,,,,,,,1,1,1*00\r\n";
  private static final String SECOND = "$GPGLL,4214.41,N,13018.01,E,120001,A*00\r\nnoise \u00ff\n";
  private static final String THIRD = "$GNRMC,120002,A,4214.42,N,13018.02,E,0.0,,211126,,*00";

  @TempDir Path directory;

  private final World world = new World(1, Scenario.ALONGSIDE, ReferenceFerry.hydrostatics());
  private final Listener listener = new Listener();

  @Test
  void linesAreVerbatimAnEpochASecondAndThenSilence() throws IOException {
    try (GpsLog log = log("# Name: a receiver\n# Date: long ago\n" + FIRST + SECOND + THIRD)) {
      run(log, 0.4);
      assertThat(said()).as("a program that has just opened the device settles").isEmpty();
      run(log, 0.2);
      assertThat(said()).isEqualTo(FIRST);
      run(log, 0.8);
      assertThat(said()).isEqualTo(FIRST);
      run(log, 0.2);
      assertThat(said()).isEqualTo(FIRST + SECOND);
      run(log, 1);
      assertThat(said()).isEqualTo(FIRST + SECOND + THIRD);
      assertThat(log.hasEnded()).isTrue();
      run(log, 30);
      assertThat(said()).isEqualTo(FIRST + SECOND + THIRD);
    }
  }

  @Test
  void itWaitsForAProgramThatListens() throws IOException {
    try (GpsLog log = log(FIRST + SECOND)) {
      listener.heard = false;
      run(log, 30);
      assertThat(said()).isEmpty();
      listener.heard = true;
      run(log, 1);
      assertThat(said()).isEqualTo(FIRST);
    }
  }

  @Test
  void aFullWireMakesAnEpochLongerAndLosesNothing() throws IOException {
    try (GpsLog log = log(FIRST + SECOND + THIRD)) {
      listener.room = 10;
      run(log, 5);
      assertThat(said()).isEmpty();
      listener.room = GpsLog.PIECE_BYTES;
      run(log, 5);
      assertThat(said()).isEqualTo(FIRST + SECOND + THIRD);
    }
  }

  @Test
  void aLineWithoutAnEndIsPlayedInPieces() throws IOException {
    String endless = "x".repeat(3 * GpsLog.PIECE_BYTES + 7);
    try (GpsLog log = log(endless)) {
      run(log, 1);
      assertThat(said()).isEqualTo(endless);
    }
  }

  @Test
  void commentsAloneAreSilence() throws IOException {
    try (GpsLog log = log("# " + "x".repeat(3000) + "\n# no end")) {
      run(log, 5);
      assertThat(said()).isEmpty();
      assertThat(log.hasEnded()).isTrue();
    }
  }

  private GpsLog log(String text) throws IOException {
    Path file = directory.resolve("gps.log");
    Files.write(file, text.getBytes(ISO_8859_1));
    return new GpsLog(file, new Voice(Sensor.GPS, List.of(), new SplittableRandom(1)));
  }

  private void run(GpsLog log, double seconds) {
    for (int i = 0; i < Math.round(seconds / World.STEP_SECONDS); i++) {
      world.step();
      log.tick(world.truth(), listener);
    }
  }

  private String said() {
    return new String(listener.bytes(), ISO_8859_1);
  }
}
