package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A torture run of whole processes: both halves run, a disaster strikes, everything drains, and the
 * store is held against the outbox. Confined to its caller's thread.
 *
 * @param name of the command, in the line of counts.
 * @param programs how the halves are started.
 * @param brokerApart whether the broker is a process of its own, which the disaster brings.
 * @param deadLetters whether the disaster makes blocks that the shore has to set aside.
 * @param seed of what the disaster does.
 */
record Ordeal(String name, Programs programs, boolean brokerApart, boolean deadLetters, long seed) {

  static final Duration START = Duration.ofSeconds(300);
  static final int READINGS_PER_SECOND = 150;

  private static final Duration DRAIN = Duration.ofSeconds(180);
  private static final Logger LOG = LoggerFactory.getLogger(Ordeal.class);

  /** What happens between the start and the reckoning. */
  interface Disaster {
    /** Starts what it needs, strikes, and says in a few words and counts what it did. */
    String strike(Halves halves, Path directory) throws IOException, InterruptedException;
  }

  /**
   * Runs and prints one line of counts; 0 if all accepted readings are stored once and the vessel
   * stayed within her memory, else 1.
   *
   * @throws IOException if something needs help: it does not start, or not again.
   */
  int run(PrintStream out, Disaster disaster) throws IOException, InterruptedException {
    Patience patience = new Patience(System::nanoTime);
    Path directory = Files.createTempDirectory("plimsoll-" + name + "-");
    LOG.info("Everything of this run is in {}", directory);
    try (Halves halves =
        new Halves(directory, programs, patience, brokerApart, READINGS_PER_SECOND)) {
      halves.instruments().plugIn(InstantSource.system());
      String said = disaster.strike(halves, directory);
      Reckoning reckoning = halves.reckon(DRAIN);
      long letters = halves.deadLetterFiles();
      Resident resident = halves.vesselResident();
      boolean well = reckoning.isComplete() && (deadLetters || letters == 0);
      out.printf(
          Locale.ROOT,
          "torture %s: %s, seed %d, commit %s, %s, dead letters %d%s: %s%n",
          name,
          said,
          seed,
          Revision.of(programs.examples()),
          reckoning,
          letters,
          resident,
          well ? "nothing lost" : "LOST OR DOUBLED");
      return well && resident.isWithinLimit() ? 0 : 1;
    }
  }

  /** Removes a directory and all below it; one that was not made yet is gone already. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    for (Path path : below(directory, Comparator.reverseOrder())) {
      Files.delete(path);
    }
  }

  /** Copies a directory and all below it to a place that is not there yet. */
  static void copy(Path from, Path to) throws IOException {
    for (Path path : below(from, Comparator.naturalOrder())) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }

  private static List<Path> below(Path directory, Comparator<Path> order) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(order).toList();
    }
  }
}
