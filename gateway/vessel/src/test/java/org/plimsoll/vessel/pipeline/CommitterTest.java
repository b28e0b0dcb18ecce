package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.plimsoll.vessel.clock.LastKnown;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

class CommitterTest {

  private static final long START = 1_780_000_000_000L;

  private final OutboxFake outbox = new OutboxFake();
  private final Committer committer = new Committer(outbox);
  private final Held trim = new Held(new ChannelKey("hull.trim", "test"), Quantities.TRIM, "test");

  /** The power may go between two groups that waited for a full disk; see simulation 31944. */
  @Test
  void everyGroupSaysHowFarTheClockWas() {
    outbox.diskFull = true;
    for (int second = 0; second < 5; second++) {
      hear(second < 3 ? 1 : 2, START + second * 1_000L);
    }
    outbox.diskFull = false;
    committer.remember("tally", "12");
    committer.commit(new Stamp(START + 5_000, 2));
    assertThat(outbox.groups).hasSize(5);
    for (CommitGroup group : outbox.groups) {
      LastKnown known = LastKnown.from(group.memory());
      assertThat(known.clockEpoch()).hasValue(group.clockEpoch());
      assertThat(known.epochMillis().orElseThrow())
          .isGreaterThanOrEqualTo(group.samples().get(0).timeMillis());
      assertThat(group.memory().containsKey("tally")).isEqualTo(group == outbox.groups.get(4));
    }
  }

  private void hear(int epoch, long timeMillis) {
    committer.add(epoch, trim, timeMillis, Quality.GOOD, OptionalLong.of(timeMillis % 1_000));
    committer.commit(new Stamp(timeMillis, epoch));
  }
}
