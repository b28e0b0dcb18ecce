package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quantities;

/**
 * Global positioning system fix data.
 *
 * <pre>
 * $--GGA,hhmmss.ss,llll.ll,N,yyyyy.yy,E,x,xx,x.x,x.x,M,x.x,M,x.x,xxxx*hh
 *        1         2       3 4        5 6 7  8   9  10 11 12 13  14
 *        UTC       latitude  longitude  | |  HDOP   |  geoid |   station
 *                                 quality satellites altitude age of the correction
 * </pre>
 *
 * @param fix the quality digit; a null digit is no fix
 * @param satellites used in the fix; some receivers stop at 12
 * @param altitudeMetres of the antenna above mean sea level
 * @param geoidSeparationMetres geoid above the ellipsoid
 * @param quality the digit as sent
 * @param stationId of the reference station, or empty
 */
public record Gga(
    String talker,
    Optional<LocalTime> time,
    Optional<Position> position,
    FixMode fix,
    OptionalInt satellites,
    OptionalDouble horizontalDilution,
    OptionalDouble altitudeMetres,
    OptionalDouble geoidSeparationMetres,
    OptionalInt quality,
    OptionalDouble correctionAgeSeconds,
    String stationId)
    implements Sentence {

  /** A fix without corrections of a reference station. */
  public Gga(
      String talker,
      Optional<LocalTime> time,
      Optional<Position> position,
      FixMode fix,
      OptionalInt satellites,
      OptionalDouble horizontalDilution,
      OptionalDouble altitudeMetres,
      OptionalDouble geoidSeparationMetres) {
    this(
        talker,
        time,
        position,
        fix,
        satellites,
        horizontalDilution,
        altitudeMetres,
        geoidSeparationMetres,
        OptionalInt.of(fix.ggaQuality()),
        OptionalDouble.empty(),
        "");
  }

  static Gga decode(Fields fields) {
    return new Gga(
        fields.talker(),
        fields.time(1),
        fields.position(2),
        FixMode.decodeGga(fields, 6),
        fields.integer(7),
        fields.number(8),
        fields.number(9),
        fields.number(11),
        fields.integer(6),
        fields.number(13),
        fields.text(14));
  }

  void write(FieldWriter out) {
    out.time(time)
        .position(position)
        .integer(quality, 1)
        .integer(satellites, 2)
        .number(horizontalDilution, 1)
        .number(altitudeMetres, 2)
        .letter('M')
        .number(geoidSeparationMetres, 2)
        .letter('M')
        .number(correctionAgeSeconds, 1)
        .text(stationId);
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    fields.checkTime(1);
    fields.checkPosition(2);
    FixMode fix = FixMode.decodeGga(fields, 6);
    int satellites = fields.whole(7, ReadingOutput.NO_COUNT);
    double dilution = fields.value(8);
    double altitude = fields.value(9);
    fields.value(11);
    fields.value(13);
    if (out.begins(fields, "GGA")) {
      out.position(fix, fields.latitude(), fields.longitude());
      out.add(Quantities.GNSS_FIX_QUALITY, fix.ggaQuality());
      out.addCount(Quantities.GNSS_SATELLITES, satellites);
      out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, dilution);
      out.addWhenFixed(fix, Quantities.GNSS_ANTENNA_ALTITUDE, altitude);
    }
  }

  void readings(ReadingOutput out) {
    out.position(fix, position);
    out.add(Quantities.GNSS_FIX_QUALITY, fix.ggaQuality());
    out.add(Quantities.GNSS_SATELLITES, satellites);
    out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, horizontalDilution);
    out.addWhenFixed(fix, Quantities.GNSS_ANTENNA_ALTITUDE, altitudeMetres);
  }
}
