package org.plimsoll.vessel.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.naval.departure.DepartureRecord.Moment;
import org.plimsoll.naval.departure.Figure;
import org.plimsoll.naval.departure.Figure.Group;
import org.plimsoll.naval.departure.Figure.Unit;
import org.plimsoll.naval.departure.Finding;

/** Records of the reference ferry, and the form of one that the port's page is tested with. */
public final class FrozenFerry {

  /** The call that it is signed for. */
  public static final UUID CALL = UUID.fromString("0000000a-0000-4000-8000-000000000001");

  /** The first key of RFC 8032, section 7.1. */
  static final String KEY =
      "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
          + " 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

  private static final Path FORM = Path.of("../web/test/fake/signed-aboard.json");

  private FrozenFerry() {}

  public static ShipKey key() {
    return ShipKey.read(KEY).orElseThrow();
  }

  /** What is given to the port of {@link #departure}, with the key of the RFC. */
  public static String form() throws IOException {
    return Files.readString(FORM).strip();
  }

  /** With every figure that the port knows, and some that it does not. */
  public static DepartureRecord departure() {
    return of(Moment.DEPARTURE, OptionalInt.of(42));
  }

  public static DepartureRecord of(Moment moment, OptionalInt persons) {
    return of(moment, persons, figures(), List.of(new Finding("survey", Finding.Outcome.PASS, "")));
  }

  static DepartureRecord of(List<Figure> figures, List<Finding> findings) {
    return of(Moment.DEPARTURE, OptionalInt.empty(), figures, findings);
  }

  private static DepartureRecord of(
      Moment moment, OptionalInt persons, List<Figure> figures, List<Finding> findings) {
    return new DepartureRecord(
        moment,
        "imo9876543",
        "Rajin \"12\"",
        Instant.parse("2026-01-15T06:42:10.250Z"),
        "naval-2",
        persons,
        figures,
        findings);
  }

  static List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    double[] metres = {4.76, 4.72, 5.031, 4.9995, 5, 5.28125};
    String[] marks = {
      "forward-port",
      "forward-starboard",
      "midship-port",
      "midship-starboard",
      "aft-port",
      "aft-starboard"
    };
    for (int i = 0; i < marks.length; i++) {
      figures.add(
          Figure.of(Group.DRAUGHT, "mark-" + marks[i], metres[i], Unit.METRES, 0.02 + i / 1000.0));
    }
    figures.add(Figure.of(Group.DRAUGHT, "forward", 4.74, Unit.METRES));
    figures.add(Figure.of(Group.DRAUGHT, "quarter-mean", 5.0041, Unit.METRES));
    figures.add(Figure.of(Group.ATTITUDE, "trim", -0.3992, Unit.METRES));
    figures.add(Figure.of(Group.ATTITUDE, "list", 0, Unit.DEGREES));
    figures.add(Figure.of(Group.CORRECTION, "density", -12.5, Unit.TONNES));
    figures.add(Figure.of(Group.MASS, "displacement", 5973.4005, Unit.TONNES, 18.2));
    figures.add(Figure.of(Group.MASS, "deductibles", 700, Unit.TONNES));
    figures.add(Figure.of(Group.WATER, "density", 1.0215, Unit.TONNES_PER_CUBIC_METRE));
    figures.add(Figure.of(Group.MARK, "allowed", 5.02, Unit.METRES));
    figures.add(Figure.of(Group.MARK, "port", -0.011, Unit.METRES, 0.02));
    figures.add(Figure.of(Group.MARK, "starboard", 0.0205, Unit.METRES, 0.02));
    return figures;
  }
}
