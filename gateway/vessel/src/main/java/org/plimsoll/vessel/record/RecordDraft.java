package org.plimsoll.vessel.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.TableEntry;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.naval.departure.Figure;
import org.plimsoll.naval.departure.Figure.Group;
import org.plimsoll.naval.departure.Figure.Unit;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.vessel.check.CheckResult;
import org.plimsoll.vessel.check.Verdict;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** The state of an instant as a record; what is not known is not in it, and it says so. */
public final class RecordDraft {

  private static final OptionalDouble NOT_KNOWN = OptionalDouble.empty();

  private final List<Figure> figures = new ArrayList<>();

  private RecordDraft() {}

  /**
   * Freezes a state.
   *
   * @param vessel identity, as on the wire
   * @param ship her tables, and her crew besides the passengers where somebody said it
   */
  public static DepartureRecord of(
      DepartureRecord.Moment moment,
      String vessel,
      String voyage,
      VesselState state,
      List<CheckResult> checks,
      ShipConfig ship) {
    RecordDraft draft = new RecordDraft();
    draft.draughts(state);
    NavalPicture naval = state.naval();
    naval.surveyed().ifPresent(draft::survey);
    naval.surveyed().ifPresent(surveyed -> draft.trimming(surveyed, ship));
    if (Double.isFinite(naval.waterDensity())) {
      draft.add(Group.WATER, "density", naval.waterDensity(), Unit.TONNES_PER_CUBIC_METRE);
    }
    naval.judgements().marks().ifPresent(draft::marks);
    draft.add(Group.ATTITUDE, "twist", naval.judgements().twistDegrees(), Unit.DEGREES);
    draft.add(Group.MASS, "deductibles", naval.deductiblesTonnes(), Unit.TONNES);
    naval.cargo().ifPresent(draft::cargo);
    naval.judgements().underKeel().ifPresent(draft::underKeel);
    naval.judgements().stability().ifPresent(draft::stability);
    return new DepartureRecord(
        moment,
        vessel,
        voyage,
        Instant.ofEpochMilli(state.moment().time().toEpochMilli()),
        DepartureRecord.METHOD_VERSION,
        persons(state, ship.crew()),
        draft.figures,
        Stream.concat(
                naval.surveyed().map(RecordDraft::finding).stream(),
                checks.stream().map(RecordDraft::finding))
            .toList());
  }

  private static OptionalInt persons(VesselState state, OptionalInt crew) {
    OptionalDouble passengers = state.usable(Quantities.PASSENGERS_ON_BOARD);
    return passengers.isPresent() && crew.isPresent()
        ? OptionalInt.of((int) Math.round(passengers.getAsDouble()) + crew.getAsInt())
        : OptionalInt.empty();
  }

  private void draughts(VesselState state) {
    OptionalDouble u95 =
        state.naval().judgements().marks().map(MarkCompliance::u95Metres).orElse(NOT_KNOWN);
    for (DraughtMark mark : DraughtMark.values()) {
      Optional.ofNullable(state.draughts().get(mark))
          .ifPresent(metres -> addMetres(Group.DRAUGHT, PortForm.figureName(mark), metres, u95));
    }
  }

  private void survey(SurveyResult.Surveyed surveyed) {
    FloatingPosition floating = surveyed.floating();
    add(Group.DRAUGHT, "forward", floating.forwardPerpendicularMetres(), Unit.METRES);
    add(Group.DRAUGHT, "midship", floating.midshipMetres(), Unit.METRES);
    add(Group.DRAUGHT, "aft", floating.aftPerpendicularMetres(), Unit.METRES);
    add(Group.DRAUGHT, "quarter-mean", floating.quarterMeanMetres(), Unit.METRES);
    add(Group.ATTITUDE, "trim", floating.trimMetres(), Unit.METRES);
    add(Group.ATTITUDE, "list", Math.toDegrees(floating.listRadians()), Unit.DEGREES);
    add(Group.ATTITUDE, "deflection", floating.deflectionMetres(), Unit.METRES);
    add(Group.CORRECTION, "table", surveyed.displacement().tableTonnes(), Unit.TONNES);
    add(
        Group.CORRECTION,
        "first-trim",
        surveyed.displacement().firstTrimCorrectionTonnes(),
        Unit.TONNES);
    add(
        Group.CORRECTION,
        "second-trim",
        surveyed.displacement().secondTrimCorrectionTonnes(),
        Unit.TONNES);
    add(Group.CORRECTION, "list", surveyed.displacement().listCorrectionTonnes(), Unit.TONNES);
    add(
        Group.CORRECTION,
        "density",
        surveyed.displacement().densityCorrectionTonnes(),
        Unit.TONNES);
    figures.add(
        Figure.of(
            Group.MASS,
            "displacement",
            surveyed.displacement().tonnes(),
            Unit.TONNES,
            surveyed.displacementUncertainty().u95Tonnes()));
  }

  /** What a change of trim takes, for whoever compares this record with another one. */
  private void trimming(SurveyResult.Surveyed surveyed, ShipConfig ship) {
    double draught = surveyed.floating().quarterMeanMetres();
    ship.table()
        .map(table -> table.atDraught(draught))
        .filter(TableEntry.Found.class::isInstance)
        .map(entry -> ((TableEntry.Found) entry).row())
        .ifPresent(
            row -> {
              add(
                  Group.ATTITUDE,
                  PortForm.TRIM_MOMENT,
                  row.trimMomentTonneMetresPerCentimetre(),
                  Unit.TONNE_METRES_PER_CENTIMETRE);
              add(Group.ATTITUDE, PortForm.FLOTATION, row.flotationFromApMetres(), Unit.METRES);
            });
  }

  private void marks(MarkCompliance marks) {
    add(Group.MARK, "allowed", marks.allowedMetres(), Unit.METRES);
    OptionalDouble u95 = marks.u95Metres();
    marks.port().marginMetres().ifPresent(metres -> addMetres(Group.MARK, "port", metres, u95));
    marks
        .starboard()
        .marginMetres()
        .ifPresent(metres -> addMetres(Group.MARK, "starboard", metres, u95));
  }

  private void cargo(CargoPicture cargo) {
    cargo
        .reconciliation()
        .measured()
        .ifPresent(
            mass ->
                figures.add(
                    Figure.of(
                        Group.MASS,
                        "cargo-measured",
                        mass.tonnes(),
                        Unit.TONNES,
                        mass.u95Tonnes())));
    cargo
        .reconciliation()
        .weighed()
        .ifPresent(
            sum ->
                figures.add(
                    Figure.of(
                        Group.MASS, "cargo-weighed", sum.tonnes(), Unit.TONNES, sum.u95Tonnes())));
    cargo
        .reconciliation()
        .declared()
        .ifPresent(sum -> add(Group.MASS, "cargo-declared", sum.tonnes(), Unit.TONNES));
  }

  private void underKeel(UnderKeelResult result) {
    if (result instanceof UnderKeelResult.Judged judged) {
      add(Group.CLEARANCE, "under-keel", judged.clearanceMetres(), Unit.METRES);
      add(Group.CLEARANCE, "required", judged.requiredMetres(), Unit.METRES);
      add(Group.CLEARANCE, "squat", judged.squatMetres(), Unit.METRES);
    }
  }

  private void stability(RollPeriodStability.Result result) {
    if (result instanceof RollPeriodStability.Indicative gm) {
      figures.add(Figure.of(Group.INDICATIVE, "gm", gm.gmMetres(), Unit.METRES, gm.u95Metres()));
    }
  }

  /** How far the survey may be trusted, which no check asks. */
  private static Finding finding(SurveyResult.Surveyed surveyed) {
    return surveyed.quality() == Quality.GOOD
        ? new Finding(PortForm.SURVEY, Finding.Outcome.PASS, "to survey standard")
        : new Finding(
            PortForm.SURVEY, Finding.Outcome.CAUTION, String.join("; ", surveyed.remarks()));
  }

  private static Finding finding(CheckResult result) {
    Verdict verdict = result.finding().verdict();
    Finding.Outcome outcome =
        switch (verdict) {
          case FAIL -> Finding.Outcome.FAIL;
          case INCONCLUSIVE -> Finding.Outcome.INCONCLUSIVE;
          case PASS ->
              result.finding().conditions().isEmpty()
                  ? Finding.Outcome.PASS
                  : Finding.Outcome.CAUTION;
        };
    return new Finding(result.check().id(), outcome, result.finding().text());
  }

  private void add(Group group, String name, OptionalDouble value, Unit unit) {
    if (value.isPresent()) {
      add(group, name, value.getAsDouble(), unit);
    }
  }

  /** With its uncertainty, if that is known. */
  private void addMetres(Group group, String name, double metres, OptionalDouble u95) {
    if (u95.isPresent() && Double.isFinite(metres)) {
      figures.add(Figure.of(group, name, metres, Unit.METRES, u95.getAsDouble()));
    } else {
      add(group, name, metres, Unit.METRES);
    }
  }

  private void add(Group group, String name, double value, Unit unit) {
    if (Double.isFinite(value)) {
      figures.add(Figure.of(group, name, value, unit));
    }
  }
}
