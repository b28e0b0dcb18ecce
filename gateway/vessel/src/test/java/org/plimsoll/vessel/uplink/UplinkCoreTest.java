package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.RequestMessage;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.SessionLimits;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.PendingOrder;
import org.plimsoll.vocabulary.Quantities;

class UplinkCoreTest {

  private final UplinkWorld world = new UplinkWorld(1);

  @Test
  void saysWhoItIsThenWhatTheChannelsAreThenSendsBlocks() {
    world.runSeconds(10);
    assertThat(topicLevels().subList(0, 3)).containsExactly("status", "channels", "blocks");
    assertThat(world.broker.taken.get(0).retained()).isTrue();
    assertThat(world.broker.taken.get(1).retained()).isTrue();
    assertThat(world.broker.taken.get(2).retained()).isFalse();
    assertThat(retainedStatus().online()).isTrue();
    assertThat(retainedStatus().stream()).isEqualTo(world.outbox.stream());
    assertThat(world.loop.status().state()).isEqualTo(LinkStatus.State.UP);
  }

  @Test
  void everythingIsReceiptedWhileTheLinkIsGood() {
    world.runSeconds(60);
    world.samplesPerSecond = 0;
    world.runSeconds(5);
    assertThat(world.outbox.counts().isDrained()).isTrue();
    assertThat(world.shore.stored.ranges()).containsExactly(new Range(1, 60));
    assertThat(world.shore.arrivals).as("nothing twice").hasSizeBetween(28, 34);
    assertThat(world.loop.status().blocksInFlight()).isZero();
    assertThat(world.loop.status().lastReceipt()).isPresent();
  }

  @Test
  void aLongerChannelTablePrecedesTheFirstBlockThatNeedsIt() {
    world.runSeconds(5);
    world.outbox.channelId(new ChannelKey("hull.list", "draught"), Quantities.LIST, 100);
    world.runSeconds(5);
    assertThat(topicLevels().stream().filter("channels"::equals)).hasSize(2);
    assertThat(world.shore.arrivals.get(world.shore.arrivals.size() - 1).channelCount())
        .isEqualTo(2);
  }

  @Test
  void theBrokersAnswerIsNoReceipt() {
    world.shore.storeWorks = false;
    world.runSeconds(5);
    world.samplesPerSecond = 0;
    world.runSeconds(120);
    assertThat(world.outbox.counts().acknowledged()).isZero();
    assertThat(world.loop.status().blocksInFlight()).isPositive();
    long sentToFirst = world.shore.arrivals.stream().filter(block -> block.first() == 1).count();
    assertThat(sentToFirst).as("after 15, 30 and 60 s again").isEqualTo(4);
    world.shore.storeWorks = true;
    world.runSeconds(130);
    assertThat(world.outbox.counts().isDrained()).isTrue();
  }

  @Test
  void lostReceiptsOnlyCostARepetition() {
    world.shore.receiptLoss = 0.5;
    world.runSeconds(300);
    world.samplesPerSecond = 0;
    world.shore.receiptLoss = 0;
    world.run(Flights.REFUSED_RETRY.plusSeconds(10));
    assertThat(world.outbox.counts().isDrained()).isTrue();
    assertThat(world.shore.stored.ranges()).containsExactly(new Range(1, 300));
  }

  @Test
  void afterAnOutageTheNewestComesFirstAndTheRestOldestFirst() {
    world.outbox.joinsUpTo = 60;
    world.runSeconds(10);
    world.broker.reachable = false;
    world.broker.breakConnection();
    world.runSeconds(3_600);
    assertThat(world.loop.status().state()).isNotEqualTo(LinkStatus.State.UP);
    assertThat(world.loop.status().detail()).isEqualTo("connection refused");
    assertThat(world.outbox.counts().pendingBlocks()).as("larger blocks").isLessThan(70);
    int before = world.shore.arrivals.size();
    long newest = world.outbox.counts().lastSequence();
    world.broker.reachable = true;
    while (world.shore.arrivals.size() == before) {
      world.run(Duration.ofMillis(100));
    }
    assertThat(world.shore.arrivals.get(before).last()).isGreaterThanOrEqualTo(newest);
    world.runSeconds(60);
    world.samplesPerSecond = 0;
    world.runSeconds(5);
    assertThat(world.outbox.counts().isDrained()).isTrue();
    List<Long> backlog =
        world.shore.arrivals.stream()
            .skip(before + 1)
            .map(block -> block.first())
            .filter(first -> first < newest - 60)
            .toList();
    assertThat(backlog).hasSizeGreaterThan(50).isSorted();
    assertThat(world.loop.status().outages()).isOne();
  }

  @Test
  void liveDataDoesNotWaitBehindTheBacklog() {
    world.outbox.joinsUpTo = 1;
    world.broker.reachable = false;
    for (int i = 0; i < 2_000; i++) {
      world.append(1);
      world.outbox.seal();
    }
    world.runSeconds(1);
    world.broker.reachable = true;
    world.broker.delay(Duration.ofMillis(600), Duration.ZERO);
    world.runSeconds(30);
    assertThat(world.outbox.counts().pendingBlocks()).as("still draining").isGreaterThan(500);
    for (int i = 0; i < 20; i++) {
      world.runSeconds(1);
      long newest = world.outbox.counts().lastSequence();
      assertThat(world.shore.stored.contains(new Range(newest - 6, newest - 6))).isTrue();
    }
  }

  @Test
  void whatWasInFlightOnALostConnectionIsSentAgain() {
    world.runSeconds(5);
    world.broker.answersPublish = false;
    world.shore.storeWorks = false;
    world.runSeconds(5);
    world.broker.breakConnection();
    world.broker.answersPublish = true;
    world.shore.storeWorks = true;
    world.runSeconds(5);
    world.samplesPerSecond = 0;
    world.runSeconds(5);
    assertThat(world.outbox.counts().isDrained()).isTrue();
    assertThat(world.loop.status().outages()).isOne();
    assertThat(world.loop.status().refused()).as("a lost connection refuses nothing").isZero();
  }

  @Test
  void anOutageHasOneBeginning() {
    world.runSeconds(5);
    Instant lost = world.time.instant();
    world.broker.reachable = false;
    world.broker.breakConnection();
    world.runSeconds(100);
    assertThat(world.loop.status().since()).isEqualTo(lost);
  }

  @Test
  void alertsOvertakeTheBacklogAndSurviveTheConnection() {
    world.broker.limits = new SessionLimits(1, Long.MAX_VALUE);
    for (int i = 0; i < 100; i++) {
      world.append(1);
      world.outbox.seal();
    }
    world.runSeconds(3);
    int before = world.broker.taken.size();
    world.loop.addAlert(alert(1));
    world.run(Duration.ofMillis(250));
    assertThat(topicLevels().subList(before, world.broker.taken.size()).indexOf("alerts"))
        .as("behind the one block that was on its way")
        .isBetween(0, 1);

    world.broker.answersPublish = false;
    world.loop.addAlert(alert(2));
    world.loop.addAlert(alert(3));
    world.runSeconds(2);
    assertThat(world.loop.status().alertsWaiting()).isPositive();
    world.broker.answersPublish = true;
    world.broker.breakConnection();
    world.runSeconds(5);
    assertThat(world.loop.status().alertsWaiting()).isZero();
    List<String> alerts = world.shore.alerts;
    assertThat(alerts.subList(alerts.size() - 2, alerts.size()))
        .containsExactly(json(alert(2)), json(alert(3)));
  }

  @Test
  void everyNewConnectionHearsWhichAlertsAreActive() {
    world.runSeconds(3);
    world.loop.addAlert(alert(1));
    world.runSeconds(3);
    assertThat(world.shore.alerts).containsExactly(json(alert(1)));
    world.broker.breakConnection();
    world.runSeconds(10);
    assertThat(world.shore.alerts).containsExactly(json(alert(1)), json(alert(1)));
  }

  @Test
  void tooManyWaitingAlertsLoseTheOldestAndSaySo() {
    world.broker.reachable = false;
    for (int revision = 0; revision < AlertLane.CAPACITY + 3; revision++) {
      world.loop.addAlert(alert(revision));
    }
    assertThat(world.loop.status().alertsDropped()).isEqualTo(3);
    world.broker.reachable = true;
    world.runSeconds(30);
    assertThat(world.shore.alerts.get(0)).isEqualTo(json(alert(3)));
    assertThat(world.shore.alerts).hasSize(AlertLane.CAPACITY);
  }

  @Test
  void aBrokerThatRefusesIsLeftAloneForAWhileAndNothingIsLost() {
    world.broker.reasonFor =
        message -> message.topic().endsWith("blocks") || message.topic().endsWith("log") ? 0x87 : 0;
    world.runSeconds(60);
    assertThat(world.broker.takenOn(world.topics.blocks(UplinkWorld.VESSEL))).isEmpty();
    assertThat(world.broker.attempts).hasSizeBetween(4, 20);
    assertThat(world.loop.status().detail()).contains("refused");
    assertThat(world.outbox.counts().acknowledged()).isZero();
    world.broker.reasonFor = message -> 0;
    world.runSeconds(60);
    world.samplesPerSecond = 0;
    world.runSeconds(10);
    assertThat(world.outbox.counts().isDrained()).isTrue();
  }

  @Test
  void aBlockThatTheBrokerNeverTakesDoesNotHoldUpTheOthers() {
    world.samplesPerSecond = 1;
    world.broker.limits = new SessionLimits(20, 2_000);
    world.append(4_000);
    world.outbox.seal();
    world.runSeconds(30);
    assertThat(world.loop.status().refused()).isOne();
    assertThat(world.outbox.counts().pendingBlocks()).isLessThan(4);
    assertThat(world.outbox.pending(PendingOrder.OLDEST_FIRST, 1).get(0).first()).isOne();
    assertThat(world.loop.status().state()).isEqualTo(LinkStatus.State.UP);
  }

  @Test
  void whatTheShoreAsksForIsSentAgain() {
    world.runSeconds(30);
    int before = world.shore.arrivals.size();
    world.samplesPerSecond = 0;
    world.runSeconds(5);
    world.broker.toShip(
        world.topics.requests(UplinkWorld.VESSEL),
        Messages.toJson(new RequestMessage(world.outbox.stream(), List.of(new Range(3, 6)))));
    world.runSeconds(5);
    assertThat(world.shore.arrivals.subList(before, world.shore.arrivals.size()))
        .anyMatch(block -> block.range().overlaps(new Range(3, 3)))
        .anyMatch(block -> block.range().overlaps(new Range(6, 6)));
    assertThat(world.outbox.counts().isDrained()).isTrue();
  }

  @Test
  void foreignAndBrokenMessagesAreCountedAndBelievedInNothing() {
    world.shore.storeWorks = false;
    world.runSeconds(6);
    Range all = new Range(1, world.outbox.counts().lastSequence());
    StreamId foreign = new StreamId("ffffffffffffffffffffffffffffffff");
    String receipts = world.topics.receipts(UplinkWorld.VESSEL);
    byte[] right = Messages.toJson(new ReceiptMessage(world.outbox.stream(), List.of(all)));
    world.broker.toShip(receipts, Messages.toJson(new ReceiptMessage(foreign, List.of(all))));
    world.broker.toShip(receipts, "{broken".getBytes(StandardCharsets.UTF_8));
    world.broker.toShip(world.topics.receipts(new VesselId("mmsi273123456")), right);
    world.broker.toShip(world.topics.blocks(UplinkWorld.VESSEL), right);
    world.broker.toShip("something/else", right);
    world.runSeconds(1);
    assertThat(world.outbox.counts().acknowledged()).isZero();
    assertThat(world.loop.status().refused()).isEqualTo(5);
    assertThat(world.broker.acknowledgedInbound).as("none comes again").isEqualTo(5);
    assertThat(world.loop.status().state()).isEqualTo(LinkStatus.State.UP);
  }

  @Test
  void attemptsAtALinkThatIsDownBackOffToASecondWithJitter() {
    world.broker.reachable = false;
    world.runSeconds(600);
    assertThat(world.broker.attempts).hasSizeBetween(600, 1_200);
  }

  @Test
  void aRefusedSubscriptionEndsTheConnection() {
    world.broker.subscribeReason = 0x87;
    world.runSeconds(120);
    assertThat(world.loop.status().detail()).startsWith("subscription: ");
    assertThat(world.loop.status().outages()).as("it never was up").isZero();
    assertThat(world.broker.attempts).as("left alone for longer and longer").hasSizeLessThan(12);
    world.broker.subscribeReason = 0;
    world.runSeconds(60);
    assertThat(world.loop.status().state()).isEqualTo(LinkStatus.State.UP);
    assertThat(world.shore.stored.ranges()).hasSize(1);
  }

  @Test
  void anAttemptWithoutAnyAnswerIsGivenUp() {
    world.broker.answersConnect = false;
    world.runSeconds(12);
    assertThat(world.broker.attempts).hasSize(2);
    assertThat(world.loop.status().detail()).contains("no answer");
    world.broker.answersConnect = true;
    world.runSeconds(30);
    assertThat(world.loop.status().state()).isEqualTo(LinkStatus.State.UP);
  }

  @Test
  void aLostShipIsShownAsOfflineByHerWill() {
    world.runSeconds(5);
    world.broker.reachable = false;
    world.broker.breakConnection();
    assertThat(retainedStatus().online()).isFalse();
  }

  @Test
  void anOrderlyEndSaysSo() {
    world.runSeconds(5);
    Instant end = world.time.instant();
    world.loop.shutDown();
    assertThat(retainedStatus().online()).isFalse();
    assertThat(retainedStatus().since()).isEqualTo(end);
  }

  @Test
  void aDrainEndsWithTheLastReceipt() {
    world.runSeconds(10);
    world.samplesPerSecond = 0;
    world.append(3);
    world.shore.storeWorks = false;
    CompletableFuture<Boolean> drained = new CompletableFuture<>();
    world.loop.drain(drained);
    world.runSeconds(10);
    assertThat(drained).isNotDone();
    world.shore.storeWorks = true;
    world.runSeconds(20);
    assertThat(drained).isCompletedWithValue(true);
  }

  @Test
  void urgentReadingsAreSealedAtOnce() {
    world.samplesPerSecond = 0;
    world.run(Duration.ofMillis(4_100));
    world.append(1);
    world.loop.wake();
    world.run(Duration.ofMillis(150));
    assertThat(world.shore.stored.contains(new Range(1, 1))).isTrue();
  }

  private List<String> topicLevels() {
    return world.broker.taken.stream()
        .map(message -> world.topics.kindOf(message.topic()).map(Topics.Kind::level).orElseThrow())
        .toList();
  }

  private StatusMessage retainedStatus() {
    byte[] payload = world.broker.retained.get(world.topics.status(UplinkWorld.VESSEL));
    return ((MessageResult.Good<StatusMessage>) Messages.statusFrom(payload)).message();
  }

  private AlertMessage alert(int revision) {
    return new AlertMessage(
        10502,
        1,
        AlertPriority.ALARM,
        AlertState.ACTIVE_UNACKNOWLEDGED,
        "Cargo limit",
        "1,012 t of 1,000 t",
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        revision);
  }

  private static String json(AlertMessage alert) {
    return new String(Messages.toJson(alert), StandardCharsets.UTF_8);
  }
}
