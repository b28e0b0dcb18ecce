package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.nmea0183.AlertJoiner.Alert;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alf;

class AlertJoinerTest {

  private final AlertJoiner joiner = new AlertJoiner();

  @Test
  void oneSentenceIsAnAlert() {
    assertThat(joiner.join(alf(1, 1, 0, 192, "LOST TARGET")))
        .contains(new Alert(alf(1, 1, 0, 192, "LOST TARGET"), ""));
  }

  @Test
  void theSecondSentenceDescribesTheFirst() {
    Alf title = alf(2, 1, 3, 10051, "LOG FAIL");
    assertThat(joiner.join(title)).isEmpty();
    assertThat(joiner.join(alf(2, 1, 4, 10052, "OTHER"))).isEmpty();
    assertThat(joiner.join(alf(2, 2, 3, 10051, "Check"))).contains(new Alert(title, "Check"));
    assertThat(joiner.join(alf(2, 2, 3, 10051, "Check"))).isEmpty();
  }

  @Test
  void aTitleSaidAgainStandsAlone() {
    Alf title = alf(2, 1, 3, 10051, "LOG FAIL");
    joiner.join(title);
    assertThat(joiner.join(title)).contains(new Alert(title, ""));
    assertThat(joiner.join(alf(2, 2, 3, 10051, "Check"))).contains(new Alert(title, "Check"));
  }

  @Test
  void theOldestIsPushedOut() {
    for (int i = 0; i < AlertJoiner.MAX_WAITING; i++) {
      assertThat(joiner.join(alf(2, 1, 0, i, "A"))).isEmpty();
    }
    assertThat(joiner.join(alf(2, 1, 0, 99, "A"))).contains(new Alert(alf(2, 1, 0, 0, "A"), ""));
  }

  private static Alf alf(int total, int number, int sequence, int identifier, String text) {
    OptionalInt one = OptionalInt.of(1);
    return new Alf(
        "VD",
        OptionalInt.of(total),
        OptionalInt.of(number),
        OptionalInt.of(sequence),
        Optional.empty(),
        Optional.of('B'),
        Optional.of('W'),
        Optional.of('V'),
        "SAL",
        OptionalInt.of(identifier),
        one,
        one,
        one,
        text);
  }
}
