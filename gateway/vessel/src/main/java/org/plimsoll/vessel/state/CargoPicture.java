package org.plimsoll.vessel.state;

import java.util.List;
import java.util.Optional;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.naval.reconciliation.ConstantDrift;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.naval.reconciliation.Reconciliation;
import org.plimsoll.naval.reconciliation.Residual;
import org.plimsoll.naval.reconciliation.Verdict;

/**
 * What she carries by papers, weighbridge and draught.
 *
 * @param reconciliation of the measured cargo with the best weights
 * @param basis where the measured cargo comes from
 * @param single the cargo by one survey alone; empty when it is not known
 * @param papers weighed less declared of all units that have both; empty when none has
 * @param papersVerdict on the worst single unit and on the sum
 * @param papersText which units are not what their papers say
 * @param unweighed units that rolled aboard with papers and without a weighing
 * @param withoutPapers units that were weighed and have none, on a ship where papers are read
 * @param drift of the ship's constant over past voyages
 * @param attribution of a residual that is none by chance
 */
public record CargoPicture(
    Reconciliation reconciliation,
    Basis basis,
    Optional<Mass> single,
    Optional<Residual> papers,
    Verdict papersVerdict,
    String papersText,
    List<CargoUnit> unweighed,
    List<CargoUnit> withoutPapers,
    ConstantDrift.Finding drift,
    Attribution attribution) {

  public CargoPicture {
    unweighed = List.copyOf(unweighed);
    withoutPapers = List.copyOf(withoutPapers);
  }

  /** How the cargo was measured. */
  public enum Basis {
    /** One survey: displacement less everything that is not cargo. */
    SURVEY,
    /** The difference of two surveys of one stay, in which the common errors go out. */
    DIFFERENCE,
    NONE
  }

  /** The worse of measured against weighed and weighed against declared. */
  public Verdict verdict() {
    Verdict measured = reconciliation.verdict();
    return List.of(Verdict.DISCREPANCY, Verdict.CHECK, Verdict.UNVERIFIED).stream()
        .filter(worst -> worst == measured || worst == papersVerdict && papers.isPresent())
        .findFirst()
        .orElse(Verdict.MATCH);
  }
}
