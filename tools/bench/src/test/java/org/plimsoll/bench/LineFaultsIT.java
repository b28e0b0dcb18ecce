package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Sensors that vanish, fall silent and talk rubbish, under a running vessel whose broker and other
 * devices are absent all the time.
 */
@Timeout(600)
class LineFaultsIT {

  private static final String DEPTH = "environment.depth.belowTransducer";
  private static final String PASSENGERS = "passengers.onBoard";

  @TempDir Path directory;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private OneMachine machine;
  private Talker gps;
  private Talker counter;

  @BeforeEach
  void start() throws Exception {
    log.start();
    root().addAppender(log);
    machine = new OneMachine(directory);
    Files.createDirectories(machine.lines());
    gps = talker("gps", Duration.ofMillis(100), Speech.compass(InstantSource.system()));
    counter = talker("counter", Duration.ofSeconds(1), Speech.counter(140));
    machine.startVessel();
    eventually().until(() -> state("gps").equals("GREEN") && state("counter").equals("GREEN"));
  }

  private Talker talker(String line, Duration every, Speech speech) throws IOException {
    return new Talker(machine.lines().resolve(line), every, speech);
  }

  @AfterEach
  void close() throws IOException {
    machine.close();
    gps.close();
    counter.close();
    root().detachAppender(log);
  }

  @Test
  void aClosedTerminalIsRedWithinThreeSecondsAndGreenWithinFiveOfItsReturn() throws Exception {
    gps.unplug();
    eventually().until(() -> state("gps").equals("RED"));
    long heard = machine.line("counter").path("decoded").asLong();
    eventually()
        .untilAsserted(
            () -> {
              assertThat(machine.line("counter").path("decoded").asLong()).isGreaterThan(heard);
              assertThat(state("counter")).isEqualTo("GREEN");
              assertThat(state("gps")).isEqualTo("RED");
            });

    gps.plugIn();
    eventually().until(() -> state("gps").equals("GREEN"));

    assertThat(machine.line("gps").path("reopened").asLong()).isOne();
    assertThat(faults()).isEmpty();
  }

  @Test
  void aSilentSensorIsStaleAndItsCheckInconclusive() throws Exception {
    eventually().until(() -> machine.check("passengers").path("verdict").asText().equals("PASS"));

    counter.silence(true);
    eventually()
        .untilAsserted(
            () -> {
              assertThat(machine.channel(PASSENGERS).path("quality").asText()).isEqualTo("STALE");
              assertThat(machine.check("passengers").path("verdict").asText())
                  .isEqualTo("INCONCLUSIVE");
              assertThat(state("counter")).isEqualTo("RED");
            });
    assertThat(state("gps")).isEqualTo("GREEN");

    counter.silence(false);
    eventually()
        .untilAsserted(
            () -> {
              assertThat(machine.channel(PASSENGERS).path("quality").asText()).isEqualTo("GOOD");
              assertThat(machine.check("passengers").path("verdict").asText()).isEqualTo("PASS");
            });
  }

  @Test
  void garbageIsCountedAndTheNextGoodSentenceIsRead() throws Exception {
    gps.silence(true);
    byte[] garbage = new byte[600];
    Random random = new Random(7);
    for (int round = 1; round <= 3; round++) {
      for (int i = 0; i < 4; i++) {
        random.nextBytes(garbage);
        gps.say(garbage);
        gps.say("$GPDPT,99.9,0.0,*00\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      double depthMetres = 50 + round;
      gps.say(Speech.encode("GPDPT," + depthMetres + ",0.0,"));
      eventually().until(() -> machine.channel(DEPTH).path("value").asDouble() == depthMetres);
    }
    assertThat(gps.bytesLost()).as("all of it was on the line").isZero();
    assertThat(machine.line("gps").path("malformed").asLong()).isGreaterThanOrEqualTo(12);
    WholeLineIT.framesAreConserved(machine.line("gps"));
    assertThat(faults()).isEmpty();
  }

  /** What an officer should never see for a fault of a sensor. */
  private List<String> faults() {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getThrowableProxy() != null || event.getLevel() == Level.ERROR)
        .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
        .toList();
  }

  private String state(String line) throws IOException, InterruptedException {
    return machine.line(line).path("state").asText();
  }

  private static ConditionFactory eventually() {
    return await()
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(IOException.class);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
