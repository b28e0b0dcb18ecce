package org.plimsoll.bench.survey;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtPrinciple;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.reconciliation.Verdict;

/**
 * {@code bench survey}: loadings with a known truth through sensors, filter, survey and
 * reconciliation, and how often what they state is so.
 */
public final class SurveyBench {

  private static final int PROGRESS_PARTS = 10;
  private static final double LEAST_INSIDE = 0.93;
  private static final double MOST_INSIDE = 0.97;

  private final Options options;
  private final FormulaHull hull = new FormulaHull();

  public SurveyBench(Options options) {
    this.options = options;
  }

  /** Accuracies that can be tried. */
  public enum Accuracy {
    GOOD(SurveyAccuracy.GOOD, DraughtMark.values().length),
    TYPICAL(SurveyAccuracy.TYPICAL, DraughtMark.values().length),
    /** Good sensors that measure the pressure of the water, with a poorer density sample. */
    PRESSURE(
        new SurveyAccuracy(0.005, 0.003, 0.002, 6, 5, DraughtPrinciple.PRESSURE),
        DraughtMark.values().length),
    /** Good sensors of which another one is dead in every survey; no verdict may rest on them. */
    FIVE_OF_SIX(SurveyAccuracy.GOOD, DraughtMark.values().length - 1);

    private final SurveyAccuracy sigmas;
    private final int sensors;

    Accuracy(SurveyAccuracy sigmas, int sensors) {
      this.sigmas = sigmas;
      this.sensors = sensors;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return words(this).replace(' ', '-');
    }
  }

  /** Where the survey takes the displacement of a trimmed ship from. */
  public enum Tables {
    /** The table for even keel, with both trim corrections. */
    EVEN_KEEL,
    BY_TRIM;

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return words(this).replace(' ', '-');
    }
  }

  /**
   * What to draw.
   *
   * @param loadings for each accuracy
   * @param seed of all draws
   * @param accuracies to try
   * @param tables of the ship
   * @param greatestChopMetres greatest standard deviation of the waves at a mark; each survey draws
   *     its own, from none
   */
  public record Options(
      int loadings,
      long seed,
      List<Accuracy> accuracies,
      Tables tables,
      double greatestChopMetres) {
    public Options {
      accuracies = List.copyOf(accuracies);
      if (loadings < 1 || !(greatestChopMetres >= 0)) {
        throw new IllegalArgumentException("%d loadings".formatted(loadings));
      }
    }

    /** What the module's README states. */
    public static Options defaults() {
      return new Options(10_000, 1, List.of(Accuracy.values()), Tables.BY_TRIM, 0.010);
    }
  }

  /**
   * Runs.
   *
   * @param out the table
   * @param progress what is being done
   * @return 0 when every figure holds, 1 otherwise
   */
  public int run(PrintStream out, PrintStream progress) {
    List<Figure> figures = new ArrayList<>();
    for (Accuracy accuracy : options.accuracies()) {
      figures.addAll(figures(accuracy, loadings(accuracy, progress)));
    }
    out.printf(
        Locale.ROOT,
        "%d loadings, seed %d, tables %s, waves of 0 to %.0f mm at a mark%n",
        options.loadings(),
        options.seed(),
        words(options.tables()),
        1000 * options.greatestChopMetres());
    figures.forEach(figure -> out.println(figure.text()));
    return figures.stream().allMatch(Figure::holds) ? 0 : 1;
  }

  private List<Voyage.Outcome> loadings(Accuracy accuracy, PrintStream progress) {
    HullBooklet booklet = HullBooklet.of(hull);
    DraughtSurvey survey =
        new DraughtSurvey(
            booklet.particulars(),
            booklet.evenKeel(),
            options.tables() == Tables.BY_TRIM ? Optional.of(booklet.byTrim()) : Optional.empty(),
            accuracy.sigmas);
    AtomicInteger done = new AtomicInteger();
    int part = Math.max(1, options.loadings() / PROGRESS_PARTS);
    return IntStream.range(0, options.loadings())
        .parallel()
        .mapToObj(
            i -> {
              RandomGenerator random = random(accuracy, i);
              Voyage.Outcome outcome =
                  new Voyage(
                          booklet,
                          hull,
                          accuracy.sigmas,
                          accuracy.sensors,
                          survey,
                          options.greatestChopMetres(),
                          random)
                      .run();
              int now = done.incrementAndGet();
              if (now % part == 0) {
                progress.printf("%s: %d of %d%n", words(accuracy), now, options.loadings());
              }
              return outcome;
            })
        .toList();
  }

  /** A generator that depends on nothing but its loading, so that no thread matters. */
  private RandomGenerator random(Accuracy accuracy, int loading) {
    SplittableRandom ofAccuracy = new SplittableRandom(options.seed() + accuracy.ordinal());
    long ofLoading = ofAccuracy.nextLong() ^ new SplittableRandom(loading).nextLong();
    return new SplittableRandom(ofLoading);
  }

  private List<Figure> figures(Accuracy accuracy, List<Voyage.Outcome> outcomes) {
    List<Figure> figures = new ArrayList<>();
    String name = words(accuracy);
    double absolute = mean(outcomes, Voyage.Outcome::absoluteU95Tonnes);
    double difference = mean(outcomes, Voyage.Outcome::differenceU95Tonnes);
    figures.add(
        figure(
            "%s, one survey: cargo inside U95 of %.1f t".formatted(name, absolute),
            outcomes,
            Voyage.Outcome::absoluteInside,
            LEAST_INSIDE,
            MOST_INSIDE));
    figures.add(
        figure(
            "%s, before and after: cargo inside U95 of %.1f t".formatted(name, difference),
            outcomes,
            Voyage.Outcome::differenceInside,
            LEAST_INSIDE,
            MOST_INSIDE));
    if (accuracy.sensors == DraughtMark.values().length) {
      figures.addAll(verdicts(name, outcomes, accuracy == Accuracy.GOOD));
    }
    return figures;
  }

  private static List<Figure> verdicts(String name, List<Voyage.Outcome> outcomes, boolean judged) {
    return List.of(
        figure(
            name + ", papers wrong by 40 t: DISCREPANCY",
            outcomes,
            outcome -> outcome.fortyTonnes() == Verdict.DISCREPANCY,
            judged ? 0.95 : 0,
            1),
        figure(
            name + ", papers wrong by 20 t: CHECK or DISCREPANCY",
            outcomes,
            outcome ->
                outcome.twentyTonnes() == Verdict.CHECK
                    || outcome.twentyTonnes() == Verdict.DISCREPANCY,
            judged ? 0.80 : 0,
            1),
        figure(
            name + ", honest papers: DISCREPANCY",
            outcomes,
            outcome -> outcome.honest() == Verdict.DISCREPANCY,
            0,
            judged ? 0.001 : 1),
        figure(
            name + ", both surveys GOOD by their own checks",
            outcomes,
            Voyage.Outcome::good,
            0,
            1));
  }

  private static double mean(
      List<Voyage.Outcome> outcomes, ToDoubleFunction<Voyage.Outcome> figure) {
    return outcomes.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static Figure figure(
      String what,
      List<Voyage.Outcome> outcomes,
      Predicate<Voyage.Outcome> is,
      double least,
      double most) {
    int count = (int) outcomes.stream().filter(is).count();
    return new Figure(what, count, outcomes.size(), least, most);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
