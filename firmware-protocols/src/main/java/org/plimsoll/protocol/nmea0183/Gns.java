package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quantities;

/**
 * GNSS fix data of combined constellations.
 *
 * <pre>
 * $--GNS,hhmmss.ss,llll.ll,N,yyyyy.yy,E,c--c,xx,x.x,x.x,x.x,x.x,x.x,a*hh
 *        1         2       3 4        5 6    7  8   9   10  11  12  13
 *        UTC       latitude  longitude  |    |  HDOP|   geoid   |   navigational status (4.1)
 *         one mode per constellation    satellites  altitude    age, station
 * </pre>
 *
 * @param fix the best of the modes
 * @param altitudeMetres of the antenna above mean sea level
 * @param geoidSeparationMetres geoid above the ellipsoid
 * @param modes as sent, one letter per constellation: GPS, GLONASS, Galileo, BeiDou, QZSS, NavIC
 * @param stationId of the reference station, or empty
 * @param navigationalStatus as in RMC
 */
public record Gns(
    String talker,
    Optional<LocalTime> time,
    Optional<Position> position,
    FixMode fix,
    OptionalInt satellites,
    OptionalDouble horizontalDilution,
    OptionalDouble altitudeMetres,
    OptionalDouble geoidSeparationMetres,
    String modes,
    OptionalDouble correctionAgeSeconds,
    String stationId,
    Optional<Character> navigationalStatus)
    implements Sentence {

  /** As one constellation alone makes it. */
  public Gns(
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
        String.valueOf(fix.indicator()),
        OptionalDouble.empty(),
        "",
        Optional.empty());
  }

  static Gns decode(Fields fields) {
    return new Gns(
        fields.talker(),
        fields.time(1),
        fields.position(2),
        FixMode.decodeGns(fields, 6),
        fields.integer(7),
        fields.number(8),
        fields.number(9),
        fields.number(10),
        fields.text(6),
        fields.number(11),
        fields.text(12),
        fields.code(13));
  }

  void write(FieldWriter out) {
    out.time(time)
        .position(position)
        .text(modes)
        .integer(satellites, 2)
        .number(horizontalDilution, 1)
        .number(altitudeMetres, 2)
        .number(geoidSeparationMetres, 2)
        .number(correctionAgeSeconds, 1)
        .text(stationId);
    if (navigationalStatus.isPresent()) {
      out.code(navigationalStatus);
    }
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    fields.checkTime(1);
    fields.checkPosition(2);
    FixMode fix = FixMode.decodeGns(fields, 6);
    int satellites = fields.whole(7, ReadingOutput.NO_COUNT);
    double dilution = fields.value(8);
    double altitude = fields.value(9);
    fields.value(10);
    fields.value(11);
    fields.checkCode(13);
    if (out.begins(fields, "GNS")) {
      out.position(fix, fields.latitude(), fields.longitude());
      out.addCount(Quantities.GNSS_SATELLITES, satellites);
      out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, dilution);
      out.addWhenFixed(fix, Quantities.GNSS_ANTENNA_ALTITUDE, altitude);
    }
  }

  void readings(ReadingOutput out) {
    out.position(fix, position);
    out.add(Quantities.GNSS_SATELLITES, satellites);
    out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, horizontalDilution);
    out.addWhenFixed(fix, Quantities.GNSS_ANTENNA_ALTITUDE, altitudeMetres);
  }
}
