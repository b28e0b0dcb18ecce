package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a receiver says about its own errors, and about its datum. None of it is a reading. */
public sealed interface GnssErrorSentence extends Sentence {

  /**
   * Pseudorange noise statistics.
   *
   * <pre>
   * $--GST,hhmmss.ss,x.x,x.x,x.x,x.x,x.x,x.x,x.x*hh
   *        1         2   3   4   5   6   7   8
   *        UTC       RMS ellipse: major, minor, orientation; sigma of latitude, longitude, altitude
   * </pre>
   *
   * @param rangeRms of the range residuals
   * @param majorMetres standard deviation along the major axis
   * @param minorMetres standard deviation along the minor axis
   * @param orientationDegrees of the major axis from true north
   */
  record Gst(
      String talker,
      Optional<LocalTime> time,
      OptionalDouble rangeRms,
      OptionalDouble majorMetres,
      OptionalDouble minorMetres,
      OptionalDouble orientationDegrees,
      OptionalDouble latitudeSigmaMetres,
      OptionalDouble longitudeSigmaMetres,
      OptionalDouble altitudeSigmaMetres)
      implements GnssErrorSentence {

    static Gst decode(Fields fields) {
      return new Gst(
          fields.talker(),
          fields.time(1),
          fields.number(2),
          fields.number(3),
          fields.number(4),
          fields.number(5),
          fields.number(6),
          fields.number(7),
          fields.number(8));
    }
  }

  /**
   * Satellite fault detection.
   *
   * <pre>
   * $--GBS,hhmmss.ss,x.x,x.x,x.x,xx,x.x,x.x,x.x,h,h*hh
   *        1         2   3   4   5  6   7   8   9 10
   *        UTC       expected errors    |   |   sigma, system, signal (4.11)
   *                  in metres   |  |   bias m
   *                              |  probability of a missed detection
   *                              most likely failed satellite
   * </pre>
   *
   * @param systemId GNSS system of the satellite, or empty
   * @param signalId signal, or empty
   */
  record Gbs(
      String talker,
      Optional<LocalTime> time,
      OptionalDouble latitudeErrorMetres,
      OptionalDouble longitudeErrorMetres,
      OptionalDouble altitudeErrorMetres,
      OptionalInt failedSatellite,
      OptionalDouble missProbability,
      OptionalDouble biasMetres,
      OptionalDouble biasSigmaMetres,
      String systemId,
      String signalId)
      implements GnssErrorSentence {

    static Gbs decode(Fields fields) {
      return new Gbs(
          fields.talker(),
          fields.time(1),
          fields.number(2),
          fields.number(3),
          fields.number(4),
          fields.integer(5),
          fields.number(6),
          fields.number(7),
          fields.number(8),
          fields.text(9),
          fields.text(10));
    }
  }

  /**
   * Range residuals of the satellites in the order of GSA.
   *
   * <pre>
   * $--GRS,hhmmss.ss,x{,x.x}12,h,h*hh
   *        1         2 3 .. 14  system, signal (4.11)
   *        UTC       | residuals
   *                  0 used to compute GGA, 1 recomputed after it
   * </pre>
   *
   * @param residualsMetres at most 12, absent where there is no satellite; none behind the last
   */
  record Grs(
      String talker,
      Optional<LocalTime> time,
      OptionalInt mode,
      List<OptionalDouble> residualsMetres,
      String systemId,
      String signalId)
      implements GnssErrorSentence {

    private static final int FIRST_RESIDUAL = 3;

    public Grs {
      residualsMetres = List.copyOf(residualsMetres);
    }

    static Grs decode(Fields fields) {
      List<OptionalDouble> residuals = new ArrayList<>(Gsa.MAX_SATELLITES);
      int used = 0;
      for (int i = 0; i < Gsa.MAX_SATELLITES; i++) {
        OptionalDouble residual = fields.number(FIRST_RESIDUAL + i);
        residuals.add(residual);
        used = residual.isPresent() ? i + 1 : used;
      }
      return new Grs(
          fields.talker(),
          fields.time(1),
          fields.integer(2),
          residuals.subList(0, used),
          fields.text(15),
          fields.text(16));
    }
  }

  /**
   * Datum reference. A datum other than {@code W84} means that every position of this receiver is
   * off.
   *
   * <pre>
   * $--DTM,ccc,a,x.x,a,x.x,a,x.x,ccc*hh
   *        1   2 3   4 5   6 7   8
   *        |   | lat,N lon,E |   reference datum
   *        |   subdivision   altitude
   *        datum of the positions
   * </pre>
   *
   * @param latitudeOffsetMinutes of arc, north positive
   * @param longitudeOffsetMinutes of arc, east positive
   */
  record Dtm(
      String talker,
      String datum,
      String subdivision,
      OptionalDouble latitudeOffsetMinutes,
      OptionalDouble longitudeOffsetMinutes,
      OptionalDouble altitudeOffsetMetres,
      String referenceDatum)
      implements GnssErrorSentence {

    static Dtm decode(Fields fields) {
      return new Dtm(
          fields.talker(),
          fields.text(1),
          fields.text(2),
          fields.sided(3, 'S'),
          fields.sided(5, 'W'),
          fields.number(7),
          fields.text(8));
    }
  }
}
