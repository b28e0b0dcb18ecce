package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The torture runs in the short form of a build. */
@Timeout(600)
class TortureIT {

  private static final List<String> SHORE_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx384m", "-XX:TieredStopAtLevel=1");

  /** The short form: as many of the hundred kills as this time holds. */
  private static final Duration KILLING = Duration.ofSeconds(45);

  /** A machine that builds is busy; on a quiet one {@link AlertTorture#WITHIN} holds. */
  private static final Duration RESTORED = AlertTorture.WITHIN.multipliedBy(6);

  private final Programs programs =
      Programs.ofThisJvm(Half.class.getName(), SHORE_FLAGS, OneMachine.EXAMPLES);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void nothingIsLostWhenHalvesAreKilled() throws Exception {
    int exit = new KillTorture(KillTorture.Options.of(100, KILLING, 1), programs).run(out);
    assertThat(exit).as("%s", printed).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("lost 0, surplus 0");
  }

  @Test
  void nothingIsLostWhenThePowerFails() throws Exception {
    Optional<String> whyNot = PowercutTorture.whyNot();
    Assumptions.assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
    int exit = new PowercutTorture(new PowercutTorture.Options(20, 0, 1), programs).run(out);
    assertThat(exit).as("%s", printed).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("lost 0, altered 0");
  }

  @ParameterizedTest
  @EnumSource
  void everyStateOfAnAlertIsThereAgain(AlertTorture.Death death) throws Exception {
    if (death == AlertTorture.Death.POWERCUT) {
      Optional<String> whyNot = PowercutTorture.whyNot();
      Assumptions.assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
    }
    int exit = new AlertTorture(new AlertTorture.Options(death, 1, RESTORED), programs).run(out);
    String said = printed.toString(StandardCharsets.UTF_8);
    System.out.print(said);
    assertThat(said).contains("died 8, altered 0");
    assertThat(exit).as(said).isZero();
  }

  @Test
  void nothingIsLostWhenTheBrokerIsAway() throws Exception {
    OutageTorture.Options options =
        new OutageTorture.Options(Duration.ofSeconds(8), OutageTorture.Broker.EMBEDDED);
    int exit = new OutageTorture(options, programs).run(out);
    assertThat(exit).as("%s", printed).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("lost 0, surplus 0");
  }
}
