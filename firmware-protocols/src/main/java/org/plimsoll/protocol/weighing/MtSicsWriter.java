package org.plimsoll.protocol.weighing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.plimsoll.protocol.weighing.Weight.Motion;

/** Says what an MT-SICS indicator would, for simulators. */
public final class MtSicsWriter {

  private static final int VALUE_PLACES = 10;

  private MtSicsWriter() {}

  /**
   * The reply to S, SI or SIR, with CR LF.
   *
   * @param decimals of the value in kilograms, 0 to 6
   */
  public static byte[] reply(Weight weight, int decimals) {
    return (replyText(weight, decimals) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The reply to a command that the indicator does not know, with CR LF. */
  public static byte[] syntaxError() {
    return "ES\r\n".getBytes(StandardCharsets.US_ASCII);
  }

  private static String replyText(Weight weight, int decimals) {
    return switch (weight.condition()) {
      case OK -> {
        String value =
            BigDecimal.valueOf(weight.massKilograms().orElseThrow())
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        yield "S "
            + (weight.motion() == Motion.STABLE ? 'S' : 'D')
            + ' '
            + " ".repeat(Math.max(0, VALUE_PLACES - value.length()))
            + value
            + " kg";
      }
      case OVERLOAD -> "S +";
      case UNDERLOAD -> "S -";
      case NOT_EXECUTABLE -> "S I";
      case FAULT -> "S S Error 10b";
    };
  }
}
