package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the kernel says that a process has cost, read from {@code /proc} (proc(5)).
 *
 * <p>Immutable; every method reads afresh.
 */
final class ProcessCost {

  /** Linux reports times in {@code USER_HZ}, which is 100 on every architecture that runs Java. */
  private static final long TICKS_PER_SECOND = 100;

  /** {@code comm} holds at most 15 bytes of a thread's name. */
  private static final int COMM_LENGTH = 15;

  private static final long KIBIBYTE = 1024;

  // Fields 14 and 15 of proc(5) "stat", counted after the ")" that ends field 2.
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  private final Path directory;

  ProcessCost(long processId) {
    this(Path.of("/proc", Long.toString(processId)));
  }

  ProcessCost(Path directory) {
    this.directory = directory;
  }

  /** CPU time of the whole process since it began, resolution 10 ms. */
  Duration cpu() throws IOException {
    return cpuOf(Files.readString(directory.resolve("stat")));
  }

  /**
   * CPU time of all threads whose name begins with {@code name}.
   *
   * @throws IOException if there is none: no thread costs nothing, and that would say nothing.
   */
  Duration cpuOfThreads(String name) throws IOException {
    String comm = name.length() > COMM_LENGTH ? name.substring(0, COMM_LENGTH) : name;
    List<Path> tasks;
    try (Stream<Path> listed = Files.list(directory.resolve("task"))) {
      tasks = listed.toList();
    }
    Duration sum = Duration.ZERO;
    int found = 0;
    for (Path task : tasks) {
      try {
        if (Files.readString(task.resolve("comm")).strip().startsWith(comm)) {
          sum = sum.plus(cpuOf(Files.readString(task.resolve("stat"))));
          found++;
        }
      } catch (NoSuchFileException ended) {
        continue; // the thread ended between the listing and the reading
      }
    }
    if (found == 0) {
      throw new IOException("no thread of " + directory + " is named " + name);
    }
    return sum;
  }

  static Duration cpuOf(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", USER_TICKS + 3);
    long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
  }

  /** Resident set, bytes: every page of the process that is in memory, shared ones included. */
  long residentBytes() throws IOException {
    return kibibytes("status", "VmRSS:").orElseThrow() * KIBIBYTE;
  }

  /** The greatest resident set so far, bytes; empty where the system does not say it. */
  OptionalLong mostResidentBytes() throws IOException {
    try {
      OptionalLong most = kibibytes("status", "VmHWM:");
      return most.isPresent() ? OptionalLong.of(most.getAsLong() * KIBIBYTE) : most;
    } catch (NoSuchFileException noProc) {
      return OptionalLong.empty();
    }
  }

  /** Proportional set, bytes: shared pages divided among their users; empty if not readable. */
  OptionalLong proportionalBytes() throws IOException {
    OptionalLong pss = kibibytes("smaps_rollup", "Pss:");
    return pss.isPresent() ? OptionalLong.of(pss.getAsLong() * KIBIBYTE) : pss;
  }

  private OptionalLong kibibytes(String file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.substring(key.length()).replace("kB", "").strip()))
          .findFirst();
    }
  }
}
