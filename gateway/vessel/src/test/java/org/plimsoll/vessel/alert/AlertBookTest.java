package org.plimsoll.vessel.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;

class AlertBookTest {

  private static final AlertCondition OVER =
      new AlertCondition(AlertKind.CARGO_MASS, 1, AlertPriority.ALARM, "1012 t, limit 1000 t");
  private static final AlertCondition NEAR =
      new AlertCondition(AlertKind.CARGO_MASS, 1, AlertPriority.WARNING, "985 t, limit 1000 t");
  private static final AlertCondition SILENT =
      new AlertCondition(AlertKind.SENSOR_STALE, 1, AlertPriority.CAUTION, "gps silent");
  private static final AlertCondition BRIDGE_SILENT =
      new AlertCondition(AlertKind.SENSOR_STALE, 3, AlertPriority.WARNING, "weighbridge silent");

  private final AlertBook book = new AlertBook();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void acknowledgedThenRectifiedIsNormal() {
    assertThat(only(second(OVER)).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(second(OVER)).isEmpty();
    AlertMessage acknowledged = done(acknowledge("2/E"));
    assertThat(acknowledged.state()).isEqualTo(AlertState.ACTIVE_ACKNOWLEDGED);
    assertThat(acknowledged.acknowledgedBy()).contains("2/E");
    AlertMessage normal = only(quietFor(11));
    assertThat(normal.state()).isEqualTo(AlertState.NORMAL);
    assertThat(normal.revision()).isEqualTo(3);
    assertThat(normal.raised()).isEqualTo(acknowledged.raised());
    assertThat(book.active()).isEmpty();
    assertThat(book.history()).hasSize(3);
  }

  @Test
  void rectifiedThenAcknowledgedIsNormal() {
    second(OVER);
    assertThat(only(quietFor(11)).state()).isEqualTo(AlertState.RECTIFIED_UNACKNOWLEDGED);
    assertThat(quietFor(60)).isEmpty();
    assertThat(done(acknowledge("Master")).state()).isEqualTo(AlertState.NORMAL);
    assertThat(acknowledge("Master")).isInstanceOf(Acknowledgement.Unknown.class);
  }

  @Test
  void aConditionThatComesBackIsActiveAgain() {
    second(OVER);
    quietFor(11);
    AlertMessage again = only(second(OVER));
    assertThat(again.state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(again.revision()).isEqualTo(3);
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
  void anAlertWhoseInputFellSilentStays() {
    second(OVER);
    for (int i = 0; i < 100; i++) {
      now = now.plusSeconds(1);
      assertThat(book.update(List.of(), Set.of(AlertKind.CARGO_MASS), now)).isEmpty();
    }
    assertThat(only(book.active()).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
  }

  @Test
  void whatBecomesMoreUrgentMustBeAcknowledgedAgain() {
    second(NEAR);
    acknowledge("2/E");
    AlertMessage worse = only(second(OVER));
    assertThat(worse.priority()).isEqualTo(AlertPriority.ALARM);
    assertThat(worse.state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(worse.acknowledgedBy()).isEmpty();
    assertThat(second(NEAR)).isEmpty();
    assertThat(only(book.active()).priority()).isEqualTo(AlertPriority.ALARM);
  }

  @Test
  void anAlarmWithoutAnAnswerNeverTurnsIntoACaution() {
    AlertCondition possible =
        new AlertCondition(AlertKind.CARGO_MASS, 1, AlertPriority.CAUTION, "955 \u00b1 73 t");
    second(OVER);
    List<AlertMessage> changes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      changes.addAll(second(possible));
    }
    assertThat(only(changes).state()).isEqualTo(AlertState.RECTIFIED_UNACKNOWLEDGED);
    assertThat(only(changes).priority()).isEqualTo(AlertPriority.ALARM);
    assertThat(done(acknowledge("2/E")).state()).isEqualTo(AlertState.NORMAL);
    AlertMessage caution = only(second(possible));
    assertThat(caution.priority()).isEqualTo(AlertPriority.CAUTION);
    assertThat(caution.revision()).isEqualTo(1);
  }

  @Test
  void aCautionIsNotAcknowledgedAndLeavesByItself() {
    assertThat(only(second(SILENT)).state()).isEqualTo(AlertState.ACTIVE_ACKNOWLEDGED);
    assertThat(book.acknowledge(10301, OptionalInt.empty(), "2/E", now))
        .isInstanceOf(Acknowledgement.Refused.class);
    assertThat(only(quietFor(11)).state()).isEqualTo(AlertState.NORMAL);
  }

  @Test
  void nobodyAcknowledgesTwice() {
    second(OVER);
    acknowledge("2/E");
    assertThat(acknowledge("Master"))
        .isEqualTo(new Acknowledgement.Refused("already acknowledged by 2/E"));
  }

  @Test
  void instancesAreAlertsOfTheirOwn() {
    AlertCondition other =
        new AlertCondition(AlertKind.SENSOR_STALE, 2, AlertPriority.WARNING, "draught silent");
    second(BRIDGE_SILENT, other);
    assertThat(book.acknowledge(10301, OptionalInt.empty(), "2/E", now))
        .isEqualTo(
            new Acknowledgement.Refused(
                "several alerts 10301 wait: name the instance, one of 2, 3"));
    assertThat(done(book.acknowledge(10301, OptionalInt.of(3), "2/E", now)).instance())
        .isEqualTo(3);
    assertThat(done(book.acknowledge(10301, OptionalInt.empty(), "2/E", now)).instance())
        .isEqualTo(2);
  }

  @Test
  void theMostUrgentStandsFirst() {
    second(SILENT, BRIDGE_SILENT, OVER);
    assertThat(book.active())
        .extracting(AlertMessage::priority)
        .containsExactly(AlertPriority.ALARM, AlertPriority.WARNING, AlertPriority.CAUTION);
  }

  @Test
  void aRestartKeepsEveryAlert() {
    second(OVER, SILENT);
    acknowledge("2/E");
    AlertBook restarted = new AlertBook();
    assertThat(restarted.restore(book.memory())).isEmpty();
    assertThat(restarted.active()).isEqualTo(book.active());
    assertThat(restarted.update(List.of(OVER, SILENT), Set.of(), now)).isEmpty();
    assertThat(restarted.restore("no JSON")).containsExactly("no JSON");
  }

  @Test
  void historyAndRevisionsAreBounded() {
    for (int i = 0; i < 200; i++) {
      second(OVER);
      quietFor(11);
      assertThat(only(book.active()).revision()).isBetween(1L, (long) AlertBook.MAX_REVISION);
    }
    assertThat(book.history()).hasSize(AlertBook.MAX_HISTORY);
  }

  private List<AlertMessage> second(AlertCondition... present) {
    now = now.plusSeconds(1);
    return book.update(List.of(present), Set.of(), now);
  }

  private List<AlertMessage> quietFor(int seconds) {
    List<AlertMessage> changes = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      changes.addAll(second());
    }
    return changes;
  }

  private Acknowledgement acknowledge(String by) {
    return book.acknowledge(AlertKind.CARGO_MASS.id(), OptionalInt.empty(), by, now);
  }

  private static AlertMessage done(Acknowledgement outcome) {
    assertThat(outcome).isInstanceOf(Acknowledgement.Done.class);
    return ((Acknowledgement.Done) outcome).alert();
  }

  private static AlertMessage only(List<AlertMessage> alerts) {
    assertThat(alerts).hasSize(1);
    return Optional.of(alerts.get(0)).orElseThrow();
  }
}
