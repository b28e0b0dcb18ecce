package org.plimsoll.protocol.casic;

import java.nio.ByteBuffer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Position and velocity (NAV-PV, 01 03).
 *
 * <pre>
 *  0 runTime u4 ms  4 posValid 5 velValid 6 system 7 numSV 8 GPS 9 BDS 10 GLN  12 pDop f4
 * 16 lon f8 deg  24 lat f8 deg  32 height f4 m  36 sepGeoid f4 m  40 hAcc f4 m2  44 vAcc f4 m2
 * 48 velN f4 m/s 52 velE 56 velU 60 speed3D 64 speed2D  68 heading f4 deg  72 sAcc 76 cAcc
 * </pre>
 *
 * @param position how the position was made: 0 not at all, 1 from outside, 2 estimate, 3 the last
 *     one held, 4 projected, 5 fast, 6 two dimensions, 7 three, 8 GNSS and dead reckoning
 * @param velocity the same of the velocity
 * @param satellites in use
 * @param latitudeDegrees + north; as it was sent, whatever {@code position} says
 * @param longitudeDegrees + east
 * @param heightMetres above the ellipsoid
 * @param geoidSeparationMetres of the geoid above the ellipsoid
 * @param courseDegrees over ground, true
 */
public record NavPv(
    long runTimeMillis,
    int position,
    int velocity,
    int satellites,
    double positionDilution,
    double latitudeDegrees,
    double longitudeDegrees,
    double heightMetres,
    double geoidSeparationMetres,
    double speedMetresPerSecond,
    double courseDegrees)
    implements CasicMessage {

  static final int TWO_DIMENSIONS = 6;

  private static final int LENGTH = 80;
  private static final int WITH_DEAD_RECKONING = 8;

  @Override
  public String name() {
    return "NAV-PV";
  }

  /** Whether the receiver vouches for its position. */
  public boolean isPosition() {
    return isMeasured(position);
  }

  /** Whether the receiver vouches for speed and course. */
  public boolean isVelocity() {
    return isMeasured(velocity);
  }

  /** Nothing older, projected or from outside. */
  private static boolean isMeasured(int how) {
    return how >= TWO_DIMENSIONS && how <= WITH_DEAD_RECKONING;
  }

  static Decoded<CasicMessage> decode(ByteBuffer in) {
    if (in.limit() != LENGTH) {
      return Decoded.malformed(Reason.SYNTAX, "NAV-PV of " + in.limit() + " bytes");
    }
    NavPv solution =
        new NavPv(
            Integer.toUnsignedLong(in.getInt(0)),
            in.get(4) & 0xFF,
            in.get(5) & 0xFF,
            in.get(7) & 0xFF,
            in.getFloat(12),
            in.getDouble(24),
            in.getDouble(16),
            in.getFloat(32),
            in.getFloat(36),
            in.getFloat(64),
            in.getFloat(68));
    return solution.isSound()
        ? Decoded.value(solution)
        : Decoded.malformed(Reason.RANGE, "NAV-PV vouches for what cannot be");
  }

  /** What it vouches for can be: no NaN, within the earth and the circle. */
  private boolean isSound() {
    boolean place =
        Math.abs(latitudeDegrees) <= 90
            && Math.abs(longitudeDegrees) <= 180
            && Double.isFinite(heightMetres)
            && Double.isFinite(geoidSeparationMetres)
            && positionDilution >= 0
            && Double.isFinite(positionDilution);
    boolean motion =
        speedMetresPerSecond >= 0
            && Double.isFinite(speedMetresPerSecond)
            && Math.abs(courseDegrees) <= 360;
    return (place || !isPosition()) && (motion || !isVelocity());
  }
}
