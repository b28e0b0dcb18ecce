package org.plimsoll.vessel.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vessel.alert.AlertCommand.Station;
import org.plimsoll.vessel.alert.AlertCommand.Verb;

class AlertBookTest {

  private static final AlertCondition OVER =
      new AlertCondition(AlertKind.CARGO_MASS, 1, AlertPriority.ALARM, "1012 t, limit 1000 t");
  private static final AlertCondition NEAR =
      new AlertCondition(AlertKind.CARGO_MASS, 1, AlertPriority.WARNING, "985 t, limit 1000 t");
  private static final AlertCondition ALMOST =
      AlertCondition.lingering(AlertKind.CARGO_MASS, 1, AlertPriority.WARNING);
  private static final AlertCondition SILENT =
      new AlertCondition(AlertKind.SENSOR_STALE, 1, AlertPriority.CAUTION, "gps silent");
  private static final AlertCondition BRIDGE_SILENT =
      new AlertCondition(AlertKind.SENSOR_STALE, 3, AlertPriority.WARNING, "weighbridge silent");

  private AlertBook book = new AlertBook(AlertRules.defaults());
  private Instant time = Instant.parse("2026-01-01T00:00:00Z");
  private long nanos = -5;

  @Test
  void acknowledgedThenRectifiedIsNormal() {
    assertThat(only(second(OVER)).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(second(OVER)).isEmpty();
    Alert acknowledged = done(acknowledge("2/E"));
    assertThat(acknowledged.state()).isEqualTo(AlertState.ACTIVE_ACKNOWLEDGED);
    assertThat(acknowledged.said().acknowledgedBy()).contains("2/E");
    Alert normal = only(quietFor(11));
    assertThat(normal.state()).isEqualTo(AlertState.NORMAL);
    assertThat(normal.said().revision()).isEqualTo(3);
    assertThat(normal.said().raised()).isEqualTo(acknowledged.said().raised());
    assertThat(book.active()).isEmpty();
    assertThat(book.history()).hasSize(3);
  }

  @Test
  void rectifiedThenAcknowledgedIsNormal() {
    second(OVER);
    assertThat(only(quietFor(11)).state()).isEqualTo(AlertState.RECTIFIED_UNACKNOWLEDGED);
    assertThat(quietFor(600)).isEmpty();
    assertThat(done(acknowledge("Master")).state()).isEqualTo(AlertState.NORMAL);
    assertThat(acknowledge("Master")).isInstanceOf(AlertReply.Unknown.class);
  }

  @Test
  void aConditionThatComesBackIsActiveAgain() {
    second(OVER);
    quietFor(11);
    Alert again = only(second(OVER));
    assertThat(again.state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(again.said().revision()).isEqualTo(3);
    assertThat(book.raised()).isEqualTo(1);
  }

  @Test
  void aValueAtTheLimitDoesNotChatter() {
    second(OVER);
    for (int i = 0; i < 20; i++) {
      assertThat(quietFor(5)).isEmpty();
      assertThat(second(OVER)).isEmpty();
    }
  }

  @Test
  void withinTheHysteresisItClearsAfterAMinute() {
    second(NEAR);
    acknowledge("2/E");
    assertThat(seconds(60, ALMOST)).isEmpty();
    assertThat(only(second(ALMOST)).state()).isEqualTo(AlertState.NORMAL);
    assertThat(seconds(60, ALMOST)).as("and raises nothing").isEmpty();
  }

  @Test
  void anAlertWhoseInputFellSilentStays() {
    second(OVER);
    for (int i = 0; i < 100; i++) {
      pass(1000);
      assertThat(book.update(List.of(), Set.of(AlertKind.CARGO_MASS), now())).isEmpty();
    }
    assertThat(only(book.active()).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
  }

  @Test
  void whatBecomesMoreUrgentMustBeAcknowledgedAgain() {
    second(NEAR);
    acknowledge("2/E");
    Alert worse = only(second(OVER));
    assertThat(worse.priority()).isEqualTo(AlertPriority.ALARM);
    assertThat(worse.state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(worse.said().acknowledgedBy()).isEmpty();
    assertThat(worse.escalations()).isZero();
    assertThat(second(NEAR)).isEmpty();
    assertThat(only(book.active()).priority()).isEqualTo(AlertPriority.ALARM);
  }

  @Test
  void anAlarmWithoutAnAnswerNeverTurnsIntoACaution() {
    AlertCondition possible =
        new AlertCondition(AlertKind.CARGO_MASS, 1, AlertPriority.CAUTION, "955 \u00b1 73 t");
    second(OVER);
    List<Alert> changes = seconds(60, possible);
    assertThat(only(changes).state()).isEqualTo(AlertState.RECTIFIED_UNACKNOWLEDGED);
    assertThat(only(changes).priority()).isEqualTo(AlertPriority.ALARM);
    assertThat(done(acknowledge("2/E")).state()).isEqualTo(AlertState.NORMAL);
    Alert caution = only(second(possible));
    assertThat(caution.priority()).isEqualTo(AlertPriority.CAUTION);
    assertThat(caution.said().revision()).isEqualTo(1);
  }

  @Test
  void silenceLastsThirtySeconds() {
    second(OVER);
    Alert silenced = done(command(Verb.SILENCE, Station.PANEL, ""));
    assertThat(silenced.state()).isEqualTo(AlertState.ACTIVE_SILENCED);
    assertThat(seconds(29, OVER)).isEmpty();
    Alert again = only(second(OVER));
    assertThat(again.state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(Duration.between(silenced.said().changed(), again.said().changed()))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aClockThatIsSetEndsNoSilence() {
    second(OVER);
    command(Verb.SILENCE, Station.PANEL, "");
    time = time.plusSeconds(86_400);
    assertThat(seconds(29, OVER)).isEmpty();
    time = time.minusSeconds(2 * 86_400);
    assertThat(second(OVER)).hasSize(1);
  }

  @Test
  void oneActionSilencesEverythingThatSounds() {
    second(OVER, BRIDGE_SILENT, SILENT);
    assertThat(book.silenceAll(now()))
        .extracting(Alert::state)
        .containsExactly(AlertState.ACTIVE_SILENCED, AlertState.ACTIVE_SILENCED);
    assertThat(book.silenceAll(now())).isEmpty();
    assertThat(command(Verb.SILENCE, Station.PANEL, ""))
        .isEqualTo(new AlertReply.Refused("it makes no sound now, so it is not silenced"));
  }

  @Test
  void aWarningThatNobodyAcknowledgesBecomesAnAlarm() {
    second(NEAR);
    assertThat(seconds(299, NEAR)).isEmpty();
    Alert escalated = only(second(NEAR));
    assertThat(escalated.priority()).isEqualTo(AlertPriority.ALARM);
    assertThat(escalated.escalations()).isEqualTo(1);
    assertThat(escalated.said().revision()).isEqualTo(2);
    assertThat(seconds(600, NEAR)).as("once").isEmpty();
    done(acknowledge("C/O"));
    assertThat(seconds(20, NEAR)).as("its condition is still there").isEmpty();
    assertThat(only(quietFor(11)).state()).isEqualTo(AlertState.NORMAL);
  }

  @Test
  void silencingDoesNotPutTheEscalationOff() {
    second(NEAR);
    List<Alert> changes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      book.silenceAll(now());
      changes.addAll(second(NEAR));
    }
    assertThat(changes).anyMatch(alert -> alert.escalations() == 1);
    assertThat(only(book.active()).priority()).isEqualTo(AlertPriority.ALARM);
  }

  @Test
  void anAcknowledgedWarningDoesNotEscalate() {
    second(NEAR);
    acknowledge("2/E");
    assertThat(seconds(900, NEAR)).isEmpty();
  }

  @Test
  void aCautionIsNotAcknowledgedAndLeavesByItself() {
    assertThat(only(second(SILENT)).state()).isEqualTo(AlertState.ACTIVE_ACKNOWLEDGED);
    assertThat(command(10301, OptionalInt.empty(), Verb.ACKNOWLEDGE))
        .isEqualTo(new AlertReply.Refused("a caution is not acknowledged"));
    assertThat(command(10301, OptionalInt.empty(), Verb.SILENCE))
        .isEqualTo(new AlertReply.Refused("a caution is not silenced"));
    assertThat(only(quietFor(11)).state()).isEqualTo(AlertState.NORMAL);
  }

  @Test
  void nobodyAcknowledgesTwice() {
    second(OVER);
    acknowledge("2/E");
    assertThat(acknowledge("Master"))
        .isEqualTo(new AlertReply.Refused("already acknowledged by 2/E"));
  }

  @Test
  void nobodyAcknowledgesWhatWasNotSeen() {
    long seen = only(second(NEAR)).said().revision();
    second(OVER);
    AlertCommand late =
        new AlertCommand(
            10502,
            OptionalInt.of(1),
            Verb.ACKNOWLEDGE,
            Station.PANEL,
            "2/E",
            OptionalLong.of(seen));
    assertThat(book.command(late, now()))
        .isEqualTo(new AlertReply.Refused("it has changed since: look at it again"));
    assertThat(only(book.active()).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
  }

  @ParameterizedTest
  @CsvSource({
    "a, PANEL, acknowledged",
    "a, REMOTE, 'category A: acknowledged at the panel only, with its picture'",
    "b, PANEL, acknowledged",
    "b, REMOTE, acknowledged",
    "c, PANEL, 'category C: not acknowledged on the bridge'",
    "c, REMOTE, 'category C: not acknowledged on the bridge'",
  })
  void theCategorySaysWhereItIsAcknowledged(String category, Station station, String outcome) {
    book = new AlertBook(rules("cargo-mass: {category: " + category + "}"));
    second(OVER);
    AlertReply reply = command(Verb.ACKNOWLEDGE, station, "2/E");
    if (outcome.equals("acknowledged")) {
      assertThat(done(reply).state()).isEqualTo(AlertState.ACTIVE_ACKNOWLEDGED);
    } else {
      assertThat(reply).isEqualTo(new AlertReply.Refused(outcome));
    }
  }

  @Test
  void aTransferIsTakenIfTheAlertAllowsIt() {
    second(OVER);
    assertThat(command(Verb.TRANSFER, Station.REMOTE, ""))
        .isEqualTo(new AlertReply.Refused("its announcement is not given to another system"));
    book = new AlertBook(rules("cargo-mass: {transferable: true}"));
    second(OVER);
    assertThat(done(command(Verb.TRANSFER, Station.REMOTE, "")).state())
        .isEqualTo(AlertState.ACTIVE_TRANSFERRED);
    assertThat(seconds(600, OVER)).isEmpty();
    assertThat(only(book.returnAll(now())).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
  }

  @Test
  void aDelayedConditionMustStayToRaise() {
    book = new AlertBook(rules("cargo-mass: {delay: 5s}"));
    assertThat(seconds(5, OVER)).isEmpty();
    assertThat(second()).isEmpty();
    assertThat(seconds(5, OVER)).isEmpty();
    assertThat(second(OVER)).hasSize(1);
  }

  @Test
  void instancesAreAlertsOfTheirOwn() {
    AlertCondition other =
        new AlertCondition(AlertKind.SENSOR_STALE, 2, AlertPriority.WARNING, "draught silent");
    second(BRIDGE_SILENT, other);
    assertThat(command(10301, OptionalInt.empty(), Verb.ACKNOWLEDGE))
        .isEqualTo(
            new AlertReply.Refused("several alerts 10301 wait: name the instance, one of 2, 3"));
    assertThat(done(command(10301, OptionalInt.of(3), Verb.ACKNOWLEDGE)).said().instance())
        .isEqualTo(3);
    assertThat(done(command(10301, OptionalInt.empty(), Verb.ACKNOWLEDGE)).said().instance())
        .isEqualTo(2);
  }

  @Test
  void theMostUrgentStandsFirst() {
    second(SILENT, BRIDGE_SILENT, OVER);
    assertThat(book.active())
        .extracting(Alert::priority)
        .containsExactly(AlertPriority.ALARM, AlertPriority.WARNING, AlertPriority.CAUTION);
  }

  @Test
  void aHundredAlertsInOneSecondLoseNoTransition() {
    List<AlertCondition> all = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      all.add(new AlertCondition(AlertKind.SENSOR_STALE, i, AlertPriority.WARNING, "line " + i));
    }
    pass(1000);
    assertThat(book.update(all, Set.of(), now())).hasSize(100);
    assertThat(book.silenceAll(now())).hasSize(100);
    assertThat(book.history()).hasSize(200);
    for (int i = 1; i <= 100; i++) {
      done(command(10301, OptionalInt.of(i), Verb.ACKNOWLEDGE));
    }
    assertThat(book.active())
        .hasSize(100)
        .allMatch(alert -> alert.state() == AlertState.ACTIVE_ACKNOWLEDGED)
        .allMatch(alert -> alert.said().revision() == 3);
    assertThat(quietFor(11)).hasSize(100).allMatch(alert -> alert.state() == AlertState.NORMAL);
  }

  @Test
  void alertsHistoryAndRevisionsAreBounded() {
    for (int i = 0; i < 200; i++) {
      second(OVER);
      quietFor(11);
      assertThat(only(book.active()).said().revision()).isBetween(1L, (long) Alert.MAX_REVISION);
    }
    assertThat(book.history()).hasSize(AlertHistory.MAX);
    List<AlertCondition> flood = new ArrayList<>();
    for (int i = 1; i <= 2 * AlertBook.MAX_ALERTS; i++) {
      flood.add(new AlertCondition(AlertKind.SENSOR_STALE, i, AlertPriority.ALARM, "x"));
    }
    book.update(flood, Set.of(), now());
    assertThat(book.active()).hasSize(AlertBook.MAX_ALERTS);
    assertThat(book.memory().values())
        .allMatch(text -> text.length() < 65_536)
        .anyMatch(text -> text.length() > 1000);
  }

  @Test
  void whatSurvivesIsWrittenWhenItChanges() {
    second(OVER);
    assertThat(book.memory()).containsKey("alerts");
    assertThat(book.memory()).isEmpty();
    Map<String, String> later = Map.of("alerts", "no JSON", "alerts.history.1", "x");
    assertThat(new AlertBook(AlertRules.defaults()).restore(later, now()))
        .containsExactlyInAnyOrder("no JSON", "x");
  }

  private static AlertRules rules(String yaml) {
    return AlertRules.read(
        ConfigFile.of("test", "alerts:\n  " + yaml + "\n").root().optionalSection("alerts"));
  }

  private Tick now() {
    return new Tick(time, nanos);
  }

  private void pass(long millis) {
    time = time.plusMillis(millis);
    nanos += Duration.ofMillis(millis).toNanos();
  }

  private List<Alert> second(AlertCondition... present) {
    pass(1000);
    return book.update(List.of(present), Set.of(), now());
  }

  private List<Alert> seconds(int seconds, AlertCondition... present) {
    List<Alert> changes = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      changes.addAll(second(present));
    }
    return changes;
  }

  private List<Alert> quietFor(int seconds) {
    return seconds(seconds);
  }

  private AlertReply acknowledge(String by) {
    return command(Verb.ACKNOWLEDGE, Station.PANEL, by);
  }

  private AlertReply command(Verb verb, Station station, String by) {
    return book.command(
        new AlertCommand(10502, OptionalInt.empty(), verb, station, by, OptionalLong.empty()),
        now());
  }

  private AlertReply command(int id, OptionalInt instance, Verb verb) {
    return book.command(
        new AlertCommand(id, instance, verb, Station.PANEL, "2/E", OptionalLong.empty()), now());
  }

  private static Alert done(AlertReply outcome) {
    assertThat(outcome).isInstanceOf(AlertReply.Done.class);
    return ((AlertReply.Done) outcome).alert();
  }

  private static Alert only(List<Alert> alerts) {
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }
}
