package org.plimsoll.protocol.ubx;

import java.util.OptionalDouble;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Navigation solution of receivers before u-blox 7 (NAV-SOL, 01 06), fixed to the earth.
 *
 * <pre>
 *  0 iTOW u4 ms  4 fTOW i4 ns  8 week i2  10 gpsFix 11 flags
 * 12 ecefX i4 cm 16 ecefY 20 ecefZ 24 pAcc u4 cm
 * 28 ecefVX i4 cm/s 32 ecefVY 36 ecefVZ 40 sAcc u4 cm/s  44 pDOP u2 0.01  47 numSV
 * </pre>
 *
 * @param timeOfWeekMillis GPS time of the week
 * @param week GPS week
 * @param fixType 0 none, 1 dead reckoning, 2 two dimensions, 3 three, 4 GNSS and dead reckoning, 5
 *     time only
 * @param flags bit 0 fix OK, 1 differential, 2 week known, 3 time of week known
 * @param position of the antenna, metres from the earth's centre
 * @param velocity metres a second
 */
public record NavSol(
    long timeOfWeekMillis,
    int week,
    int fixType,
    int flags,
    Ecef position,
    double positionMetres,
    Ecef velocity,
    double speedMetresPerSecond,
    double positionDilution,
    int satellites)
    implements UbxMessage {

  private static final int LENGTH = 52;

  @Override
  public String name() {
    return "NAV-SOL";
  }

  /** Within the receiver's own limits, and of a position. */
  public boolean isPosition() {
    return (flags & 1) != 0 && fixType >= 1 && fixType <= 4 && position.latitude().isPresent();
  }

  /** Degrees, + north; absent at the centre of the earth. */
  public OptionalDouble latitudeDegrees() {
    return position.latitude();
  }

  /** Degrees, + east; absent at the centre of the earth. */
  public OptionalDouble longitudeDegrees() {
    return position.longitude();
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    if (in.length() != LENGTH) {
      return Decoded.malformed(Reason.SYNTAX, "NAV-SOL of " + in.length() + " bytes");
    }
    return Decoded.value(
        new NavSol(
            in.u4(0),
            in.i2(8),
            in.u1(10),
            in.u1(11),
            new Ecef(in.i4(12) / 1e2, in.i4(16) / 1e2, in.i4(20) / 1e2),
            in.u4(24) / 1e2,
            new Ecef(in.i4(28) / 1e2, in.i4(32) / 1e2, in.i4(36) / 1e2),
            in.u4(40) / 1e2,
            in.u2(44) / 1e2,
            in.u1(47)));
  }
}
