package org.plimsoll.shore.port.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.port.Timestamp;

class PresenceTest {

  private static final long DWELL = 60_000;

  /**
   * One letter is one fix every ten seconds: {@code o} outside, {@code i} inside, {@code b}
   * between, {@code .} a minute of silence more, {@code _} an eleven minutes' silence. A crossing
   * reads: what, second of the first fix on the new side, second of the last one on the old.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an approach,                     oooooooobbiiiiiiii,        A100<70",
    "not long enough,                 ooooooooiiiiii,            ''",
    "exactly the dwell,               ooooooooiiiiiii,           A80<70",
    "a graze of the edge,             oooooooobibibioooo,        ''",
    "a jump of the receiver,          ooooooooioooooooo,         ''",
    "a jump away from the berth,      iiiiiiiioiiiiiii,          ''",
    "jumps that follow each other,    ooooooooioioioioioio,      ''",
    "arrival and departure,           ooooooooiiiiiiiioooooooo,  A80<70 D160<150",
    "inside from the first,           iiiiiiiiiiii,              ''",
    "inside first and then away,      iiiiiiiioooooooo,          D80<70",
    "outside not for long enough,     oooooiiiiiiiiii,           ''",
    "two fixes with silence between,  oooooooo.i.i,              ''",
    "three with silence between,      oooooooo.i.i.i,            A140<70",
    "the dwell begins again,          ooooooooiiii_iiiiii,       ''",
    "and then it counts,              ooooooooiiii_iiiiiii,      A780<70",
    "long silence and then inside,    oooooooo_iiiiiii,          A740<70",
    "between says nothing,            bbbbbbbbbbbbbbbb,          ''",
    "held up on the edge,             oooooooobbbbbbbiiiiiii,    A150<70",
  })
  void whatFixesMake(String what, String fixes, String crossings) {
    assertThat(String.join(" ", walk(Presence.UNKNOWN, fixes))).as(what).isEqualTo(crossings);
  }

  @Test
  void aRestartRepeatsNothing() {
    Presence inside = Presence.after(Timestamp.Event.ARRIVAL, 0);
    assertThat(walk(inside, "iiiiiiiiii")).isEmpty();
    assertThat(walk(inside, "oooooooo")).containsExactly("D0<0");
    Presence outside = Presence.after(Timestamp.Event.DEPARTURE, 0);
    assertThat(walk(outside, "oooooooo")).isEmpty();
    assertThat(walk(outside, ".iiiiiiii")).containsExactly("A60<0");
  }

  private static List<String> walk(Presence from, String fixes) {
    List<String> crossings = new ArrayList<>();
    Presence presence = from;
    long time = 0;
    for (char fix : fixes.toCharArray()) {
      if (fix == '.' || fix == '_') {
        time += fix == '.' ? 60_000 : Duration.ofMinutes(11).toMillis();
        continue;
      }
      Fence.Side side =
          switch (fix) {
            case 'i' -> Fence.Side.INSIDE;
            case 'o' -> Fence.Side.OUTSIDE;
            default -> Fence.Side.BETWEEN;
          };
      Presence.Step step = presence.at(time, side, DWELL);
      presence = step.next();
      step.passage().map(PresenceTest::words).ifPresent(crossings::add);
      time += 10_000;
    }
    return crossings;
  }

  private static String words(Presence.Passage passage) {
    String event = passage.event() == Timestamp.Event.ARRIVAL ? "A" : "D";
    return event + passage.timeMillis() / 1000 + "<" + passage.earliestMillis() / 1000;
  }
}
