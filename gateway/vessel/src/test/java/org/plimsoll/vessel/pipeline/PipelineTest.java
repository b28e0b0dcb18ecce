package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.alert.AlertCommand;
import org.plimsoll.vessel.alert.AlertReply;
import org.plimsoll.vessel.check.Verdict;
import org.plimsoll.vessel.line.LineState;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

class PipelineTest {

  private final ShipUnderTest ship = new ShipUnderTest();

  @Test
  void everyReadingIsAcceptedOnceWithinASecond() {
    ship.run(60);
    assertThat(ship.outbox.samples("hull.draught.aft.port")).hasSize(60);
    assertThat(ship.outbox.samples("loading.weighbridge.mass")).hasSize(60);
    assertThat(ship.outbox.samples("hull.draught.aft.port").get(0))
        .satisfies(
            sample -> {
              assertThat(sample.value()).hasValue(4400);
              assertThat(sample.quality()).isEqualTo(Quality.GOOD);
              assertThat(sample.timeMillis()).isEqualTo(ShipUnderTest.START.toEpochMilli());
            });
    assertThat(ship.outbox.groups).hasSizeBetween(60, 62);
  }

  @Test
  void timesAreUniqueInEachChannelAndEpoch() {
    for (int i = 0; i < 300; i++) {
      ship.hear("gps", "gps.HEHDT", Reading.good(Quantities.HEADING_TRUE, 1));
      ship.pass(Duration.ofMillis(90));
      if (i % 50 == 49) {
        ship.osTime = ship.osTime.minusSeconds(3600);
        ship.second();
      }
    }
    ship.second();
    Set<String> identities = new HashSet<>();
    int samples = 0;
    for (CommitGroup group : ship.outbox.groups) {
      for (Sample sample : group.samples()) {
        assertThat(sample.timeMillis() % 100).isZero();
        identities.add(sample.channel() + "/" + group.clockEpoch() + "/" + sample.timeMillis());
        samples++;
      }
    }
    assertThat(identities).hasSize(samples);
    assertThat(ship.outbox.samples("navigation.headingTrue")).hasSize(300);
    assertThat(ship.latest.state().moment().clockEpoch()).isEqualTo(7);
  }

  @Test
  void aSourceFasterThanTheTimeResolutionIsThinnedAndCounted() {
    for (int i = 0; i < 1000; i++) {
      ship.hear("gps", "gps.HEHDT", Reading.good(Quantities.HEADING_TRUE, 1));
      ship.pass(Duration.ofMillis(20));
    }
    ship.second();
    int kept = ship.outbox.samples("navigation.headingTrue").size();
    assertThat(kept).isBetween(200, 212);
    assertThat(ship.latest.counts().thinned()).isEqualTo(1000 - kept);
  }

  @Test
  void aValueOutOfRangeIsInvalidAndHasNoValue() {
    ship.hear("gps", "gps.SDDPT", Reading.good(Quantities.DEPTH_BELOW_TRANSDUCER, 99_999));
    ship.second();
    assertThat(ship.channel(Quantities.DEPTH_BELOW_TRANSDUCER).quality())
        .isEqualTo(Quality.INVALID);
    assertThat(ship.outbox.samples("environment.depth.belowTransducer"))
        .extracting(Sample::value)
        .containsExactly(OptionalLong.empty());
    assertThat(ship.latest.counts().gated()).isEqualTo(1);
  }

  @Test
  void aPositionThatJumpsIsInvalidUntilThreeFixesAgree() {
    for (int i = 0; i < 5; i++) {
      fix(42.24 + i * 1e-5, 130.30);
    }
    fix(43.50, 130.30);
    assertThat(ship.channel(Quantities.LATITUDE).quality()).isEqualTo(Quality.INVALID);
    fix(42.2401, 130.30);
    assertThat(ship.channel(Quantities.LATITUDE).quality()).isEqualTo(Quality.GOOD);
    for (int i = 0; i < 3; i++) {
      fix(43.50 + i * 1e-5, 131.90);
    }
    assertThat(ship.channel(Quantities.LATITUDE).quality()).isEqualTo(Quality.GOOD);
    assertThat(ship.outbox.samples("navigation.position.latitude"))
        .hasSize(10)
        .allMatch(sample -> sample.value().isPresent());
  }

  private void fix(double latitude, double longitude) {
    ship.hear(
        "gps",
        "gps.GPRMC",
        Reading.good(Quantities.LATITUDE, latitude),
        Reading.good(Quantities.LONGITUDE, longitude));
    ship.second();
  }

  @Test
  void aSilentSensorIsStaleAndItsCheckInconclusive() {
    ship.run(20);
    assertThat(ship.verdict("draught-limit")).isEqualTo(Verdict.PASS);
    assertThat(ship.verdict("freshness")).isEqualTo(Verdict.PASS);
    ship.draughtsSpeak = false;
    ship.run(5);
    assertThat(ship.channel(Quantities.DRAUGHT_MIDSHIP_PORT).quality()).isEqualTo(Quality.STALE);
    assertThat(ship.channel(Quantities.DRAUGHT_MIDSHIP_PORT).value()).hasValue(4.40);
    assertThat(ship.verdict("draught-limit")).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(ship.verdict("freshness")).isEqualTo(Verdict.FAIL);
    assertThat(ship.channel(Quantities.DRAUGHT_MEAN).quality()).isEqualTo(Quality.INVALID);
    List<Sample> samples = ship.outbox.samples("hull.draught.midship.port");
    assertThat(samples.get(samples.size() - 1).quality()).isEqualTo(Quality.STALE);
    ship.run(30);
    assertThat(ship.outbox.samples("hull.draught.midship.port")).hasSameSizeAs(samples);
    ship.draughtsSpeak = true;
    ship.run(2);
    assertThat(ship.channel(Quantities.DRAUGHT_MIDSHIP_PORT).quality()).isEqualTo(Quality.GOOD);
    assertThat(ship.verdict("draught-limit")).isEqualTo(Verdict.PASS);
  }

  @Test
  void beforeAnythingIsHeardNothingPasses() {
    ship.draughtsSpeak = false;
    ship.bridgeSpeaks = false;
    ship.counterSpeaks = false;
    ship.deckSpeaks = false;
    ship.hullSpeaks = false;
    ship.run(3);
    assertThat(ship.latest.checks())
        .extracting(result -> result.finding().verdict())
        .containsOnly(Verdict.INCONCLUSIVE);
    assertThat(ship.channel(Quantities.DRAUGHT_AFT_PORT).quality()).isEqualTo(Quality.ABSENT);
    assertThat(ship.channel(Quantities.DRAUGHT_AFT_PORT).value()).isEmpty();
    assertThat(ship.outbox.samples("hull.draught.mean")).isEmpty();
  }

  @Test
  void oneSilentTransmitterDegradesTheSurveyAndNoMore() {
    ship.run(30);
    assertThat(ship.channel(Quantities.DRAUGHT_MEAN).quality()).isEqualTo(Quality.GOOD);
    ship.draughts[0] = Double.NaN;
    ship.run(5);
    assertThat(ship.channel(Quantities.DRAUGHT_MEAN).quality()).isEqualTo(Quality.DEGRADED);
    assertThat(ship.latest.state().surveyRemarks()).contains("5 of 6 draughts");
    assertThat(ship.verdict("draught-limit")).isEqualTo(Verdict.PASS);
  }

  @Test
  void aStepOfTheDraughtsIsFollowedWithinTheFilter() {
    ship.run(60);
    Arrays.fill(ship.draughts, 4.46);
    ship.run(5);
    assertThat(ship.channel(Quantities.DRAUGHT_MEAN).value().orElseThrow())
        .as("one step is not believed at once")
        .isBetween(4.40, 4.44);
    ship.run(65);
    assertThat(ship.channel(Quantities.DRAUGHT_MEAN).value().orElseThrow())
        .isCloseTo(4.46, within(0.0005));
  }

  @Test
  void anOverloadRaisesAnAlarmWhichLeavesWhenItIsTakenOff() {
    for (int i = 0; i < 25; i++) {
      ship.roll(40_000, 1);
    }
    assertThat(ship.verdict("cargo-limit")).isEqualTo(Verdict.PASS);
    ship.roll(12_000, 1);
    assertThat(ship.channel(Quantities.CARGO_WEIGHED).value()).hasValue(1_012_000);
    assertThat(ship.verdict("cargo-limit")).isEqualTo(Verdict.FAIL);
    AlertMessage alarm = alert(10502);
    assertThat(alarm.state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(alarm.text()).contains("1012 t").contains("limit 1000 t");
    assertThat(ship.ashore).contains(alarm);
    assertThat(acknowledge(10502)).isInstanceOf(AlertReply.Done.class);
    assertThat(alert(10502).state()).isEqualTo(AlertState.ACTIVE_ACKNOWLEDGED);
    ship.roll(40_000, -1);
    ship.run(12);
    assertThat(ship.channel(Quantities.CARGO_WEIGHED).value()).hasValue(972_000);
    assertThat(ship.latest.alerts()).noneMatch(alert -> alert.said().id() == 10502);
    assertThat(ship.outbox.samples("notifications.plimsoll.10502"))
        .extracting(sample -> sample.value().orElseThrow())
        .endsWith(1L, 3L, 0L);
  }

  @Test
  void aRestartContinuesTallyAlertsAndTime() {
    for (int i = 0; i < 26; i++) {
      ship.roll(40_000, 1);
    }
    acknowledge(10502);
    ship.weightKilograms = 18_000;
    ship.run(1);
    ShipUnderTest restarted = new ShipUnderTest(ship.outbox, ship.osTime.plusSeconds(9));
    restarted.run(3);
    assertThat(restarted.channel(Quantities.CARGO_WEIGHED).value()).hasValue(1_058_000);
    assertThat(restarted.latest.alerts())
        .filteredOn(alert -> alert.said().id() == 10502)
        .extracting(Alert::state)
        .containsExactly(AlertState.ACTIVE_ACKNOWLEDGED);
    assertThat(restarted.latest.state().moment().clockEpoch()).isEqualTo(1);
    ShipUnderTest past = new ShipUnderTest(ship.outbox, ship.osTime.minusSeconds(3600));
    past.run(1);
    assertThat(past.latest.state().moment().clockEpoch()).isEqualTo(2);
  }

  @Test
  void aFullDiskDelaysAcceptanceAndShowsEverythingLive() {
    ship.run(5);
    long before = ship.outbox.accepted();
    ship.outbox.diskFull = true;
    Arrays.fill(ship.draughts, 5.30);
    ship.run(50);
    assertThat(ship.outbox.accepted()).isEqualTo(before);
    assertThat(ship.latest.counts().outboxFailure()).isEqualTo("disk full");
    assertThat(alert(10101).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(ship.latest.counts().dropped()).isZero();
    ship.outbox.diskFull = false;
    ship.run(1);
    assertThat(ship.latest.counts().outboxFailure()).isEmpty();
    assertThat(ship.latest.counts().waiting()).isZero();
    assertThat(ship.outbox.samples("hull.draught.aft.port")).hasSize(56);
  }

  @Test
  void aDiskThatStaysFullCostsTheOldestAndTheLossIsCounted() {
    ship.run(15);
    long before = ship.outbox.samples("hull.draught.aft.port").size();
    ship.outbox.diskFull = true;
    ship.run(200);
    ship.outbox.diskFull = false;
    ship.run(20);
    long lost = 15 + 200 + 20 - ship.outbox.samples("hull.draught.aft.port").size();
    assertThat(before).isEqualTo(15);
    assertThat(lost).isBetween(135L, 145L);
    assertThat(ship.latest.counts().dropped()).isGreaterThan(lost * 6);
    List<Sample> told = ship.outbox.samples("gateway.readings.dropped");
    assertThat(told.get(told.size() - 1).value()).hasValue(ship.latest.counts().dropped());
    assertThat(ship.outbox.losses)
        .isEqualTo(Map.of(GapReason.UNWRITTEN, ship.latest.counts().dropped()));
    assertThat(ship.outbox.accepted() + ship.latest.counts().dropped())
        .as("accepted and gap-recorded are what was given")
        .isEqualTo(ship.latest.counts().given() - ship.latest.counts().waiting());
  }

  @Test
  void aRedLineRaisesOneAlertForAllItsSensors() {
    ship.run(10);
    ship.lines.put("draught", LineState.RED);
    ship.draughtsSpeak = false;
    ship.run(10);
    List<AlertMessage> stale =
        ship.latest.alerts().stream()
            .map(Alert::said)
            .filter(alert -> alert.id() == 10301)
            .toList();
    assertThat(stale).hasSize(1);
    assertThat(stale.get(0).instance()).isEqualTo(2);
    assertThat(stale.get(0).text()).isEqualTo("draught no such device");
    assertThat(ship.outbox.samples("notifications.plimsoll.10301")).hasSize(1);
  }

  @Test
  void aFieldThatIsEmptyIsNoSilentSensor() {
    ship.hear(
        "gps",
        "gps.GPRMC",
        Reading.good(Quantities.SPEED_OVER_GROUND, 5),
        Reading.good(Quantities.COURSE_OVER_GROUND_TRUE, 1));
    for (int i = 0; i < 20; i++) {
      ship.hear("gps", "gps.GPRMC", Reading.good(Quantities.SPEED_OVER_GROUND, 0));
      ship.run(1);
    }
    assertThat(ship.channel(Quantities.COURSE_OVER_GROUND_TRUE).quality()).isEqualTo(Quality.STALE);
    assertThat(ship.verdict("freshness")).isEqualTo(Verdict.PASS);
    ship.run(20);
    assertThat(ship.verdict("freshness")).isEqualTo(Verdict.FAIL);
    assertThat(ship.result("freshness").finding().text()).startsWith("gps silent: ");
  }

  @Test
  void afterAPauseOfTheGatewayNobodyElseIsCalledSilent() {
    ship.run(20);
    ship.pass(Duration.ofSeconds(30));
    ship.second();
    ship.run(20);
    assertThat(ship.outbox.samples("hull.draught.aft.port"))
        .extracting(Sample::quality)
        .containsOnly(Quality.GOOD);
    assertThat(ship.outbox.samples("notifications.plimsoll.10301")).isEmpty();
  }

  @Test
  void whatWasEnteredByHandIsRecordedEveryMinute() {
    ship.run(125);
    assertThat(ship.outbox.samples("loading.cargo.limit"))
        .hasSize(3)
        .allMatch(sample -> sample.quality() == Quality.MANUAL)
        .allMatch(sample -> sample.value().orElseThrow() == 1_000_000);
    assertThat(ship.outbox.samples("gateway.link.up")).hasSizeBetween(12, 13);
  }

  @Test
  void tooManyPassengersFailTheCheck() {
    ship.passengers = 200;
    ship.run(2);
    assertThat(ship.verdict("passengers")).isEqualTo(Verdict.PASS);
    ship.passengers = 201;
    ship.run(2);
    assertThat(ship.verdict("passengers")).isEqualTo(Verdict.FAIL);
    assertThat(alert(10501).text()).isEqualTo("201 on board, certificate 200");
  }

  @Test
  void anAlarmDoesNotWaitForTheNextSecond() {
    ship.run(15);
    int before = ship.ashore.size();
    int shown = System.identityHashCode(ship.latest);
    assertThat(count(20)).as("nothing changed").isEqualTo(1000);
    assertThat(System.identityHashCode(ship.latest)).isEqualTo(shown);

    count(201);
    assertThat(ship.ashore).hasSize(before + 1);
    assertThat(ship.ashore.get(before).id()).isEqualTo(10501);
    assertThat(alert(10501).text()).isEqualTo("201 on board, certificate 200");
    assertThat(ship.outbox.samples("passengers.onBoard"))
        .last()
        .satisfies(sample -> assertThat(sample.value()).hasValue(201));

    assertThat(count(202)).as("until the next look").isEqualTo(100);
    ship.pass(Duration.ofMillis(99));
    assertThat(ship.lookWhenUrgent()).isOne();
    ship.pass(Duration.ofMillis(1));
    assertThat(ship.lookWhenUrgent()).isEqualTo(1000);
    assertThat(ship.lookWhenUrgent()).isEqualTo(1000);
  }

  private long count(int passengers) {
    ship.hear("counter", "counter.YXXDR", Reading.good(Quantities.PASSENGERS_ON_BOARD, passengers));
    return ship.lookWhenUrgent();
  }

  private AlertMessage alert(int id) {
    return ship.latest.alerts().stream()
        .map(Alert::said)
        .filter(alert -> alert.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private AlertReply acknowledge(int id) {
    return ship.command(
        new AlertCommand(
            id,
            OptionalInt.empty(),
            AlertCommand.Verb.ACKNOWLEDGE,
            AlertCommand.Station.PANEL,
            "2/E",
            OptionalLong.empty()));
  }
}
