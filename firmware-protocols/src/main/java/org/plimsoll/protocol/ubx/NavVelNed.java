package org.plimsoll.protocol.ubx;

import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Velocity (NAV-VELNED, 01 12). It does not tell whether there is a fix.
 *
 * <pre>
 * 0 iTOW u4 ms  4 velN i4 cm/s  8 velE i4 cm/s  12 velD i4 cm/s  16 speed u4 cm/s
 * 20 gSpeed u4 cm/s  24 heading i4 1e-5  28 sAcc u4 cm/s  32 cAcc u4 1e-5
 * </pre>
 *
 * @param timeOfWeekMillis GPS time of the week
 */
public record NavVelNed(
    long timeOfWeekMillis,
    NavPvt.Velocity velocity,
    double speedAccuracyMetresPerSecond,
    double courseAccuracyDegrees)
    implements UbxMessage {

  private static final int LENGTH = 36;

  @Override
  public String name() {
    return "NAV-VELNED";
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    if (in.length() != LENGTH) {
      return Decoded.malformed(Reason.SYNTAX, "NAV-VELNED of " + in.length() + " bytes");
    }
    return Decoded.value(
        new NavVelNed(
            in.u4(0),
            new NavPvt.Velocity(
                in.i4(4) / 1e2, in.i4(8) / 1e2, in.i4(12) / 1e2, in.u4(20) / 1e2, in.i4(24) / 1e5),
            in.u4(28) / 1e2,
            in.u4(32) / 1e5));
  }
}
