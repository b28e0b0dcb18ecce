package org.plimsoll.vessel.cargo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.CargoMeasured;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.naval.reconciliation.LaneAttribution;
import org.plimsoll.naval.reconciliation.Manifest;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.naval.reconciliation.MomentAttribution;
import org.plimsoll.naval.reconciliation.Reconciliation;
import org.plimsoll.naval.reconciliation.Residual;
import org.plimsoll.naval.reconciliation.Verdict;
import org.plimsoll.naval.reconciliation.WeightAccuracy;
import org.plimsoll.vessel.loading.LoadingSurvey;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.state.Attribution;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vocabulary.Quality;

/**
 * Holds declared, weighed and measured cargo against each other. Confined to the pipeline thread.
 */
public final class CargoWatch {

  private static final String BASELINE = "baseline";
  private static final String VOYAGES = "voyages";
  private static final int MOST_UNITS_NAMED = 3;

  private final OptionalDouble limitTonnes;
  private final ShipConfig ship;
  private final UnitLedger ledger;
  private final boolean papersAreRead;
  private final PastVoyages voyages = new PastVoyages();
  private Optional<Baseline> baseline = Optional.empty();
  private Manifest.Weights weights = new Manifest(List.of(), Map.of()).weights(accuracy());
  private Papers papers = new Papers(Optional.empty(), Verdict.UNVERIFIED, "no unit has papers");
  private List<CargoUnit> unweighed = List.of();
  private List<CargoUnit> withoutPapers = List.of();
  private long seen = -1;
  private boolean whole;

  /** What the papers say against the weighbridge. */
  private record Papers(Optional<Residual> residual, Verdict verdict, String text) {}

  /**
   * @param papersAreRead whether a unit without papers is one that should have some
   */
  public CargoWatch(double limitTonnes, ShipConfig ship, UnitLedger ledger, boolean papersAreRead) {
    this.ship = ship;
    this.papersAreRead = papersAreRead;
    this.limitTonnes = OptionalDouble.of(limitTonnes);
    this.ledger = ledger;
  }

  private static WeightAccuracy accuracy() {
    return WeightAccuracy.USUAL;
  }

  /**
   * Holds them against each other.
   *
   * @param people on board; empty when nobody counted
   * @param everythingWeighed whether nothing can have rolled aboard unweighed
   * @param declaredTotal of the voyage by hand, tonnes; stands in where nothing is weighed
   * @param laneLoads by the load cells of each lane that has them and speaks
   */
  public CargoPicture look(
      LoadingSurvey.Outcome outcome,
      OptionalDouble people,
      Instant time,
      boolean everythingWeighed,
      OptionalDouble declaredTotal,
      Map<String, Mass> laneLoads) {
    if (ledger.changes() != seen || everythingWeighed != whole) {
      seen = ledger.changes();
      whole = everythingWeighed;
      List<CargoUnit> units = new ArrayList<>(ledger.units());
      papers = papers(units);
      unweighed = units.stream().filter(unit -> unit.weighedTonnes().isEmpty()).toList();
      withoutPapers =
          units.stream().filter(unit -> papersAreRead && unit.declaredTonnes().isEmpty()).toList();
      if (!everythingWeighed || !ledger.isWhole()) {
        units.add(unweighed(units.isEmpty() ? declaredTotal : OptionalDouble.empty()));
      }
      weights = new Manifest(units, Map.of()).weights(accuracy());
    }
    Optional<Mass> single = outcome.surveyed().flatMap(CargoWatch::mass);
    Optional<Mass> difference =
        outcome.surveyed().flatMap(surveyed -> difference(surveyed, outcome, people, time));
    Reconciliation reconciliation =
        Reconciliation.of(limitTonnes, weights, (difference.isPresent() ? difference : single));
    return new CargoPicture(
        reconciliation,
        difference.isPresent()
            ? CargoPicture.Basis.DIFFERENCE
            : single.isPresent() ? CargoPicture.Basis.SURVEY : CargoPicture.Basis.NONE,
        single,
        papers.residual(),
        papers.verdict(),
        papers.text(),
        unweighed,
        withoutPapers,
        voyages.drift(),
        reconciliation.verdict() == Verdict.CHECK || reconciliation.verdict() == Verdict.DISCREPANCY
            ? attribution(reconciliation, outcome, laneLoads)
            : Attribution.none());
  }

  /** Where a residual lies, as far as the places of the units are known. */
  private Attribution attribution(
      Reconciliation reconciliation, LoadingSurvey.Outcome outcome, Map<String, Mass> laneLoads) {
    boolean stowed =
        weights.best().stream().allMatch(weight -> weight.unit().positionMetres().isPresent());
    List<LaneAttribution> lanes =
        stowed && !laneLoads.isEmpty() ? LaneAttribution.of(weights, laneLoads) : List.of();
    // What was aboard at the baseline had its moment in the trim of then.
    Optional<MomentAttribution> moment =
        baseline
            .filter(from -> from.weighedTonnes() == 0)
            .flatMap(Baseline::trim)
            .flatMap(before -> trim(outcome).flatMap(now -> now.since(before, ship)))
            .flatMap(
                change ->
                    reconciliation
                        .residual()
                        .map(residual -> MomentAttribution.of(weights, residual, change)));
    return new Attribution(lanes, moment);
  }

  private Optional<TrimSeen> trim(LoadingSurvey.Outcome outcome) {
    return outcome
        .surveyed()
        .map(surveyed -> TrimSeen.of(surveyed.floating(), outcome.scatter(), ship));
  }

  /** All that may be aboard and in no ledger. */
  private static CargoUnit unweighed(OptionalDouble declaredTonnes) {
    return new CargoUnit(
        declaredTonnes.isPresent() ? "the cargo as declared" : "what was not weighed",
        "",
        "",
        OptionalDouble.empty(),
        declaredTonnes,
        OptionalDouble.empty());
  }

  private static Optional<Mass> mass(SurveyResult.Surveyed surveyed) {
    return surveyed
        .cargo()
        .map(
            (CargoMeasured cargo) ->
                new Mass(cargo.massTonnes(), cargo.u95Tonnes(), surveyed.quality()));
  }

  private Optional<Mass> difference(
      SurveyResult.Surveyed surveyed,
      LoadingSurvey.Outcome outcome,
      OptionalDouble people,
      Instant time) {
    OptionalDouble net = net(surveyed, outcome, people);
    Optional<Baseline> valid = baseline.filter(from -> from.isValid(time));
    if (net.isEmpty() || valid.isEmpty()) {
      return Optional.empty();
    }
    UncertaintyBudget budget =
        UncertaintyBudget.ofDifference(
            valid.get().budget(), surveyed.displacementUncertainty(), UncertaintyBudget.SAME_STAY);
    return Optional.of(
        new Mass(
            valid.get().weighedTonnes() + net.getAsDouble() - valid.get().netTonnes(),
            budget.u95Tonnes(),
            surveyed.quality()));
  }

  /** Displacement less deductibles and people; empty when one of them is not known. */
  private static OptionalDouble net(
      SurveyResult.Surveyed surveyed, LoadingSurvey.Outcome outcome, OptionalDouble people) {
    return people.isEmpty() || outcome.deductiblesTonnes().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            surveyed.displacement().tonnes()
                - outcome.deductiblesTonnes().getAsDouble()
                - people.getAsDouble() * DraughtSurvey.PASSENGER_TONNES);
  }

  /** Freezes the survey from which the cargo of this stay is measured. */
  public boolean beginStay(LoadingSurvey.Outcome outcome, OptionalDouble people, Instant time) {
    Optional<SurveyResult.Surveyed> surveyed = outcome.surveyed();
    if (surveyed.isEmpty()) {
      return false;
    }
    OptionalDouble net = net(surveyed.get(), outcome, people);
    if (net.isEmpty()) {
      return false;
    }
    baseline =
        Optional.of(
            new Baseline(
                time,
                net.getAsDouble(),
                weights.total().tonnes(),
                trim(outcome),
                surveyed.get().displacementUncertainty()));
    return true;
  }

  /**
   * Ends the stay. The residual of one survey alone goes to the past voyages, because a constant
   * that drifts is in it and not in a difference.
   */
  public void endStay(CargoPicture picture) {
    baseline = Optional.empty();
    boolean verified =
        picture.single().isPresent()
            && isGood(picture.single().get().quality())
            && ledger.isWhole()
            && !weights.best().isEmpty()
            && weights.unknown().isEmpty();
    if (verified) {
      Mass measured = picture.single().get();
      Manifest.Sum best = weights.total();
      voyages.add(
          new Residual(
              measured.tonnes() - best.tonnes(),
              Math.hypot(measured.u95Tonnes(), best.u95Tonnes())));
    }
  }

  private static boolean isGood(Quality quality) {
    return quality == Quality.GOOD || quality == Quality.MANUAL;
  }

  /** Ends the stay without a voyage: she came from sea. */
  public void arrive() {
    baseline = Optional.empty();
  }

  private static Papers papers(List<CargoUnit> units) {
    double sum = 0;
    double variance = 0;
    int both = 0;
    Verdict worst = Verdict.MATCH;
    List<String> words = new ArrayList<>();
    for (CargoUnit unit : units) {
      if (unit.declaredTonnes().isPresent() && unit.weighedTonnes().isPresent()) {
        double weighed = unit.weighedTonnes().getAsDouble();
        double declared = unit.declaredTonnes().getAsDouble();
        double u95 = Math.hypot(accuracy().weighedTonnes(), accuracy().declaredPart() * declared);
        Verdict verdict = Verdict.of(weighed - declared, u95);
        both++;
        sum += weighed - declared;
        variance += u95 * u95;
        worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        if (verdict != Verdict.MATCH) {
          words.add(
              String.format(
                  Locale.ROOT, "%s weighs %.1f t, declared %.1f t", unit.id(), weighed, declared));
        }
      }
    }
    if (both == 0) {
      return new Papers(Optional.empty(), Verdict.UNVERIFIED, "no unit has papers");
    }
    Residual residual = new Residual(sum, Math.sqrt(variance));
    Verdict ofSum = Verdict.of(residual.tonnes(), residual.u95Tonnes());
    worst = ofSum.compareTo(worst) > 0 ? ofSum : worst;
    String text =
        words.isEmpty()
            ? String.format(Locale.ROOT, "%d units weigh what they declared", both)
            : String.join("; ", words.subList(0, Math.min(MOST_UNITS_NAMED, words.size())))
                + (words.size() > MOST_UNITS_NAMED
                    ? " and " + (words.size() - MOST_UNITS_NAMED) + " more"
                    : "");
    return new Papers(Optional.of(residual), worst, text);
  }

  /** Sum of the declared weights of what is aboard, tonnes. */
  public double declaredTonnes() {
    return weights.declared().map(Manifest.Sum::tonnes).orElse(0.0);
  }

  /** Whether every unit aboard has papers. */
  public boolean allDeclared() {
    int units = weights.best().size() + weights.unknown().size();
    return ledger.isWhole() && weights.declared().map(Manifest.Sum::units).orElse(0) == units;
  }

  /** What must survive a power cut, by its key. */
  public Map<String, String> memory() {
    return Map.of(BASELINE, baseline.map(Baseline::memory).orElse(""), VOYAGES, voyages.memory());
  }

  /**
   * Restores what {@link #memory()} said before the restart.
   *
   * @return what could not be read
   */
  public List<String> restore(Map<String, String> memory) {
    List<String> lost = new ArrayList<>();
    String past = memory.getOrDefault(VOYAGES, "");
    if (!past.isEmpty() && !voyages.restore(past)) {
      lost.add(past);
    }
    String stay = memory.getOrDefault(BASELINE, "");
    baseline = stay.isEmpty() ? Optional.empty() : Baseline.of(stay);
    if (!stay.isEmpty() && baseline.isEmpty()) {
      lost.add(stay);
    }
    return lost;
  }
}
