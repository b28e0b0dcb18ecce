package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.naval.reconciliation.ConstantDrift;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vessel.state.VesselState;

/**
 * Whether declared, weighed and measured cargo agree. A discrepancy fails; what is to be checked
 * again is undecided; a constant that drifts over voyages is a caution.
 */
final class CargoMismatchCheck implements Check {

  private static final int MEASURED = 1;
  private static final int PAPERS = 2;

  @Override
  public String id() {
    return "cargo-weights";
  }

  @Override
  public String title() {
    return "Declared, weighed and measured";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.CARGO_MISMATCH;
  }

  @Override
  public Finding judge(VesselState state) {
    Optional<CargoPicture> known = state.naval().cargo();
    if (known.isEmpty()) {
      return Finding.inconclusive("not yet judged");
    }
    CargoPicture cargo = known.get();
    List<AlertCondition> conditions = new ArrayList<>();
    Set<AlertKind> undecided = EnumSet.noneOf(AlertKind.class);
    Verdict measured =
        judge(
            cargo.reconciliation().verdict(),
            MEASURED,
            "measured: " + cargo.reconciliation().text(),
            conditions);
    Verdict papers = Verdict.PASS;
    String text =
        "measured "
            + cargo.reconciliation().text()
            + cargo.attribution().text().map(where -> "; " + where).orElse("");
    if (cargo.papers().isPresent()) {
      papers = judge(cargo.papersVerdict(), PAPERS, cargo.papersText(), conditions);
      text =
          papers == Verdict.PASS
              ? text + "; " + cargo.papersText()
              : cargo.papersVerdict() + ": " + cargo.papersText() + "; " + text;
    }
    if (measured == Verdict.INCONCLUSIVE && conditions.isEmpty()) {
      undecided.add(alert());
    }
    if (cargo.drift().state() == ConstantDrift.State.DRIFTING) {
      conditions.add(
          new AlertCondition(
              AlertKind.CONSTANT_DRIFT, 1, AlertPriority.CAUTION, cargo.drift().text()));
      text += "; " + cargo.drift().text();
    }
    return new Finding(worse(measured, papers), text, conditions, undecided);
  }

  private Verdict judge(
      org.plimsoll.naval.reconciliation.Verdict verdict,
      int instance,
      String text,
      List<AlertCondition> conditions) {
    return switch (verdict) {
      case MATCH -> Verdict.PASS;
      case UNVERIFIED -> Verdict.INCONCLUSIVE;
      case CHECK -> {
        conditions.add(new AlertCondition(alert(), instance, AlertPriority.CAUTION, text));
        yield Verdict.INCONCLUSIVE;
      }
      case DISCREPANCY -> {
        conditions.add(new AlertCondition(alert(), instance, AlertPriority.WARNING, text));
        yield Verdict.FAIL;
      }
    };
  }

  private static Verdict worse(Verdict one, Verdict other) {
    if (one == Verdict.FAIL || other == Verdict.FAIL) {
      return Verdict.FAIL;
    }
    return one == Verdict.PASS ? other : one;
  }
}
