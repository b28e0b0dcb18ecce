package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bench latency}: from the last byte of a sentence that raises an alarm, written to the
 * terminal, to the alert on the bridge page's event stream and to the alert in what the shore's API
 * answers. Both halves run as processes, on loopback. Confined to its caller's thread.
 */
public final class LatencyBench {

  private static final Logger LOG = LoggerFactory.getLogger(LatencyBench.class);

  private static final Duration START = Duration.ofSeconds(300);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Before the first alarm is raised, so that what is measured is a gateway at sea. */
  public static final Duration WARM_UP = Duration.ofSeconds(20);

  private static final int READINGS_PER_SECOND = 200;
  private static final double BRIDGE_LIMIT_SECONDS = 0.150;
  private static final double SHORE_LIMIT_SECONDS = 0.250;
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final String ALERT = "10501";
  private static final String ACTIVE = "ACTIVE";
  private static final int FEW = 140;
  private static final int TOO_MANY = 263;

  /**
   * @param alarms how many are raised, 1 to 10,000.
   * @param seed of the moments at which they are.
   * @param warmUp before the first.
   */
  public record Options(int alarms, long seed, Duration warmUp) {

    public Options {
      if (alarms < 1 || alarms > 10_000) {
        throw new IllegalArgumentException("alarms " + alarms + ", allowed 1 to 10,000");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);
  private final Http http = new Http();
  private final List<Double> toBridge = new ArrayList<>();
  private final List<Double> toShore = new ArrayList<>();

  public LatencyBench(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /** Runs and prints a line for each way; 0 within the limits, else 1. */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-latency-");
    LOG.info("Everything of this run is in {}", directory);
    try (Halves halves = new Halves(directory, programs, patience, false, READINGS_PER_SECOND)) {
      halves.configure("alerts.passengers", "{clears-after: 0s}");
      halves.instruments().plugIn(InstantSource.system());
      halves.startShore(START);
      halves.startVessel(START);
      halves.require("readings are receipted", START, () -> halves.acknowledged() > 0);
      patience.pass(options.warmUp());
      try (PageEvents bridge = new PageEvents(http, halves.bridge())) {
        raise(halves, bridge);
      }
    }
    out.printf(
        "bench latency: alarms %d, with %d readings a second, seed %d, commit %s%n",
        options.alarms(), READINGS_PER_SECOND, options.seed(), Revision.of(programs.examples()));
    boolean bridge = say(out, "bridge page's events", toBridge, BRIDGE_LIMIT_SECONDS);
    boolean shore = say(out, "shore's API", toShore, SHORE_LIMIT_SECONDS);
    return bridge && shore ? 0 : 1;
  }

  private static boolean say(PrintStream out, String where, List<Double> times, double limit) {
    Distribution distribution = new Distribution(times);
    boolean well = distribution.percentile(0.99) < limit;
    out.printf(
        Locale.ROOT,
        "last byte of the sentence to the %s, %s, limit of p99 %.0f ms: %s%n",
        where,
        distribution.inMillis(),
        limit * 1000,
        well ? "ok" : "TOO LATE");
    return well;
  }

  private void raise(Halves halves, PageEvents bridge) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(options.seed());
    for (int alarm = 0; alarm < options.alarms(); alarm++) {
      patience.pass(Duration.ofMillis(random.nextInt(1_000)));
      bridge.forget();
      long written = halves.instruments().count(TOO_MANY);
      long ashore = watchShore(halves);
      long shown =
          bridge
              .await(LONGEST, event -> isActive(event.path("alerts")))
              .orElseThrow(() -> new IOException("the bridge page is not told of the alarm"));
      toShore.add((ashore - written) / 1e9);
      toBridge.add((shown - written) / 1e9);
      // an alarm that is over stays until somebody has acknowledged it
      http.post(halves.bridge(), "/api/v1/alerts/" + ALERT + "/acknowledge", "{\"by\":\"2/E\"}");
      halves.instruments().count(FEW);
      halves.require("the alarm is over ashore, too", LONGEST, () -> !isActive(ashore(halves)));
    }
  }

  /** Asks until the shore has the alarm; returns when it had answered so. */
  private long watchShore(Halves halves) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() - end < 0) {
      if (isActive(ashore(halves))) {
        return System.nanoTime();
      }
      patience.pass(LOOK_EVERY);
    }
    throw new IOException("the shore is not told of the alarm; " + halves.shorePages());
  }

  private JsonNode ashore(Halves halves) throws IOException, InterruptedException {
    return http.get(halves.shorePages(), "/api/v1/vessels/" + Halves.VESSEL).path("alerts");
  }

  private static boolean isActive(JsonNode alerts) {
    for (JsonNode alert : alerts) {
      if (alert.path("id").asText().equals(ALERT)) {
        return alert.path("state").asText().startsWith(ACTIVE);
      }
    }
    return false;
  }
}
