package org.plimsoll.protocol.casic;

import java.nio.ByteBuffer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * UTC of a solution (NAV-TIMEUTC, 01 10).
 *
 * <pre>
 *  0 runTime u4 ms  4 tAcc f4  8 msErr f4 ms  12 ms u2  14 year u2
 * 16 month 17 day 18 hour 19 min 20 sec 21 valid 22 timeSrc 23 dateValid
 * </pre>
 *
 * @param residualMillis what the rounding to milliseconds left out
 * @param validity bit 0 time of week, bit 1 week, bit 2 leap seconds are known
 * @param source 0 GPS, 1 BDS, 2 GLONASS
 * @param dateValidity 0 none, 1 from outside, 2 of one satellite, 3 of several
 */
public record NavTimeUtc(
    long runTimeMillis,
    double residualMillis,
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    int millis,
    int validity,
    int source,
    int dateValidity)
    implements CasicMessage {

  private static final int LENGTH = 24;
  private static final int VALID = 7;

  @Override
  public String name() {
    return "NAV-TIMEUTC";
  }

  /** Week, time of week and leap seconds are known, and the date. */
  public boolean isValid() {
    return (validity & VALID) == VALID && dateValidity != 0;
  }

  static Decoded<CasicMessage> decode(ByteBuffer in) {
    if (in.limit() != LENGTH) {
      return Decoded.malformed(Reason.SYNTAX, "NAV-TIMEUTC of " + in.limit() + " bytes");
    }
    return Decoded.value(
        new NavTimeUtc(
            Integer.toUnsignedLong(in.getInt(0)),
            in.getFloat(8),
            Short.toUnsignedInt(in.getShort(14)),
            in.get(16) & 0xFF,
            in.get(17) & 0xFF,
            in.get(18) & 0xFF,
            in.get(19) & 0xFF,
            in.get(20) & 0xFF,
            Short.toUnsignedInt(in.getShort(12)),
            in.get(21) & 0xFF,
            in.get(22) & 0xFF,
            in.get(23) & 0xFF));
  }
}
