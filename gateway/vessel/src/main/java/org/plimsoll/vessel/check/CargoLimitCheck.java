package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.naval.CargoMeasured;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/**
 * Whether she carries more than she may: by the weighbridge, which is the primary measure, and by
 * her draughts, which are the independent check. What rolled aboard unweighed counts with what its
 * papers declare, for it is aboard. Overload is certain when the sum of the weighings and of these
 * is over the limit or when even the least of the measured band is; possible when the most of the
 * band is.
 */
final class CargoLimitCheck implements Check {

  private static final double KILOGRAMS = 1000;

  private static final double PERCENT = 100;

  private final Certificate certificate;
  private final Levels levels;

  CargoLimitCheck(Certificate certificate, AlertLevels levels) {
    this.certificate = certificate;
    this.levels = levels.of(AlertKind.CARGO_MASS);
  }

  @Override
  public String id() {
    return "cargo-limit";
  }

  @Override
  public String title() {
    return "Cargo against limit";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.CARGO_MASS;
  }

  @Override
  public Finding judge(VesselState state) {
    double limit = certificate.cargoTonnes();
    OptionalDouble weighed = tonnes(state.usable(Quantities.CARGO_WEIGHED));
    OptionalDouble measured = tonnes(state.usable(Quantities.CARGO_MEASURED));
    OptionalDouble u95 = tonnes(state.usable(Quantities.CARGO_MEASURED_U95));
    List<String> words = new ArrayList<>();
    CargoMeasured.Overload overload = CargoMeasured.Overload.NONE;
    boolean over = false;
    double aboard = 0;
    boolean unknown = false;
    if (weighed.isPresent()) {
      words.add(String.format(Locale.ROOT, "weighed %.0f t", weighed.getAsDouble()));
      List<CargoUnit> unweighed =
          state.naval().cargo().map(CargoPicture::unweighed).orElse(List.of());
      aboard = weighed.getAsDouble() + declared(unweighed);
      unknown = unweighed.stream().anyMatch(unit -> unit.declaredTonnes().isEmpty());
      if (!unweighed.isEmpty()) {
        words.add(unweighed(unweighed));
      }
      over = aboard > limit;
    }
    if (measured.isPresent() && u95.isPresent()) {
      CargoMeasured cargo = new CargoMeasured(measured.getAsDouble(), u95.getAsDouble());
      words.add(
          String.format(
              Locale.ROOT, "measured %.0f \u00b1 %.0f t", cargo.massTonnes(), cargo.u95Tonnes()));
      overload = cargo.against(limit);
      over |= overload == CargoMeasured.Overload.CERTAIN;
    }
    if (words.isEmpty()) {
      return Finding.inconclusive("cargo neither weighed nor measured");
    }
    String text = String.join(", ", words) + String.format(Locale.ROOT, ", limit %.0f t", limit);
    List<AlertCondition> conditions = new ArrayList<>();
    if (overload != CargoMeasured.Overload.NONE) {
      AlertPriority priority =
          overload == CargoMeasured.Overload.CERTAIN ? AlertPriority.ALARM : AlertPriority.CAUTION;
      conditions.add(new AlertCondition(alert(), 1, priority, text));
    }
    if (weighed.isPresent()) {
      double percent = PERCENT * aboard / limit;
      conditions.addAll(levels.conditions(alert(), 1, percent, () -> text));
    }
    Verdict within = unknown ? Verdict.INCONCLUSIVE : Verdict.PASS;
    return new Finding(over ? Verdict.FAIL : within, text, conditions);
  }

  private static double declared(List<CargoUnit> units) {
    return units.stream().mapToDouble(unit -> unit.declaredTonnes().orElse(0)).sum();
  }

  private static String unweighed(List<CargoUnit> units) {
    long unknown = units.stream().filter(unit -> unit.declaredTonnes().isEmpty()).count();
    String declared =
        String.format(
            Locale.ROOT, "declared %.0f t of %d not weighed", declared(units), units.size());
    return unknown == 0 ? declared : declared + ", " + unknown + " of them without papers";
  }

  private static OptionalDouble tonnes(OptionalDouble kilograms) {
    return kilograms.isPresent()
        ? OptionalDouble.of(kilograms.getAsDouble() / KILOGRAMS)
        : kilograms;
  }
}
