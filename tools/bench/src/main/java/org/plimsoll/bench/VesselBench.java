package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bench vessel}: what a vessel costs that takes 200 readings a second from terminals, writes
 * them to her outbox and sends them ashore.
 *
 * <p>Confined to its caller's thread.
 */
public final class VesselBench {

  private static final Logger LOG = LoggerFactory.getLogger(VesselBench.class);

  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration CLOSED_WINDOW = Duration.ofSeconds(10);
  private static final double MEGABYTE = 1e6;

  /**
   * @param readingsPerSecond that the vessel must accept for the figures to count, 1 to 2,000.
   * @param warmUp before the first window.
   * @param window length of one window of measurement.
   * @param windows how many windows, 1 to 100.
   * @param cpuPercent the vessel's limit, percent of one core (median of the windows).
   * @param residentMegabytes the vessel's limit, MB (10^6 bytes) of VmRSS, the greatest seen.
   * @param closedLineCpuPercent the limit of a line whose terminal is closed, percent of one core.
   * @param navalTime for which the naval computation is timed, more than a minute.
   * @param navalMillis the limit of its median after the first minute, ms.
   */
  public record Options(
      int readingsPerSecond,
      Duration warmUp,
      Duration window,
      int windows,
      double cpuPercent,
      double residentMegabytes,
      double closedLineCpuPercent,
      Duration navalTime,
      double navalMillis) {

    public static Options defaults() {
      return new Options(
          200,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          6,
          5.0,
          Resident.LIMIT_MEGABYTES,
          2.0,
          Duration.ofMinutes(4),
          1.0);
    }
  }

  private final Options options;
  private final Programs programs;
  private final LongSupplier nanos = System::nanoTime;
  private final Patience patience = new Patience(nanos);
  private long firstReading;

  public VesselBench(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line per figure; 0 within the limits, 1 above one of them.
   *
   * @throws IOException if a half does not start.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-bench-");
    LOG.info("Everything of this run is in {}", directory);
    try (Halves halves =
        new Halves(directory, programs, patience, false, options.readingsPerSecond())) {
      halves.instruments().plugIn(InstantSource.system());
      halves.startShore(START);
      ProcessCost vessel = new ProcessCost(halves.startVessel(START).processId());
      halves.require("readings are accepted", START, () -> halves.accepted() > 0);
      firstReading = nanos.getAsLong();
      patience.pass(options.warmUp());
      boolean well = measure(halves, vessel, out);
      boolean quick = naval(halves, out);
      return measureClosedLine(halves, vessel, out) && well && quick ? 0 : 1;
    }
  }

  private boolean measure(Halves halves, ProcessCost vessel, PrintStream out)
      throws IOException, InterruptedException {
    double[] cpuPercent = new double[options.windows()];
    double[] resident = new double[options.windows()];
    long accepted = halves.accepted();
    long begun = nanos.getAsLong();
    for (int i = 0; i < options.windows(); i++) {
      cpuPercent[i] = cpuPercent(options.window(), vessel::cpu);
      resident[i] = vessel.residentBytes() / MEGABYTE;
    }
    double seconds = (nanos.getAsLong() - begun) / 1e9;
    double rate = (halves.accepted() - accepted) / seconds;
    boolean enough = rate >= options.readingsPerSecond();
    out.printf(
        Locale.ROOT,
        "readings accepted: %.1f a second over %.0f s, wanted %d: %s%n",
        rate,
        seconds,
        options.readingsPerSecond(),
        enough ? "ok" : "TOO FEW");
    boolean cpuWell =
        print(
            out,
            "vessel CPU",
            cpuPercent,
            "% of one core",
            median(cpuPercent),
            options.cpuPercent());
    boolean memoryWell =
        print(out, "vessel RSS", resident, "MB", max(resident), options.residentMegabytes());
    OptionalLong proportional = vessel.proportionalBytes();
    proportional.ifPresent(
        bytes -> out.printf(Locale.ROOT, "vessel PSS: %.1f MB%n", bytes / MEGABYTE));
    return enough && cpuWell && memoryWell;
  }

  /** What the vessel's pipeline has measured of itself, when it has done so long enough. */
  private boolean naval(Halves halves, PrintStream out) throws IOException, InterruptedException {
    Duration left = options.navalTime().minus(Duration.ofNanos(nanos.getAsLong() - firstReading));
    if (!left.isNegative()) {
      patience.pass(left);
    }
    String metrics = halves.metrics();
    NavalSpread.of(metrics, "first-minute").print("in the first minute", out);
    NavalSpread after = NavalSpread.of(metrics, "after");
    after.print("after it", out);
    boolean well = after.medianMillis() < options.navalMillis();
    out.printf(
        Locale.ROOT,
        "naval computation: median %.3f ms, limit %.1f: %s%n",
        after.medianMillis(),
        options.navalMillis(),
        verdict(well));
    return well;
  }

  private boolean measureClosedLine(Halves halves, ProcessCost vessel, PrintStream out)
      throws IOException, InterruptedException {
    halves.instruments().on(Instruments.GPS).unplug();
    halves.require(
        "the line gps is red", START, () -> halves.lineState(Instruments.GPS).equals("RED"));
    double percent =
        cpuPercent(CLOSED_WINDOW, () -> vessel.cpuOfThreads(Halves.threadOf(Instruments.GPS)));
    halves.instruments().on(Instruments.GPS).plugIn();
    halves.require(
        "the line gps is green", START, () -> halves.lineState(Instruments.GPS).equals("GREEN"));
    boolean well = percent < options.closedLineCpuPercent();
    out.printf(
        Locale.ROOT,
        "closed line CPU: %.2f %% of one core, limit %.2f: %s%n",
        percent,
        options.closedLineCpuPercent(),
        verdict(well));
    return well;
  }

  /** CPU time so far. */
  private interface Meter {
    Duration read() throws IOException;
  }

  private double cpuPercent(Duration window, Meter meter) throws IOException, InterruptedException {
    Duration before = meter.read();
    long begun = nanos.getAsLong();
    patience.pass(window);
    Duration used = meter.read().minus(before);
    return 100.0 * used.toNanos() / (nanos.getAsLong() - begun);
  }

  private static boolean print(
      PrintStream out, String what, double[] windows, String unit, double judged, double limit) {
    boolean well = judged < limit;
    out.printf(
        Locale.ROOT,
        "%s: min %.1f, median %.1f, max %.1f %s in %d windows, limit %.1f: %s%n",
        what,
        Arrays.stream(windows).min().orElseThrow(),
        median(windows),
        max(windows),
        unit,
        windows.length,
        limit,
        verdict(well));
    return well;
  }

  private static String verdict(boolean well) {
    return well ? "ok" : "ABOVE THE LIMIT";
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
