package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final Instant TIME = Instant.parse("2026-03-01T06:00:00Z");

  private long nanos;

  @Test
  void goesThroughTheWholeComputation() {
    Rehearsal.Played played = Rehearsal.play(ReferenceShipRules.read(), TIME, () -> nanos);

    assertThat(played.seconds()).isEqualTo(Rehearsal.SECONDS);
    assertThat(played.last().surveyed().orElseThrow().quality().isUsable()).isTrue();
    assertThat(played.last().judgements().marks()).isPresent();
    assertThat(played.last().judgements().underKeel()).isPresent();
    assertThat(played.last().cargo().orElseThrow().single())
        .as("cargo measured; survey: %s", played.last().surveyed().orElseThrow().remarks())
        .isPresent();
  }

  @Test
  void endsSoonOnASlowMachine() {
    Rehearsal.Played played =
        Rehearsal.play(ReferenceShipRules.read(), TIME, () -> nanos += 100_000_000);

    assertThat(played.seconds()).isEqualTo(9);
  }
}
