package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code torture alerts}: an alert is brought into every state of its life, the vessel dies in it,
 * and the one that starts again must show it as it was, in time.
 *
 * <p>She dies by SIGKILL, or by SIGKILL and the loss of the power of her outbox's disk. What is
 * compared is the whole alert as her API tells it: state, priority, revision, escalations, text,
 * times, and who acknowledged it. She dies as soon as she has told it, which for what an officer
 * does is her reply to him. Confined to its caller's thread.
 */
public final class AlertTorture {

  private static final Logger LOG = LoggerFactory.getLogger(AlertTorture.class);

  /** As of the launcher: the machine lacks something. */
  private static final int LACKING = 2;

  /** From the start of the process to the alert, on a machine that has nothing else to do. */
  public static final Duration WITHIN = Duration.ofSeconds(10);

  private static final int READINGS_PER_SECOND = 15;
  private static final int DISK_MEBIBYTES = 64;
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  /** How she dies. */
  public enum Death {
    KILL,
    POWERCUT
  }

  /**
   * @param death how she dies.
   * @param rounds how often she dies in each state, 1 to 1,000.
   * @param within time that each start may take until the alert is there again, 1 s to 10 min.
   */
  public record Options(Death death, int rounds, Duration within) {

    public Options {
      if (rounds < 1 || rounds > 1_000) {
        throw new IllegalArgumentException("rounds " + rounds + ", allowed 1 to 1,000");
      }
      if (within.toSeconds() < 1 || within.compareTo(Duration.ofMinutes(10)) > 0) {
        throw new IllegalArgumentException("within " + within + ", allowed 1 s to 10 min");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);
  private final Map<AlertLife.Stage, List<Double>> seconds = new EnumMap<>(AlertLife.Stage.class);
  private int altered;

  public AlertTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
    for (AlertLife.Stage stage : AlertLife.Stage.values()) {
      seconds.put(stage, new ArrayList<>());
    }
  }

  /**
   * Runs and prints a line for each state and one for all; 0 if every alert came back as it was and
   * in time, 1 if not, 2 if this machine cannot do it.
   *
   * @throws IOException if something needs help: the vessel does not start again.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Optional<String> whyNot =
        options.death() == Death.POWERCUT ? LoopDisk.whyNot() : Optional.empty();
    if (whyNot.isPresent()) {
      out.println("torture alerts: not run: " + whyNot.get());
      return LACKING;
    }
    Path directory = Files.createTempDirectory("plimsoll-alerts-");
    LOG.info("Everything of this run is in {}", directory);
    if (options.death() == Death.POWERCUT) {
      try (LoopDisk disk =
          new LoopDisk(
              directory.resolve("outbox.img"), directory.resolve("outbox"), DISK_MEBIBYTES)) {
        dieInEveryState(directory, disk);
      }
    } else {
      dieInEveryState(directory, null);
    }
    return report(out) ? 0 : 1;
  }

  private void dieInEveryState(Path directory, @Nullable LoopDisk disk)
      throws IOException, InterruptedException {
    try (AlertManagement management = new AlertManagement();
        Halves halves = new Halves(directory, programs, patience, false, READINGS_PER_SECOND)) {
      halves.configure("alerts.passengers", AlertLife.CONFIGURED);
      halves.configure("lines.management", management.line());
      halves.instruments().plugIn(InstantSource.system());
      ChildProcess vessel = halves.startVessel(START);
      AlertLife life = new AlertLife(halves, management);
      for (int round = 0; round < options.rounds(); round++) {
        for (AlertLife.Stage stage : AlertLife.Stage.values()) {
          JsonNode before = life.bring(stage);
          die(vessel, disk);
          long started = System.nanoTime();
          vessel.restart();
          JsonNode after = firstSaid(life);
          seconds.get(stage).add((System.nanoTime() - started) / 1e9);
          compare(stage, before, after);
          life.end();
        }
      }
      vessel.kill(); // and buried, before her disk is taken away
    }
  }

  private static void die(ChildProcess vessel, @Nullable LoopDisk disk)
      throws IOException, InterruptedException {
    if (disk != null) {
      disk.cut();
    }
    vessel.kill();
    if (disk != null) {
      disk.unmount();
      disk.mount();
    }
  }

  /** The alert in the first answer that the started vessel gives. */
  private JsonNode firstSaid(AlertLife life) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() - end < 0) {
      try {
        return life.latest();
      } catch (IOException starting) {
        patience.pass(LOOK_EVERY);
      }
    }
    throw new IOException("the vessel does not tell her alerts within " + START.toSeconds() + " s");
  }

  private void compare(AlertLife.Stage stage, JsonNode before, JsonNode after) {
    boolean asMeant = before.path("state").asText().equals(stage.state());
    if (!asMeant || !before.equals(after)) {
      altered++;
      LOG.warn("{}: told before {}, and after {}", stage, before, after);
    }
  }

  private boolean report(PrintStream out) throws InterruptedException {
    List<Double> all = new ArrayList<>();
    seconds.forEach(
        (stage, times) -> {
          all.addAll(times);
          out.printf(
              Locale.ROOT,
              "%-14s as %-24s restored after %s%n",
              stage,
              stage.state(),
              new Distribution(times).inSeconds());
        });
    Distribution restored = new Distribution(all);
    double limit = options.within().toMillis() / 1000.0;
    boolean inTime = restored.longest() <= limit;
    out.printf(
        Locale.ROOT,
        "torture alerts: %s in every of %d states, commit %s: died %d, altered %d, from start to"
            + " restored median %.2f, longest %.2f s, limit %.0f s: %s%n",
        options.death(),
        seconds.size(),
        Revision.of(programs.examples()),
        restored.count(),
        altered,
        restored.percentile(0.5),
        restored.longest(),
        limit,
        altered > 0 ? "ALTERED" : inTime ? "as they were" : "TOO LATE");
    return altered == 0 && inTime;
  }
}
