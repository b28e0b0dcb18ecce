package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // what,              accepted, acked, pending, gaps, rows, identities, lost, surplus, complete
    "all ashore,               100,   100,       0,    0,  100,        100,    0,       0, true",
    "gaps recorded,            100,    90,       0,   10,   90,         90,    0,       0, true",
    "one lost,                 100,   100,       0,    0,   99,         99,    1,       0, false",
    "one doubled,              100,   100,       0,    0,  101,        100,    0,       1, false",
    "one from nowhere,         100,   100,       0,    0,  101,        101,    0,       1, false",
    "one lost one doubled,     100,   100,       0,    0,  100,         99,    1,       1, false",
    "still waiting,            100,    90,      10,    0,   90,         90,    0,       0, false",
    "stored not receipted,     100,    90,      10,    0,  100,        100,    0,       0, false",
    "nothing at all,             0,     0,       0,    0,    0,          0,    0,       0, false",
  })
  void judges(
      String what,
      long accepted,
      long acknowledged,
      long pending,
      long gaps,
      long rows,
      long identities,
      long lost,
      long surplus,
      boolean complete) {
    Tally tally = new Tally(accepted, acknowledged, pending, gaps, rows, identities);
    assertThat(tally.lost()).isEqualTo(lost);
    assertThat(tally.surplus()).isEqualTo(surplus);
    assertThat(tally.isComplete()).isEqualTo(complete);
  }
}
