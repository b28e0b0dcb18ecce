package org.plimsoll.naval.form;

import static org.plimsoll.naval.form.Precision.DIGITS;
import static org.plimsoll.naval.form.Precision.decimal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.plimsoll.naval.HydrostaticRow;
import org.plimsoll.naval.HydrostaticTable;

/**
 * What the form reads from the hull's properties, in decimal, strictly within the rows.
 *
 * @param lbp between perpendiculars, m
 * @param draught mean draught, m
 * @param trim + by the stern, m
 * @param portDraught midship, m
 * @param starboardDraught midship, m
 */
record TableFigures(
    BigDecimal lbp,
    BigDecimal draught,
    BigDecimal trim,
    BigDecimal portDraught,
    BigDecimal starboardDraught) {

  private static final BigDecimal NEMOTO_METRES = new BigDecimal("0.5");
  private static final String NO_SECOND =
      "no second trim correction: the table does not reach 0.5 m above and below";
  private static final String NO_LIST =
      "no list correction: no immersion at the midship draught of each side";

  /** What the table says. */
  sealed interface Outcome {}

  /** Each property in the unit of its line; an empty one leaves its correction out. */
  record Found(
      BigDecimal displacement,
      BigDecimal immersion,
      Optional<BigDecimal> flotationArm,
      Optional<BigDecimal> trimMomentDifference,
      Optional<BigDecimal> sideImmersionDifference,
      List<String> remarks)
      implements Outcome {}

  /** The mean draught is outside. */
  record Outside(String reason) implements Outcome {}

  Outcome of(FormHydrostatics hydrostatics) {
    if (hydrostatics instanceof FormHydrostatics.Entered entered) {
      return entered(entered);
    }
    if (hydrostatics instanceof FormHydrostatics.EvenKeel even) {
      return evenKeel(even.table());
    }
    if (hydrostatics instanceof FormHydrostatics.ByTrim byTrim) {
      return asTrimmed(byTrim);
    }
    throw new AssertionError(hydrostatics);
  }

  private Outcome entered(FormHydrostatics.Entered entered) {
    FormHydrostatics.EnteredRow lower = entered.lower();
    FormHydrostatics.EnteredRow upper = entered.upper();
    BigDecimal from = decimal(lower.draughtMetres());
    BigDecimal to = decimal(upper.draughtMetres());
    if (draught.compareTo(from) < 0 || draught.compareTo(to) > 0) {
      return outside(lower.draughtMetres(), upper.draughtMetres());
    }
    Line line = new Line(from, to, draught);
    BigDecimal immersion = line.between(lower.tonnesPerCentimetre(), upper.tonnesPerCentimetre());
    Optional<BigDecimal> sides = sides(entered, immersion);
    boolean listed = portDraught.compareTo(starboardDraught) != 0;
    return new Found(
        line.between(lower.displacementTonnes(), upper.displacementTonnes()),
        immersion,
        Optional.of(
            line.between(lower.flotationAftOfMidshipMetres(), upper.flotationAftOfMidshipMetres())),
        Optional.of(
            decimal(entered.trimMomentAbove()).subtract(decimal(entered.trimMomentBelow()))),
        sides.or(() -> listed ? Optional.empty() : Optional.of(BigDecimal.ZERO)),
        sides.isEmpty() && listed ? List.of(NO_LIST) : List.of());
  }

  /**
   * TPC of the port less that of the starboard side. What a person typed is taken as the trade
   * does, which adds the correction whatever the sign; so the deeper side has the greater TPC.
   */
  private Optional<BigDecimal> sides(FormHydrostatics.Entered entered, BigDecimal immersion) {
    Optional<BigDecimal> typed =
        entered
            .sides()
            .map(
                at ->
                    decimal(at.portTonnesPerCentimetre())
                        .subtract(decimal(at.starboardTonnesPerCentimetre()))
                        .abs());
    boolean isFlat = entered.lower().tonnesPerCentimetre() == entered.upper().tonnesPerCentimetre();
    Optional<BigDecimal> found =
        isFlat
            ? typed.or(() -> entered.summer().flatMap(summer -> towards(summer, immersion)))
            : typed;
    return portDraught.compareTo(starboardDraught) < 0 ? found.map(BigDecimal::negate) : found;
  }

  private Optional<BigDecimal> towards(
      FormHydrostatics.SummerImmersion summer, BigDecimal immersion) {
    BigDecimal run = decimal(summer.draughtMetres()).subtract(draught);
    return run.signum() == 0
        ? Optional.empty()
        : Optional.of(
            decimal(summer.tonnesPerCentimetre())
                .subtract(immersion)
                .multiply(portDraught.subtract(starboardDraught))
                .divide(run, DIGITS)
                .abs());
  }

  private Outcome evenKeel(HydrostaticTable table) {
    Optional<BigDecimal> displacement = at(table, draught, HydrostaticRow::displacementTonnes);
    if (displacement.isEmpty()) {
      return outside(table.leastDraughtMetres(), table.greatestDraughtMetres());
    }
    List<String> remarks = new ArrayList<>();
    ToDoubleFunction<HydrostaticRow> moment = HydrostaticRow::trimMomentTonneMetresPerCentimetre;
    Optional<BigDecimal> moments =
        difference(
            at(table, draught.add(NEMOTO_METRES), moment),
            at(table, draught.subtract(NEMOTO_METRES), moment));
    if (moments.isEmpty()) {
      remarks.add(NO_SECOND);
    }
    Optional<BigDecimal> sides =
        difference(
            at(table, portDraught, HydrostaticRow::tonnesPerCentimetre),
            at(table, starboardDraught, HydrostaticRow::tonnesPerCentimetre));
    if (sides.isEmpty()) {
      remarks.add(NO_LIST);
    }
    BigDecimal half = lbp.divide(BigDecimal.valueOf(2), DIGITS);
    return new Found(
        displacement.get(),
        at(table, draught, HydrostaticRow::tonnesPerCentimetre).orElseThrow(),
        at(table, draught, HydrostaticRow::flotationFromApMetres).map(half::subtract),
        moments,
        sides,
        remarks);
  }

  /** The displacement as trimmed, and no trim correction. */
  private Outcome asTrimmed(FormHydrostatics.ByTrim byTrim) {
    OptionalDouble displacement =
        byTrim.table().displacementTonnes(draught.doubleValue(), trim.doubleValue());
    Outcome even = evenKeel(byTrim.evenKeel());
    if (displacement.isEmpty()) {
      return new Outside(
          String.format(
              Locale.ROOT,
              "mean draught %.3f m with trim %.3f m outside the table's %s",
              draught,
              trim,
              byTrim.table().range()));
    }
    if (even instanceof Found found) {
      List<String> remarks = new ArrayList<>(found.remarks());
      remarks.remove(NO_SECOND);
      remarks.add("table by trim: no trim corrections");
      return new Found(
          decimal(displacement.getAsDouble()),
          found.immersion(),
          Optional.empty(),
          Optional.empty(),
          found.sideImmersionDifference(),
          remarks);
    }
    return even;
  }

  private Outside outside(double least, double greatest) {
    return new Outside(
        String.format(
            Locale.ROOT,
            "mean draught %.3f m outside the table's %.3f to %.3f",
            draught,
            least,
            greatest));
  }

  private static Optional<BigDecimal> at(
      HydrostaticTable table, BigDecimal draught, ToDoubleFunction<HydrostaticRow> column) {
    return table
        .around(draught.doubleValue())
        .map(
            bracket ->
                new Line(
                        decimal(bracket.lower().draughtMetres()),
                        decimal(bracket.upper().draughtMetres()),
                        draught)
                    .between(
                        column.applyAsDouble(bracket.lower()),
                        column.applyAsDouble(bracket.upper())));
  }

  private static Optional<BigDecimal> difference(
      Optional<BigDecimal> minuend, Optional<BigDecimal> subtrahend) {
    return minuend.flatMap(from -> subtrahend.map(from::subtract));
  }

  /** The straight line between two rows, at one draught. */
  private record Line(BigDecimal from, BigDecimal to, BigDecimal at) {

    BigDecimal between(double lower, double upper) {
      BigDecimal rise = decimal(upper).subtract(decimal(lower));
      return decimal(lower).add(rise.multiply(at.subtract(from)).divide(to.subtract(from), DIGITS));
    }
  }
}
