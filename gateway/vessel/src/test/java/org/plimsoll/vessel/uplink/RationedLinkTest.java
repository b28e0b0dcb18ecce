package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.vessel.budget.Budget;
import org.plimsoll.vessel.budget.Cron;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.budget.Rations;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.budget.Windows;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.MinuteChannels;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** Windows and budgets; every world begins on 1 May at noon. */
@Tag("slow")
class RationedLinkTest {

  private static final long DAY_BYTES = 1_000_000;

  /** From 12:10 to 12:15. */
  private static final Rations FIVE_MINUTES =
      new Rations(
          Budget.UNLIMITED,
          new Windows(
              List.of(
                  new Windows.Window(
                      Cron.parse("10 12 * * *", why -> {}).orElseThrow(), Duration.ofMinutes(5))),
              AlertPriority.ALARM));

  private static final Rations SMALL_BUDGET =
      new Rations(
          new Budget(OptionalLong.of(DAY_BYTES), OptionalLong.empty(), Optional.empty()),
          Windows.NONE);

  @Test
  void outsideOfWindowsThereIsNoLink() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.runSeconds(599);
    assertThat(world.broker.attempts).isEmpty();
    LinkStatus status = world.loop.status();
    assertThat(status.state()).isEqualTo(LinkStatus.State.DOWN);
    assertThat(status.detail()).isEqualTo("waiting for the window at 12:10 UTC");
    assertThat(status.spending().resting()).isTrue();
    assertThat(status.spending().nextWindow()).contains(Instant.parse("2026-05-01T12:10:00Z"));
    assertAddsUp(world);
  }

  @Test
  void aWindowOpensAndClosesTheLinkInAnOrderlyWay() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.runSeconds(601);
    assertThat(world.loop.status().state()).isEqualTo(LinkStatus.State.UP);
    assertThat(world.loop.status().spending().resting()).isFalse();
    assertThat(world.shore.arrivals.get(0).last()).as("the newest first").isBetween(599L, 601L);
    world.runSeconds(298);
    assertThat(world.outbox.counts().pending()).as("live").isLessThan(30);
    assertThat(status(world).online()).isTrue();
    world.runSeconds(Gate.LINGER.toSeconds() + 2);
    assertThat(world.broker.isConnected()).isFalse();
    assertThat(status(world).online()).isFalse();
    LinkStatus after = world.loop.status();
    assertThat(after.detail()).isEqualTo("waiting for the window at 12:10 UTC");
    assertThat(after.outages()).as("nothing failed").isZero();
    int arrived = world.shore.arrivals.size();
    world.runSeconds(3_600);
    assertThat(world.broker.attempts).hasSize(1);
    assertThat(world.shore.arrivals).hasSize(arrived);
    assertAddsUp(world);
    world.samplesPerSecond = 0;
    world.run(Duration.ofMinutes(22 * 60 + 56));
    assertThat(world.outbox.counts().isDrained()).as("in the next window").isTrue();
  }

  @Test
  void receiptsOfTheLastBlocksAreAwaited() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.broker.delay(Duration.ofSeconds(3), Duration.ZERO);
    world.runSeconds(930);
    assertThat(world.broker.isConnected()).isFalse();
    long sealedInWindow = world.shore.stored.ranges().get(0).last();
    assertThat(world.outbox.counts().acknowledged()).isEqualTo(5 * sealedInWindow);
  }

  @Test
  void anAlarmOpensTheLinkAndNothingElseGoes() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.runSeconds(60);
    world.loop.addAlert(alert(AlertPriority.WARNING, 1));
    world.runSeconds(10);
    assertThat(world.broker.attempts).isEmpty();
    world.loop.addAlert(alert(AlertPriority.ALARM, 2));
    world.runSeconds(2);
    assertThat(world.shore.alerts).hasSize(2).last().asString().contains("\"ALARM\"");
    world.runSeconds(Gate.LINGER.toSeconds() + 5);
    assertThat(world.broker.isConnected()).isFalse();
    assertThat(topics(world)).containsOnly("status", "alerts");
    assertThat(world.outbox.counts().acknowledged()).isZero();
    world.runSeconds(300);
    assertThat(world.broker.attempts).hasSize(1);
  }

  @Test
  void anAlarmThatNobodyTakesIsTriedUntilSomebodyDoes() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.broker.reachable = false;
    world.loop.addAlert(alert(AlertPriority.EMERGENCY_ALARM, 1));
    world.runSeconds(60);
    assertThat(world.broker.attempts).hasSizeGreaterThan(20);
    world.broker.reachable = true;
    world.runSeconds(5);
    assertThat(world.shore.alerts).hasSize(1);
  }

  @Test
  void aWindowThatOpensUnderAnAlarmBringsTheNewestBlockFirst() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.runSeconds(595);
    world.loop.addAlert(alert(AlertPriority.ALARM, 1));
    world.runSeconds(7);
    assertThat(world.broker.attempts).hasSize(1);
    assertThat(world.shore.arrivals.get(0).last()).isBetween(598L, 602L);
    assertThat(topics(world)).startsWith("status", "alerts", "channels", "blocks");
  }

  @Test
  void aFailingWindowIsAnOutageAfterAWhile() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.broker.reachable = false;
    world.run(Duration.ofSeconds(600).plus(Gate.OPENING).minusSeconds(5));
    assertThat(world.loop.status().spending().resting()).isTrue();
    world.runSeconds(10);
    assertThat(world.loop.status().spending().resting()).isFalse();
  }

  @Test
  void aDrainOutsideOfWindowsDoesNotWait() {
    UplinkWorld world = new UplinkWorld(1, FIVE_MINUTES);
    world.runSeconds(5);
    CompletableFuture<Boolean> drained = new CompletableFuture<>();
    world.loop.drain(drained);
    world.runSeconds(1);
    assertThat(drained).isCompletedWithValue(false);
  }

  @Test
  void theBacklogWaitsAndLiveReadingsGoInLargeBlocksWhileTheForecastIsAboveTheBudget() {
    UplinkWorld world = new UplinkWorld(1, SMALL_BUDGET);
    world.outbox.joinsUpTo = 1;
    for (int i = 0; i < 50; i++) {
      world.append(5);
      world.outbox.seal();
    }
    spendBefore(world, "2026-05-01:490000");
    assertThat(world.loop.status().spending().level()).isEqualTo(Level.THIN);
    world.runSeconds(300);
    assertThat(world.outbox.counts().pendingBlocks()).isGreaterThanOrEqualTo(49);
    assertThat(world.shore.arrivals).hasSizeBetween(5, 7);
    assertThat(world.shore.arrivals.get(3).readings() / 5).isBetween(55L, 65L);
    assertAddsUp(world);
    world.samplesPerSecond = 0;
    world.time.pass(Duration.ofHours(4));
    world.runSeconds(30);
    assertThat(world.loop.status().spending().level()).isEqualTo(Level.FULL);
    assertThat(world.outbox.counts().pendingBlocks()).isLessThan(5);
  }

  @Test
  void farAboveTheBudgetTheStatisticsGoAndTheReadingsWait() {
    UplinkWorld world = new UplinkWorld(1, SMALL_BUDGET);
    world.outbox.joinsUpTo = 1;
    int mean =
        world.outbox.channelId(
            new ChannelKey("hull.trim.minuteMean", "draught"),
            MinuteChannels.mean(Quantities.TRIM),
            100);
    spendBefore(world, "2026-05-01:600000");
    assertThat(world.loop.status().spending().level()).isEqualTo(Level.STATISTICS);
    for (int minute = 0; minute < 10; minute++) {
      world.shore.receiptLoss = minute < 8 ? 0.5 : 0;
      world.runSeconds(60);
      world.outbox.append(CommitGroup.of(1, List.of(sample(mean, world.time.millis()))));
    }
    world.samplesPerSecond = 0;
    world.runSeconds(700);
    assertThat(world.shore.arrivals)
        .hasSizeBetween(11, 40)
        .allSatisfy(
            block -> {
              assertThat(block.readings()).isOne();
              assertThat(((Row) block.entries().get(0)).samples().get(0).channel()).isEqualTo(mean);
            });
    assertThat(world.outbox.counts().acknowledged()).isEqualTo(10);
    assertThat(world.outbox.counts().pending()).isGreaterThan(2_900);
    assertAddsUp(world);
    world.time.pass(Duration.ofHours(9));
    world.runSeconds(60);
    assertThat(world.outbox.counts().isDrained()).as("within the budget again").isTrue();
    assertThat(world.shore.stored.ranges()).hasSize(1);
  }

  private static Sample sample(int channel, long timeMillis) {
    return new Sample(channel, timeMillis, Quality.GOOD, OptionalLong.of(7));
  }

  @Test
  void aSpentBudgetLeavesAlertsAndTheNextDayBringsTheRest() {
    UplinkWorld world = new UplinkWorld(1, SMALL_BUDGET);
    world.time.set(Instant.parse("2026-05-01T23:40:00Z"));
    world.samplesPerSecond = 50;
    spendBefore(world, "2026-05-01:930000");
    for (int second = 0; second < 600; second += 10) {
      world.runSeconds(10);
      assertAddsUp(world);
    }
    Spending spent = world.loop.status().spending();
    assertThat(spent.level()).isEqualTo(Level.ALERTS_ONLY);
    assertThat(spent.day().bytes()).isBetween(DAY_BYTES * 95 / 100, DAY_BYTES);
    int arrived = world.shore.arrivals.size();
    assertThat(arrived).isPositive();
    world.loop.addAlert(alert(AlertPriority.CAUTION, 1));
    world.run(Duration.ofMinutes(9));
    assertThat(world.shore.arrivals).hasSize(arrived);
    assertThat(world.shore.alerts).hasSize(1);
    assertThat(world.loop.status().state()).isEqualTo(LinkStatus.State.UP);
    assertThat(world.loop.status().spending().day().bytes())
        .as("alerts and the connection itself are counted all the same")
        .isGreaterThan(spent.day().bytes());
    assertThat(world.outbox.counts().pending()).isPositive();
    assertAddsUp(world);

    world.time.pass(Duration.between(world.time.instant(), Instant.parse("2026-05-02T00:00:00Z")));
    world.samplesPerSecond = 0;
    for (int hour = 0; hour < 23 && !world.outbox.counts().isDrained(); hour++) {
      world.run(Duration.ofHours(1));
    }
    assertThat(world.outbox.counts().isDrained()).isTrue();
    assertThat(world.loop.status().spending().day().bytes()).isLessThan(DAY_BYTES);
  }

  @Test
  void aRestartGoesOnWithWhatWasSpent() {
    UplinkWorld world = new UplinkWorld(1, SMALL_BUDGET);
    world.runSeconds(60);
    long before = world.loop.status().spending().day().bytes();
    assertThat(before).isGreaterThan(1_000);
    world.remember();
    world.restart(SMALL_BUDGET);
    assertThat(world.loop.status().spending().day().bytes()).isEqualTo(before);
    world.runSeconds(60);
    assertThat(world.loop.status().spending().month().bytes()).isGreaterThan(before + 1_000);
  }

  @Test
  void theBytesThatAreCountedAreThoseOfThePayloadsAndTheirEnvelopes() {
    UplinkWorld world = new UplinkWorld(1, SMALL_BUDGET);
    world.runSeconds(60);
    LinkStatus status = world.loop.status();
    long payloads =
        world.broker.taken.stream().mapToLong(message -> message.payload().length).sum();
    assertThat(status.bytesSent()).isEqualTo(payloads);
    long messages = world.broker.taken.size() * 2L;
    assertThat(status.spending().day().bytes())
        .isBetween(payloads + messages * 100, payloads + messages * 300 + 1_000);
  }

  private static void spendBefore(UplinkWorld world, String memory) {
    world.outbox.append(new CommitGroup(1, List.of(), Map.of(Spending.MEMORY, memory)));
    world.restart(SMALL_BUDGET);
  }

  private static void assertAddsUp(UplinkWorld world) {
    OutboxCounts counts = world.outbox.counts();
    assertThat(counts.accepted())
        .isEqualTo(counts.acknowledged() + counts.gapRecorded() + counts.pending());
    assertThat(counts.gapRecorded()).as("nothing is let go for want of bytes").isZero();
  }

  private static List<String> topics(UplinkWorld world) {
    return world.broker.taken.stream()
        .map(message -> world.topics.kindOf(message.topic()).map(Topics.Kind::level).orElseThrow())
        .toList();
  }

  private static StatusMessage status(UplinkWorld world) {
    byte[] payload = world.broker.retained.get(world.topics.status(UplinkWorld.VESSEL));
    return ((MessageResult.Good<StatusMessage>) Messages.statusFrom(payload)).message();
  }

  private static AlertMessage alert(AlertPriority priority, int revision) {
    return new AlertMessage(
        10500 + priority.ordinal(),
        1,
        priority,
        AlertState.ACTIVE_UNACKNOWLEDGED,
        "title",
        "text",
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        revision);
  }
}
