package org.plimsoll.bench;

import java.io.PrintStream;
import java.time.Duration;

/**
 * {@code bench vessel}: what a vessel costs that takes 200 readings a second.
 *
 * <p>Confined to its caller's thread.
 */
public final class VesselBench {

  /**
   * @param readingsPerSecond offered to the vessel, 1 to 2,000.
   * @param warmUp before the first window.
   * @param window length of one window of measurement.
   * @param windows how many windows, 1 to 100.
   * @param cpuPercent the vessel's limit, percent of one core (median of the windows).
   * @param residentMegabytes the vessel's limit, MB (10^6 bytes) of VmRSS.
   * @param closedLineCpuPercent the limit of a line whose terminal is closed, percent of one core.
   */
  public record Options(
      int readingsPerSecond,
      Duration warmUp,
      Duration window,
      int windows,
      double cpuPercent,
      double residentMegabytes,
      double closedLineCpuPercent) {

    public static Options defaults() {
      return new Options(200, Duration.ofSeconds(20), Duration.ofSeconds(10), 5, 5.0, 160.0, 2.0);
    }
  }

  private final Options options;
  private final Programs programs;

  public VesselBench(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /** Runs and prints one line per figure; 0 within the limits, 1 above one of them. */
  public int run(PrintStream out) throws InterruptedException {
    throw new UnsupportedOperationException("bench vessel " + options + " " + programs);
  }
}
