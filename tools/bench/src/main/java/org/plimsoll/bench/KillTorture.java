package org.plimsoll.bench;

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
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code torture kill}: the halves are killed at random, and nothing accepted may be lost.
 *
 * <p>The shore's process carries the broker, and the store unless that is apart, so its death is
 * theirs; a store that is apart is killed, too. Each lives and dies by its own dice, so that they
 * meet in every state, and a start may be cut short. After each kill it must start cleanly.
 * Confined to its caller's thread.
 */
public final class KillTorture {

  private static final Logger LOG = LoggerFactory.getLogger(KillTorture.class);

  private static final Duration START = Duration.ofSeconds(300);
  private static final Duration DRAIN = Duration.ofSeconds(120);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final int REPORT_EVERY = 50;
  private static final String KEEP_CLASSES = "-XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=";

  /** What the shore takes in at the least, for the time that the backlog may take at the end. */
  private static final long DRAINED_PER_SECOND = 2_000;

  /**
   * @param kills how often one half is killed, 1 to 10,000.
   * @param readingsPerSecond that the instruments give, 1 to 2,000.
   * @param longestLife from a clean start to the next kill, 0.1 s to 1 h.
   * @param within no kill after this time; fewer kills are reported then.
   * @param seed of the times.
   */
  public record Options(
      int kills, int readingsPerSecond, Duration longestLife, Duration within, long seed) {

    private static final int MOST_KILLS = 10_000;

    public Options {
      if (kills < 1 || kills > MOST_KILLS) {
        throw new IllegalArgumentException("kills " + kills + ", allowed 1 to " + MOST_KILLS);
      }
      if (readingsPerSecond < 1 || readingsPerSecond > 2_000) {
        throw new IllegalArgumentException(
            "readings a second " + readingsPerSecond + ", allowed 1 to 2,000");
      }
      if (longestLife.toMillis() < 100 || longestLife.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("life " + longestLife + ", allowed 0.1 s to 1 h");
      }
      if (within.toSeconds() < 1 || within.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException("within " + within + ", allowed 1 s to a day");
      }
    }

    /** 150 readings a second, lives of at most 6 s. */
    public static Options of(int kills, Duration within, long seed) {
      return new Options(kills, 150, Duration.ofSeconds(6), within, seed);
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public KillTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line of counts; 0 if all accepted readings are stored once and the vessel
   * stayed within her memory, else 1.
   *
   * @throws IOException if a half does not start at all.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-kill-");
    LOG.info("Everything of this run is in {}", directory);
    try (Halves halves =
        new Halves(directory, programs, patience, false, options.readingsPerSecond())) {
      halves.instruments().plugIn(InstantSource.system());
      Path shoreClasses = directory.resolve("shore.jsa");
      Path vesselClasses = directory.resolve("vessel.jsa");
      ChildProcess shoreProcess = halves.startShore(START, KEEP_CLASSES + shoreClasses);
      ChildProcess vesselProcess = halves.startVessel(START, KEEP_CLASSES + vesselClasses);
      halves.require("readings are receipted", START, () -> halves.acknowledged() > 0);
      restartFrom(vesselClasses, vesselProcess);
      restartFrom(shoreClasses, shoreProcess);
      halves.require("both answer again", START, halves::areUp);
      List<Mortal> mortals = mortals(halves, vesselProcess, shoreProcess);
      long begun = System.nanoTime();
      try {
        killAtRandom(mortals, begun);
      } catch (IOException needsHelp) {
        out.printf("%s: HELP WAS NEEDED: %s%n", told(mortals, begun), needsHelp.getMessage());
        return 1;
      }
      String told = told(mortals, begun);
      long backlog = halves.outboxNow().path("pending").asLong();
      Reckoning reckoning = halves.reckon(DRAIN.plusSeconds(backlog / DRAINED_PER_SECOND));
      long letters = halves.deadLetterFiles();
      Resident resident = halves.vesselResident();
      boolean well = reckoning.isComplete() && letters == 0;
      out.printf(
          "%s, backlog at the end %d, %s, dead letters %d%s: %s%n",
          told, backlog, reckoning, letters, resident, well ? "nothing lost" : "LOST OR DOUBLED");
      return well && resident.isWithinLimit() ? 0 : 1;
    }
  }

  private String told(List<Mortal> mortals, long begun) throws InterruptedException {
    return String.format(
        Locale.ROOT,
        "torture kill: kills %d of %d (%s) in %.0f s, clean starts %d (%s), starts cut short %d,"
            + " wanted %d readings a second, seed %d, commit %s",
        sum(mortals, Mortal::kills),
        options.kills(),
        each(mortals, mortal -> mortal.name() + " " + mortal.kills()),
        (System.nanoTime() - begun) / 1e9,
        sum(mortals, Mortal::cleanStarts),
        each(mortals, Mortal::starts),
        sum(mortals, Mortal::cutStarts),
        options.readingsPerSecond(),
        options.seed(),
        Revision.of(programs.examples()));
  }

  private static int sum(List<Mortal> mortals, ToIntFunction<Mortal> count) {
    return mortals.stream().mapToInt(count).sum();
  }

  private static String each(List<Mortal> mortals, Function<Mortal, String> words) {
    return mortals.stream().map(words).collect(Collectors.joining(", "));
  }

  /**
   * Lets a half end once in an orderly way and leave what it loaded in a file, from which every
   * later start takes it: that more than halves what a start costs, and leads to more kills.
   */
  private static void restartFrom(Path classes, ChildProcess half)
      throws IOException, InterruptedException {
    half.end();
    if (!Files.exists(classes)) {
      LOG.warn("No archive of classes: each start takes twice as long; the log says why");
    }
    half.restart("-XX:TieredStopAtLevel=1 -XX:SharedArchiveFile=" + classes);
  }

  /**
   * The shore works when she says so of broker and store; what a store forgot is found at the end.
   */
  private List<Mortal> mortals(Halves halves, ChildProcess vessel, ChildProcess shore) {
    SplittableRandom random = new SplittableRandom(options.seed());
    List<Mortal> mortals = new ArrayList<>();
    mortals.add(mortal("vessel", vessel, new Accepting(halves), random.split()));
    mortals.add(
        mortal("shore", shore, () -> halves.isHealthy(halves.shorePages()), random.split()));
    halves
        .storeApart()
        .map(
            store ->
                mortal("store", store, () -> halves.http().answers(halves.store()), random.split()))
        .ifPresent(mortals::add);
    return mortals;
  }

  private Mortal mortal(
      String name, ChildProcess process, Mortal.Rebirth rebirth, SplittableRandom random) {
    return new Mortal(
        name, process, rebirth, options.longestLife(), START, random, System::nanoTime);
  }

  /** Ends with as many clean starts as kills. */
  private void killAtRandom(List<Mortal> mortals, long begun)
      throws IOException, InterruptedException {
    int kills = 0;
    while (isToBeKilled(kills, begun) || !mortals.stream().allMatch(Mortal::isAlive)) {
      for (Mortal mortal : mortals) {
        mortal.look(isToBeKilled(sum(mortals, Mortal::kills), begun));
      }
      if (sum(mortals, Mortal::kills) / REPORT_EVERY != kills / REPORT_EVERY) {
        LOG.info("{}", each(mortals, mortal -> mortal.name() + " killed " + mortal.kills()));
      }
      kills = sum(mortals, Mortal::kills);
      patience.pass(LOOK_EVERY);
    }
  }

  private boolean isToBeKilled(int kills, long begun) {
    return kills < options.kills() && System.nanoTime() - begun < options.within().toNanos();
  }

  /** The vessel works when she has accepted readings since she answered first. */
  private static final class Accepting implements Mortal.Rebirth {

    private final Halves halves;
    private long atFirst = -1;

    Accepting(Halves halves) {
      this.halves = halves;
    }

    @Override
    public void begin() {
      atFirst = -1;
    }

    @Override
    public boolean isClean() throws IOException, InterruptedException {
      long accepted = halves.accepted();
      if (atFirst < 0) {
        atFirst = accepted;
      }
      return accepted > atFirst && halves.isHealthy(halves.bridge());
    }
  }
}
