package org.plimsoll.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that a run started and ends by its id; what it says is appended to a file. A run that
 * is told to end does not leave it behind.
 *
 * <p>Confined to the run's thread.
 */
final class ChildProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

  private static final int END_TIMEOUT_SECONDS = 180;
  private static final int LAST_WORDS_BYTES = 2_000;

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end-children"));
  }

  private final List<String> command;
  private final File log;
  private Process process;
  private String javaOptions;
  private boolean asUsed;
  private OptionalLong mostResidentBytes = OptionalLong.empty();

  ChildProcess(List<String> command, Path log) throws IOException {
    this(command, log, "");
  }

  /**
   * With options of its JVM, until {@link #restart(String)}: then it is not the command as people
   * use it, and what it takes of memory is not counted.
   */
  ChildProcess(List<String> command, Path log, String javaOptions) throws IOException {
    this.command = List.copyOf(command);
    this.log = log.toFile();
    this.javaOptions = javaOptions;
    this.asUsed = javaOptions.isEmpty();
    this.process = start();
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    if (!javaOptions.isEmpty()) {
      builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
    }
    Process started = builder.start();
    RUNNING.add(started);
    started.onExit().thenAccept(RUNNING::remove);
    return started;
  }

  long processId() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** {@code kill -9}, and waits until the kernel has buried it. */
  void kill() throws InterruptedException {
    noteResident();
    process.destroyForcibly();
    await("SIGKILL");
  }

  /** {@code SIGTERM}, and waits for a clean end. */
  void end() throws InterruptedException {
    noteResident();
    process.destroy();
    await("SIGTERM");
  }

  private void await(String signal) throws InterruptedException {
    if (!process.waitFor(END_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "process " + processId() + " outlives " + signal + " by " + END_TIMEOUT_SECONDS + " s");
    }
  }

  private void noteResident() {
    if (!asUsed) {
      return;
    }
    try {
      OptionalLong now = new ProcessCost(processId()).mostResidentBytes();
      if (now.orElse(0) > mostResidentBytes.orElse(0)) {
        mostResidentBytes = now;
      }
    } catch (IOException ended) {
      LOG.debug("{} has ended before it was asked: {}", processId(), ended.getMessage());
    }
  }

  /**
   * The greatest resident set, bytes, that it or an earlier one had when it was killed or told to
   * end; empty before that, and where the system does not say it.
   */
  OptionalLong mostResidentBytes() {
    return mostResidentBytes;
  }

  /** Starts the same command again; the earlier process must have ended. */
  void restart() throws IOException {
    if (isAlive()) {
      throw new IllegalStateException("process " + processId() + " still runs");
    }
    process = start();
  }

  /** The same with further options of its JVM, now and at every later start. */
  void restart(String javaOptions) throws IOException {
    this.javaOptions = javaOptions;
    asUsed = true;
    restart();
  }

  /** The end of what it said. */
  String lastWords() throws IOException {
    byte[] said = Files.readAllBytes(log.toPath());
    int from = Math.max(0, said.length - LAST_WORDS_BYTES);
    return new String(said, from, said.length - from, StandardCharsets.UTF_8).strip();
  }

  /** Ends it in any case. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
