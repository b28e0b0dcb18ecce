package org.plimsoll.shore.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plimsoll.shore.port.CallChoice.Open;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

class CallChoiceTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  @Test
  void theCallThatSheIsAtGoesBeforeTheOneThatExpectsHer() {
    Open here = call(1, Optional.empty(), true, false);
    Open next = call(2, Optional.of(NOON), false, false);
    assertThat(choice(next, here)).contains(here);
  }

  @Test
  void theNearestExpectationTakesAnArrival() {
    Open tomorrow = call(1, Optional.of(NOON.plusSeconds(86_400)), false, false);
    Open today = call(2, Optional.of(NOON.minusSeconds(3_600)), false, false);
    Open vague = call(0, Optional.empty(), false, false);
    assertThat(choice(tomorrow, today, vague)).contains(today);
    assertThat(choice(vague, call(9, Optional.empty(), false, false))).contains(vague);
  }

  @Test
  void aCallThatSheHasLeftTakesNothingMore() {
    assertThat(choice(call(1, Optional.of(NOON), true, true))).isEmpty();
    assertThat(choice()).isEmpty();
  }

  private static Optional<Open> choice(Open... calls) {
    Crossing crossing =
        new Crossing(
            new VesselId("imo9876543"),
            "RUVVO",
            Timestamp.Location.PORT,
            "Vladivostok",
            Optional.empty(),
            Timestamp.Event.ARRIVAL,
            NOON,
            NOON,
            DataOrigin.LIVE);
    return CallChoice.of(List.of(calls), crossing);
  }

  private static Open call(int number, Optional<Instant> expected, boolean here, boolean left) {
    return new Open(new UUID(0, number), number, expected, here, left);
  }
}
