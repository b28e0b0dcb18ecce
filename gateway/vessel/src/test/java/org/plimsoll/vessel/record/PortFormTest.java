package org.plimsoll.vessel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.naval.departure.DepartureRecord.Moment;
import org.plimsoll.naval.departure.Figure;
import org.plimsoll.naval.departure.Figure.Group;
import org.plimsoll.naval.departure.Figure.Unit;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.departure.Finding.Outcome;

class PortFormTest {

  private static final String HEAD = "\"at\":\"2026-01-15T06:42:10.250Z\",";
  private static final String TAIL =
      "\"instant\":\"DEPARTURE\",\"method\":\"naval-2\",\"quality\":\"DEGRADED\"";

  /** The pages' tests hold the same form against the page's own check of signatures. */
  @Test
  void everyFigureThatThePortKnowsIsInItAndSigned() throws Exception {
    assertThat(made(FrozenFerry.departure(), Optional.of(FrozenFerry.key())))
        .isEqualTo(FrozenFerry.form());
  }

  @Test
  void withoutAKeyTheSameIsNotSigned() throws Exception {
    String unsigned = made(FrozenFerry.departure(), Optional.empty());
    assertThat(unsigned).doesNotContain("signature");
    assertThat(FrozenFerry.form().replaceFirst("\"signature\":\\{[^}]*},", "")).isEqualTo(unsigned);
  }

  @Test
  void theSignatureIsOfTheCallTheVesselAndTheRecord() throws Exception {
    ShipKey key = FrozenFerry.key();
    String unsigned = made(FrozenFerry.departure(), Optional.empty());
    String text =
        "{\"portCall\":\""
            + FrozenFerry.CALL
            + "\",\"record\":"
            + unsigned
            + ",\"vessel\":\"imo9876543\"}";
    assertThat(FrozenFerry.form()).contains("\"value\":\"" + key.sign(text) + "\"");
    PortForm.Outcome other =
        PortForm.of(FrozenFerry.departure(), new UUID(0xa, 2), Optional.of(key));
    assertThat(((PortForm.Outcome.Made) other).json()).doesNotContain(key.sign(text));
  }

  /** Columns: group, name, value, unit, U95 if stated; what becomes of it. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DRAUGHT | mark-aft-port | 5.0 | METRES | | 'draughtsMetres':{'aftPort':5},",
        "DRAUGHT | mark-aft-port | -0.25 | METRES | 0.0061 |"
            + " 'draughtsMetres':{'aftPort':-0.25,'u95':0.0061},",
        "DRAUGHT | mark-midship-starboard | 0 | METRES | |"
            + " 'draughtsMetres':{'midshipStarboard':0},",
        "MASS | displacement | 5973.4 | TONNES | 18.25 |"
            + " 'displacement':{'kilograms':5973400,'u95Kilograms':18250},",
        "MASS | displacement | 0.001 | TONNES | 0 |"
            + " 'displacement':{'kilograms':1,'u95Kilograms':0},",
      })
  void oneFigureIsEnough(
      String group, String name, double value, Unit unit, Double u95, String fields) {
    Figure figure =
        u95 == null
            ? Figure.of(Group.valueOf(group), name, value, unit)
            : Figure.of(Group.valueOf(group), name, value, unit, u95);
    assertThat(made(FrozenFerry.of(List.of(figure), List.of()), Optional.empty()))
        .isEqualTo("{" + HEAD + fields.replace('\'', '"') + TAIL + "}");
  }

  @Test
  void oneMarkWithoutUncertaintyLeavesThatOfAllUnsaid() {
    List<Figure> figures =
        List.of(
            Figure.of(Group.DRAUGHT, "mark-aft-port", 5, Unit.METRES, 0.02),
            Figure.of(Group.DRAUGHT, "mark-aft-starboard", 5, Unit.METRES));
    assertThat(made(FrozenFerry.of(figures, List.of()), Optional.empty()))
        .contains("\"draughtsMetres\":{\"aftPort\":5,\"aftStarboard\":5}");
  }

  /** Columns: outcome of the survey; quality. */
  @ParameterizedTest
  @CsvSource({
    "PASS, GOOD",
    "CAUTION, DEGRADED",
    "INCONCLUSIVE, DEGRADED",
    "FAIL, DEGRADED",
    ", DEGRADED"
  })
  void whatNobodyVouchesForIsNotGood(Outcome survey, String quality) {
    List<Finding> findings =
        survey == null
            ? List.of(new Finding("freshness", Outcome.PASS, ""))
            : List.of(new Finding("survey", survey, ""));
    assertThat(made(FrozenFerry.of(FrozenFerry.figures(), findings), Optional.empty()))
        .contains("\"quality\":\"" + quality + "\"");
  }

  /** Columns: margin and its U95, if known; verdict at the port mark. */
  @ParameterizedTest
  @CsvSource({
    "-0.0001, 0.02, FAIL",
    "-0.5, , FAIL",
    "0, 0.02, INCONCLUSIVE",
    "0.02, 0.02, INCONCLUSIVE",
    "0.0201, 0.02, PASS",
    "0.5, , INCONCLUSIVE",
    ", , INCONCLUSIVE"
  })
  void aMarkPassesWhenItIsClearByMoreThanTheReadingIsSureOf(
      Double margin, Double u95, String verdict) {
    List<Figure> figures = new ArrayList<>(FrozenFerry.figures());
    figures.removeIf(one -> one.group() == Group.MARK && one.name().equals("port"));
    if (margin != null) {
      figures.add(
          u95 == null
              ? Figure.of(Group.MARK, "port", margin, Unit.METRES)
              : Figure.of(Group.MARK, "port", margin, Unit.METRES, u95));
    }
    assertThat(made(FrozenFerry.of(figures, List.of()), Optional.empty()))
        .contains(
            "{\"draughtMetres\":5.031,\"limitMetres\":5.02,\"mark\":\"load line\",\"side\":\"PORT\","
                + "\"verdict\":\""
                + verdict
                + "\"}");
  }

  /** Columns: the figure that is another, its value and unit; why a port would not take it. */
  @ParameterizedTest(name = "{1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DRAUGHT | mark-aft-port | 30.1 | METRES | aftPort is 30.1000, a port takes -2 to 30",
        "DRAUGHT | quarter-mean | -2.5 | METRES | quarterMeanMetres is -2.5000",
        "ATTITUDE | trim | 20.5 | METRES | trimMetres is 20.5000, a port takes -20 to 20",
        "ATTITUDE | list | -91 | DEGREES | listDegrees is -91.000, a port takes -90 to 90",
        "MASS | deductibles | -0.5 | TONNES | deductiblesKilograms is -500, a port takes 0 to 500000000",
        "WATER | density | 0.85 | TONNES_PER_CUBIC_METRE | densityKilogramsPerCubicMetre is 850.00",
        "MARK | allowed | 31 | METRES | limitMetres is 31.0000"
      })
  void whatThePortWouldRefuseIsNotSent(
      Group group, String name, double value, Unit unit, String reason) {
    List<Figure> figures = new ArrayList<>(FrozenFerry.figures());
    figures.removeIf(one -> one.group() == group && one.name().equals(name));
    figures.add(Figure.of(group, name, value, unit));
    assertThat(refused(FrozenFerry.of(figures, List.of()))).contains(reason);
  }

  @Test
  void aBaselineIsGivenToo() {
    assertThat(
            made(
                FrozenFerry.of(Moment.BASELINE, OptionalInt.empty()),
                Optional.of(FrozenFerry.key())))
        .contains("\"instant\":\"BASELINE\"")
        .contains("\"signature\":{\"algorithm\":\"Ed25519\"");
  }

  @Test
  void whatAChangeOfTrimTakesIsGiven() {
    List<Figure> figures = new ArrayList<>(FrozenFerry.figures());
    figures.add(Figure.of(Group.ATTITUDE, "trim-moment", 96.104, Unit.TONNE_METRES_PER_CENTIMETRE));
    figures.add(Figure.of(Group.ATTITUDE, "flotation", 57.25, Unit.METRES));
    assertThat(made(FrozenFerry.of(figures, List.of()), Optional.empty()))
        .contains("\"lcfMetres\":57.25,")
        .contains("\"mctcTonneMetresPerCentimetre\":96.1,");
  }

  @Test
  void whatMeasuresNothingIsRefused() {
    Figure density = Figure.of(Group.WATER, "density", 1.025, Unit.TONNES_PER_CUBIC_METRE);
    assertThat(refused(FrozenFerry.of(List.of(density), List.of())))
        .isEqualTo("the record has neither draughts nor displacement");
  }

  private static String made(DepartureRecord record, Optional<ShipKey> key) {
    PortForm.Outcome outcome = PortForm.of(record, FrozenFerry.CALL, key);
    assertThat(outcome).isInstanceOf(PortForm.Outcome.Made.class);
    return ((PortForm.Outcome.Made) outcome).json();
  }

  private static String refused(DepartureRecord record) {
    PortForm.Outcome outcome =
        PortForm.of(record, FrozenFerry.CALL, Optional.of(FrozenFerry.key()));
    assertThat(outcome).isInstanceOf(PortForm.Outcome.Refused.class);
    return ((PortForm.Outcome.Refused) outcome).reason();
  }
}
