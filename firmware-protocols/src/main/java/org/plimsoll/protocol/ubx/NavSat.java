package org.plimsoll.protocol.ubx;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * The satellites that are tracked or known to be visible (NAV-SAT, 01 35).
 *
 * <pre>
 * 0 iTOW u4 ms  4 version  5 numSvs  8 + 12 n:
 *   0 gnssId 1 svId 2 cno dB-Hz 3 elev i1 4 azim i2 6 prRes i2 0.1 m 8 flags x4
 * </pre>
 *
 * @param timeOfWeekMillis GPS time of the week
 * @param version of the message
 * @param satellites at most 255
 */
public record NavSat(long timeOfWeekMillis, int version, List<Satellite> satellites)
    implements UbxMessage {

  private static final int HEADER = 8;
  private static final int BLOCK = 12;

  /**
   * One satellite.
   *
   * @param system 0 GPS, 1 SBAS, 2 Galileo, 3 BeiDou, 5 QZSS, 6 GLONASS, 7 NavIC
   * @param number within its system
   * @param signalDecibelHertz carrier to noise, 0 when not tracked
   * @param elevationDegrees -90 to 90; beyond, it is not known
   * @param azimuthDegrees true
   * @param residualMetres of the pseudorange
   * @param flags bits 0 to 2 quality, 3 used for the solution, 4 and 5 health
   */
  public record Satellite(
      int system,
      int number,
      int signalDecibelHertz,
      int elevationDegrees,
      int azimuthDegrees,
      double residualMetres,
      long flags) {

    /** Used for the navigation solution. */
    public boolean isUsed() {
      return (flags & 8) != 0;
    }

    /** 0 no signal to 7 code and carrier locked, time synchronised. */
    public int quality() {
      return (int) flags & 7;
    }
  }

  public NavSat {
    satellites = List.copyOf(satellites);
  }

  @Override
  public String name() {
    return "NAV-SAT";
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    int count = in.length() < HEADER ? 0 : in.u1(5);
    if (in.length() != HEADER + BLOCK * count) {
      return Decoded.malformed(
          Reason.SYNTAX, "NAV-SAT of " + count + " satellites in " + in.length() + " bytes");
    }
    List<Satellite> satellites = new ArrayList<>(count);
    for (int at = HEADER; at < in.length(); at += BLOCK) {
      satellites.add(
          new Satellite(
              in.u1(at),
              in.u1(at + 1),
              in.u1(at + 2),
              in.i1(at + 3),
              in.i2(at + 4),
              in.i2(at + 6) / 10.0,
              in.u4(at + 8)));
    }
    return Decoded.value(new NavSat(in.u4(0), in.u1(4), satellites));
  }
}
