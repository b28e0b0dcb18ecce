package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.CargoMeasured;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/**
 * Whether she carries more than she may: by the weighbridge, which is the primary measure, and by
 * her draughts, which are the independent check. Overload is certain when the sum of the weighings
 * is over the limit or when even the least of the measured band is; possible when the most of the
 * band is.
 */
final class CargoLimitCheck implements Check {

  /** Part of the limit from which on the sum of the weighings is worth a warning. */
  static final double NEAR = 0.98;

  private static final double KILOGRAMS = 1000;

  private final Certificate certificate;

  CargoLimitCheck(Certificate certificate) {
    this.certificate = certificate;
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
    boolean over = false;
    AlertPriority priority = null;
    if (weighed.isPresent()) {
      words.add(String.format(Locale.ROOT, "weighed %.0f t", weighed.getAsDouble()));
      over = weighed.getAsDouble() > limit;
      priority = weighed.getAsDouble() > NEAR * limit ? AlertPriority.WARNING : null;
    }
    if (measured.isPresent() && u95.isPresent()) {
      CargoMeasured cargo = new CargoMeasured(measured.getAsDouble(), u95.getAsDouble());
      words.add(
          String.format(
              Locale.ROOT, "measured %.0f \u00b1 %.0f t", cargo.massTonnes(), cargo.u95Tonnes()));
      CargoMeasured.Overload overload = cargo.against(limit);
      over |= overload == CargoMeasured.Overload.CERTAIN;
      if (overload == CargoMeasured.Overload.POSSIBLE && priority == null) {
        priority = AlertPriority.CAUTION;
      }
    }
    if (words.isEmpty()) {
      return Finding.inconclusive("cargo neither weighed nor measured");
    }
    String text = String.join(", ", words) + String.format(Locale.ROOT, ", limit %.0f t", limit);
    if (over) {
      return new Finding(Verdict.FAIL, text, conditions(AlertPriority.ALARM, text));
    }
    return new Finding(Verdict.PASS, text, conditions(priority, text));
  }

  private List<AlertCondition> conditions(@Nullable AlertPriority priority, String text) {
    return priority == null ? List.of() : List.of(new AlertCondition(alert(), 1, priority, text));
  }

  private static OptionalDouble tonnes(OptionalDouble kilograms) {
    return kilograms.isPresent()
        ? OptionalDouble.of(kilograms.getAsDouble() / KILOGRAMS)
        : kilograms;
  }
}
