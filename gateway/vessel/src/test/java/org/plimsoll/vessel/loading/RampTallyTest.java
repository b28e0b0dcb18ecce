package org.plimsoll.vessel.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.vessel.cargo.UnitLedger;
import org.plimsoll.vessel.loading.RampTally.Direction;

class RampTallyTest {

  /**
   * A run of weights: {@code s} stable, {@code m} moving, kilograms; {@code +} aboard, {@code -}
   * ashore, {@code ?} unknown direction.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "one lorry,                '+ s0 m9000 s24260 s24260 m9000 s0',         24260, 1, 0",
    "two lorries,              '+ s24000 s0 s16000 s0',                     40000, 2, 0",
    "the last stable counts,   '+ s12000 m20000 s24000 s24020 s10',         24020, 1, 0",
    "never stable,             '+ m12000 m24000 m12000 s0',                     0, 0, 0",
    "overload taken off,       '+ s24000 s0 - s24000 s0',                       0, 2, 0",
    "more off than on,         '- s24000 s0',                              -24000, 1, 0",
    "still on the bridge,      '+ s24000 s24000',                               0, 0, 0",
    "a crowd is no vehicle,    '+ s480 s0',                                     0, 0, 0",
    "not quite empty,          '+ s24000 s250 s16000 s150',                 16000, 1, 0",
    "direction unknown,        '? s24000 s0',                                   0, 0, 1",
    "direction known late,     '? s24000 + s24000 s0',                      24000, 1, 0",
    "known when it rolls off,  '? s24000 + s0',                             24000, 1, 0",
    "direction lost on bridge, '+ s24000 ? s24000 s0',                      24000, 1, 0",
    "turned between vehicles,  '+ s24000 s0 - s1000 s0 + s2000 s0',         25000, 3, 0",
  })
  void weighingsAreSummedUp(String name, String run, double total, long weighings, long lost) {
    RampTally tally = new RampTally(new UnitLedger(List.of()));
    weigh(tally, run);
    assertThat(tally.totalKilograms()).isEqualTo(total);
    assertThat(tally.weighings()).isEqualTo(weighings);
    assertThat(tally.unassigned()).isEqualTo(lost);
  }

  /** As above, and {@code p} papers in kilograms, {@code g} papers gone. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "weighed,                    '+ p24000 m9000 s24260 s0 g0',            ''",
    "gone while on the bridge,   '+ p24000 s24260 g0 s0',                  ''",
    "never on the bridge,        '+ p24000 s0 g0',                         24000",
    "the bridge says nothing,    '+ p24000 g0 p9000 g0',                   24000 9000",
    "never stable,               '+ p24000 m9000 m24000 m0 g0',            24000",
    "one of two,                 '+ p24000 s24260 s0 g0 p16000 s0 g0',     16000",
    "direction unknown,          '? p24000 g0',                            24000",
    "ashore nobody declares,     '- p24000 g0',                            ''",
    "no papers,                  '+ g0 s24260 s0 g0 g0',                   ''",
    "scanned twice,              '+ p24000 p24500 g0 g0',                  24500",
  })
  void aUnitWithPapersAndNoWeighingIsTold(String name, String run, String unweighed) {
    List<String> told = new ArrayList<>();
    RampTally tally = new RampTally(new Unweighed(told));
    weigh(tally, run);
    assertThat(String.join(" ", told)).isEqualTo(unweighed);
  }

  private record Unweighed(List<String> told) implements RampTally.Weighings {

    @Override
    public void board(double weighed, OptionalDouble declared, OptionalDouble position) {}

    @Override
    public void unweighed(double declaredKilograms, OptionalDouble position) {
      told.add(Long.toString(Math.round(declaredKilograms)));
    }

    @Override
    public void land(double kilograms) {}

    @Override
    public void unassigned() {}
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4", "5", "6", "7", "8"})
  void aRestartAnywhereChangesNothing(int at) {
    String[] run = "+ m9000 s24260 m8000 s0 s31000 s31000 - s24260 s0".split(" ");
    RampTally whole = new RampTally(new UnitLedger(List.of()));
    weigh(whole, String.join(" ", run));
    RampTally before = new RampTally(new UnitLedger(List.of()));
    weigh(before, String.join(" ", Arrays.copyOfRange(run, 0, at + 1)));
    RampTally after = new RampTally(new UnitLedger(List.of()));
    assertThat(after.restore(before.memory())).isTrue();
    String direction = at < 7 ? "+ " : "- ";
    weigh(after, direction + String.join(" ", Arrays.copyOfRange(run, at + 1, run.length)));
    assertThat(after.memory()).isEqualTo(whole.memory());
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "1;2",
    "2;0;0;0;0;ABOARD",
    "1;x;0;0;0;ABOARD",
    "1;0;0;0;0;UP",
    "1;NaN;0;0;0;UNKNOWN",
    "2;0;0;0;0;ABOARD;-;-",
    "3;0;0;0;0;ABOARD;-",
    "3;0;0;0;0;ABOARD;-;x",
    "4;0;0;0;0;ABOARD;-;-"
  })
  void whatCannotBeReadIsRefused(String memory) {
    RampTally tally = new RampTally(new UnitLedger(List.of()));
    assertThat(tally.restore(memory)).isFalse();
    assertThat(tally.weighings()).isZero();
  }

  @Test
  void thereIsSomethingToRememberOnlyWhenSomethingChanged() {
    RampTally tally = new RampTally(new UnitLedger(List.of()));
    assertThat(tally.weight(0, true, Direction.ABOARD)).isFalse();
    assertThat(tally.weight(24_000, true, Direction.ABOARD)).isTrue();
    assertThat(tally.weight(24_000, true, Direction.ABOARD)).isFalse();
    assertThat(tally.weight(9_000, false, Direction.ABOARD)).isFalse();
    assertThat(tally.weight(0, true, Direction.ABOARD)).isTrue();
    assertThat(tally.weight(0, true, Direction.ABOARD)).isFalse();
  }

  private static void weigh(RampTally tally, String run) {
    Direction direction = Direction.UNKNOWN;
    for (String word : run.trim().split(" ")) {
      switch (word) {
        case "+" -> direction = Direction.of(OptionalDouble.of(1));
        case "-" -> direction = Direction.of(OptionalDouble.of(-1));
        case "?" -> direction = Direction.of(OptionalDouble.empty());
        default -> {
          double kilograms = Double.parseDouble(word.substring(1));
          switch (word.charAt(0)) {
            case 'p' -> tally.declared(kilograms);
            case 'g' -> tally.papersGone(direction);
            default -> tally.weight(kilograms, word.charAt(0) == 's', direction);
          }
        }
      }
    }
  }
}
