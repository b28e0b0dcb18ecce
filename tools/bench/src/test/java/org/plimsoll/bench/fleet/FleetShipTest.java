package org.plimsoll.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.Topics;

class FleetShipTest {

  private static final long NOW = 1_780_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final int CHANNELS = 3;

  private final FleetCounts counts = new FleetCounts();
  private final SyntheticShip numbers = new SyntheticShip(7, CHANNELS, 1);
  private final FleetShip ship =
      new FleetShip(numbers, new Topics("plimsoll/v1"), counts, 600, 60_000, NOW);
  private final IntervalSet sent = new IntervalSet();

  @Test
  void herBacklogWaitsForTheFirstReceipt() {
    List<FleetShip.Outgoing> first = ship.connected(Instant.ofEpochMilli(NOW), 0);
    assertThat(first).as("status, table, what she measures now").hasSize(3);
    ship.comesBack();
    assertThat(ship.backlog(0)).isEmpty();
    ship.receipted(receipt(601, 601), SECOND);
    assertThat(only(ship.backlog(0)).first()).isOne();
    assertThat(counts.live()).hasSize(1);
  }

  @Test
  void hasOneBlockOfItsBacklogUnderWayAndLiveOnesBeside() {
    theShoreHasAnswered();
    Block first = only(ship.backlog(0));
    assertThat(first.first()).isOne();
    assertThat(first.last()).isEqualTo(240);
    assertThat(ship.backlog(0)).as("one at a time").isEmpty();
    Block live = only(List.of(ship.live(NOW, SECOND)));
    assertThat(live.first()).as("after the backlog").isEqualTo(601);
    ship.receipted(receipt(601, 601), 4 * SECOND);
    assertThat(counts.live()).extracting(FleetCounts.LiveRow::seconds).containsExactly(3.0);
    assertThat(ship.backlog(0)).isEmpty();
    ship.receipted(receipt(1, 100), 4 * SECOND);
    assertThat(ship.backlog(0)).as("a part of it is not it").isEmpty();
    ship.receipted(receipt(1, 240), 4 * SECOND);
    assertThat(only(ship.backlog(0)).first()).isEqualTo(241);
  }

  @Test
  void everyRowGoesOnceAndThenSheIsDrained() {
    theShoreHasAnswered();
    for (int i = 0; i < 3; i++) {
      Block block = only(ship.backlog(0));
      assertThat(sent.contains(block.range())).isFalse();
      sent.add(block.range());
      assertThat(ship.isCaughtUp()).isFalse();
      ship.receipted(receipt(block.first(), block.last()), SECOND);
    }
    assertThat(sent.ranges()).containsExactly(new Range(1, 600));
    assertThat(counts.readings()).isEqualTo(600 * CHANNELS);
    assertThat(ship.isDrained()).isTrue();
    ship.live(NOW, 0);
    assertThat(ship.isCaughtUp()).isTrue();
    assertThat(ship.isDrained()).isFalse();
  }

  @Test
  void noChannelHasTwoValuesOfOneTime() {
    Block first = only(List.of(ship.live(NOW, 0)));
    Block second = only(List.of(ship.live(NOW, 0)));
    assertThat(times(second)).doesNotContainAnyElementsOf(times(first));
  }

  private static List<Long> times(Block block) {
    return ((Row) block.entries().get(0)).samples().stream().map(Sample::timeMillis).toList();
  }

  @Test
  void onANewConnectionSheHasSomethingNewToSayUntilSheStopsMeasuring() {
    theShoreHasAnswered();
    assertThat(ship.connected(Instant.ofEpochMilli(NOW), SECOND)).hasSize(3);
    ship.receipted(receipt(601, 602), SECOND);
    long readings = counts.readings();
    ship.stopsMeasuring();
    assertThat(ship.connected(Instant.ofEpochMilli(NOW), SECOND)).as("status, table").hasSize(2);
    assertThat(counts.readings()).isEqualTo(readings);
  }

  @Test
  void whatHasNoReceiptGoesAgainAfterLongerAndLongerTimes() {
    Block first = only(List.of(ship.live(NOW, 0)));
    assertThat(secondsOfSendingAgain(first)).containsExactly(15, 45, 105, 225);
    assertThat(counts.repeated()).isEqualTo(4);
    assertThat(ship.connected(Instant.ofEpochMilli(NOW), 0)).as("status, table, block").hasSize(3);
  }

  @Test
  void backlogWaitsLonger() {
    theShoreHasAnswered();
    Block first = only(ship.backlog(0));
    assertThat(secondsOfSendingAgain(first)).containsExactly(60, 180);
  }

  private List<Integer> secondsOfSendingAgain(Block block) {
    List<Integer> again = new ArrayList<>();
    for (int second = 0; second < 300; second++) {
      for (FleetShip.Outgoing outgoing : ship.overdue(second * SECOND)) {
        assertThat(only(List.of(outgoing))).isEqualTo(block);
        again.add(second);
      }
    }
    return again;
  }

  @Test
  void hasNoBacklogBeforeSheHasBeenAway() {
    ship.connected(Instant.ofEpochMilli(NOW), 0);
    assertThat(ship.isAnnounced()).isFalse();
    ship.receipted(receipt(601, 601), SECOND);
    assertThat(ship.isAnnounced()).isTrue();
    assertThat(ship.backlog(0)).isEmpty();
  }

  private void theShoreHasAnswered() {
    ship.comesBack();
    ship.receipted(receipt(9_999, 9_999), 0);
  }

  private ReceiptMessage receipt(long first, long last) {
    return new ReceiptMessage(numbers.table().stream(), List.of(new Range(first, last)));
  }

  private static Block only(List<FleetShip.Outgoing> outgoing) {
    assertThat(outgoing).hasSize(1);
    return ((BlockResult.Good) new BlockCodec().decode(outgoing.get(0).payload())).block();
  }
}
