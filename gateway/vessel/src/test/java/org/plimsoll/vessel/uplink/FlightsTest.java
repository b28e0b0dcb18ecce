package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Topics;

class FlightsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Range POISON = new Range(1, 10);

  private long nowNanos = 5;
  private final Flights flights = new Flights(TIMEOUT, () -> nowNanos);

  private void pass(Duration time) {
    nowNanos += time.toNanos();
  }

  private void sendAndReceipt(long first) {
    flights.sent(new Range(first, first), 100, Topics.Kind.BLOCKS);
    pass(Duration.ofMillis(100));
    flights.receipted(List.of(new Range(first, first)));
  }

  @Test
  void whatIsNotReceiptedIsDueAfterATimeThatDoubles() {
    for (int factor : new int[] {1, 2, 4, 8, 8, 8}) {
      flights.sent(POISON, 100, Topics.Kind.BLOCKS);
      pass(TIMEOUT.multipliedBy(factor).minusNanos(1));
      assertThat(flights.due()).isEmpty();
      pass(Duration.ofNanos(1));
      assertThat(flights.due()).containsExactly(POISON);
    }
    assertThat(flights.inWindow()).as("nobody else is receipted either").isOne();
  }

  /** A fleet has come back at once: receipts take 70 s, and nothing is lost. */
  @Test
  void aSlowShoreIsNotMadeSlower() {
    flights.sent(new Range(1, 1), 100, Topics.Kind.BLOCKS);
    for (int again : new int[] {15, 30}) {
      pass(Duration.ofSeconds(again));
      assertThat(flights.due()).hasSize(1);
      flights.sent(new Range(1, 1), 100, Topics.Kind.BLOCKS);
    }
    pass(Duration.ofSeconds(25));
    flights.receipted(List.of(new Range(1, 1)));
    flights.sent(new Range(2, 2), 100, Topics.Kind.BLOCKS);
    pass(Duration.ofSeconds(140).minusNanos(1));
    assertThat(flights.due()).as("twice the 70 s that the last one took").isEmpty();
    pass(Duration.ofNanos(1));
    assertThat(flights.due()).containsExactly(new Range(2, 2));
  }

  /** A ship's first block of backlog stands behind a thousand others; her live ones do not. */
  @Test
  void backlogHasItsOwnTime() {
    flights.sent(new Range(1, 1), 100, Topics.Kind.BACKLOG);
    pass(TIMEOUT.multipliedBy(Flights.BACKLOG_PATIENCE).minusNanos(1));
    assertThat(flights.due()).isEmpty();
    pass(Duration.ofNanos(1));
    assertThat(flights.due()).hasSize(1);
    pass(Duration.ofMinutes(1));
    flights.receipted(List.of(new Range(1, 1)));
    flights.sent(POISON, 100, Topics.Kind.BLOCKS);
    pass(TIMEOUT);
    assertThat(flights.due()).as("live receipts are quick as ever").containsExactly(POISON);
  }

  @Test
  void liveReceiptsDoNotProveThatABlockOfBacklogIsLeftAside() {
    for (int sending = 0; sending < Flights.SENDINGS; sending++) {
      flights.sent(POISON, 100, Topics.Kind.BACKLOG);
      pass(Duration.ofMillis(1));
      sendAndReceipt(100 + sending);
      pass(TIMEOUT.multipliedBy(8));
    }
    flights.sent(POISON, 100, Topics.Kind.BACKLOG);
    assertThat(flights.inWindow()).isOne();
  }

  @Test
  void whatWasSlowIsForgottenByAndBy() {
    flights.sent(new Range(1, 1), 100, Topics.Kind.BLOCKS);
    pass(Duration.ofHours(1));
    flights.receipted(List.of(new Range(1, 1)));
    for (int first = 2; first <= 40; first++) {
      sendAndReceipt(first);
    }
    flights.sent(POISON, 100, Topics.Kind.BLOCKS);
    pass(TIMEOUT);
    assertThat(flights.due()).containsExactly(POISON);
  }

  @Test
  void whatIsSentAgainGoesWhereItWasSentFirst() {
    flights.sent(new Range(1, 1), 100, Topics.Kind.BLOCKS);
    flights.sent(new Range(2, 2), 100, Topics.Kind.BACKLOG);
    flights.sent(new Range(1, 1), 100, Topics.Kind.BACKLOG);
    assertThat(flights.lane(1)).isEqualTo(Topics.Kind.BLOCKS);
    assertThat(flights.lane(2)).isEqualTo(Topics.Kind.BACKLOG);
    flights.refused(new Range(1, 1));
    assertThat(flights.lane(1)).isEqualTo(Topics.Kind.BLOCKS);
  }

  @Test
  void anotherConnectionIsAnotherLink() {
    flights.sent(new Range(1, 1), 100, Topics.Kind.BLOCKS);
    pass(Duration.ofMinutes(2));
    flights.receipted(List.of(new Range(1, 1)));
    flights.clear();
    flights.sent(POISON, 100, Topics.Kind.BLOCKS);
    pass(TIMEOUT);
    assertThat(flights.due()).containsExactly(POISON);
  }

  @Test
  void whatTheShoreLeavesAsideWhileItReceiptsOthersMakesRoomForThem() {
    for (int sending = 0; sending < Flights.SENDINGS; sending++) {
      flights.sent(POISON, 100, Topics.Kind.BLOCKS);
      assertThat(flights.inWindow()).isOne();
      pass(Duration.ofMillis(1));
      sendAndReceipt(100 + sending);
      pass(TIMEOUT.multipliedBy(8));
    }
    flights.sent(POISON, 100, Topics.Kind.BLOCKS);
    assertThat(flights.inWindow()).isZero();
    assertThat(flights.holds(1)).as("it is not backlog either").isTrue();
    pass(Flights.REFUSED_RETRY.minusNanos(1));
    assertThat(flights.due()).isEmpty();
    pass(Duration.ofNanos(1));
    assertThat(flights.due()).containsExactly(POISON);
    flights.sent(POISON, 100, Topics.Kind.BLOCKS);
    assertThat(flights.inWindow()).isZero();
    flights.receipted(List.of(POISON));
    assertThat(flights.size()).isZero();
  }

  @Test
  void aReceiptForWhatWasSentBeforeItProvesNothing() {
    flights.sent(new Range(100, 100), 100, Topics.Kind.BLOCKS);
    pass(Duration.ofMillis(1));
    for (int sending = 0; sending < Flights.SENDINGS; sending++) {
      flights.sent(POISON, 100, Topics.Kind.BLOCKS);
      pass(TIMEOUT.multipliedBy(8));
    }
    flights.receipted(List.of(new Range(100, 100)));
    flights.sent(POISON, 100, Topics.Kind.BLOCKS);
    assertThat(flights.inWindow()).isOne();
  }

  @Test
  void theBacklogWaitsUntilTheShoreHasAnswered() {
    assertThat(flights.haveRoom()).as("nothing is there to be answered").isTrue();
    flights.sent(new Range(9, 9), 100, Topics.Kind.BLOCKS);
    assertThat(flights.haveRoom()).isFalse();
    flights.receipted(List.of(new Range(9, 9)));
    assertThat(flights.haveRoom()).isTrue();
    flights.sent(new Range(10, 10), 100, Topics.Kind.BLOCKS);
    assertThat(flights.haveRoom()).as("once is enough").isTrue();
    flights.clear();
    flights.sent(new Range(10, 10), 100, Topics.Kind.BLOCKS);
    assertThat(flights.haveRoom()).as("another connection, perhaps another broker").isFalse();
  }

  @Test
  void aNewestBlockThatIsLeftAsideDoesNotHoldTheBacklogForEver() {
    flights.sent(POISON, 100, Topics.Kind.BLOCKS);
    pass(TIMEOUT.multipliedBy(Flights.BACKLOG_PATIENCE).minusNanos(1));
    assertThat(flights.haveRoom()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(flights.haveRoom()).isTrue();
  }

  @Test
  void theBacklogGetsTheRoomThatReceiptsComeIn() {
    assertThat(flights.haveRoom()).isTrue();
    flights.sent(new Range(1, 1), (int) Pace.LEAST_BYTES, Topics.Kind.BACKLOG);
    assertThat(flights.haveRoom()).isFalse();
    pass(Duration.ofSeconds(1));
    flights.receipted(List.of(new Range(1, 1)));
    flights.sent(new Range(2, 2), (int) Pace.LEAST_BYTES, Topics.Kind.BACKLOG);
    assertThat(flights.haveRoom()).as("more after a quick receipt").isTrue();
    flights.sent(new Range(3, 3), (int) Pace.LEAST_BYTES, Topics.Kind.BACKLOG);
    assertThat(flights.haveRoom()).isFalse();
    flights.clear();
    flights.sent(new Range(2, 2), (int) Pace.LEAST_BYTES, Topics.Kind.BACKLOG);
    assertThat(flights.haveRoom()).as("another connection begins with the least").isFalse();
  }
}
