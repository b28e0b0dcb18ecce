package org.plimsoll.protocol.nmea0183;

/**
 * Where the antenna is, in the receiver's datum (WGS 84 unless DTM says otherwise).
 *
 * @param latitudeDegrees -90 to 90, north positive
 * @param longitudeDegrees -180 to 180, east positive
 */
public record Position(double latitudeDegrees, double longitudeDegrees) {

  public Position {
    if (!(Math.abs(latitudeDegrees) <= 90)) {
      throw new IllegalArgumentException("latitude " + latitudeDegrees + " outside -90 to 90");
    }
    if (!(Math.abs(longitudeDegrees) <= 180)) {
      throw new IllegalArgumentException("longitude " + longitudeDegrees + " outside -180 to 180");
    }
  }
}
