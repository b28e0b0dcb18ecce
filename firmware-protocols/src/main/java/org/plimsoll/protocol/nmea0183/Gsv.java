package org.plimsoll.protocol.nmea0183;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quantities;

/**
 * Satellites in view; a group of sentences per constellation. Most receivers drop the padding of
 * the last one, and NMEA 4.11 adds a signal id at its end.
 *
 * <pre>
 * $--GSV,x,x,xx{,xx,xx,xxx,xx}[,h]*hh
 *        1 2 3  id elev azim SNR signal
 *        | | in view
 *        | number of this sentence
 *        sentences in the group
 * </pre>
 *
 * @param total sentences in the group
 * @param number of this sentence, from 1
 * @param inView satellites in view of this constellation
 * @param satellites at most 4
 * @param signalId signal, NMEA 4.11 and later, or empty
 */
public record Gsv(
    String talker,
    int total,
    int number,
    OptionalInt inView,
    List<Satellite> satellites,
    String signalId)
    implements Sentence {

  /** Places for satellites in one sentence. */
  public static final int MAX_SATELLITES = 4;

  private static final int FIRST_SATELLITE = 4;

  /**
   * One satellite in view.
   *
   * @param elevationDegrees above the horizon
   * @param azimuthDegrees true
   * @param signalDecibelHertz carrier to noise; absent when not tracked
   */
  public record Satellite(
      int id,
      OptionalInt elevationDegrees,
      OptionalInt azimuthDegrees,
      OptionalInt signalDecibelHertz) {}

  /** As a receiver before NMEA 4.11 says it. */
  public Gsv(String talker, int total, int number, OptionalInt inView, List<Satellite> satellites) {
    this(talker, total, number, inView, satellites, "");
  }

  public Gsv {
    if (satellites.size() > MAX_SATELLITES) {
      throw new IllegalArgumentException(satellites.size() + " satellites, at most 4");
    }
    satellites = List.copyOf(satellites);
  }

  static Gsv decode(Fields fields) {
    List<Satellite> satellites = new ArrayList<>(MAX_SATELLITES);
    for (int i = FIRST_SATELLITE;
        i + 2 <= fields.count() && satellites.size() < MAX_SATELLITES;
        i += 4) {
      OptionalInt id = fields.integer(i);
      if (id.isPresent()) {
        satellites.add(
            new Satellite(
                id.getAsInt(),
                fields.integer(i + 1),
                fields.integer(i + 2),
                fields.integer(i + 3)));
      }
    }
    return new Gsv(
        fields.talker(),
        fields.integer(1).orElse(1),
        fields.integer(2).orElse(1),
        fields.integer(3),
        satellites,
        fields.count() % 4 == 0 ? fields.text(fields.count()) : "");
  }

  void write(FieldWriter out) {
    out.integer(total, 1).integer(number, 1).integer(inView, 2);
    for (Satellite satellite : satellites) {
      out.integer(satellite.id(), 2)
          .integer(satellite.elevationDegrees(), 2)
          .integer(satellite.azimuthDegrees(), 3)
          .integer(satellite.signalDecibelHertz(), 2);
    }
    if (!signalId.isEmpty()) {
      out.text(signalId);
    }
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    int signal = fields.count() % 4 == 0 ? 1 : 0;
    if (!fields.areDigits(FIRST_SATELLITE, fields.count() - signal)) {
      checkSatellites(fields);
    }
    fields.whole(1, 1);
    int number = fields.whole(2, 1);
    int inView = fields.whole(3, ReadingOutput.NO_COUNT);
    if (out.begins(fields, "GSV") && number == 1) {
      out.addCount(Quantities.GNSS_SATELLITES_IN_VIEW, inView);
    }
  }

  /** What stands behind a missing number is not looked at. */
  private static void checkSatellites(Fields fields) {
    int satellites = 0;
    for (int i = FIRST_SATELLITE; i + 2 <= fields.count() && satellites < MAX_SATELLITES; i += 4) {
      if (fields.whole(i, ReadingOutput.NO_COUNT) != ReadingOutput.NO_COUNT) {
        satellites++;
        fields.whole(i + 1, 0);
        fields.whole(i + 2, 0);
        fields.whole(i + 3, 0);
      }
    }
  }

  void readings(ReadingOutput out) {
    if (number == 1) {
      out.add(Quantities.GNSS_SATELLITES_IN_VIEW, inView);
    }
  }
}
