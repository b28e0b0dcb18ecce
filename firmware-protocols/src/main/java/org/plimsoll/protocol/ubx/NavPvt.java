package org.plimsoll.protocol.ubx;

import java.util.OptionalDouble;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Navigation solution: position, velocity, time (NAV-PVT, 01 07).
 *
 * <pre>
 *  0 iTOW u4 ms   4 year u2  6 month 7 day 8 hour 9 min 10 sec  11 valid  12 tAcc u4 ns
 * 16 nano i4     20 fixType 21 flags 22 flags2 23 numSV
 * 24 lon i4 1e-7 28 lat i4 1e-7 32 height i4 mm 36 hMSL i4 mm 40 hAcc u4 mm 44 vAcc u4 mm
 * 48 velN 52 velE 56 velD 60 gSpeed i4 mm/s 64 headMot i4 1e-5 68 sAcc u4 72 headAcc u4 1e-5
 * 76 pDOP u2 0.01 78 flags3 u2   84 headVeh i4 1e-5 88 magDec i2 0.01 90 magAcc u2 0.01
 * </pre>
 *
 * u-blox 7 sends 84 bytes, later generations 92 (u-blox M8 protocol description, UBX-13003221).
 *
 * @param timeOfWeekMillis GPS time of the week
 * @param vehicle absent in the short form
 */
public record NavPvt(
    long timeOfWeekMillis,
    Utc utc,
    Fix fix,
    Place place,
    Velocity velocity,
    Accuracy accuracy,
    Vehicle vehicle)
    implements UbxMessage {

  static final int SHORT_LENGTH = 84;
  static final int LENGTH = 92;

  /**
   * Time as the receiver has it; check {@link #isDateValid} and {@link #isTimeValid}.
   *
   * @param nanos to be added to the second; may be negative
   * @param validity bit 0 date, 1 time, 2 fully resolved, 3 magnetic declination
   */
  public record Utc(
      int year, int month, int day, int hour, int minute, int second, int nanos, int validity) {

    /** The date is known. */
    public boolean isDateValid() {
      return (validity & 1) != 0;
    }

    /** The time of day is known. */
    public boolean isTimeValid() {
      return (validity & 2) != 0;
    }
  }

  /**
   * How good the solution is.
   *
   * @param type 0 none, 1 dead reckoning, 2 two dimensions, 3 three, 4 GNSS and dead reckoning, 5
   *     time only
   * @param flags bit 0 fix OK, 1 differential, 5 vehicle heading valid, 6 and 7 carrier phase (1
   *     float, 2 fixed)
   * @param flags2 bits 5 to 7: confirmation of the time
   * @param flags3 bit 0: position and height are invalid
   * @param satellites used
   */
  public record Fix(int type, int flags, int flags2, int flags3, int satellites) {

    /** Within the receiver's own limits of dilution and accuracy, and not withdrawn. */
    public boolean isPosition() {
      return (flags & 1) != 0 && (flags3 & 1) == 0 && type >= 1 && type <= 4;
    }

    /** Whether a differential correction was applied. */
    public boolean isDifferential() {
      return (flags & 2) != 0;
    }

    /** Without GNSS. */
    public boolean isDeadReckoning() {
      return type == 1;
    }
  }

  /**
   * Where the antenna is (WGS 84).
   *
   * @param heightMetres above the ellipsoid
   * @param altitudeMetres above mean sea level
   */
  public record Place(
      double longitudeDegrees, double latitudeDegrees, double heightMetres, double altitudeMetres) {

    boolean isOnEarth() {
      return Math.abs(latitudeDegrees) <= 90 && Math.abs(longitudeDegrees) <= 180;
    }

    Decoded<UbxMessage> refused(String message) {
      return Decoded.malformed(
          Reason.RANGE, message + " at " + latitudeDegrees + ", " + longitudeDegrees);
    }
  }

  /**
   * How it moves.
   *
   * @param courseDegrees over ground, true
   */
  public record Velocity(
      double northMetresPerSecond,
      double eastMetresPerSecond,
      double downMetresPerSecond,
      double groundMetresPerSecond,
      double courseDegrees) {}

  /**
   * The receiver's estimate of its errors, one standard deviation.
   *
   * @param positionDilution PDOP
   */
  public record Accuracy(
      long timeNanos,
      double horizontalMetres,
      double verticalMetres,
      double speedMetresPerSecond,
      double courseDegrees,
      double positionDilution) {}

  /**
   * What dead reckoning and the magnetic model add.
   *
   * @param headingDegrees of the vehicle, true; counts only if bit 5 of the flags is set
   * @param declinationDegrees magnetic; counts only if bit 3 of the validity is set
   */
  public record Vehicle(
      OptionalDouble headingDegrees,
      OptionalDouble declinationDegrees,
      OptionalDouble declinationAccuracyDegrees) {}

  @Override
  public String name() {
    return "NAV-PVT";
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    if (in.length() != LENGTH && in.length() != SHORT_LENGTH) {
      return Decoded.malformed(Reason.SYNTAX, "NAV-PVT of " + in.length() + " bytes");
    }
    Place place = new Place(in.i4(24) / 1e7, in.i4(28) / 1e7, in.i4(32) / 1e3, in.i4(36) / 1e3);
    if (!place.isOnEarth()) {
      return place.refused("NAV-PVT");
    }
    return Decoded.value(
        new NavPvt(
            in.u4(0),
            utc(in),
            new Fix(in.u1(20), in.u1(21), in.u1(22), in.u2(78), in.u1(23)),
            place,
            velocity(in),
            accuracy(in),
            vehicle(in)));
  }

  private static Utc utc(UbxPayload in) {
    return new Utc(
        in.u2(4), in.u1(6), in.u1(7), in.u1(8), in.u1(9), in.u1(10), in.i4(16), in.u1(11));
  }

  private static Velocity velocity(UbxPayload in) {
    return new Velocity(
        in.i4(48) / 1e3, in.i4(52) / 1e3, in.i4(56) / 1e3, in.i4(60) / 1e3, in.i4(64) / 1e5);
  }

  private static Accuracy accuracy(UbxPayload in) {
    return new Accuracy(
        in.u4(12),
        in.u4(40) / 1e3,
        in.u4(44) / 1e3,
        in.u4(68) / 1e3,
        in.u4(72) / 1e5,
        in.u2(76) / 1e2);
  }

  private static Vehicle vehicle(UbxPayload in) {
    return in.length() == SHORT_LENGTH
        ? new Vehicle(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty())
        : new Vehicle(
            OptionalDouble.of(in.i4(84) / 1e5),
            OptionalDouble.of(in.i2(88) / 1e2),
            OptionalDouble.of(in.u2(90) / 1e2));
  }
}
