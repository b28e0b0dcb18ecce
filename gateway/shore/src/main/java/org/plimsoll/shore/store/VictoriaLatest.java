package org.plimsoll.shore.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/** Finds the latest reading of each path and source in VictoriaMetrics. Confined to the caller. */
final class VictoriaLatest {

  /** The first window; each further one is ten times as long, up to the longest. */
  private static final Duration FIRST_WINDOW = Duration.ofDays(1);

  private static final Duration LONGEST_WINDOW = Duration.ofDays(100);

  private final MetricsQl victoria;
  private final VesselId vessel;
  private final Map<List<String>, Point.Reading> found = new HashMap<>();

  VictoriaLatest(MetricsQl victoria, VesselId vessel) {
    this.victoria = victoria;
    this.vessel = vessel;
  }

  /**
   * Asks for one window of time after the other, backwards, and no further than until each path and
   * source was met.
   *
   * @param until latest time there can be
   */
  List<Point.Reading> read(long until) throws StoreUnavailable {
    Set<List<String>> wanted = channels(until);
    long end = until;
    long window = FIRST_WINDOW.toMillis();
    while (end >= VictoriaLines.MIN_TIME_MILLIS && !found.keySet().containsAll(wanted)) {
      long begin = Math.max(end - window + 1, VictoriaLines.MIN_TIME_MILLIS);
      read(begin, end, selector(wanted));
      end = begin - 1;
      window = Math.min(window * 10, LONGEST_WINDOW.toMillis());
    }
    return List.copyOf(found.values());
  }

  /** Path and source of everything that the vessel was ever heard to measure. */
  private Set<List<String>> channels(long until) throws StoreUnavailable {
    Set<List<String>> channels = new HashSet<>();
    String of = VictoriaLines.SEQUENCE + "{vessel=\"" + vessel.text() + "\"";
    long from = VictoriaLines.MIN_TIME_MILLIS;
    for (String path : victoria.labels("path", of + "}", from, until)) {
      String readings = of + ",path=\"" + Names.requireValid("path", path) + "\"}";
      for (String source : victoria.labels("source", readings, from, until)) {
        channels.add(List.of(path, source));
      }
    }
    return channels;
  }

  /** The paths that are still wanted, if they are few enough to be named. */
  private String selector(Set<List<String>> wanted) {
    Set<String> paths = new TreeSet<>();
    for (List<String> channel : wanted) {
      if (!found.containsKey(channel)) {
        paths.add(Names.requireValid("path", channel.get(0)).replace(".", "\\\\."));
      }
    }
    String named = String.join("|", paths);
    return "{__name__=~\"plimsoll_(value|doubtful|quality|seq)\",vessel=\""
        + vessel.text()
        + "\""
        + (named.length() > MetricsQl.MAX_SELECTOR ? "" : ",path=~\"" + named + "\"")
        + "}";
  }

  /** One run of readings: its path, source, clock epoch and stream. */
  private record Run(String path, String source, String epoch, String stream) {

    static Run of(MetricsQl.Series series) {
      return new Run(
          series.label("path"),
          series.label("source"),
          series.label("epoch"),
          series.label("stream"));
    }
  }

  /** The last sample of a field of a run. */
  private record Last(double time, double value) {}

  private void read(long begin, long end, String selector) throws StoreUnavailable {
    Map<Run, Map<String, Last>> runs;
    try {
      runs = runs(begin, end, selector);
    } catch (MetricsQl.TooMuch e) {
      if (begin == end) {
        throw new StoreUnavailable(e.getMessage());
      }
      long middle = begin + (end - begin) / 2;
      read(middle + 1, end, selector);
      read(begin, middle, selector);
      return;
    }
    List<Point.Reading> readings = new ArrayList<>();
    runs.forEach((run, fields) -> reading(run, fields).ifPresent(readings::add));
    Set<List<String>> before = Set.copyOf(found.keySet());
    for (Point.Reading reading : readings) {
      List<String> channel = List.of(reading.path(), reading.source());
      if (!before.contains(channel)) {
        found.merge(channel, reading, (a, b) -> a.timeMillis() >= b.timeMillis() ? a : b);
      }
    }
  }

  private Map<Run, Map<String, Last>> runs(long begin, long end, String selector)
      throws StoreUnavailable, MetricsQl.TooMuch {
    String window = selector + "[" + (end - begin + 1) + "ms]";
    Map<Run, Map<String, Double>> values = new HashMap<>();
    for (MetricsQl.Series series : victoria.at("last_over_time(" + window + ")", end)) {
      values
          .computeIfAbsent(Run.of(series), any -> new HashMap<>())
          .put(series.label("__name__"), series.samples().get(0).value());
    }
    Map<Run, Map<String, Last>> runs = new HashMap<>();
    for (MetricsQl.Series series :
        victoria.at("tlast_over_time(" + window + ") keep_metric_names", end)) {
      Double value = values.getOrDefault(Run.of(series), Map.of()).get(series.label("__name__"));
      if (value != null) {
        runs.computeIfAbsent(Run.of(series), any -> new HashMap<>())
            .put(series.label("__name__"), new Last(series.samples().get(0).value(), value));
      }
    }
    return runs;
  }

  /** A run's latest reading; none when a write between the two questions left it half told. */
  private Optional<Point.Reading> reading(Run run, Map<String, Last> fields) {
    Last sequence = fields.get(VictoriaLines.SEQUENCE);
    Last quality = fields.get(VictoriaLines.QUALITY);
    if (sequence == null || quality == null || quality.time() != sequence.time()) {
      return Optional.empty();
    }
    OptionalDouble value = OptionalDouble.empty();
    for (String field : List.of(VictoriaLines.VALUE, VictoriaLines.DOUBTFUL)) {
      Last last = fields.get(field);
      if (last != null && last.time() == sequence.time()) {
        value = OptionalDouble.of(last.value());
      }
    }
    return Optional.of(
        new Point.Reading(
            vessel,
            run.path(),
            run.source(),
            Integer.parseInt(run.epoch()),
            Math.round(sequence.time() * 1000),
            value,
            VictoriaLines.quality(quality.value()),
            (long) sequence.value(),
            new StreamId(run.stream())));
  }
}
