package org.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalSetTest {

  @Test
  void adjacentRangesBecomeOne() {
    IntervalSet set = IntervalSet.of(List.of(new Range(1, 3), new Range(7, 9), new Range(4, 6)));
    assertThat(set.ranges()).containsExactly(new Range(1, 9));
  }

  @Test
  void holesLieBetween() {
    IntervalSet set = IntervalSet.of(List.of(new Range(3, 4), new Range(8, 8)));
    assertThat(set.holes(new Range(1, 10)))
        .containsExactly(new Range(1, 2), new Range(5, 7), new Range(9, 10));
    assertThat(set.holes(new Range(3, 4))).isEmpty();
    assertThat(set.holes(new Range(4, 8))).containsExactly(new Range(5, 7));
  }

  @Test
  void theLargestNumbersDoNotOverflow() {
    long most = Long.MAX_VALUE - 1;
    IntervalSet set = new IntervalSet();
    set.add(new Range(most, most));
    set.add(new Range(most - 2, most - 1));
    assertThat(set.ranges()).containsExactly(new Range(most - 2, most));
  }

  @Test
  void behavesLikeASetOfNumbers() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      IntervalSet set = new IntervalSet();
      BitSet model = new BitSet();
      for (int i = 0; i < 40; i++) {
        int first = 1 + random.nextInt(120);
        int last = first + random.nextInt(8);
        set.add(new Range(first, last));
        model.set(first, last + 1);
        int from = 1 + random.nextInt(120);
        Range asked = new Range(from, from + random.nextInt(10));
        BitSet within = new BitSet();
        within.set((int) asked.first(), (int) asked.last() + 1);
        within.andNot(model);
        assertThat(set.holes(asked)).as("seed %d", seed).isEqualTo(runs(within));
        assertThat(set.contains(asked)).as("seed %d", seed).isEqualTo(within.isEmpty());
        assertThat(set.overlaps(asked))
            .as("seed %d", seed)
            .isEqualTo(within.cardinality() < asked.length());
      }
      assertThat(set.ranges()).as("seed %d", seed).isEqualTo(runs(model));
      assertThat(set.count()).as("seed %d", seed).isEqualTo(model.cardinality());
    }
  }

  private static List<Range> runs(BitSet bits) {
    List<Range> runs = new ArrayList<>();
    for (int first = bits.nextSetBit(0); first >= 0; first = bits.nextSetBit(first)) {
      int after = bits.nextClearBit(first);
      runs.add(new Range(first, after - 1));
      first = after;
    }
    return runs;
  }
}
