package org.plimsoll.vessel.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.protocol.nmea0183.AlertSentence;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.alert.AlertBook;
import org.plimsoll.vessel.alert.AlertCategory;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.alert.AlertRules;
import org.plimsoll.vessel.alert.Tick;
import org.plimsoll.vessel.line.AlertTraffic;
import org.plimsoll.vessel.line.LineConfig;

/** What another system had taken over when the gateway was restarted. */
class CamsTest {

  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  private final List<String> said = new ArrayList<>();
  private final Cams cams =
      new Cams(
          List.of(
              LineConfig.read(
                  ConfigFile.of(
                          "line.yaml",
                          "cam: {tcp: '127.0.0.1:1', protocol: bridge-alerts, manufacturer: XAA}")
                      .root()
                      .section("cam"))),
          (line, sentences) -> said.addAll(sentences));

  @Test
  void isAnnouncedHereAgainWhenTheOtherDoesNotReturn() {
    cams.restored(List.of(alert(AlertState.ACTIVE_TRANSFERRED)), at(0));
    assertThat(lostAt(300)).containsExactly(151);
    assertThat(cams.conditions(at(300)))
        .extracting(condition -> condition.kind())
        .containsExactly(AlertKind.CAM_LINK);
  }

  @Test
  void staysThereWhenItsHeartIsHeard() {
    cams.restored(List.of(alert(AlertState.ACTIVE_TRANSFERRED)), at(0));
    AlertBook book = new AlertBook(AlertRules.defaults());
    AlertTraffic beat =
        new AlertTraffic.Said(
            "cam",
            new AlertSentence.Hbt(
                "CA", OptionalDouble.of(600), Optional.of('A'), OptionalInt.of(1)));
    cams.hear(beat, book, at(100));
    assertThat(lostAt(900)).isEmpty();
  }

  @Test
  void nobodyIsMissedWhoHadTakenNothing() {
    cams.restored(List.of(alert(AlertState.ACTIVE_SILENCED)), at(0));
    assertThat(lostAt(3_600)).isEmpty();
  }

  private List<Integer> lostAt(int seconds) {
    return IntStream.rangeClosed(1, seconds)
        .filter(second -> cams.haveJustBeenLost(at(second)))
        .boxed()
        .toList();
  }

  private static Tick at(int second) {
    return new Tick(START.plusSeconds(second), Duration.ofSeconds(second).toNanos());
  }

  private static Alert alert(AlertState state) {
    return new Alert(
        new AlertMessage(
            10502,
            1,
            AlertPriority.ALARM,
            state,
            "CARGO MASS",
            "",
            START,
            START,
            Optional.empty(),
            2),
        AlertCategory.B,
        AlertPriority.ALARM,
        0,
        START);
  }
}
