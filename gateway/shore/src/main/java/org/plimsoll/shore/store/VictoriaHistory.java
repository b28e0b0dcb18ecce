package org.plimsoll.shore.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Counts and charts out of VictoriaMetrics. A server limits how many samples a query may touch, so
 * whatever is too much is asked in halves. Stateless.
 */
final class VictoriaHistory {

  private final MetricsQl victoria;

  VictoriaHistory(MetricsQl victoria) {
    this.victoria = victoria;
  }

  /** How many samples the selected series have in a closed range of time, by a label. */
  Map<String, Long> counts(String selector, String label, long from, long to)
      throws StoreUnavailable {
    Map<String, Long> counts = new TreeMap<>();
    addCounts(counts, selector, label, from, to);
    return counts;
  }

  private void addCounts(
      Map<String, Long> counts, String selector, String label, long from, long to)
      throws StoreUnavailable {
    String window = "[" + (to - from + 1) + "ms]";
    try {
      for (MetricsQl.Series series :
          victoria.at("sum(count_over_time(" + selector + window + ")) by (" + label + ")", to)) {
        counts.merge(series.label(label), (long) series.samples().get(0).value(), Long::sum);
      }
    } catch (MetricsQl.TooMuch e) {
      if (from == to) {
        throw new StoreUnavailable(e.getMessage());
      }
      long middle = from + (to - from) / 2;
      addCounts(counts, selector, label, from, middle);
      addCounts(counts, selector, label, middle + 1, to);
    }
  }

  History history(HistoryQuery asked) throws StoreUnavailable {
    if (asked.toMillis() <= VictoriaLines.MIN_TIME_MILLIS) {
      return new History(asked.source(), 0, List.of());
    }
    HistoryQuery query =
        new HistoryQuery(
            asked.vessel(),
            asked.path(),
            asked.source(),
            Math.max(asked.fromMillis(), VictoriaLines.MIN_TIME_MILLIS),
            asked.toMillis(),
            asked.points());
    long from = query.fromMillis();
    String path = "vessel=\"" + query.vessel().text() + "\",path=\"" + query.path() + "\"";
    String source = "";
    long most = 0;
    for (Map.Entry<String, Long> count :
        counts(VictoriaLines.SEQUENCE + "{" + path + "}", "source", from, query.toMillis())
            .entrySet()) {
      boolean wanted = query.source().map(count.getKey()::equals).orElse(true);
      if (wanted && count.getValue() > most) {
        most = count.getValue();
        source = count.getKey();
      }
    }
    if (most == 0) {
      return new History(query.source(), 0, List.of());
    }
    String labels = "{" + path + ",source=\"" + Names.requireValid("source", source) + "\"}";
    return most <= query.points()
        ? single(source, labels, from, query.toMillis())
        : thinned(source, labels, query);
  }

  private History single(String source, String labels, long from, long to) throws StoreUnavailable {
    Map<List<String>, Map<Long, OptionalDouble>> runs = new TreeMap<>(VictoriaHistory::compare);
    for (MetricsQl.Series series : victoria.samples(VictoriaLines.SEQUENCE + labels, from, to)) {
      Map<Long, OptionalDouble> run = run(runs, series);
      series.samples().forEach(sample -> run.put(sample.timeMillis(), OptionalDouble.empty()));
    }
    for (MetricsQl.Series series : victoria.samples(VictoriaLines.VALUE + labels, from, to)) {
      Map<Long, OptionalDouble> run = run(runs, series);
      series
          .samples()
          .forEach(sample -> run.put(sample.timeMillis(), OptionalDouble.of(sample.value())));
    }
    List<History.At> points = new ArrayList<>();
    runs.values()
        .forEach(run -> run.forEach((time, value) -> points.add(new History.At(time, value))));
    points.sort((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
    return new History(Optional.of(source), 0, points);
  }

  /** Readings of one clock epoch and stream, by time. */
  private static Map<Long, OptionalDouble> run(
      Map<List<String>, Map<Long, OptionalDouble>> runs, MetricsQl.Series series) {
    return runs.computeIfAbsent(
        List.of(series.label("epoch"), series.label("stream")), any -> new TreeMap<>());
  }

  private static int compare(List<String> a, List<String> b) {
    int epochs = a.get(0).compareTo(b.get(0));
    return epochs != 0 ? epochs : a.get(1).compareTo(b.get(1));
  }

  /** Least and greatest of a bucket, each with the time at which it was so. */
  private record Extremes(double least, double leastAt, double greatest, double greatestAt) {}

  /** Two points a bucket, its extremes; a bucket without a usable value has none. */
  private History thinned(String source, String labels, HistoryQuery query)
      throws StoreUnavailable {
    long step = query.stepMillis();
    Buckets buckets = new Buckets(labels, query.fromMillis(), query.toMillis(), step);
    Map<Long, List<History.At>> points = new TreeMap<>();
    for (MetricsQl.Series series : buckets.ask("count", VictoriaLines.SEQUENCE)) {
      for (MetricsQl.Sample sample : series.samples()) {
        long begin = sample.timeMillis() + 1 - step;
        points.put(begin, pair(begin, step, OptionalDouble.empty(), OptionalDouble.empty()));
      }
    }
    buckets
        .extremes()
        .forEach(
            (begin, of) -> {
              boolean rising = of.leastAt() <= of.greatestAt();
              points.put(
                  begin,
                  pair(
                      begin,
                      step,
                      OptionalDouble.of(rising ? of.least() : of.greatest()),
                      OptionalDouble.of(rising ? of.greatest() : of.least())));
            });
    return new History(
        Optional.of(source), step, points.values().stream().flatMap(List::stream).toList());
  }

  private static List<History.At> pair(
      long begin, long step, OptionalDouble first, OptionalDouble second) {
    return List.of(new History.At(begin, first), new History.At(begin + step / 2, second));
  }

  /** The buckets of one chart. Confined to the caller. */
  private final class Buckets {

    private final String labels;
    private final long from;
    private final long step;
    private final long last;

    Buckets(String labels, long from, long to, long step) {
      this.labels = labels;
      this.step = step;
      this.from = from;
      this.last = (to - from) / step;
    }

    List<MetricsQl.Series> ask(String what, String metric) throws StoreUnavailable {
      List<MetricsQl.Series> answers = new ArrayList<>();
      ask(answers, what + "_over_time(" + metric + labels + "[" + step + "ms])", 0, last);
      return answers;
    }

    /** The bucket at t has what is after t - step, up to t. */
    private void ask(List<MetricsQl.Series> answers, String expression, long first, long end)
        throws StoreUnavailable {
      try {
        answers.addAll(
            victoria.over(
                expression, from + (first + 1) * step - 1, from + (end + 1) * step - 1, step));
      } catch (MetricsQl.TooMuch e) {
        if (first == end) {
          throw new StoreUnavailable(e.getMessage());
        }
        long middle = first + (end - first) / 2;
        ask(answers, expression, first, middle);
        ask(answers, expression, middle + 1, end);
      }
    }

    /** Of each bucket that has a usable value, by its begin. */
    Map<Long, Extremes> extremes() throws StoreUnavailable {
      Map<Run, double[]> runs = new HashMap<>();
      String[] questions = {"min", "tmin", "max", "tmax"};
      for (int i = 0; i < questions.length; i++) {
        for (MetricsQl.Series series : ask(questions[i], VictoriaLines.VALUE)) {
          for (MetricsQl.Sample sample : series.samples()) {
            Run run =
                new Run(
                    sample.timeMillis() + 1 - step, series.label("epoch"), series.label("stream"));
            runs.computeIfAbsent(run, any -> new double[4])[i] = sample.value();
          }
        }
      }
      Map<Long, Extremes> extremes = new TreeMap<>();
      runs.forEach(
          (run, of) ->
              extremes.merge(run.begin(), new Extremes(of[0], of[1], of[2], of[3]), Buckets::both));
      return extremes;
    }

    private static Extremes both(Extremes a, Extremes b) {
      Extremes least = a.least() <= b.least() ? a : b;
      Extremes greatest = a.greatest() >= b.greatest() ? a : b;
      return new Extremes(
          least.least(), least.leastAt(), greatest.greatest(), greatest.greatestAt());
    }
  }

  private record Run(long begin, String epoch, String stream) {}
}
