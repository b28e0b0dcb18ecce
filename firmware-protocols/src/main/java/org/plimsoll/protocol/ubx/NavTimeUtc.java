package org.plimsoll.protocol.ubx;

import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * UTC of a solution (NAV-TIMEUTC, 01 21).
 *
 * <pre>
 * 0 iTOW u4 ms  4 tAcc u4 ns  8 nano i4  12 year u2  14 month 15 day 16 hour 17 min 18 sec
 * 19 valid: bit 0 time of week, 1 week, 2 UTC with its leap seconds
 * </pre>
 *
 * @param timeOfWeekMillis GPS time of the week
 * @param nanos to be added to the second; may be negative
 */
public record NavTimeUtc(
    long timeOfWeekMillis,
    long accuracyNanos,
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    int nanos,
    int validity)
    implements UbxMessage {

  private static final int LENGTH = 20;
  private static final int VALID = 7;

  @Override
  public String name() {
    return "NAV-TIMEUTC";
  }

  /** Week, time of week and leap seconds are known. */
  public boolean isValid() {
    return (validity & VALID) == VALID;
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    if (in.length() != LENGTH) {
      return Decoded.malformed(Reason.SYNTAX, "NAV-TIMEUTC of " + in.length() + " bytes");
    }
    return Decoded.value(
        new NavTimeUtc(
            in.u4(0), in.u4(4), in.u2(12), in.u1(14), in.u1(15), in.u1(16), in.u1(17), in.u1(18),
            in.i4(8), in.u1(19)));
  }
}
