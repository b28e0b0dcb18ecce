package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code torture disk-full}: somebody else fills the disk of the outbox. A simulated day of that on
 * the outbox alone, then some seconds of it on a whole vessel that has no link. Confined to its
 * caller's thread.
 */
public final class DiskFullTorture {

  private static final Logger LOG = LoggerFactory.getLogger(DiskFullTorture.class);

  /** As of the launcher: the machine lacks something. */
  private static final int LACKING = 2;

  private static final int DISK_MEBIBYTES = 32;
  private static final Duration DRAIN = Duration.ofSeconds(120);

  /**
   * @param hours simulated hours on the outbox alone, 1 to 1,000.
   * @param full how long the disk of the vessel stays full, 1 s to 1 h.
   * @param seed of what the readings say.
   */
  public record Options(int hours, Duration full, long seed) {

    public Options {
      if (hours < 1
          || hours > 1_000
          || full.compareTo(Duration.ofSeconds(1)) < 0
          || full.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException(
            "hours " + hours + ", vessel " + full + "; allowed 1 to 1,000 and 1 s to 1 h");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public DiskFullTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line of counts; 0 if stored and gap-recorded are what was offered and the
   * vessel stayed within her memory, else 1; 2 if this machine cannot do it.
   *
   * @throws IOException if a process needs help.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-disk-full-");
    LOG.info("Everything of this run is in {}", directory);
    FullDiskDay day;
    try (SmallDisk disk = new SmallDisk(directory.resolve("alone"), DISK_MEBIBYTES)) {
      day =
          FullDiskDay.of(disk, directory.resolve("alone/outbox"), options.hours(), options.seed());
    } catch (IOException refused) {
      if (!String.valueOf(refused.getMessage()).startsWith("mount")) {
        throw refused;
      }
      out.println("torture disk-full: not run: " + refused.getMessage());
      return LACKING;
    }
    try (SmallDisk disk = new SmallDisk(directory.resolve("outbox"), DISK_MEBIBYTES);
        Halves halves =
            new Halves(directory, programs, patience, false, Ordeal.READINGS_PER_SECOND)) {
      halves.instruments().plugIn(InstantSource.system());
      long unaccounted = fillUnderVessel(halves, disk);
      Reckoning reckoning = halves.reckon(DRAIN);
      Resident resident = halves.vesselResident();
      boolean well = day.isWell() && reckoning.isComplete() && unaccounted == 0;
      out.printf(
          Locale.ROOT,
          "torture disk-full: %s; vessel: full %d s, unaccounted %d, %s%s, seed %d, commit %s:"
              + " %s%n",
          day,
          options.full().toSeconds(),
          unaccounted,
          reckoning,
          resident,
          options.seed(),
          Revision.of(programs.examples()),
          well ? "nothing unaccounted" : "UNACCOUNTED");
      return well && resident.isWithinLimit() ? 0 : 1;
    }
  }

  /**
   * Whatever she gives back is taken at once, as by a log that grows.
   *
   * @return readings that she was to keep and that are neither accepted nor gap-recorded nor
   *     waiting, the sum over every look
   */
  private long fillUnderVessel(Halves halves, SmallDisk disk)
      throws IOException, InterruptedException {
    halves.startVessel(Ordeal.START);
    halves.require("readings are accepted", Ordeal.START, () -> halves.accepted() > 0);
    long unaccounted = 0;
    for (long second = 0; second < options.full().toSeconds(); second++) {
      disk.fill();
      patience.pass(Duration.ofSeconds(1));
      unaccounted += halves.unaccounted();
    }
    disk.tidy();
    long freed = halves.accepted();
    halves.require("she goes on with room", Ordeal.START, () -> halves.accepted() > freed);
    halves.startShore(Ordeal.START);
    halves.require("receipts come", Ordeal.START, () -> halves.acknowledged() > 0);
    return unaccounted + halves.unaccounted();
  }
}
