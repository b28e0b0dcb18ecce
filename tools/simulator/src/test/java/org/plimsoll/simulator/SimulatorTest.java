package org.plimsoll.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole simulator on real terminals and real time. */
@Timeout(300)
class SimulatorTest {

  @TempDir Path directory;

  @Test
  void everyLineHasItsNameAndTalkersTalk() throws IOException {
    Path lines = directory.resolve("lines");
    try (Simulator simulator = new Simulator(SimulatorConfig.voyage(1, lines))) {
      simulator.start();
      assertThat(lines.toFile().list())
          .containsExactlyInAnyOrder("gps", "draught", "weighbridge", "deck", "counter", "hull");
      try (BufferedReader gps = reader(lines.resolve("gps"))) {
        assertThat(gps.readLine()).startsWith("$");
        assertThat(gps.readLine()).matches("\\$[A-Z]{5},.*\\*[0-9A-F]{2}");
      }
      try (RandomAccessFile bridge =
          new RandomAccessFile(lines.resolve("weighbridge").toFile(), "rw")) {
        bridge.write("SI\r\n".getBytes(US_ASCII));
        byte[] reply = new byte["S S          0 kg\r\n".length()];
        bridge.readFully(reply);
        assertThat(new String(reply, US_ASCII)).startsWith("S ").endsWith("kg\r\n");
      }
      assertThat(simulator.status()).startsWith("loading in Rajin: cargo");
      assertThat(simulator.linkDown()).isFalse();
    }
    assertThat(lines).isEmptyDirectory();
  }

  @Test
  void anUnpluggedLineVanishesUnderItsProgramAndComesBack() throws IOException {
    try (Simulator simulator = new Simulator(SimulatorConfig.voyage(1, directory))) {
      simulator.start();
      Path link = directory.resolve("gps");
      try (BufferedReader gps = reader(link)) {
        assertThat(gps.readLine()).isNotNull();
        simulator.unplug("gps");
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThatThrownBy(
                () -> {
                  while (gps.readLine() != null) {
                    assertThat(gps).isNotNull();
                  }
                  throw new IOException("end of the device");
                })
            .isInstanceOf(IOException.class);
      }
      simulator.replug("gps");
      try (BufferedReader gps = reader(link)) {
        assertThat(gps.readLine()).isNotNull();
      }
      assertThatThrownBy(() -> simulator.unplug("radar"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("weighbridge");
    }
  }

  @Test
  void timeRunsAtItsSpeed() throws IOException {
    SimulatorConfig fast =
        new SimulatorConfig(1, directory, Scenario.VOYAGE, List.of(), Optional.empty(), 20);
    try (Simulator simulator = new Simulator(fast)) {
      simulator.start();
      await().until(() -> simulator.truth().cargo().units() >= 5);
      assertThat(simulator.truth().elapsedSeconds()).isGreaterThan(20);
    }
  }

  @Test
  void whatNobodyCouldWeighHasNotComeAboard() throws IOException {
    AtomicLong nanos = new AtomicLong();
    SimulatorConfig voyage = SimulatorConfig.voyage(1, directory);
    try (Simulator simulator = new Simulator(voyage, InstantSource.system(), nanos::get)) {
      simulator.start();
      pass(simulator, nanos, 300);
      assertThat(simulator.truth().cargo().units()).as("after one long pause").isZero();
      for (int second = 0; second < 300; second++) {
        pass(simulator, nanos, 1);
      }
      assertThat(simulator.truth().cargo().units()).as("second by second").isPositive();
    }
  }

  @Test
  void aFerryThatIsHeldTakesNobodyAboardAndGoesOnAfterwards() throws IOException {
    AtomicLong nanos = new AtomicLong();
    SimulatorConfig voyage = SimulatorConfig.voyage(1, directory);
    try (Simulator simulator = new Simulator(voyage, InstantSource.system(), nanos::get)) {
      simulator.hold();
      simulator.start();
      for (int second = 0; second < 60; second++) {
        pass(simulator, nanos, 1);
      }
      assertThat(simulator.truth().cargo().units()).isZero();
      simulator.release();
      for (int second = 0; second < 60; second++) {
        pass(simulator, nanos, 1);
      }
      assertThat(simulator.truth().cargo().units()).isPositive();
      assertThat(simulator.truth().elapsedSeconds()).isGreaterThan(119);
    }
  }

  private static void pass(Simulator simulator, AtomicLong nanos, int seconds) {
    double before = simulator.truth().elapsedSeconds();
    nanos.addAndGet(seconds * 1_000_000_000L);
    await()
        .pollInterval(Duration.ofMillis(2))
        .until(() -> simulator.truth().elapsedSeconds() > before + seconds - 0.1);
  }

  @Test
  void aRecordedLogTakesThePlaceOfTheGps() throws IOException {
    Path log = directory.resolve("recorded.log");
    Files.writeString(log, "$GPRMC,1*00\r\n$GPRMC,2*00\r\n");
    Path lines = directory.resolve("lines");
    SimulatorConfig config =
        new SimulatorConfig(1, lines, Scenario.ALONGSIDE, List.of(), Optional.of(log), 20);
    try (Simulator simulator = new Simulator(config)) {
      simulator.start();
      try (BufferedReader gps = reader(lines.resolve("gps"))) {
        assertThat(gps.readLine()).isEqualTo("$GPRMC,1*00");
        assertThat(gps.readLine()).isEqualTo("$GPRMC,2*00");
        await().until(simulator::gpsLogEnded);
      }
    }
  }

  @Test
  void aMissingLogAndANameThatIsTakenAreSaid() throws IOException {
    SimulatorConfig noLog =
        new SimulatorConfig(
            1,
            directory,
            Scenario.VOYAGE,
            List.of(),
            Optional.of(directory.resolve("missing.log")),
            1);
    try (Simulator simulator = new Simulator(noLog)) {
      assertThatThrownBy(simulator::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("missing.log");
    }
    Files.writeString(directory.resolve("deck"), "mine");
    try (Simulator simulator = new Simulator(SimulatorConfig.voyage(1, directory))) {
      assertThatThrownBy(simulator::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("deck");
    }
    assertThat(directory.toFile().list()).containsExactly("deck");
  }

  private static BufferedReader reader(Path device) throws IOException {
    return new BufferedReader(new FileReader(device.toFile(), US_ASCII));
  }
}
