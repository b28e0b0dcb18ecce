package org.plimsoll.protocol.weighing;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/** Says what a Toledo indicator in kilograms would, for simulators. */
public final class ToledoContinuousWriter {

  private static final int MAX_SHOWN = 999_999;

  private final ToledoChecksum checksum;
  private final int decimals;

  /**
   * An indicator set so.
   *
   * @param decimals of the display in kilograms, -2 (hundreds) to 5
   */
  public ToledoContinuousWriter(ToledoChecksum checksum, int decimals) {
    if (decimals < -2 || decimals > 5) {
      throw new IllegalArgumentException(decimals + " decimals, allowed -2 to 5");
    }
    this.checksum = checksum;
    this.decimals = decimals;
  }

  /**
   * One frame. A mass beyond six digits shows as overload, as on the indicator; a fault shows as
   * overload too, for the protocol has no other word.
   */
  public byte[] frame(Weight weight) {
    double mass = weight.massKilograms().orElse(0);
    long shown = shown(mass);
    boolean outOfRange = weight.condition() != Condition.OK || shown > MAX_SHOWN;
    boolean negative = mass < 0 || weight.condition() == Condition.UNDERLOAD;
    byte[] frame = new byte[checksum == ToledoChecksum.SENT ? 18 : 17];
    frame[0] = ToledoContinuousDecoder.STX;
    frame[1] = (byte) (0x28 | decimals + 2);
    frame[2] =
        (byte)
            (0x30
                | (weight.net() ? 1 : 0)
                | (negative ? 2 : 0)
                | (outOfRange ? 4 : 0)
                | (weight.motion() == Motion.MOVING ? 8 : 0));
    frame[3] = ' ';
    put(frame, 4, outOfRange ? 0 : shown);
    put(frame, 10, tare(weight.tareKilograms()));
    frame[ToledoContinuousDecoder.CR_AT] = ToledoContinuousDecoder.CR;
    if (checksum == ToledoChecksum.SENT) {
      int sum = 0;
      for (byte value : frame) {
        sum += value & 0x7F;
      }
      frame[17] = (byte) (-sum & 0x7F);
    }
    return frame;
  }

  private long tare(OptionalDouble kilograms) {
    return kilograms.isPresent() ? Math.min(MAX_SHOWN, shown(kilograms.getAsDouble())) : 0;
  }

  private long shown(double kilograms) {
    return Math.round(Math.abs(kilograms) * Math.pow(10, decimals));
  }

  private static void put(byte[] frame, int at, long value) {
    String text = Long.toString(value);
    byte[] digits =
        (" ".repeat(ToledoContinuousDecoder.DIGITS - text.length()) + text)
            .getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, frame, at, digits.length);
  }
}
