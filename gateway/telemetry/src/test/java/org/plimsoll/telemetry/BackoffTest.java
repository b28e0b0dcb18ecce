package org.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Backoff backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));

  @Test
  void doublesUpToTheLongestAndIsCutByHalfAtMost() {
    Duration whole = FIRST;
    for (int failure = 0; failure < 20; failure++) {
      assertThat(backoff.next()).isBetween(whole.dividedBy(2), whole);
      whole = whole.multipliedBy(2).compareTo(LONGEST) < 0 ? whole.multipliedBy(2) : LONGEST;
    }
    backoff.reset();
    assertThat(backoff.next()).isBetween(FIRST.dividedBy(2), FIRST);
  }

  @Test
  void aShorterLimitHoldsForThisTime() {
    for (int failure = 0; failure < 10; failure++) {
      backoff.next();
    }
    assertThat(backoff.next(Duration.ofSeconds(4)))
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(backoff.next())
        .as("goes on from there")
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
  }

  @Test
  void aFleetIsNotInStep() {
    Backoff other = new Backoff(FIRST, LONGEST, new SplittableRandom(2));
    assertThat(backoff.next()).isNotEqualTo(other.next());
  }

  @Test
  void waitsThatShrinkAreADefect() {
    assertThatThrownBy(() -> new Backoff(LONGEST, FIRST, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
