package org.plimsoll.protocol.nmea0183;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quantities;

/**
 * Dilution of precision and active satellites; one per constellation when the talker is {@code GN}.
 *
 * <pre>
 * $--GSA,a,x,xx,xx,xx,xx,xx,xx,xx,xx,xx,xx,xx,xx,x.x,x.x,x.x,h*hh
 *        1 2 3                                14 15  16  17  18
 *        | fix 1 none, 2 2D, 3 3D; satellites    PDOP HDOP VDOP system (4.11)
 *        M manual, A automatic
 * </pre>
 *
 * @param automatic the receiver chooses between 2D and 3D
 * @param fixDimension 1 no fix, 2, 3
 * @param satellites identifiers of those used, at most 12
 * @param systemId GNSS system, NMEA 4.11 and later, or empty
 */
public record Gsa(
    String talker,
    boolean automatic,
    OptionalInt fixDimension,
    List<Integer> satellites,
    OptionalDouble positionDilution,
    OptionalDouble horizontalDilution,
    OptionalDouble verticalDilution,
    String systemId)
    implements Sentence {

  /** Places for satellites in one sentence. */
  public static final int MAX_SATELLITES = 12;

  private static final int FIRST_SATELLITE = 3;

  /** As a receiver before NMEA 4.11 says it. */
  public Gsa(
      String talker,
      boolean automatic,
      OptionalInt fixDimension,
      List<Integer> satellites,
      OptionalDouble positionDilution,
      OptionalDouble horizontalDilution,
      OptionalDouble verticalDilution) {
    this(
        talker,
        automatic,
        fixDimension,
        satellites,
        positionDilution,
        horizontalDilution,
        verticalDilution,
        "");
  }

  public Gsa {
    if (satellites.size() > MAX_SATELLITES) {
      throw new IllegalArgumentException(satellites.size() + " satellites, at most 12");
    }
    satellites = List.copyOf(satellites);
  }

  static Gsa decode(Fields fields) {
    OptionalInt dimension = fields.integer(2);
    if (dimension.isPresent() && (dimension.getAsInt() < 1 || dimension.getAsInt() > 3)) {
      fields.refuseRange(2, "fix dimension");
    }
    List<Integer> satellites = new ArrayList<>(MAX_SATELLITES);
    for (int i = FIRST_SATELLITE; i < FIRST_SATELLITE + MAX_SATELLITES; i++) {
      OptionalInt satellite = fields.integer(i);
      if (satellite.isPresent()) {
        satellites.add(satellite.getAsInt());
      }
    }
    return new Gsa(
        fields.talker(),
        fields.letter(1) == 'A',
        dimension,
        satellites,
        fields.number(15),
        fields.number(16),
        fields.number(17),
        fields.text(18));
  }

  void write(FieldWriter out) {
    out.letter(automatic ? 'A' : 'M').integer(fixDimension, 1);
    for (int satellite : satellites) {
      out.integer(satellite, 2);
    }
    out.none(MAX_SATELLITES - satellites.size())
        .number(positionDilution, 1)
        .number(horizontalDilution, 1)
        .number(verticalDilution, 1);
    if (!systemId.isEmpty()) {
      out.text(systemId);
    }
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    int dimension = fields.whole(2, ReadingOutput.NO_COUNT);
    if (dimension != ReadingOutput.NO_COUNT && (dimension < 1 || dimension > 3)) {
      fields.refuseRange(2, "fix dimension");
    }
    fields.checkWhole(FIRST_SATELLITE, FIRST_SATELLITE + MAX_SATELLITES - 1);
    fields.letter(1);
    double position = fields.value(15);
    double horizontal = fields.value(16);
    double vertical = fields.value(17);
    if (out.begins(fields, "GSA")) {
      FixMode fix = dimension > 1 ? FixMode.AUTONOMOUS : FixMode.VOID;
      out.addCount(Quantities.GNSS_FIX_DIMENSION, dimension);
      out.addWhenFixed(fix, Quantities.GNSS_POSITION_DILUTION, position);
      out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, horizontal);
      out.addWhenFixed(fix, Quantities.GNSS_VERTICAL_DILUTION, vertical);
    }
  }

  void readings(ReadingOutput out) {
    out.add(Quantities.GNSS_FIX_DIMENSION, fixDimension);
    FixMode fix = fixDimension.orElse(1) > 1 ? FixMode.AUTONOMOUS : FixMode.VOID;
    out.addWhenFixed(fix, Quantities.GNSS_POSITION_DILUTION, positionDilution);
    out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, horizontalDilution);
    out.addWhenFixed(fix, Quantities.GNSS_VERTICAL_DILUTION, verticalDilution);
  }
}
